"""Numbers as people write them: digits in several conventions, words in several languages, Han numerals."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from conversations.reading.numberwords import (
    A_FEW,
    ARTICLES,
    COUPLES,
    FRACTIONS,
    HALVES,
    HAN_DIGITS,
    HAN_SCALES,
    LINKS,
    LONE,
    PLURAL_SCALES,
    SCALES,
    TOUCHING_SCALES,
    UNITS,
    german_number,
)
from conversations.reading.tokens import Token, text_at, touches

_MILLION = Decimal(1_000_000)
_GROUP = 3
_HUNDRED = 100
_TEN = 10
_MYRIAD = 10_000  # 万 and what is larger close a section of a Han numeral
_LONGEST = 15


class Quantity(msgspec.Struct, frozen=True):
    """A number read: its bounds (equal but for "a few hundred"), its scale, and the token after it."""

    low: Decimal
    high: Decimal
    end: int
    scale: Decimal = Decimal(1)
    worded: bool = False
    rough: bool = False


def digits_value(written: str, *, scaled: str = "") -> Decimal | None:
    """Give the value of digits with separators, by convention; `None` where they are no number ("1.2.3").

    One separator before exactly three digits groups thousands ("1.500"), unless the number starts with 0; any
    other single one is the decimal sign. `scaled` is the scale that follows: "1.250 million" is 1.25 million.
    """
    compact = written.replace(" ", "'")
    separators = [char for char in compact if not char.isdigit()]
    if not separators:
        return Decimal(compact) if len(compact) <= _LONGEST and not _leading_zero(compact) else None
    last = separators[-1]
    whole, fraction = compact, ""
    if last != "'" and separators.count(last) == 1 and _is_decimal(compact, separators, scaled):
        whole, _, fraction = compact.rpartition(last)
    groups = _groups(whole)
    if groups is None or len(groups) > _LONGEST or len(fraction) > _LONGEST:
        return None
    return Decimal(f"{groups}.{fraction or 0}")


def _is_decimal(compact: str, separators: list[str], scaled: str) -> bool:
    """Tell whether the last separator is the decimal sign, not a mark between thousands."""
    last = separators[-1]
    if len(set(separators)) > 1:
        return True
    head, _, tail = compact.partition(last)
    if len(tail) != _GROUP or len(head) > _GROUP or head in ("", "0"):
        return True
    return last == scaled


def _groups(whole: str) -> str | None:
    """Give the digits of a whole number, if its groups are of three (or Indian, two and a last three)."""
    for sign in ".,'":
        if sign in whole:
            head, *rest = whole.split(sign)
            european = all(len(group) == _GROUP for group in rest) and 1 <= len(head) <= _GROUP
            indian = (
                sign == ","
                and len(rest[-1]) == _GROUP
                and all(len(group) == _GROUP - 1 for group in rest[:-1])
                and 1 <= len(head) < _GROUP
            )
            digits = "".join([head, *rest])
            return digits if (european or indian) and digits.isdigit() and not head.startswith("0") else None
    return None if _leading_zero(whole) else whole or "0"


def _leading_zero(digits: str) -> bool:
    return len(digits) > 1 and digits.startswith("0")


_NUMBER_WORDS = frozenset().union(HALVES, PLURAL_SCALES, A_FEW, COUPLES, UNITS, SCALES)


def mentions_number(tokens: Sequence[Token]) -> bool:
    """Tell whether a number may start anywhere in a text: where not, `read_quantity` finds none."""
    return any(
        token.kind in ("number", "han")
        or token.text in _NUMBER_WORDS
        or (token.kind == "word" and german_number(token.text) is not None)
        for token in tokens
    )


def read_quantity(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Give the number that starts at a token, in digits or words, with its scale; `None` if there is none."""
    if at >= len(tokens):
        return None
    if tokens[at].kind == "number":
        return _digits(tokens, at)
    if tokens[at].kind == "han":
        return _han(tokens, at)
    if tokens[at].text in HALVES and tokens[at].kind in ("sign", "word"):
        return _half(tokens, at)
    return _few(tokens, at) or _words(tokens, at) if tokens[at].kind == "word" else None


def _digits(tokens: Sequence[Token], at: int) -> Quantity | None:
    end = at + 1
    following = text_at(tokens, end)
    decimal_sign = ""
    if following in SCALES and SCALES[following] >= _MILLION:
        decimal_sign = "," if following in ("mio", "millionen", "millones", "milhoes", "millions") else "."
    value = digits_value(tokens[at].text, scaled=decimal_sign)
    if value is None:
        return None
    if following in FRACTIONS:
        value, end = value + HALVES[following], end + 1
    elif [text_at(tokens, place) for place in range(end, end + 3)] == ["and", "a", "half"]:
        value, end = value + Decimal("0.5"), end + 3
    scale, end = _scale(tokens, end, after_digits=True)
    return Quantity(value * scale, value * scale, end, scale)


def _scale(tokens: Sequence[Token], at: int, *, after_digits: bool) -> tuple[Decimal, int]:
    """Give the product of the scale words from there on ("hundred thousand"), 1 if there are none."""
    scale = Decimal(1)
    for end in range(at, at + _GROUP):
        name = text_at(tokens, end)
        factor = SCALES.get(name) or HAN_SCALES.get(name)
        if name in TOUCHING_SCALES and after_digits and touches(tokens, end):
            factor = TOUCHING_SCALES[name]
        if factor is None or (name in ("cent", "cents") and after_digits):
            return scale, end
        scale *= factor
        if text_at(tokens, end + 1) == "." and name in ("mio", "mrd", "tsd", "tys", "тыс", "млн"):
            return scale, end + (2 if text_at(tokens, end + 2) else 1)
    return scale, at + _GROUP


def _half(tokens: Sequence[Token], at: int) -> Quantity | None:
    value = HALVES[tokens[at].text]
    end = at + 1
    if text_at(tokens, end) in ARTICLES or text_at(tokens, end) == "-":
        end += 1
    scale, after = _scale(tokens, end, after_digits=False)
    if scale == 1 and tokens[at].kind == "word" and value < 1:
        return None
    return Quantity(value * scale, value * scale, after if scale > 1 else at + 1, scale, worded=True)


def _few(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Give a vague number: "a few hundred" is 200 to 500, "hundreds" 200 to 900."""
    end = at + 1 if text_at(tokens, at) in ARTICLES else at
    plural = PLURAL_SCALES.get(text_at(tokens, end))
    if plural and end == at:
        return Quantity(plural * 2, plural * 9, end + 1, plural, worded=True, rough=True)
    few = A_FEW.get(text_at(tokens, end))
    couple = text_at(tokens, end) in COUPLES
    if not few and not couple:
        return None
    end += 1
    if text_at(tokens, end) in ("of", "de", "d'"):
        end += 1
    name = text_at(tokens, end)
    scale = SCALES.get(name) or PLURAL_SCALES.get(name) or HAN_SCALES.get(name)
    if scale is None:
        return None
    low, high = few or (2, 2)
    return Quantity(low * scale, high * scale, end + 1, scale, worded=True, rough=True)


def _words(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Give a number in words; "a", "un" and the like count as one only before a scale."""
    total, current, largest = Decimal(0), None, Decimal(1)
    end = at
    while end < len(tokens):
        name = tokens[end].text
        value = UNITS.get(name)
        if value is None and current is None and name in ARTICLES and text_at(tokens, end + 1) in SCALES:
            value = Decimal(1)
        scale = SCALES.get(name) if name not in UNITS else None
        half = [text_at(tokens, place) for place in range(end, end + 3)] == ["and", "a", "half"]
        if half and current is not None:
            current, end = current + Decimal("0.5"), end + 3
            continue
        if value is not None and (current is None or _follows(current, value)):
            current = (current or Decimal(0)) + value
        elif scale is not None and (current is not None or (name in LONE and not total)):
            current, total = _scaled(current, total, scale)
            largest = max(largest, scale)
        elif not (name in LINKS and (current or total) and _number_word(tokens, end + 1)):
            compound = german_number(name) if current is None and not total else None
            if compound is None:
                break
            current, largest = compound, max(largest, Decimal(_HUNDRED) if compound >= _HUNDRED else largest)
        end += 1
    if end == at or (current is None and not total):
        return None
    value = total + (current or Decimal(0))
    return Quantity(value, value, end, largest, worded=True)


def _scaled(current: Decimal | None, total: Decimal, scale: Decimal) -> tuple[Decimal | None, Decimal]:
    """Give the pending number and the total, after a scale word."""
    if scale == _HUNDRED:
        return (current or Decimal(1)) * scale, total
    if current is None or scale >= _MILLION > total >= 1:  # "hundred thousand million"
        return None, total + (current or 1) * scale
    return None, total + current * scale


def _follows(current: Decimal, value: Decimal) -> bool:
    """Tell whether "value" may be said after "current": twenty five, hundred twenty, not five five."""
    if value < _TEN:
        return current % 10 == 0
    return current % _HUNDRED == 0


def _number_word(tokens: Sequence[Token], at: int) -> bool:
    name = text_at(tokens, at)
    return name in UNITS or (name in SCALES and name not in TOUCHING_SCALES)


def _han(tokens: Sequence[Token], at: int) -> Quantity | None:
    total, section, digit = 0, 0, 0
    end = at
    while end < len(tokens) and (end == at or touches(tokens, end)):
        name = tokens[end].text
        if name in HAN_DIGITS:
            digit = digit * 10 + HAN_DIGITS[name]
        elif name in HAN_SCALES and HAN_SCALES[name] >= _MYRIAD:
            total, section, digit = total + (section + digit or 1) * int(HAN_SCALES[name]), 0, 0
        elif name in HAN_SCALES:
            section, digit = section + (digit or 1) * int(HAN_SCALES[name]), 0
        else:
            break
        end += 1
    if end == at or end - at > _LONGEST or not (total or section or digit or tokens[at].text in "零〇"):
        return None
    value = Decimal(total + section + digit)
    scale = Decimal(_HUNDRED) if value >= _HUNDRED else Decimal(1)
    return Quantity(value, value, end, scale, worded=True)
