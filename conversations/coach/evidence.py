"""The rule about guesses: which of them to test next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Cost, Partner, Resource
from conversations.canvas.facets import Block, Evidence
from conversations.canvas.money import Amount, Period
from conversations.coach.actions import Action, Do, mark
from conversations.coach.advice import Found, rule
from conversations.coach.stages import TRADING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry

MONTHS = 12


@rule("test_next", source="BLK", weight=65, block=None)
def guess_to_test(canvas: Canvas) -> Iterator[Found]:
    """Speak about the weightiest guess: best activity, needed partner, biggest cost; else hoped-for sales.

    Of sales only until there are some.
    """
    heaviest = next(_weighty_guesses(canvas), None)
    volume = canvas.front_stage.volume
    if heaviest is not None:
        yield heaviest
    elif volume and volume.hoped and canvas.venture.stage not in TRADING:
        again = (Action(Do.ASK, question="sale"),) if canvas.answers else ()
        yield Found((), "volume", {"sales": volume.high}, weight=45, rests_on=("sale",), actions=again)


def _weighty_guesses(canvas: Canvas) -> Iterator[Found]:
    for activity in canvas.of(Activity):
        if activity.starred and activity.evidence is Evidence.GUESS:
            yield _found(activity, "starred", Block.ACTIVITIES, 65)
    for partner in canvas.of(Partner):
        if partner.evidence is Evidence.GUESS and _much_hangs_on(canvas, partner):
            yield _found(partner, "partner", Block.PARTNERS, 64)
    priced = [(sum_, cost) for cost in canvas.of(Cost) if (sum_ := _a_month(cost)) is not None]
    if priced:
        biggest = max(priced, key=lambda pair: pair[0])[1]
        if biggest.evidence is Evidence.GUESS:
            yield _found(biggest, "cost", Block.COSTS, 63)


def _found(entry: Entry, wording: str, block: Block, weight: float) -> Found:
    buttons = (mark(entry.id, Evidence.ASKED), mark(entry.id, Evidence.AGREED))
    return Found((entry.id,), wording, block=block, weight=weight, actions=buttons)


def _much_hangs_on(canvas: Canvas, partner: Partner) -> bool:
    alone = len(canvas.of(Partner)) == 1
    return alone or any(thing.partner == partner.id for thing in canvas.of(Resource))


def _a_month(cost: Cost) -> Decimal | None:
    """Give what a cost is a month; what is paid once counts whole, what is paid a sale isn't compared."""
    amount = cost.amount
    if not isinstance(amount, Amount) or amount.period is Period.UNIT:
        return None
    return amount.high / MONTHS if amount.period is Period.YEAR else amount.high
