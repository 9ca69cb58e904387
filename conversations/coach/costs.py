"""Rules about the cost structure, as far as they ask for something that is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from conversations.canvas.entries import Cost, Resource
from conversations.canvas.facets import Behaviour, Block
from conversations.canvas.money import Period
from conversations.canvas.stems import shared, stems
from conversations.coach.actions import Action, Do, add, mark
from conversations.coach.advice import Found, rule
from conversations.coach.covering import advertised_free, shared_sales, uncovered
from conversations.coach.looking import (
    amount_of,
    ids,
    is_open,
    published,
    sells_nothing,
    texts,
    workers,
    written_down,
)
from conversations.coach.stages import GROWN
from conversations.coach.vocabulary.matching import mentions, readable
from conversations.coach.vocabulary.money import FREE
from conversations.coach.vocabulary.people import BROAD_COSTS, PAY, UNPAID, WORKERS
from conversations.coach.vocabulary.things import BUYING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

TOP = 3
ENOUGH = 2
"""Costs from which it is worth telling those that stay from those that grow."""


@rule("cost_people", source="practice", weight=69, block=Block.COSTS, rests_on=("prices", "more_costs"))
def cost_people(canvas: Canvas) -> Iterator[Found]:
    """Speak where people work and no pay is among the costs, or where nobody works and nobody is paid."""
    costs = canvas.of(Cost)
    said = texts(canvas, Block.COSTS)
    if not costs or not readable(canvas) or mentions(PAY, said):
        return
    # Who writes a canvas down may mean a wage by "Coaches"; in an interview it is asked what each cost is.
    if mentions(WORKERS, said) and not canvas.answers:
        return
    if canvas.venture.stage in GROWN and not canvas.answers and mentions(BROAD_COSTS, said):
        return
    working = workers(canvas)
    unpaid = [one for one in working if not mentions(UNPAID, [one.text])]
    named = {one.text.casefold() for one in unpaid}
    paid = any(cost.about in ids(unpaid) or cost.text.casefold() in named for cost in costs) or any(
        shared(stems(one.text), stems(*said)) for one in unpaid if not canvas.answers
    )
    if unpaid and not paid:
        yield Found(ids(unpaid), actions=add(Block.COSTS))
    elif not working and written_down(canvas):
        yield Found(wording="nobody", actions=add(Block.COSTS))


@rule("cost_missing", source="FOX", weight=44, block=Block.COSTS, rests_on=("prices", "more_costs"))
def cost_missing(canvas: Canvas) -> Iterator[Found]:
    """Speak about what is rented, shared or advertised and has no cost."""
    if not canvas.of(Cost) or not readable(canvas) or published(canvas):
        return
    priced = {cost.about for cost in canvas.of(Cost)}
    rented = uncovered(canvas)
    # In an interview only the likeliest costs are asked about: others are missed only beside those.
    if rented and (not canvas.answers or any(one.id in priced for one in canvas.of(Resource))):
        yield Found(ids(rented), actions=add(Block.COSTS))
    sharing = [] if canvas.answers else shared_sales(canvas)
    if sharing:
        yield Found(ids(sharing), "share", actions=add(Block.COSTS))
    if written_down(canvas) and (ads := advertised_free(canvas)):
        yield Found(ids(ads), "ads", actions=add(Block.COSTS))


@rule("quantify_costs", source="FBK, NOL", weight=57, block=Block.COSTS, rests_on=("prices", "more_costs"))
def quantify_costs(canvas: Canvas) -> Iterator[Found]:
    """Speak where no cost has an amount: guess the three biggest."""
    costs = canvas.of(Cost)
    unknown = [cost for cost in costs if is_open(canvas, cost.amount) and not FREE.search(cost.text)]
    if unknown and not any(amount_of(cost) for cost in costs):
        price = Action(Do.PRICE, entry=unknown[0].id)
        # Where nobody asked, what is particular to this canvas comes first.
        unasked = all(cost.amount is UNSET for cost in unknown)
        yield Found(ids(unknown[:TOP]), weight=38 if unasked else None, actions=(price,))


@rule("mark_fixed_variable", source="DTSE", weight=32, block=Block.COSTS, rests_on=("growing",))
def mark_fixed_variable(canvas: Canvas) -> Iterator[Found]:
    """Speak about costs that the founder couldn't mark, or that lack the mark which the others have."""
    costs = [
        one
        for one in canvas.of(Cost)
        if not _by_the_unit_or_once(one) and not FREE.search(one.text) and not BUYING.search(one.text)
    ]
    marked = any(isinstance(cost.behaviour, Behaviour) for cost in canvas.of(Cost))
    sells = written_down(canvas) and not sells_nothing(canvas) and len(costs) >= ENOUGH
    unmarked = [
        cost for cost in costs if cost.behaviour is None or (cost.behaviour is UNSET and (marked or sells))
    ]
    if unmarked:
        first = unmarked[0].id
        yield Found(ids(unmarked), actions=(mark(first, Behaviour.FIXED), mark(first, Behaviour.VARIABLE)))


def _by_the_unit_or_once(cost: Cost) -> bool:
    amount = amount_of(cost)
    return amount is not None and amount.period in (Period.UNIT, Period.ONCE)
