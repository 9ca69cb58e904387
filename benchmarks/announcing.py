"""A word to many people, as a turn leaves it in the store: who is to get it, and nothing of it sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.store import Store
from bot.storage.transaction import Rules
from bot.turns import Address, Arrival, Rendered
from conversations.canvas.document import Canvas
from conversations.intents import Intent, ToPerson, Urgency
from conversations.interview.events import Command, Reach, Reached
from conversations.interview.snapshot import Outcome, Person, Wanted
from conversations.occasions import Told
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from conversations.interview.snapshot import Snapshot

ANNOUNCEMENT = say("kept")
TOGETHER = 500


async def announce(url: str, bot: int, chats: Sequence[int], clock: Callable[[], datetime]) -> None:
    """Make people known to the bot, and have one of them tell all the others something."""
    rules = Rules(step=_step, wanted=lambda _event: Wanted(), apology=lambda _arrival: ())
    async with Store(url, rules, clock=clock) as store:
        for start in range(0, len(chats), TOGETHER):
            met = [_arrival(bot, chat, Reached(Reach.UNBLOCKED)) for chat in chats[start : start + TOGETHER]]
            await store.take(met)
        await store.take([_arrival(bot, chats[0], Command("announce", str(len(chats))))])


def _arrival(bot: int, chat: int, event: Command | Reached) -> Arrival:
    return Arrival(
        key=f"announcing/{chat}/{type(event).__name__}",
        address=Address("telegram", bot, chat),
        person=chat,
        facts=Person("Lena", "en"),
        event=event,
    )


def _step(arrival: Arrival, snapshot: Snapshot, _now: datetime) -> Rendered:
    wanted: tuple[Intent, ...] = ()
    if isinstance(arrival.event, Command):
        told = Told(text=(ANNOUNCEMENT,))
        wanted = tuple(
            Intent(name="announcement", occasion=told, to=ToPerson(person), urgency=Urgency.BROADCAST)
            for person in range(1, int(arrival.event.rest) + 1)
        )
    outcome = Outcome(
        conversation=snapshot.conversation, venture=snapshot.venture, canvas=Canvas(), intents=wanted
    )
    return Rendered(outcome, ())
