"""Rules about the cost structure, as far as they ask for something that is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from conversations.canvas.entries import Cost, Resource
from conversations.canvas.facets import Behaviour, Block, Sourcing
from conversations.canvas.money import Period
from conversations.coach.advice import Found, rule
from conversations.coach.looking import amount_of, ids, texts, workers
from conversations.coach.vocabulary import PAY, UNPAID, mentions, readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

TOP = 3


@rule("cost_people", source="practice", weight=69, block=Block.COSTS, rests_on=("prices", "more_costs"))
def cost_people(canvas: Canvas) -> Iterator[Found]:
    """Speak where people work and no pay is among the costs."""
    unpaid = [one for one in workers(canvas) if not mentions(UNPAID, [one.text])]
    costs = canvas.of(Cost)
    named = {one.text.casefold() for one in unpaid}
    paid = any(cost.about in ids(unpaid) or cost.text.casefold() in named for cost in costs)
    if unpaid and costs and not paid and readable(canvas) and not mentions(PAY, texts(canvas, Block.COSTS)):
        yield Found(ids(unpaid))


@rule("cost_missing", source="FOX", weight=44, block=Block.COSTS, rests_on=("prices", "more_costs"))
def cost_missing(canvas: Canvas) -> Iterator[Found]:
    """Speak about what is rented and has no cost, where other resources have theirs."""
    costs = canvas.of(Cost)
    priced = {cost.about for cost in costs}
    resources = canvas.of(Resource)
    missing = [
        one
        for one in resources
        if one.sourcing is Sourcing.LEASED and one.id not in priced and not _covered(one, costs)
    ]
    if missing and any(one.id in priced for one in resources):
        yield Found(ids(missing))


@rule("quantify_costs", source="FBK, NOL", weight=57, block=Block.COSTS, rests_on=("prices", "more_costs"))
def quantify_costs(canvas: Canvas) -> Iterator[Found]:
    """Speak where costs were asked about and none has an amount."""
    costs = canvas.of(Cost)
    unknown = [cost for cost in costs if cost.amount is None]
    if unknown and not any(amount_of(cost) for cost in costs):
        yield Found(ids(unknown[:TOP]))


@rule("mark_fixed_variable", source="DTSE", weight=32, block=Block.COSTS, rests_on=("growing",))
def mark_fixed_variable(canvas: Canvas) -> Iterator[Found]:
    """Speak about costs that the founder couldn't mark, or that lack the mark which the others have."""
    costs = [cost for cost in canvas.of(Cost) if not _by_the_unit_or_once(cost)]
    marked = any(isinstance(cost.behaviour, Behaviour) for cost in costs)
    unmarked = [cost for cost in costs if cost.behaviour is None or (cost.behaviour is UNSET and marked)]
    if unmarked:
        yield Found(ids(unmarked))


def _by_the_unit_or_once(cost: Cost) -> bool:
    amount = amount_of(cost)
    return amount is not None and amount.period in (Period.UNIT, Period.ONCE)


def _covered(resource: Resource, costs: tuple[Cost, ...]) -> bool:
    """Tell whether a cost names the resource ("Cart lease" and "Cart")."""
    words = set(resource.text.casefold().split())
    return any(words & set(cost.text.casefold().split()) for cost in costs)
