"""How often an amount is paid, as people write it: "a month", "p.a.", "/Jahr", "each", "per cup"."""

from collections.abc import Sequence
from fractions import Fraction

from conversations.canvas.money import Period
from conversations.reading.numberwords import UNITS
from conversations.reading.periodwords import (
    ARTICLE_LINKS,
    COUNT_DIGITS,
    COUNTED_LINKS,
    HAN_LINKS,
    LETTERS,
    LINKS,
    MEASURES,
    NO_UNITS,
    NOUN_PHRASES,
    ONCE,
    SELF_SAID,
    TIMES,
    UNIT_LINKS,
    WIDE_UNITS,
    Rate,
)
from conversations.reading.tokens import Token, match_phrase, text_at


def read_rate(tokens: Sequence[Token], at: int, *, money: bool = True) -> Rate | None:
    """Give what is said from a token on of how often or for what is paid; `end` is the next token.

    `money` says that a currency was written, so that a bare article may name the unit ("3 € la taza").
    """
    first = _read_one(tokens, at, money=money)
    if first is None:
        return None
    second = (
        _read_one(tokens, first.end, money=False)
        if text_at(tokens, first.end) in ("/", "per", "a", "pro")
        else None
    )
    if second is None or (first.period is second.period and first.period is not Period.UNIT):
        return first
    unit, often = (first, second) if first.period is Period.UNIT else (second, first)
    if unit.period is Period.UNIT and often.period in (Period.MONTH, Period.YEAR):
        return Rate(often.period, unit.per, often.times, second.end)
    return first


def _read_one(tokens: Sequence[Token], at: int, *, money: bool) -> Rate | None:
    start = at
    if text_at(tokens, at) in ("(", ",", "-", "，", "،") and _self_said(tokens, at + 1):
        at += 1
    often = TIMES.get(text_at(tokens, at))
    if often:
        counted = _linked(tokens, at + 1, money=False)
        if counted and counted.period is not Period.UNIT:
            return _ended(counted, counted.end, counted.times * often)
    said = _self_said(tokens, at) or _once(tokens, at)
    if said:
        end = said.end
        if at > start and text_at(tokens, start) == "(" and text_at(tokens, end) == ")":
            end += 1
        if said.period is Period.UNIT and not said.per and text_at(tokens, at) in ("each", "je"):
            return _linked(tokens, at, money=money) or said
        return _ended(said, end)
    return _linked(tokens, at, money=money)


def _ended(rate: Rate, end: int, times: Fraction | None = None) -> Rate:
    return Rate(rate.period, rate.per, rate.times if times is None else times, end)


def _self_said(tokens: Sequence[Token], at: int) -> Rate | None:
    found = match_phrase(tokens, at, SELF_SAID)
    return _ended(found[0], found[1]) if found else None


def _once(tokens: Sequence[Token], at: int) -> Rate | None:
    """Give the bare word "once", unless a clause follows ("once we open")."""
    if text_at(tokens, at) != "once" or (at + 1 < len(tokens) and tokens[at + 1].kind == "word"):
        return None
    return _ended(ONCE, at + 1)


def _linked(tokens: Sequence[Token], at: int, *, money: bool) -> Rate | None:
    link = match_phrase(tokens, at, LINKS)
    if link is None:
        if money and text_at(tokens, at) in ARTICLE_LINKS:
            return _unit(tokens, at + 1, "")
        return None
    end = link[1]
    again = match_phrase(tokens, end, LINKS)
    if again and text_at(tokens, end) in ("the", "a", "un", "each", "every", "一"):
        end = again[1]
    name = text_at(tokens, end)
    if text_at(tokens, at) == "/" and name in LETTERS:
        return _ended(LETTERS[name], end + 1)
    count = _count(tokens, end)
    noun = match_phrase(tokens, end + (1 if count else 0), NOUN_PHRASES)
    if noun:
        rate, after = noun
        if rate.period is Period.UNIT:
            return _ended(rate, after)
        return _ended(
            rate,
            after + (text_at(tokens, after) == "." and text_at(tokens, after - 1) in ("mo", "yr", "wk")),
            rate.times / count if count else rate.times,
        )
    linked = text_at(tokens, at)
    return _unit(tokens, end, linked) if linked in UNIT_LINKS else None


def _count(tokens: Sequence[Token], at: int) -> int:
    """Give the number in "every 3 months", 0 if there is none."""
    name = text_at(tokens, at)
    if name.isascii() and name.isdigit() and len(name) <= COUNT_DIGITS:
        return int(name)
    return int(UNITS.get(name, 0))


def _unit(tokens: Sequence[Token], at: int, link: str) -> Rate | None:
    """Give the unit a price is for: the next word, with its number or adjective ("100 flyers")."""
    if at >= len(tokens):
        return None
    token, end = tokens[at], at + 1
    named = end < len(tokens) and tokens[end].kind == "word"
    counted = token.kind == "number" and link in COUNTED_LINKS
    if named and (counted or (token.kind == "word" and token.text in WIDE_UNITS)):
        return _ended(Rate(Period.UNIT, per=f"{token.raw} {tokens[end].raw}"), end + 1)
    if counted or (token.kind == "han" and link in HAN_LINKS) or _is_unit(token):
        return _ended(Rate(Period.UNIT, per=token.raw), end)
    return None


def _is_unit(token: Token) -> bool:
    if token.kind != "word" or token.text in NO_UNITS or token.text in UNITS:
        return False
    return len(token.text) > 1 or token.text in MEASURES
