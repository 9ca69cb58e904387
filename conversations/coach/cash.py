"""How much money is there, as far as the canvas tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.figures import Figure, added
from conversations.canvas.money import Period
from conversations.canvas.sums import main_currency, stated_totals
from conversations.coach.looking import funds
from conversations.coach.vocabulary.money import CASH
from conversations.reading.amounts import find_amounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas


def cash_of(canvas: Canvas) -> Figure | None:
    """Give the cash that was stated, else what the money among the resources comes to; None where unknown."""
    currency = main_currency(canvas)
    stated = stated_totals(canvas, currency).get("cash")
    return stated or added(_amounts(canvas, currency))


def _amounts(canvas: Canvas, currency: str) -> Iterator[Figure]:
    for resource in funds(canvas):
        if not CASH.search(resource.text):
            continue
        for _, amount in find_amounts(resource.text):
            once = amount.period in (None, Period.ONCE)
            if once and amount.currency in (None, currency or amount.currency):
                yield Figure(amount.low, amount.high, (resource.id,), amount.rough)
