"""Saves what a step wants kept of cohorts, in the turn's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import msgspec
from sqlalchemy import bindparam, delete, exists, insert, select, update

from bot.storage.cohorts.withdrawing import withdraw
from bot.storage.errors import StaleCohort
from bot.storage.moments import millis
from bot.storage.schema import check_in, cohort, cohort_member, cohort_playbook, comment, consent
from conversations.canvas.document import Canvas, encode_canvas
from conversations.cohorts.cohort import Role, decode_cohort, encode_cohort
from conversations.cohorts.desk import Comment
from conversations.cohorts.records import (
    CheckedIn,
    CohortSaved,
    CommentDropped,
    Commented,
    Consented,
    Finished,
    GroupChosen,
    HandedOver,
    Joined,
    Left,
    Moved,
    PlaybookGiven,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.sql.dml import UpdateBase

    from bot.storage.places import Place
    from bot.storage.unit import Unit
    from conversations.checkins.checkin import CheckIn
    from conversations.cohorts.cohort import Cohort
    from conversations.cohorts.records import OfPeople, Record

_encode = msgspec.json.Encoder(order="deterministic").encode
_comments = msgspec.json.Decoder(Comment)

_FINISH = update(cohort_member).where(cohort_member.c.venture == bindparam("this")).values(finished=True)


def save_records(unit: Unit, place: Place, records: Sequence[Record]) -> None:
    """Save records in their order; `place` is the turn's: its person and conversation."""
    if records:
        unit.flush()
    for record in records:
        if isinstance(record, GroupChosen):
            _choose_group(unit, record.cohort, place.id or 0)
        else:
            _save(unit, place.person or 0, record)


def _save(unit: Unit, me: int, record: OfPeople) -> None:
    match record:
        case CohortSaved(cohort=saved):
            _save_cohort(unit, saved)
        case PlaybookGiven(cohort=this, document=document):
            _give_playbook(unit, this, document)
        case Joined() | Left() | Moved():
            _save_seat(unit, me, record)
        case HandedOver(cohort=this, person=person):
            _hand_over(unit, this, person or me)
        case Consented():
            _consent(unit, record)
        case Finished(venture=known):
            unit.at_once(_FINISH, this=known)
        case CheckedIn(check_in=answered):
            _check_in(unit, answered)
        case Commented() | CommentDropped():
            _save_comment(unit, record)
        case _:
            assert_never(record)


def _save_seat(unit: Unit, me: int, record: Joined | Left | Moved) -> None:
    match record:
        case Joined():
            _join(unit, me, record)
        case Moved():
            _move(unit, me, record)
        case Left(cohort=this, role=role, person=person):
            _leave(unit, this, role, person or me)


def _save_comment(unit: Unit, record: Commented | CommentDropped) -> None:
    if isinstance(record, Commented):
        _comment(unit, record.comment)
    else:
        _run(unit, delete(comment).where(comment.c.id == record.comment))


def _run(unit: Unit, statement: UpdateBase) -> int:
    return unit.connection.execute(statement).rowcount


def _save_cohort(unit: Unit, saved: Cohort) -> None:
    """Save a cohort in place of the version that it was made of; `StaleCohort` where that is another now."""
    values = {"document": encode_cohort(saved).decode(), "version": saved.version + 1}
    if not saved.version:
        _run(unit, insert(cohort).values(id=saved.id, **values))
        return
    same = (cohort.c.id == saved.id, cohort.c.version == saved.version)
    if not _run(unit, update(cohort).where(*same).values(values)):
        raise StaleCohort


def _give_playbook(unit: Unit, this: str, document: str) -> None:
    _run(unit, delete(cohort_playbook).where(cohort_playbook.c.cohort == this))
    if document:
        _run(unit, insert(cohort_playbook).values(cohort=this, document=document))


def _choose_group(unit: Unit, this: str, here: int) -> None:
    wanted = select(cohort.c.document, cohort.c.version).where(cohort.c.id == this)
    row = unit.connection.execute(wanted).one_or_none()
    if row is not None:
        found = decode_cohort(row.document.encode(), row.version)
        _save_cohort(unit, msgspec.structs.replace(found, group=here))


def _join(unit: Unit, me: int, joined: Joined) -> None:
    _take(unit, joined.cohort, me, joined.role)
    if joined.venture:
        seat = (
            cohort_member.c.cohort == joined.cohort,
            cohort_member.c.person == me,
            cohort_member.c.role == joined.role.value,
        )
        values = {"venture": joined.venture, "finished": joined.finished}
        _run(unit, update(cohort_member).where(*seat).values(values))


def _take(unit: Unit, this: str, person: int, role: Role) -> None:
    """Give a person a role that they may have already."""
    row = {"cohort": this, "person": person, "role": role.value}
    seat = [cohort_member.c[name] == value for name, value in row.items()]
    if not unit.connection.execute(select(exists().where(*seat))).scalar():
        _run(unit, insert(cohort_member).values(**row, finished=False, since=unit.now))
    if role is Role.OWNER:
        _run(unit, update(cohort).where(cohort.c.id == this).values(owner_gone_at=None))


def _leave(unit: Unit, this: str, role: Role, person: int) -> None:
    seat = (
        cohort_member.c.cohort == this,
        cohort_member.c.person == person,
        cohort_member.c.role == role.value,
    )
    known = unit.connection.execute(select(cohort_member.c.venture).where(*seat)).scalar()
    _run(unit, delete(cohort_member).where(*seat))
    others = exists().where(cohort_member.c.cohort == this, cohort_member.c.venture == known)
    if known and not unit.connection.execute(select(others)).scalar():
        _run(unit, delete(consent).where(consent.c.cohort == this, consent.c.venture == known))
        withdraw(unit, this, known)
        _run(unit, delete(comment).where(comment.c.cohort == this, comment.c.venture == known))


def _move(unit: Unit, me: int, moved: Moved) -> None:
    seat = (
        cohort_member.c.cohort == moved.cohort,
        cohort_member.c.person == me,
        cohort_member.c.venture == moved.left,
    )
    _run(unit, update(cohort_member).where(*seat).values(venture=moved.venture, finished=False))
    others = exists().where(cohort_member.c.cohort == moved.cohort, cohort_member.c.venture == moved.left)
    if unit.connection.execute(select(others)).scalar():
        return
    _run(unit, delete(consent).where(consent.c.cohort == moved.cohort, consent.c.venture == moved.left))
    written = select(comment.c.id, comment.c.document).where(
        comment.c.cohort == moved.cohort, comment.c.venture == moved.left
    )
    for row in unit.connection.execute(written).all():
        on_it = msgspec.structs.replace(_comments.decode(row.document), venture=moved.venture)
        values = {"venture": moved.venture, "document": _encode(on_it).decode()}
        _run(unit, update(comment).where(comment.c.id == row.id).values(values))


def _hand_over(unit: Unit, this: str, person: int) -> None:
    owned = (cohort_member.c.cohort == this, cohort_member.c.role == Role.OWNER.value)
    before = unit.connection.execute(select(cohort_member.c.person).where(*owned)).scalars().all()
    for owner in before:
        if owner != person:
            _take(unit, this, owner, Role.MENTOR)
    _run(unit, delete(cohort_member).where(*owned))
    _take(unit, this, person, Role.OWNER)
    _leave(unit, this, Role.MENTOR, person)


def _consent(unit: Unit, given: Consented) -> None:
    both = (consent.c.cohort == given.cohort, consent.c.venture == given.venture)
    parts = {part.value for part in given.consent}
    if _run(unit, delete(consent).where(*both, consent.c.block.not_in(parts))):
        withdraw(unit, given.cohort, given.venture)
    known = unit.connection.execute(select(consent.c.block).where(*both)).scalars()
    rows = [
        {"cohort": given.cohort, "venture": given.venture, "block": part, "since": unit.now}
        for part in sorted(parts.difference(known))
    ]
    if rows:
        unit.connection.execute(insert(consent), rows)


def _check_in(unit: Unit, answered: CheckIn) -> None:
    key = {"venture": answered.venture, "cohort": answered.cohort, "day": answered.day.isoformat()}
    document = _encode(msgspec.structs.replace(answered, canvas=Canvas())).decode()
    values = {"document": document, "canvas": encode_canvas(answered.canvas).decode()}
    same = [check_in.c[name] == value for name, value in key.items()]
    if not _run(unit, update(check_in).where(*same).values(values)):
        _run(unit, insert(check_in).values(**key, **values))


def _comment(unit: Unit, written: Comment) -> None:
    document = _encode(written).decode()
    if not _run(unit, update(comment).where(comment.c.id == written.id).values(document=document)):
        row = {"id": written.id, "cohort": written.cohort, "venture": written.venture}
        _run(
            unit,
            insert(comment).values(**row, author=written.author, document=document, at=millis(written.at)),
        )
