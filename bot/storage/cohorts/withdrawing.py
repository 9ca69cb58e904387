"""What still waits to be sent to mentors of a venture that shares less from now on: it is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, select

from bot.storage import lane_statements
from bot.storage.schema import outgoing
from conversations.interview.replies import About

if TYPE_CHECKING:
    from bot.storage.unit import Unit

_WAITING = select(outgoing.c.conversation, outgoing.c.seq, outgoing.c.about).where(
    outgoing.c.about.contains(bindparam("known"))
)
_about = msgspec.json.Decoder(About)


def withdraw(unit: Unit, cohort: str, venture: str) -> None:
    """Drop what waits to be sent to a cohort's mentors and shows a venture."""
    for row in unit.connection.execute(_WAITING, {"known": venture}).all():
        about = _about.decode(row.about)
        if about.cohort != cohort or venture not in (*about.ventures, *about.shows):
            continue
        unit.later(lane_statements.TAKE_OFF, this=row.conversation, this_seq=row.seq)
        unit.later(lane_statements.MARK_THROUGH, this=row.conversation)
        unit.touched.add(row.conversation)
