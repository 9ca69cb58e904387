"""Where the money goes: costs as bars of a month, largest first."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.drawing.notes import TOLD_BY_MARKS, in_one_line, marks_of
from bot.drawing.sheet import CostNote
from bot.drawing.shown import runs_right_to_left
from conversations.canvas.document import Totals, Volume
from conversations.canvas.entries import Cost
from conversations.canvas.facets import Behaviour
from conversations.canvas.money import Amount, Period
from conversations.canvas.sums import MONTHS, sums
from conversations.words.entry_words import facets_of
from conversations.words.money_words import in_currency
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.words.catalogue import Catalogue

_TOLD_OTHERWISE = TOLD_BY_MARKS | frozenset({"canvas.facet.amount", "canvas.gap.amount"})
_TOLD_BY_COLOUR = "canvas.facet.variable"


def cost_notes(canvas: Canvas, words: Catalogue) -> tuple[CostNote, ...]:
    """Give the costs, those whose month is known first and largest first, the others as they were said."""
    months = _months(canvas)
    largest = max(months.values(), default=Decimal(0))
    costs = sorted(canvas.of(Cost), key=lambda cost: -months.get(cost.id, Decimal(-1)))
    return tuple(
        _note(canvas, cost, words, months.get(cost.id, Decimal(0)) / largest if largest else Decimal(0))
        for cost in costs
    )


def _note(canvas: Canvas, cost: Cost, words: Catalogue, share: Decimal) -> CostNote:
    colour_tells = share > 0
    said = [
        phrase
        for phrase in facets_of(canvas, cost)
        if phrase.key not in _TOLD_OTHERWISE and not (colour_tells and phrase.key == _TOLD_BY_COLOUR)
    ]
    amount = ""
    if isinstance(cost.amount, Amount):
        amount = words.label(say("canvas.facet.amount", amount=in_currency(cost.amount, canvas)))
    elif cost.amount is None:
        amount = words.label(say("canvas.gap.amount"))
    return CostNote(
        id=cost.id,
        text=cost.text,
        rtl=runs_right_to_left(cost.text),
        facets=in_one_line(said, words),
        marks=marks_of(cost),
        amount=amount,
        asks=cost.amount is None,
        share=float(share),
        grows=_grows(cost),
    )


def _grows(cost: Cost) -> bool:
    by_the_sale = isinstance(cost.amount, Amount) and cost.amount.period is Period.UNIT
    return by_the_sale or cost.behaviour is Behaviour.VARIABLE


def _months(canvas: Canvas) -> dict[int, Decimal]:
    """Give what costs come to in a month, by id, as far as it is known."""
    # Sums that were stated outright rest on no entry.
    known = sums(replace(canvas, totals=Totals()))
    volume = canvas.front_stage.volume
    monthly = {number for figure in (known.fixed, known.variable) if figure for number in figure.entries}
    sold = set(known.unit.entries) if known.unit and isinstance(volume, Volume) else set()
    months = {}
    for cost in canvas.of(Cost):
        if not isinstance(cost.amount, Amount):
            continue
        middle = (cost.amount.low + cost.amount.high) / 2
        if cost.id in monthly:
            months[cost.id] = middle / (MONTHS if cost.amount.period is Period.YEAR else 1)
        elif cost.id in sold and isinstance(volume, Volume):
            months[cost.id] = middle * (volume.low + volume.high) / 2
    return months
