"""Figures in words, in the canvas's currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.figures import added
from conversations.canvas.money import Amount, Period
from conversations.canvas.sums import main_currency, sums
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from decimal import Decimal

    from conversations.canvas.document import Canvas
    from conversations.canvas.figures import Figure


def in_currency(amount: Amount, canvas: Canvas) -> Amount:
    """Give the amount in its own currency, else in the canvas's."""
    return amount if amount.currency else replace(amount, currency=main_currency(canvas) or None)


def range_in_words(low: Decimal, high: Decimal) -> Phrase:
    """Give a count, or a range of counts."""
    return say("canvas.number", number=low) if low == high else say("canvas.range", low=low, high=high)


def money(figure: Figure, currency: str, period: Period | None = None) -> Amount:
    """Give a figure as an amount, to the cent, called rough where it rests on a guess."""
    low, high = (round(number, 2) for number in (figure.low, figure.high))
    return Amount(low, high, currency or None, period, rough=figure.guess)


def month_in_words(canvas: Canvas) -> list[Phrase]:
    """Give the lines that sum up the costs: of a month, of a sale, once; and what isn't in them."""
    known = sums(canvas)
    month = added((known.fixed, known.variable))
    several = sum(len(figure.entries) for figure in (month, known.unit) if figure) > 1
    lines = []
    if several and month and known.unit:
        shown = {
            "month": money(month, known.currency, Period.MONTH),
            "sale": money(known.unit, known.currency),
        }
        lines.append(say("canvas.sum.month_and_sale", **shown))
    elif several and month:
        lines.append(say("canvas.sum.month", amount=money(month, known.currency, Period.MONTH)))
    elif several and known.unit:
        lines.append(say("canvas.sum.sale", amount=money(known.unit, known.currency)))
    if known.one_off and len(known.one_off.entries) > 1:
        lines.append(say("canvas.sum.once", amount=money(known.one_off, known.currency)))
    for reason in ("unpriced", "other_currency", "unclear"):
        if lines and (left_out := getattr(known, reason)):
            lines.append(say(f"canvas.sum.{reason}", entries=_texts(canvas, left_out)))
    return lines


def _texts(canvas: Canvas, ids: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(entry.text for entry in canvas.entries if entry.id in ids)
