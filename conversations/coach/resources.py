"""Rules about key resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from conversations.canvas.entries import Cost, Resource
from conversations.canvas.facets import Block, ResourceKind, Sourcing, Stage
from conversations.canvas.money import Amount, Period
from conversations.coach.advice import Found, rule
from conversations.coach.looking import amount_of, funds, ids, people, texts, things
from conversations.coach.stages import GROWN, TRADING
from conversations.coach.vocabulary import (
    EQUIPMENT,
    FUNDING,
    NOT_UNIQUE,
    PROTECTED,
    UNIQUE,
    mentions,
    readable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

COSTLY = 1000
"""From how much of a larger currency a purchase is costly for somebody who hasn't sold anything."""
COSTLY_IN_SALES = 100
"""From how many sales' worth a purchase is costly, where the price is known."""
_LARGER = frozenset({"EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD"})


@rule("own_lease_partner", source="Seed", weight=50, block=Block.RESOURCES, rests_on=("sourcing", "things"))
def own_lease_partner(canvas: Canvas) -> Iterator[Found]:
    """Speak where the founder doesn't know how a thing is had, or the other things have it."""
    known = [one for one in things(canvas) if isinstance(one.sourcing, Sourcing)]
    asked = [one for one in things(canvas) if one.sourcing is None or (one.sourcing is UNSET and known)]
    if asked:
        yield Found(ids(asked))


@rule("lease_first", source="Seed, VP", weight=68, block=Block.COSTS, quiet=TRADING)
def lease_first(canvas: Canvas) -> Iterator[Found]:
    """Speak about a costly purchase before launch: a thing bought outright, at a price that was given."""
    for cost in canvas.of(Cost):
        amount = amount_of(cost)
        if amount is None or amount.period is not Period.ONCE or not _costly(canvas, amount):
            continue
        thing = canvas.entry(cost.about) if cost.about is not None else None
        bought = isinstance(thing, Resource) and thing.sourcing not in (Sourcing.LEASED, Sourcing.PARTNER)
        physical = bought and isinstance(thing, Resource) and thing.kind is ResourceKind.PHYSICAL
        if physical or ((bought or thing is None) and EQUIPMENT.search(cost.text)):
            yield Found((cost.id,), params={"amount": amount})


@rule("rent_briefly", source="VP", weight=47, block=Block.RESOURCES, quiet=TRADING, rests_on=("sourcing",))
def rent_briefly(canvas: Canvas) -> Iterator[Found]:
    """Speak about what is rented for a mere idea: for as short as can be, until somebody says yes."""
    rented = [one for one in things(canvas) if one.sourcing is Sourcing.LEASED]
    if rented and canvas.venture.stage is Stage.IDEA:
        yield Found(ids(rented[:1]))


@rule("add_people", source="Seed", weight=70, block=Block.RESOURCES, rests_on=("people",))
def add_people(canvas: Canvas) -> Iterator[Found]:
    """Speak where there are resources and nobody among them."""
    if canvas.of(Resource) and readable(canvas) and not people(canvas):
        yield Found()


@rule("add_funding", source="Seed", weight=62, block=Block.RESOURCES, quiet=TRADING, rests_on=("money",))
def add_funding(canvas: Canvas) -> Iterator[Found]:
    """Speak where nothing is sold yet and no money is among the resources, nor anybody who gives some."""
    given = mentions(FUNDING, texts(canvas, Block.PARTNERS))
    if canvas.of(Resource) and readable(canvas) and not funds(canvas) and not given:
        yield Found()


@rule("protect_ip", source="Seed, NSF", weight=46, block=Block.RESOURCES)
def protect_ip(canvas: Canvas) -> Iterator[Found]:
    """Speak about a recipe, design or formula of one's own while nothing tells that it is protected."""
    said = texts(canvas, Block.ACTIVITIES, Block.RESOURCES, Block.COSTS)
    own = [
        one
        for one in things(canvas)
        if one.kind is not ResourceKind.PHYSICAL
        and one.sourcing not in (Sourcing.LEASED, Sourcing.PARTNER)
        and UNIQUE.search(one.text)
        and not NOT_UNIQUE.search(one.text)
    ]
    if own and canvas.venture.stage not in GROWN and not mentions(PROTECTED, said):
        yield Found(ids(own[:1]))


def _costly(canvas: Canvas, amount: Amount) -> bool:
    price = canvas.front_stage.price
    if isinstance(price, Amount) and price.high > 0:
        return amount.low >= COSTLY_IN_SALES * price.high
    currency = amount.currency or canvas.venture.currency
    return currency in _LARGER and amount.low >= COSTLY
