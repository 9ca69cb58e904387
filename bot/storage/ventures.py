"""Ventures as they are stored: who may see them, their canvases and revisions."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import and_, bindparam, exists, insert, or_, select, update

from bot.storage.moments import moment
from bot.storage.schema import cohort_member, conversation, membership, revision, venture
from conversations.canvas.changes import Change, Revision
from conversations.interview.snapshot import VentureName

if TYPE_CHECKING:
    from bot.storage.unit import Unit

OWNER = "owner"


class _Name(msgspec.Struct):
    name: str = ""


class _Named(msgspec.Struct):
    venture: _Name = msgspec.field(default_factory=_Name)


_names = msgspec.json.Decoder(_Named)
_changes = msgspec.json.Decoder(tuple[Change, ...])

_OF_PERSON = (
    select(venture.c.id, venture.c.document)
    .join(membership, membership.c.venture == venture.c.id)
    .where(
        membership.c.person == bindparam("member"),
        or_(
            venture.c.version > 0,
            exists().where(
                cohort_member.c.venture == venture.c.id, cohort_member.c.person == bindparam("member")
            ),
        ),
    )
    .order_by(venture.c.created_at, venture.c.id)
)
_ONE = (
    select(venture.c.document, venture.c.version)
    .join(membership, and_(membership.c.venture == venture.c.id, membership.c.person == bindparam("member")))
    .where(venture.c.id == bindparam("this"))
)
_REVISIONS = (
    select(*(column for column in revision.c if column.name != "snapshot"))
    .where(revision.c.venture == bindparam("this"), revision.c.version >= bindparam("first"))
    .order_by(revision.c.version)
)
_FOUND = insert(venture)
_OWN = insert(membership)
_POINT_AT = (
    update(conversation)
    .where(conversation.c.id == bindparam("this"))
    .values(venture=bindparam("new_venture"))
)


def fresh_id() -> str:
    """Give an unused venture id: 16 characters of `A-Z a-z 0-9 _ -`, not guessable."""
    return token_urlsafe(12)


def names_of(unit: Unit, member: int) -> tuple[VentureName, ...]:
    """Give a person's ventures that something was saved in, or that take part in a cohort, oldest first."""
    rows = unit.connection.execute(_OF_PERSON, {"member": member}).all()
    return tuple(VentureName(id=row.id, name=_names.decode(row.document).venture.name) for row in rows)


def canvas_of(unit: Unit, this: str, member: int) -> tuple[str, int] | None:
    """Give a venture's stored canvas and version, None where the person is no member of it."""
    row = unit.connection.execute(_ONE, {"this": this, "member": member}).one_or_none()
    return None if row is None else (row.document, row.version)


def any_canvas(unit: Unit, this: str) -> tuple[str, int] | None:
    """Give a venture's stored canvas and version, whoever asks: for those whom a link lets in."""
    row = unit.connection.execute(
        select(venture.c.document, venture.c.version).where(venture.c.id == this)
    ).one_or_none()
    return None if row is None else (row.document, row.version)


def revisions_of(unit: Unit, this: str, first: int) -> tuple[Revision, ...]:
    """Give a venture's revisions from a version on, oldest first."""
    rows = unit.connection.execute(_REVISIONS, {"this": this, "first": first}).all()
    return tuple(
        Revision(
            version=row.version,
            author=row.author,
            turn=row.turn,
            at=moment(row.at),
            changes=_changes.decode(row.changes),
            name=row.name or "",
        )
        for row in rows
    )


def found(unit: Unit, this: str, owner: int, saved: tuple[str, int, int]) -> None:
    """Store a new venture with its owner; `saved` is its canvas, version and when it began."""
    document, version, at = saved
    unit.at_once(_FOUND, id=this, document=document, version=version, created_at=at)
    unit.at_once(_OWN, venture=this, person=owner, role=OWNER)


def point_at(unit: Unit, lane: int, this: str) -> None:
    """Make a venture the one that a conversation is about."""
    unit.at_once(_POINT_AT, this=lane, new_venture=this)
