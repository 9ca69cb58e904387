"""Founders who are interviewed however often the bot dies.

What they saw is compared with an interview that nothing disturbed.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.crash.interviews import ROLES, AtOnce, Role, Step
from tests.transcripts.steps import Edits, Says, Sends, Taps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conversations.canvas.document import Canvas
    from tests.crash.process import Bot, BotProcess
    from tests.telegram_server import Person
    from tests.telegram_server.chats import Event

PATIENCE = 60.0


@dataclass(frozen=True)
class Sight:
    """Something that the bot did before a founder's eyes: `change` is sent or edited."""

    change: str
    html: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Interview:
    """An interview that nothing disturbed: what was seen, and the canvas, after each step."""

    sights: tuple[tuple[Sight, ...], ...]
    canvases: tuple[Canvas, ...]


@dataclass
class Founder:
    """Plays a role with the bot, waiting after each step until it is answered."""

    role: Role
    person: Person
    bot: Bot
    done: int = 0
    idle: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def finished(self) -> bool:
        return self.done == len(self.role.steps)

    async def goes_on(self) -> None:
        """Take the next step and wait for the answer, over any number of the bot's deaths."""
        self.idle.clear()
        await self._does(self.role.steps[self.done])
        await self.answered()
        self.done += 1
        self.idle.set()

    async def answered(self) -> None:
        """Wait until everything this founder did is acknowledged and answered. AssertionError if it isn't."""
        await self.person.settled(lambda: self.bot.nothing_waits_for(self.person.id), within=PATIENCE)

    def saw(self) -> list[Sight]:
        """Give all that the bot did before this founder's eyes."""
        return list(sights(self.person.room.events))

    async def _does(self, step: Step) -> None:
        match step:
            case Says(text=text):
                await self.person.says(text)
            case AtOnce(texts=texts):
                for text in texts:
                    await self.person.says(text)
            case Taps(label=label):
                await self.person.taps(label)
            case Edits(was=was, becomes=becomes):
                mine = [message for message in self.person.chat if not message.by_bot]
                await self.person.edits(next(m for m in mine if m.text.startswith(was)), becomes)
            case Sends(what="sticker"):
                await self.person.sends_sticker()
            case Sends():
                await self.person.sends_voice()


def sights(events: Iterable[Event]) -> Iterator[Sight]:
    """Give what the bot sent and rewrote.

    Not that it took buttons off, which may happen just before or just after; and not that it deleted
    messages, which is for all there are, those that came twice included.
    """
    shown: dict[int, str] = {}
    for event in events:
        message = event.message
        if not message.by_bot or event.change in ("tapped", "deleted"):
            continue
        before, shown[message.id] = shown.get(message.id), message.html
        if event.change in ("edited", "buttons") and before == message.html and not message.labels:
            continue
        yield Sight(event.change, message.html, tuple(message.labels))


async def undisturbed(bot: BotProcess, person: Person, role: Role) -> Interview:
    """Give a role's interview as it is where the bot never dies."""
    founder = Founder(role, person, bot)
    seen: list[tuple[Sight, ...]] = []
    canvases: list[Canvas] = []
    while not founder.finished:
        before = sum(map(len, seen))
        await founder.goes_on()
        seen.append(tuple(founder.saw()[before:]))
        canvases.append(bot.canvas(person.id))
    assert all(seen), "a step of the founders' is not answered"
    return Interview(tuple(seen), tuple(canvases))


@dataclass(frozen=True)
class Comparison:
    """What a founder saw beside what they would have seen of a bot that never died."""

    missing: tuple[Sight, ...]
    repeated: int
    out_of_order: tuple[Sight, ...]

    @classmethod
    def of(cls, saw: list[Sight], meant: list[Sight]) -> Comparison:
        """Go along both: what is there again right after itself is repeated; else it is out of order."""
        place, repeated = 0, 0
        for number, sight in enumerate(saw):
            if place < len(meant) and sight == meant[place]:
                place += 1
            elif place and sight == meant[place - 1]:
                repeated += 1
            else:
                return cls(tuple(meant[place:]), repeated, tuple(saw[number:]))
        return cls(tuple(meant[place:]), repeated, ())


def role_number(number: int) -> Role:
    return ROLES[number % len(ROLES)]
