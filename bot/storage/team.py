"""Whose a venture is, as it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from sqlalchemy import and_, bindparam, delete, exists, insert, select, update

from bot.storage.schema import conversation, membership, person
from bot.storage.ventures import OWNER
from conversations.team.records import TeamJoined, TeamLeft, Teammate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.storage.unit import Unit
    from conversations.team.records import TeamRecord

FOUNDER = "founder"

_TEAM = (
    select(person.c.id, person.c.first_name, membership.c.role)
    .join(membership, membership.c.person == person.c.id)
    .where(membership.c.venture == bindparam("this"))
    .order_by(membership.c.role != OWNER, person.c.id)
)


def team_of(unit: Unit, this: str) -> tuple[Teammate, ...]:
    """Give those whom a venture belongs to, the owner first."""
    rows = unit.connection.execute(_TEAM, {"this": this}).all()
    return tuple(Teammate(person=row.id, name=row.first_name, owner=row.role == OWNER) for row in rows)


def save_team(unit: Unit, me: int, records: Sequence[TeamRecord]) -> None:
    """Save who joined and who left; `me` is the person of the turn."""
    if records:
        unit.flush()
    for record in records:
        match record:
            case TeamJoined(venture=this):
                _join(unit, this, me)
            case TeamLeft(venture=this, person=who):
                _leave(unit, this, who)
            case _:
                assert_never(record)


def _join(unit: Unit, this: str, me: int) -> None:
    theirs = and_(membership.c.venture == this, membership.c.person == me)
    if not unit.connection.execute(select(exists().where(theirs))).scalar():
        unit.connection.execute(insert(membership), {"venture": this, "person": me, "role": FOUNDER})


def _leave(unit: Unit, this: str, who: int) -> None:
    """Take somebody off; what they owned is the next one's. Their conversations point elsewhere."""
    connection = unit.connection
    connection.execute(delete(membership).where(membership.c.venture == this, membership.c.person == who))
    connection.execute(
        update(conversation)
        .where(conversation.c.venture == this, conversation.c.person == who)
        .values(venture=None)
    )
    left = connection.execute(_TEAM, {"this": this}).all()
    if left and all(row.role != OWNER for row in left):
        first = and_(membership.c.venture == this, membership.c.person == left[0].id)
        connection.execute(update(membership).where(first).values(role=OWNER))
