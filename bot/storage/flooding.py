"""Somebody who sends faster than anybody can be answered: from a point on they are asked to slow down, once.

Everything before that point is taken as ever. Nobody else notices: see SECURITY.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select, update

from bot.storage.schema import outgoing, turn
from conversations.interview.events import Addressed, Command, Edited, Said, Tapped, Unreadable

if TYPE_CHECKING:
    from bot.storage.places import Place
    from bot.storage.stepping import Waiting
    from bot.storage.unit import Unit
    from bot.turns import Arrival

MOST = 150
"""Messages that may wait for one chat while it is listened to: Telegram takes one a second, so that its last
answer would come minutes later. A hundred messages forwarded at once stay below."""
SENT_BY_PEOPLE = (Said, Edited, Tapped, Command, Unreadable, Addressed)

_WAITING = select(func.count()).where(outgoing.c.conversation == bindparam("this"))
_LAST = (
    select(outgoing.c.body)
    .where(outgoing.c.conversation == bindparam("this"))
    .order_by(outgoing.c.seq.desc())
    .limit(1)
)
UNHEARD = update(turn).where(turn.c.key == bindparam("this")).values(outcome="unheard")


def is_flood(unit: Unit, place: Place, arrival: Arrival) -> bool:
    """Tell whether so much waits for a chat that what its people send now is not listened to."""
    if place.id is None or not isinstance(arrival.event, SENT_BY_PEOPLE):
        return False
    # How far the lane has come may lag behind, so that it only tells where counting is worth it.
    if place.seq - place.delivered_through < MOST:
        return False
    unit.flush()
    return unit.connection.execute(_WAITING, {"this": place.id}).scalar_one() >= MOST


def pleas(unit: Unit, place: Place, plea: list[Waiting]) -> list[Waiting]:
    """Give what is said to somebody who floods; nothing where they will hear that already, as the last."""
    last = unit.connection.execute(_LAST, {"this": place.id}).scalar()
    return [] if last in {waiting.body for waiting in plea} else plea
