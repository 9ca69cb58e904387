"""Rules about key resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from conversations.canvas.entries import Partner, Resource
from conversations.canvas.facets import Block, ResourceKind, Sourcing, Stage
from conversations.coach.actions import add, mark
from conversations.coach.advice import Found, rule
from conversations.coach.looking import funds, ids, is_open, people, published, texts, things
from conversations.coach.naming import is_task
from conversations.coach.stages import GROWN, TRADING
from conversations.coach.vocabulary.matching import mentions, readable
from conversations.coach.vocabulary.money import FUNDING
from conversations.coach.vocabulary.things import (
    ASKABLE,
    NOT_UNIQUE,
    PROTECTED,
    SOURCED,
    UNIQUE,
    UNPROTECTED,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas


@rule("own_lease_partner", source="Seed", weight=50, block=Block.RESOURCES, rests_on=("sourcing", "things"))
def own_lease_partner(canvas: Canvas) -> Iterator[Found]:
    """Speak about things of which nobody knows how they are had, or which lack what the others have."""
    had = things(canvas)
    known = any(isinstance(one.sourcing, Sourcing) for one in had)
    asked = [
        one
        for one in had
        if one.sourcing is None
        or (one.sourcing is UNSET and (known or is_open(canvas, UNSET)) and _may_be_asked(one))
    ]
    if asked:
        buttons = (mark(asked[0].id, Sourcing.OWNED), mark(asked[0].id, Sourcing.LEASED))
        yield Found(ids(asked), actions=buttons)


@rule("rent_briefly", source="VP", weight=47, block=Block.RESOURCES, quiet=TRADING, rests_on=("sourcing",))
def rent_briefly(canvas: Canvas) -> Iterator[Found]:
    """Speak about what is rented for a mere idea: for as short as can be, until somebody says yes."""
    rented = [one for one in things(canvas) if one.sourcing is Sourcing.LEASED]
    if rented and canvas.venture.stage is Stage.IDEA:
        yield Found(ids(rented[:1]))


@rule("add_people", source="Seed", weight=70, block=Block.RESOURCES, rests_on=("people",))
def add_people(canvas: Canvas) -> Iterator[Found]:
    """Speak where there are resources and nobody among them."""
    if canvas.of(Resource) and readable(canvas) and not people(canvas) and not published(canvas):
        yield Found(actions=add(Block.RESOURCES))


@rule("add_funding", source="Seed", weight=62, block=Block.RESOURCES, quiet=TRADING, rests_on=("money",))
def add_funding(canvas: Canvas) -> Iterator[Found]:
    """Speak where nothing is sold yet and no money is among the resources, nor anybody who gives some."""
    halves = [half for partner in canvas.of(Partner) for half in partner.gives or ()]
    given = mentions(FUNDING, [*texts(canvas, Block.PARTNERS), *halves])
    if canvas.of(Resource) and readable(canvas) and not funds(canvas) and not given:
        yield Found(actions=add(Block.RESOURCES))


@rule("protect_ip", source="Seed, NSF", weight=46, block=Block.RESOURCES)
def protect_ip(canvas: Canvas) -> Iterator[Found]:
    """Speak about a recipe, design or formula of one's own while nothing tells that it is protected."""
    said = [
        text
        for text in texts(canvas, Block.ACTIVITIES, Block.RESOURCES, Block.COSTS)
        if not UNPROTECTED.search(text)
    ]
    own = [
        one
        for one in things(canvas)
        if one.kind is not ResourceKind.PHYSICAL
        and one.sourcing not in (Sourcing.LEASED, Sourcing.PARTNER)
        and UNIQUE.search(one.text)
        and not NOT_UNIQUE.search(one.text)
    ]
    if own and canvas.venture.stage not in GROWN and not mentions(PROTECTED, said):
        yield Found(ids(own[:1]), actions=add(Block.ACTIVITIES))


def _may_be_asked(resource: Resource) -> bool:
    """Tell whether this is a thing whose words don't tell yet how it is had."""
    return (
        bool(ASKABLE.search(resource.text))
        and not SOURCED.search(resource.text)
        and not is_task(resource.text)
    )
