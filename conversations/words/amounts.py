"""How amounts of money are said: numbers and symbols from Babel, the words around them from the catalogue."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel.numbers import format_decimal, get_currency_symbol

from conversations.canvas.money import Amount, Period
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from babel import Locale

_FINEST = 6
"""Digits after the point beyond which nothing is printed."""
KEPT = 2048
"""Numbers and symbols whose printed form is kept."""


class Numerals:
    """A locale's numerals and currency symbols. `has` tells whether the catalogue holds a key."""

    def __init__(self, locale: Locale, has: Callable[[str], bool]) -> None:
        self._locale = locale
        self._has = has

    def number(self, low: Decimal, high: Decimal) -> str:
        """Give a number, or a range of them: whole ones bare, others with at least two digits."""
        digits = max(_digits(low), _digits(high))
        pattern = "#,##0." + "0" * digits if digits else "#,##0"
        shown = [formatted(value, pattern, self._locale) for value in (low, high)]
        return shown[0] if low == high else "–".join(shown)

    def symbol(self, currency: str) -> str:
        """Give a currency's symbol, such as `€` for EUR; the code itself where it has none."""
        return _symbol(currency, self._locale)

    def layout(self, currency: str) -> str:
        """Give the key of how this currency stands beside its number."""
        own = f"canvas.money.{currency}"
        return own if self._has(own) else "canvas.money"


@lru_cache(maxsize=KEPT)
def formatted(value: int | Decimal, pattern: str | None, locale: Locale) -> str:
    """Give a number as a locale prints it, by a pattern or as usual. Babel takes 30 us for one."""
    return format_decimal(value, pattern, locale=locale)


@lru_cache(maxsize=KEPT)
def _symbol(currency: str, locale: Locale) -> str:
    return str(get_currency_symbol(currency, locale=locale))


def amount_phrase(amount: Amount, numerals: Numerals) -> Phrase:
    """Give an amount in words: "350 € a month", "about 2,000–3,000 €", "free"."""
    if amount.low == amount.high == 0:
        return say("canvas.amount.free")
    per_period = _per_period(amount.period, _per_unit(amount, _money(amount, numerals)))
    return say("canvas.amount.about", amount=per_period) if amount.rough else per_period


def _money(amount: Amount, numerals: Numerals) -> Phrase:
    number = numerals.number(amount.low, amount.high)
    if amount.currency is None:
        return say("canvas.money.bare", number=number)
    return say(numerals.layout(amount.currency), number=number, symbol=numerals.symbol(amount.currency))


def _per_unit(amount: Amount, money: Phrase) -> Phrase:
    if not amount.per:
        return say("canvas.amount.each", money=money) if amount.period is Period.UNIT else money
    # English says "a cup" but "an hour": before a vowel, and an h, the catalogue may say it without article.
    article = "unit_vowel" if amount.per[0].lower() in "aeiouh" else "unit"
    return say(f"canvas.amount.{article}", money=money, per=amount.per)


def _per_period(period: Period | None, money: Phrase) -> Phrase:
    if period is None or period is Period.UNIT:
        return money
    return say(f"canvas.amount.{period.value}", money=money)


def _digits(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return 0 if places <= 0 else min(max(places, 2), _FINEST)
