"""Reminders that have come due, and the pruning of what needn't be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from bot.storage.links import prune_links
from bot.storage.schema import conversation, intent, person, turn
from bot.turns import Address, Arrival
from conversations.interview.events import Due
from conversations.interview.snapshot import Person

if TYPE_CHECKING:
    from bot.storage.unit import Unit

KEYS_KEPT = 8 * 24 * 3600 * 1000
"""How long turns' keys are kept, in milliseconds: Telegram's ids can restart after a quiet week."""
AT_ONCE = 200
"""How many reminders are given at once; the rest come with the next call."""

_DUE = (
    select(
        intent.c.id,
        intent.c.name,
        conversation.c.carrier,
        conversation.c.bot,
        conversation.c.chat,
        conversation.c.topic,
        person.c.carrier_id,
        person.c.first_name,
        person.c.language,
    )
    .join(conversation, conversation.c.id == intent.c.conversation)
    .join(person, person.c.id == conversation.c.person)
    .where(intent.c.due_at <= bindparam("now"), conversation.c.reachable.is_(True))
    .order_by(intent.c.due_at)
    .limit(AT_ONCE)
)


def due(unit: Unit) -> list[Arrival]:
    """Give the reminders that have come due of people who can be reached; each stays until its turn."""
    unit.flush()
    return [
        Arrival(
            key=f"job/{row.id}",
            address=Address(row.carrier, row.bot, row.chat, row.topic),
            person=row.carrier_id,
            facts=Person(row.first_name, row.language),
            event=Due(row.name),
        )
        for row in unit.connection.execute(_DUE, {"now": unit.now})
    ]


def prune(unit: Unit) -> int:
    """Delete the keys of turns that are over a week old, and give how many; old links go with them."""
    prune_links(unit)
    return unit.connection.execute(delete(turn).where(turn.c.at < unit.now - KEYS_KEPT)).rowcount
