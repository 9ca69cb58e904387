"""Rules about key partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from conversations.canvas.entries import Partner, Resource
from conversations.canvas.facets import Block, PartnerKind
from conversations.coach.advice import Found, rule
from conversations.coach.looking import ids
from conversations.coach.vocabulary import SOLE
from conversations.words.gaps import nameless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

SEVERAL = 2


@rule("name_partner", source="Seed, STR", weight=73, block=Block.PARTNERS, rests_on=("partners",))
def name_partner(canvas: Canvas) -> Iterator[Found]:
    """Speak where something comes from a partner whom nobody has named."""
    missing = nameless(canvas)
    if missing:
        yield Found(ids(missing))


@rule("partner_role", source="COU", weight=60, block=Block.PARTNERS, rests_on=("partners",))
def partner_role(canvas: Canvas) -> Iterator[Found]:
    """Speak about partners of whom the founder doesn't know what they give or get, or the others have it."""
    partners = canvas.of(Partner)
    told = any(partner.gives and partner.gets for partner in partners)
    for wording in ("gives", "gets"):
        halves = [(partner, partner.gives if wording == "gives" else partner.gets) for partner in partners]
        open_ones = [partner for partner, half in halves if half is None or (half is UNSET and told)]
        if open_ones:
            yield Found(ids(open_ones), wording)


@rule("single_dependency", source="UPG", weight=61, block=Block.PARTNERS)
def single_dependency(canvas: Canvas) -> Iterator[Found]:
    """Speak about a partner on whom several things hang, or who is the only source by the founder's words."""
    for partner in canvas.of(Partner):
        gives = partner.gives or ()
        things = [resource for resource in canvas.of(Resource) if resource.partner == partner.id]
        sole = SOLE.search(" ".join((partner.text, *gives)))
        if sole and not gives:
            yield Found((partner.id,), "sole")
        elif (sole or things) and (len(gives) >= SEVERAL or len(things) >= SEVERAL or (sole and gives)):
            what = gives or tuple(thing.text for thing in things)
            yield Found((partner.id,), params={"gives": ", ".join(what)})


@rule("coopetition_terms", source="CLV", weight=48, block=Block.PARTNERS)
def coopetition_terms(canvas: Canvas) -> Iterator[Found]:
    """Speak about a competitor or a joint venture among the partners, as the founder marked them."""
    rivals = [
        partner
        for partner in canvas.of(Partner)
        if partner.kind in (PartnerKind.COOPETITION, PartnerKind.JOINT_VENTURE)
    ]
    if rivals:
        yield Found(ids(rivals))
