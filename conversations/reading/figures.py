"""Figures in a text: numbers with the money words around them, and what kind of number each is."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from conversations.canvas.money import Amount, Period
from conversations.reading.currencies import CurrencyRead, read_currency
from conversations.reading.moneywords import (
    ABOUT,
    AFTER_FIGURE,
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    FROM,
    MONTH_NAMES,
    NOT_MONEY_AFTER,
    NOT_MONEY_BEFORE,
    RANGE_LINKS,
)
from conversations.reading.numberwords import ARTICLES
from conversations.reading.numerals import Quantity, mentions_number, read_quantity
from conversations.reading.periods import read_rate
from conversations.reading.periodwords import Rate
from conversations.reading.tokens import Token, match_phrase, text_at, tokenize, touches
from conversations.remembering import remembered

_CENT = Decimal("0.01")
_LONG_DIGITS = 8
_YEARS = range(1900, 2100)
_TAXED = frozenset({"brutto", "netto", "net", "gross", "bruto", "neto", "brut"})
_PREFIXES = 6
_HOURS = 12


class Figure(msgspec.Struct, frozen=True):
    """A number and what was written around it; `counts` names what it counts, if not money ("flyers")."""

    start: int
    end: int
    amount: Amount
    first_token: int
    next_token: int
    worded: bool = False
    scaled: bool = False
    counts: str = ""

    @property
    def is_money(self) -> bool:
        """Tell whether a currency or a way of paying was written with it."""
        return self.amount.currency is not None or self.amount.period is not None


class _Lead(msgspec.Struct, frozen=True):
    """What stands before a number: a bound, "about", a way of paying, a currency."""

    at: int
    bound: str = ""
    rough: bool = False
    rate: Rate | None = None
    money: CurrencyRead | None = None


@remembered
def figures(text: str) -> tuple[Figure, ...]:
    """Give all figures of a text in order, money or not; no percentages, dates, telephone numbers, codes."""
    tokens = tokenize(text)
    if not mentions_number(tokens):
        return ()
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        figure, at = _figure(text, tokens, at)
        if figure is not None:
            found.append(figure)
    return tuple(found)


def _figure(text: str, tokens: Sequence[Token], at: int) -> tuple[Figure | None, int]:
    """Give the figure that starts at a token, and the token to go on from."""
    lead = _lead(tokens, at)
    quantity = read_quantity(tokens, lead.at)
    if quantity is None:
        return None, at + 1
    if not _plain(tokens, at, lead, quantity) or _time_of_day(tokens, lead, quantity):
        return None, quantity.end
    low, high, end, money, rough = _bounds(tokens, lead, quantity)
    if _unlike_money(tokens, end) or (money is None and _too_long(tokens, lead.at, quantity)):
        return None, end
    end = _skip_swiss(tokens, end)
    if text_at(tokens, end) in _TAXED and read_rate(tokens, end + 1, money=False):
        end += 1
    rate = lead.rate or read_rate(tokens, end, money=money is not None)
    if rate is not lead.rate and rate is not None:
        end = rate.end
        if money is None:
            trailing = read_currency(tokens, end, after_number=False)
            money, end = (trailing, trailing.end) if trailing else (None, end)
    amount = _amount(low, high, money, rate, rough=rough)
    start, stop = tokens[at].start, tokens[end - 1].end
    counts = "" if rate or money else _counted(tokens, end)
    if counts and lead.rate is None:
        rate = read_rate(tokens, end + 1, money=False)
    written = msgspec.structs.replace(amount, as_written=text[start:stop])
    return Figure(start, stop, written, at, end, quantity.worded, quantity.scale > 1, counts), end


def _lead(tokens: Sequence[Token], at: int) -> _Lead:
    lead = _Lead(at)
    for _ in range(_PREFIXES):
        if text_at(tokens, lead.at) in ARTICLES - {"one"} and read_quantity(tokens, lead.at):
            break
        step = _lead_step(tokens, lead)
        if step is None:
            break
        lead = step
    return lead


def _lead_step(tokens: Sequence[Token], lead: _Lead) -> _Lead | None:
    at = lead.at
    for bound, table in (("most", AT_MOST), ("least", AT_LEAST), ("between", BETWEEN), ("from", FROM)):
        found = match_phrase(tokens, at, table) if not lead.bound else None
        if found:
            return msgspec.structs.replace(lead, at=found[1], bound=bound)
    about = match_phrase(tokens, at, ABOUT)
    if about:
        return msgspec.structs.replace(lead, at=about[1], rough=True)
    money = read_currency(tokens, at, after_number=False) if lead.money is None else None
    if money:
        return msgspec.structs.replace(lead, at=money.end, money=money)
    rate = read_rate(tokens, at, money=False) if lead.rate is None and lead.money is None else None
    if rate and (rate.period is not Period.UNIT or rate.per == "hour" or text_at(tokens, at) == "每"):
        end = rate.end + (text_at(tokens, rate.end) in (":", "-", "="))
        return msgspec.structs.replace(lead, at=end, rate=rate)
    return None


def _plain(tokens: Sequence[Token], start: int, lead: _Lead, quantity: Quantity) -> bool:
    """Tell whether the number stands by itself: not "B2B", "#3", "May 5", "in 2024"."""
    at = lead.at
    before = text_at(tokens, start - 1)
    if lead.money is None:
        if touches(tokens, at) and (
            tokens[at - 1].kind in ("word", "number", "other") or text_at(tokens, at - 1) in ("#", "_", "/")
        ):
            return False
        if before in NOT_MONEY_BEFORE or (before in MONTH_NAMES and not quantity.worded):
            return False
        if (
            quantity.low in _YEARS
            and tokens[at].kind == "number"
            and before in ("in", "since", "by", "until", "from", "of")
        ):
            return False
    after = quantity.end
    attached = touches(tokens, after) and after < len(tokens) and tokens[after].kind in ("word", "number")
    if attached and tokens[after].text != "ish" and quantity.end == at + 1 and not quantity.worded:
        return read_currency(tokens, after, after_number=True) is not None or bool(read_rate(tokens, after))
    return True


def _time_of_day(tokens: Sequence[Token], lead: _Lead, quantity: Quantity) -> bool:
    """Tell whether it is an hour ("3 pm"), where "pm" is no "per month"."""
    return (
        lead.money is None
        and text_at(tokens, quantity.end) == "pm"
        and quantity.high <= _HOURS
        and quantity.high == quantity.high.to_integral_value()
    )


def _unlike_money(tokens: Sequence[Token], end: int) -> bool:
    name = text_at(tokens, end)
    return name in NOT_MONEY_AFTER or (name in MONTH_NAMES and tokens[end].kind == "word")


def _too_long(tokens: Sequence[Token], at: int, quantity: Quantity) -> bool:
    """Tell whether it is rather a telephone or account number: long, ungrouped, without round end."""
    digits = tokens[at].text
    return (
        digits.isdigit()
        and len(digits) >= _LONG_DIGITS
        and quantity.scale == 1
        and not digits.endswith("000")
    )


def _bounds(
    tokens: Sequence[Token],
    lead: _Lead,
    quantity: Quantity,
) -> tuple[Decimal, Decimal, int, CurrencyRead | None, bool]:
    """Give the lowest and highest value, the next token, the currency, and whether it is approximate."""
    money, end = _money_after(tokens, quantity.end, lead.money)
    low, high = quantity.low, quantity.high
    rough = lead.rough or quantity.rough
    second = _range_end(tokens, end, between=lead.bound == "between")
    if second is not None:
        upper, upper_money, after = second
        if quantity.scale == 1 and upper.scale > 1 and low * upper.scale <= upper.high:
            low, high = low * upper.scale, upper.high
        else:
            high = upper.high
        if low <= high and not _unlike_money(tokens, after):
            last = upper_money or money
            factor = _CENT if last is not None and last.minor else Decimal(1)
            return low * factor, high * factor, after, money or upper_money, rough
        low, high = quantity.low, quantity.high
    if money is not None and money.minor:
        low, high = low * _CENT, high * _CENT
    if lead.bound == "most":
        return Decimal(0), high, end, money, rough
    plus = text_at(tokens, end) == "+" and touches(tokens, end)
    if lead.bound in ("least", "from") or plus:
        return low, high, end + plus, money, True
    return low, high, end, money, rough


def _money_after(
    tokens: Sequence[Token], end: int, before: CurrencyRead | None
) -> tuple[CurrencyRead | None, int]:
    end = _skip_swiss(tokens, end)
    after = read_currency(tokens, end, after_number=True)
    if after is None or (before is not None and after.minor):
        return before, end
    code = before.code if before is not None and before.code else after.code
    return CurrencyRead(code, minor=after.minor, end=after.end), _skip_swiss(tokens, after.end)


def _skip_swiss(tokens: Sequence[Token], end: int) -> int:
    """Give the place after ".-", ",-" or ".--" behind a round amount."""
    if text_at(tokens, end) in (".", ",") and text_at(tokens, end + 1) == "-" and touches(tokens, end + 1):
        return end + (3 if text_at(tokens, end + 2) == "-" and touches(tokens, end + 2) else 2)
    return end


def _range_end(
    tokens: Sequence[Token], at: int, *, between: bool
) -> tuple[Quantity, CurrencyRead | None, int] | None:
    link = text_at(tokens, at)
    if link not in RANGE_LINKS and not (between and link in ("and", "und", "y", "et", "e", "&")):
        return None
    after = at + 1
    about = match_phrase(tokens, after, ABOUT)
    if about:
        after = about[1]
    money = read_currency(tokens, after, after_number=False)
    upper = read_quantity(tokens, money.end if money else after)
    if upper is None or (upper.worded and link in ("-", "a") and upper.scale == 1):
        return None
    money, end = _money_after(tokens, upper.end, money)
    return upper, money, end


def _amount(
    low: Decimal, high: Decimal, money: CurrencyRead | None, rate: Rate | None, *, rough: bool
) -> Amount:
    if rate is not None and rate.times != 1:
        low, high = (_cents(value, rate) for value in (low, high))
    return Amount(
        low=tidy(low),
        high=tidy(high),
        currency=(money.code or None) if money is not None else None,
        period=rate.period if rate is not None else None,
        per=rate.per if rate is not None else "",
        rough=rough,
    )


def _cents(value: Decimal, rate: Rate) -> Decimal:
    scaled = value * rate.times.numerator / rate.times.denominator
    return scaled.quantize(_CENT, ROUND_HALF_UP)


def tidy(value: Decimal) -> Decimal:
    """Give the value without trailing zeros and without an exponent: 1350.00 is 1350, 0.90 is 0.9."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def _counted(tokens: Sequence[Token], end: int) -> str:
    """Give the word for what is counted, if the number is directly before one that is no money word."""
    if end >= len(tokens) or tokens[end].kind not in ("word", "han"):
        return ""
    name = tokens[end].text
    if name in AFTER_FIGURE or match_phrase(tokens, end, ABOUT) is not None:
        return ""
    return tokens[end].raw
