"""Since when a cohort's owner is gone: forgotten, or out of reach and silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, func, select

from bot.storage.moments import moment
from bot.storage.schema import cohort, cohort_member, conversation, message
from conversations.cohorts.cohort import Role

if TYPE_CHECKING:
    from datetime import datetime

    from bot.storage.unit import Unit

_GONE = select(cohort.c.owner_gone_at).where(cohort.c.id == bindparam("this"))
_REACHABLE = (
    select(conversation.c.reachable, func.max(message.c.at).label("last"))
    .select_from(cohort_member)
    .join(conversation, conversation.c.person == cohort_member.c.person)
    .outerjoin(message, and_(message.c.conversation == conversation.c.id, message.c.direction == "in"))
    .where(cohort_member.c.cohort == bindparam("this"), cohort_member.c.role == Role.OWNER.value)
    .group_by(conversation.c.id, conversation.c.reachable)
)


def owner_gone_since(unit: Unit, this: str) -> datetime | None:
    """Give since when a cohort is without an owner who can be reached, None where it has one."""
    gone = unit.connection.execute(_GONE, {"this": this}).scalar()
    if gone is not None:
        return moment(gone)
    rows = unit.connection.execute(_REACHABLE, {"this": this}).all()
    silent = [row.last for row in rows if row.last is not None]
    return None if any(row.reachable for row in rows) or not silent else moment(max(silent))
