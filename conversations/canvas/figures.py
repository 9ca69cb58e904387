"""Figures: a number or a range, and what it rests on."""

from __future__ import annotations

from decimal import ROUND_CEILING, Context, Decimal
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


class Figure(msgspec.Struct, frozen=True):
    """A number between `low` and `high`, the ids of the entries it rests on, and whether on a guess."""

    low: Decimal
    high: Decimal
    entries: tuple[int, ...] = ()
    guess: bool = False

    def __add__(self, other: Figure) -> Figure:
        return self._with(other, self.low + other.low, self.high + other.high)

    def __sub__(self, other: Figure) -> Figure:
        return self._with(other, self.low - other.high, self.high - other.low)

    def __mul__(self, other: Figure) -> Figure:
        return self._with(other, self.low * other.low, self.high * other.high)

    def __truediv__(self, other: Figure) -> Figure:
        """Divide; `other` has to be above zero at both ends."""
        return self._with(other, self.low / other.high, self.high / other.low)

    def _with(self, other: Figure, low: Decimal, high: Decimal) -> Figure:
        both = dict.fromkeys((*self.entries, *other.entries))
        return Figure(low, high, tuple(both), self.guess or other.guess)


def added(figures: Iterable[Figure | None]) -> Figure | None:
    """Give the sum of the figures that are known, None where none is."""
    total: Figure | None = None
    for figure in figures:
        if figure is not None:
            total = figure if total is None else total + figure
    return total


def roughly(number: Decimal, digits: int = 2) -> Decimal:
    """Give a count rounded up to its order of magnitude: 239.13 is about 240."""
    return number.normalize(Context(prec=digits, rounding=ROUND_CEILING)).quantize(Decimal(1), ROUND_CEILING)
