"""Loads what a step may see of cohorts. Of others' ventures nothing leaves here but what is shared."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import BindParameter, Text, bindparam, func, or_, select

from bot.storage.cohorts.absence import owner_gone_since
from bot.storage.cohorts.clocks import zones_of
from bot.storage.moments import moment
from bot.storage.schema import check_in, cohort, cohort_member, comment, consent, person, venture
from bot.storage.ventures import fresh_id
from conversations.canvas.document import decode_canvas
from conversations.checkins.checkin import CheckIn, check_in_as_seen_by
from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.cohort import Member, Role, decode_cohort
from conversations.cohorts.consent import Part, Since, as_seen_by, shared_at
from conversations.cohorts.desk import Cohorts, Comment, Desk, Place, SeenVenture
from conversations.cohorts.naming import Named, told_apart
from conversations.cohorts.wanting import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.storage.places import Place as Whereabouts
    from bot.storage.unit import Unit
    from conversations.cohorts.wanting import Sight

MANY = 30
"""Members with more of whom a cohort isn't looked at as a whole within a turn: it would hold up everybody."""

_check_ins = msgspec.json.Decoder(CheckIn)
_comments = msgspec.json.Decoder(Comment)

_DOCUMENT = select(cohort.c.document, cohort.c.version).where(cohort.c.id == bindparam("this"))
_MINE = (
    select(cohort.c.id, cohort.c.document, cohort.c.version, cohort_member.c.role, cohort_member.c.venture)
    .join(cohort_member, cohort_member.c.cohort == cohort.c.id)
    .where(cohort_member.c.person == bindparam("member"))
    .order_by(cohort_member.c.since, cohort.c.id)
)
_MEMBERS = (
    select(cohort_member, person.c.first_name, person.c.last_name)
    .join(person, person.c.id == cohort_member.c.person)
    .where(cohort_member.c.cohort == bindparam("this"))
    .order_by(cohort_member.c.since, cohort_member.c.person)
)
_ONLY: BindParameter[str] = bindparam("only", type_=Text)
"""The one venture, or cohort, that is looked at, `*` for all."""
_CONSENTS = select(consent.c.venture, consent.c.block, consent.c.since).where(
    consent.c.cohort == bindparam("this"), or_(_ONLY == ALL, consent.c.venture == _ONLY)
)
_CANVASES = (
    select(venture.c.id, venture.c.document)
    .join(cohort_member, cohort_member.c.venture == venture.c.id)
    .where(cohort_member.c.cohort == bindparam("this"), or_(_ONLY == ALL, venture.c.id == _ONLY))
)
_nth = func.row_number().over(partition_by=check_in.c.venture, order_by=check_in.c.day.desc()).label("nth")
_ranked = (
    select(check_in, _nth)
    .where(check_in.c.cohort == bindparam("this"), or_(_ONLY == ALL, check_in.c.venture == _ONLY))
    .subquery()
)
_CHECK_INS = (
    select(_ranked.c.venture, _ranked.c.document)
    .where(_ranked.c.nth <= bindparam("most"))
    .order_by(_ranked.c.venture, _ranked.c.nth)
)
_EARLIER = select(_ranked.c.venture, _ranked.c.nth, _ranked.c.canvas).where(
    _ranked.c.nth <= bindparam("deep")
)
_COMMENTS = (
    select(comment.c.venture, comment.c.document)
    .where(comment.c.cohort == bindparam("this"))
    .order_by(comment.c.at.desc())
)
_LAST = (
    select(check_in.c.document, check_in.c.canvas)
    .where(check_in.c.venture == bindparam("this"), or_(_ONLY == ALL, check_in.c.cohort == _ONLY))
    .order_by(check_in.c.day.desc())
    .limit(1)
)


def cohorts_for(unit: Unit, place: Whereabouts, current: str, wanted: Sight) -> Cohorts:
    """Give what a step may see of cohorts; `current` is the venture of its conversation."""
    unit.flush()
    me = place.person or 0
    places = places_of(unit, me) if wanted.places or wanted.desk else ()
    mine = next((place for place in places if place.cohort.id == wanted.desk), None)
    return Cohorts(
        fresh=fresh_id(),
        places=places,
        desk=_desk(unit, mine, wanted) if mine is not None else _for_group(unit, place, wanted),
        last=_last(unit, current, wanted.last_in) if wanted.last_check_in else None,
    )


def _for_group(unit: Unit, here: Whereabouts, wanted: Sight) -> Desk | None:
    """Give a cohort opened for its group, None where this conversation isn't that."""
    if not wanted.group:
        return None
    row = unit.connection.execute(_DOCUMENT, {"this": wanted.group}).one_or_none()
    if row is None:
        return None
    found = decode_cohort(row.document.encode(), row.version)
    if found.group != here.id:
        return None
    members = _members(unit, found.id)
    ventures = tuple(_ventures(unit, found.id, members, {}, replace(wanted, venture=ALL)))
    return Desk(place=Place(cohort=found, roles=()), ventures=ventures)


def places_of(unit: Unit, me: int) -> tuple[Place, ...]:
    """Give a person's places in cohorts, the first joined first."""
    rows = unit.connection.execute(_MINE, {"member": me}).all()
    return tuple(
        _place(unit, me, [row for row in rows if row.id == this])
        for this in dict.fromkeys(r.id for r in rows)
    )


def _place(unit: Unit, me: int, rows: list[Any]) -> Place:
    first = rows[0]
    members = _members(unit, first.id)
    owns = next((row.venture for row in rows if row.venture), "")
    since = _shared(unit, first.id, owns).get(owns, {}) if owns else {}
    staff = sorted((m for m in members if m.role is not Role.FOUNDER), key=lambda m: m.role is not Role.OWNER)
    return Place(
        cohort=decode_cohort(first.document.encode(), first.version),
        roles=tuple(Role(row.role) for row in rows),
        called=next(member.name for member in members if member.person == me),
        venture=owns,
        consent=frozenset(since),
        since=since,
        mentors=tuple(dict.fromkeys(member.name for member in staff)),
        owner_gone_since=owner_gone_since(unit, first.id),
    )


def _members(unit: Unit, this: str) -> tuple[Member, ...]:
    rows = unit.connection.execute(_MEMBERS, {"this": this}).all()
    called = told_apart(Named(row.person, row.first_name, row.last_name) for row in rows)
    return tuple(
        Member(
            person=row.person,
            name=called[row.person],
            role=Role(row.role),
            since=moment(row.since),
            venture=row.venture or "",
            finished=bool(row.finished),
        )
        for row in rows
    )


def _shared(unit: Unit, this: str, only: str = ALL) -> dict[str, Since]:
    """Give since when which part of each venture, or of one, is shared with a cohort's mentors."""
    found: dict[str, Since] = defaultdict(dict)
    for row in unit.connection.execute(_CONSENTS, {"this": this, "only": only}):
        found[row.venture][Part(row.block)] = moment(row.since)
    return found


def _desk(unit: Unit, place: Place, wanted: Sight) -> Desk:
    """Give a cohort opened, with the ventures that are wanted for whoever accompanies it."""
    only = wanted.venture
    comments = _comments_in(unit, place.cohort.id)
    theirs = (
        tuple(comment for comment in comments[place.venture] if not comment.note) if place.venture else ()
    )
    if not allowed(place.roles, Action.SEE_MEMBERS):
        return Desk(place=place, comments=theirs)
    members = _members(unit, place.cohort.id)
    if wanted.clocks and only:
        zones = zones_of(unit, place.cohort.id, only)
        members = tuple(replace(member, zone=zones.get(member.person, "")) for member in members)
    looked_at = [member for member in members if only in (ALL, member.venture)]
    crowded = wanted.patient and len(looked_at) > MANY
    wants_some = only and not crowded
    ventures = tuple(_ventures(unit, place.cohort.id, looked_at, comments, wanted)) if wants_some else ()
    shared = _shared(unit, place.cohort.id) if wanted.consents else {}
    consents = {known: frozenset(since) for known, since in shared.items()}
    return Desk(
        place=place,
        members=members,
        ventures=ventures,
        comments=theirs,
        consents=consents,
        crowded=crowded,
    )


def _comments_in(unit: Unit, this: str) -> dict[str, list[Comment]]:
    found: dict[str, list[Comment]] = defaultdict(list)
    for row in unit.connection.execute(_COMMENTS, {"this": this}):
        found[row.venture].append(_comments.decode(row.document))
    return found


def _ventures(
    unit: Unit, this: str, members: Iterable[Member], comments: dict[str, list[Comment]], wanted: Sight
) -> Iterable[SeenVenture]:
    founders: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.role is Role.FOUNDER:
            founders[member.venture].append(member)
    shared = _shared(unit, this, wanted.venture)
    found = unit.connection.execute(_CANVASES, {"this": this, "only": wanted.venture})
    canvases = {row.id: row.document if wanted.canvases else "{}" for row in found}
    check_ins = _check_ins_of(unit, this, wanted)
    for known, people in founders.items():
        if known not in canvases:  # deleted while this was read beside the turns
            continue
        since = shared.get(known, {})
        consent_ = frozenset(since)
        yield SeenVenture(
            id=known,
            founders=tuple(people),
            consent=consent_,
            since=since,
            canvas=as_seen_by(decode_canvas(canvases[known].encode()), consent_),
            check_ins=tuple(
                check_in_as_seen_by(one, shared_at(consent_, since, one.at)) for one in check_ins[known]
            ),
            comments=tuple(comments.get(known, ())),
        )


def _check_ins_of(unit: Unit, this: str, wanted: Sight) -> dict[str, list[CheckIn]]:
    named = {"this": this, "only": wanted.venture}
    earlier = unit.connection.execute(_EARLIER, {**named, "deep": wanted.canvases})
    canvases = {(row.venture, row.nth): row.canvas for row in earlier}
    found: dict[str, list[CheckIn]] = defaultdict(list)
    for row in unit.connection.execute(_CHECK_INS, {**named, "most": wanted.check_ins}):
        known = found[row.venture]
        known.append(_whole(row.document, canvases.get((row.venture, len(known) + 1))))
    return found


def _whole(document: str, canvas: str | None) -> CheckIn:
    answered = _check_ins.decode(document)
    if canvas is None:
        return answered
    return replace(answered, canvas=decode_canvas(canvas.encode()))


def _last(unit: Unit, this: str, within: str) -> CheckIn | None:
    row = unit.connection.execute(_LAST, {"this": this, "only": within}).one_or_none()
    return None if row is None else _whole(row.document, row.canvas)
