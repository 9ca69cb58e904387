"""What of cohorts goes with a person who is forgotten, and what they take along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import delete, exists, select, update

from bot.storage.cohorts.withdrawing import withdraw
from bot.storage.schema import check_in, cohort, cohort_member, cohort_playbook, comment, consent, intent
from conversations.cohorts.cohort import Role
from conversations.cohorts.desk import Comment
from conversations.mentoring.commenting import UNDOABLE

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.storage.unit import Unit

_encode = msgspec.json.Encoder(order="deterministic").encode
_comments = msgspec.json.Decoder(Comment)


def forget_in_cohorts(unit: Unit, person: int) -> None:
    """Take a person out of all cohorts, with what they noted there; one they owned is without an owner.

    What they told founders stays with those, without their name.
    """
    owned = select(cohort_member.c.cohort).where(
        cohort_member.c.person == person, cohort_member.c.role == Role.OWNER.value
    )
    left = unit.connection.execute(owned).scalars().all()
    _forget_author(unit, person)
    unit.connection.execute(delete(cohort_member).where(cohort_member.c.person == person))
    unit.connection.execute(update(cohort).where(cohort.c.id.in_(left)).values(owner_gone_at=unit.now))
    empty = ~exists().where(cohort_member.c.cohort == cohort.c.id)
    gone = select(cohort.c.id).where(cohort.c.id.in_(left), empty)
    unit.connection.execute(delete(cohort_playbook).where(cohort_playbook.c.cohort.in_(gone)))
    unit.connection.execute(delete(cohort).where(cohort.c.id.in_(left), empty))


def _forget_author(unit: Unit, person: int) -> None:
    """Take a mentor's name off comments that founders were told; delete notes, and what wasn't told yet."""
    written = select(comment.c.id, comment.c.document).where(comment.c.author == person)
    untold: list[str] = []
    for row in unit.connection.execute(written).all():
        one = _comments.decode(row.document)
        if one.note or unit.at < one.at + UNDOABLE:
            untold.append(row.id)
            continue
        document = _encode(replace(one, author=0, name="")).decode()
        nameless = update(comment).where(comment.c.id == row.id).values(author=None, document=document)
        unit.connection.execute(nameless)
    unit.connection.execute(delete(comment).where(comment.c.id.in_(untold)))
    waiting = (intent.c.name.in_([f"comment/{this}" for this in untold]), intent.c.due_at.is_not(None))
    unit.connection.execute(delete(intent).where(*waiting))


def forget_ventures(unit: Unit, ventures: Collection[str]) -> None:
    """Delete what cohorts keep of ventures that are deleted, and what waits to be sent of them."""
    shared = select(consent.c.cohort, consent.c.venture).where(consent.c.venture.in_(ventures)).distinct()
    for row in unit.connection.execute(shared).all():
        withdraw(unit, row.cohort, row.venture)
    for table in (consent, comment, check_in):
        unit.connection.execute(delete(table).where(table.c.venture.in_(ventures)))


def cohorts_of(unit: Unit, person: int) -> list[dict[str, Any]]:
    """Give a person's places in cohorts as JSON values, with what is shared there and what they wrote."""
    rows = unit.connection.execute(
        select(cohort.c.id, cohort.c.document, cohort_member.c.role, cohort_member.c.venture)
        .join(cohort_member, cohort_member.c.cohort == cohort.c.id)
        .where(cohort_member.c.person == person)
        .order_by(cohort.c.id, cohort_member.c.role)
    ).all()
    return [
        {
            "cohort": msgspec.Raw(row.document.encode()),
            "role": row.role,
            "venture": row.venture,
            "shared": _shared(unit, row.id, row.venture),
            "written": _written(unit, row.id, person),
        }
        for row in rows
    ]


def check_ins_of(unit: Unit, known: str) -> list[msgspec.Raw]:
    """Give a venture's check-ins as JSON values, oldest first."""
    rows = unit.connection.execute(
        select(check_in.c.document).where(check_in.c.venture == known).order_by(check_in.c.day)
    )
    return [msgspec.Raw(document.encode()) for document in rows.scalars()]


def _shared(unit: Unit, this: str, known: str | None) -> list[str]:
    rows = unit.connection.execute(
        select(consent.c.block).where(consent.c.cohort == this, consent.c.venture == known)
    )
    return sorted(rows.scalars())


def _written(unit: Unit, this: str, person: int) -> list[msgspec.Raw]:
    rows = unit.connection.execute(
        select(comment.c.document)
        .where(comment.c.cohort == this, comment.c.author == person)
        .order_by(comment.c.at)
    )
    return [msgspec.Raw(document.encode()) for document in rows.scalars()]
