"""Which costs a canvas makes likely, so that prices are asked about what is already there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.entries import Cost, Partner, Resource
from conversations.canvas.facets import ResourceKind, Sourcing
from conversations.canvas.once import once
from conversations.reading.people import says_what_they_are
from conversations.reading.sameness import same_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

MOST = 5
_PAID = re.compile(
    r"\b(?:money|cash|pay|payments?|paid|rents?|orders?|premiums?|fees?|commissions?|prices?|shares?|percent|"
    r"subscriptions?|invoices?|salar(?:y|ies)|wages?|purchases?|sales|business|custom|turnover|revenue)\b|[%€$£¥\d]"
)
_FAVOURS = frozenset(
    {
        *(
            "referral",
            "referrals",
            "introduction",
            "introductions",
            "intros",
            "recommendations",
            "endorsement",
        ),
        *(
            "customers",
            "clients",
            "leads",
            "contacts",
            "traffic",
            "access",
            "reach",
            "visibility",
            "publicity",
        ),
        *("advice", "feedback", "trust", "credibility"),
    }
)


class LikelyCost(msgspec.Struct, frozen=True):
    """Something that probably costs money: what it is called, and the entry it is about."""

    text: str
    about: int


@once
def likely_costs(canvas: Canvas) -> tuple[LikelyCost, ...]:
    """Give up to five likely costs, none of which stands on the canvas yet.

    First what is rented or comes from a partner, then what partners give, people hired for a job, and things
    of which nobody has said how they are had.
    """
    priced = {cost.about for cost in canvas.of(Cost)}
    names = [cost.text for cost in canvas.of(Cost)]
    found: list[LikelyCost] = []
    for likely in _all(canvas):
        known = any(same_item(likely.text, name) for name in names)
        if known or (likely.about in priced and _is_resource(canvas, likely.about)):
            continue
        found.append(likely)
        names.append(likely.text)
        if len(found) == MOST:
            break
    return tuple(found)


def _is_resource(canvas: Canvas, entry_id: int) -> bool:
    return isinstance(canvas.entry(entry_id), Resource)


def _all(canvas: Canvas) -> Iterator[LikelyCost]:
    things = [
        resource
        for resource in canvas.of(Resource)
        if resource.kind not in (ResourceKind.HUMAN, ResourceKind.FINANCIAL)
    ]
    for sourcing in (Sourcing.LEASED, Sourcing.PARTNER):
        yield from (LikelyCost(r.text, r.id) for r in things if r.sourcing is sourcing)
    for partner in canvas.of(Partner):
        for given in partner.gives or ():
            known = any(_covers(thing.text, given) for thing in things)
            if not known and not _is_favour(given) and _may_be_paid(partner):
                yield LikelyCost(given, partner.id)
    for person in canvas.of(Resource):
        if person.kind is ResourceKind.HUMAN and _is_role(person.text):
            yield LikelyCost(person.text, person.id)
    yield from (
        LikelyCost(r.text, r.id)
        for r in things
        if r.sourcing is not Sourcing.OWNED and r.sourcing not in (Sourcing.LEASED, Sourcing.PARTNER)
    )


def _is_favour(given: str) -> bool:
    """Whether what a partner gives is nothing that one pays for by the piece, such as referrals."""
    return not _FAVOURS.isdisjoint(given.casefold().split())


def _may_be_paid(partner: Partner) -> bool:
    """Whether money may change hands: not where a partner gets something else, such as reports."""
    gets = " ".join(partner.gets or ()).casefold()
    return not gets or not gets.isascii() or _PAID.search(gets) is not None


def _covers(thing: str, given: str) -> bool:
    """Whether what a partner gives is a thing that stands on the canvas ("machine", "espresso machine")."""
    return same_item(thing, given) or set(given.casefold().split()) <= set(thing.casefold().split())


def _is_role(name: str) -> bool:
    """Whether this names a job ("two bakers") and not a person ("Tom"), whom the coach asks about."""
    if not name or "volunteer" in name.casefold():
        return False
    return says_what_they_are(name) or (not name[0].isupper() and name[0].isascii())
