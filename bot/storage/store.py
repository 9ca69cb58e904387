"""The store as the event loop sees it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from secrets import token_hex
from typing import TYPE_CHECKING, Self

from sqlalchemy import select

from bot.fellows import NoFellows
from bot.storage import intents, lanes, pruning, requests, uploads
from bot.storage.engine import database_at
from bot.storage.errors import StorageError
from bot.storage.fellowship import Fellowship
from bot.storage.lanes import Lanes
from bot.storage.locking import Touches
from bot.storage.looking import snapshot_of
from bot.storage.moments import millis
from bot.storage.sharing import held_by
from bot.storage.taking import Taking
from bot.storage.targets import message_that_shows
from bot.storage.transaction import Turns
from bot.storage.writers import Writers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from types import TracebackType

    from bot.fellows import Fellows
    from bot.sharing import Held
    from bot.storage.transaction import Rules
    from bot.storage.unit import Unit
    from bot.turns import Address, Arrival, Committed, Delivered, Edition, Lane, Pending, Reached
    from conversations.intents import Urgency
    from conversations.interview.events import Looked
    from conversations.interview.requests import Look


def _unwatched(_point: str) -> None:
    """Take no notice: nobody watches in production."""


def _probe(unit: Unit) -> None:
    """Reach the database in a transaction that may write, and change nothing."""
    unit.connection.execute(select(1))


class Store:
    """Turns, canvases and lanes in one database: `bot.seams.TurnStore`.

    `url` such as `sqlite:///backstage.sqlite3`; `clock` gives aware moments; `reached` hears of the points in
    `bot.storage.points.POINTS`. An asynchronous context manager. All methods raise `StorageError`.
    """

    def __init__(
        self, url: str, rules: Rules, *, clock: Callable[[], datetime], reached: Reached = _unwatched
    ) -> None:
        self._database = database_at(url)
        self.engine = self._database.engine
        self._lanes = Lanes(token_hex(8), sole=self._database.sole)
        self._writer = Writers(self._database, self._lanes, clock, reached)
        self._taking = Taking(self._writer, Turns(rules, self._lanes, reached), self._unclaimed)
        self._fellowship = None if self._database.sole else Fellowship(self._database)
        self._clock = clock
        self._opened_at = 0
        self._url = url
        self._rules = rules
        self._looking = asyncio.Semaphore(1)

    async def open(self) -> None:
        """Take hold of the database, check it, and bring its tables up to date."""
        await self._writer.open()
        self._opened_at = millis(self._clock())

    async def close(self) -> None:
        """Write what still waits, and let go of lanes and database."""
        if self._fellowship is not None:
            with suppress(StorageError):  # the leases run out by themselves
                await self._writer.do("lane", self._lanes.let_go)
            await asyncio.to_thread(self._fellowship.close)
        await self._writer.close()

    @property
    def fellows(self) -> Fellows:
        """The other workers on the database."""
        return self._fellowship or NoFellows()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def take(self, arrivals: Sequence[Arrival]) -> list[Committed]:
        """Take arrivals, each chat's in order, and give what became of each, once all are on disk.

        Where one can't be saved now, its error is raised; other chats' are saved all the same and found
        repeated when they come again. One that could never be saved is set aside.
        """
        return await self._taking.take(arrivals)

    async def delivered(self, marks: Iterable[Delivered]) -> frozenset[int]:
        """Note what was delivered; returns after the commit, with the lanes that others hold now."""
        done = tuple(marks)
        lanes_ = Touches(lanes=tuple(mark.conversation for mark in done))
        return await self._writer.do("marks", partial(self._lanes.mark, marks=done), touches=lanes_)

    async def more(self, conversation: int, marks: Iterable[Delivered] = ()) -> Lane | None:
        """Note what was delivered, then give what has come into a held lane since, or release it."""
        return await self._writer.do(
            "marks",
            partial(self._lanes.take_off, marks=tuple(marks)),
            self._nobody_delivers,
            Touches(lanes=(conversation,)),
            partial(self._lanes.more, lane=conversation),
        )

    async def orphaned(self, running: Iterable[int] = ()) -> list[Lane]:
        """Claim the lanes that hold messages and that nobody delivers; keep those that run."""
        kept = Touches(lanes=tuple(running))
        sweep = partial(self._lanes.orphaned, running=kept.lanes)
        return await self._writer.do("lane", sweep, self._nobody_delivers_any, kept)

    async def uploaded(self, bot: int, edition: Edition) -> str:
        """Give the carrier's id of a file that a bot sent before, empty where it sent none like it."""
        return await self._writer.do("lane", partial(uploads.file_of, bot=bot, edition=edition))

    async def look(self, pending: Pending, look: Look) -> Looked:
        """Give what a look at a large cohort comes to, read and made beside the turns, one at a time."""
        async with self._looking:
            return await asyncio.to_thread(self._look, pending, look)

    def _look(self, pending: Pending, look: Look) -> Looked:
        now = self._clock()
        return self._rules.look(snapshot_of(self._url, pending, look, now), look, now)

    async def held(self, address: Address, person: int) -> Held | None:
        """Give what a person's own chat is at, for them to share; None where there is nothing of theirs."""
        return await self._writer.do("lane", partial(held_by, address=address, asking=person))

    async def prompt_message(self, conversation: int, prompt: str) -> int:
        """Give the carrier's id of the latest message that shows a prompt, 0 where none is known."""
        return await self._writer.do("lane", partial(message_that_shows, lane=conversation, prompt=prompt))

    async def stands(self, conversation: int, seq: int) -> bool:
        """Tell whether a message still waits to be sent: what it shows may have been taken back."""
        return await self._writer.do("lane", partial(lanes.stands, lane=conversation, seq=seq))

    async def unreachable(self, conversation: int) -> None:
        """Drop what waits for somebody who blocked the bot, and send nothing until they write again."""
        await self._writer.do(
            "lane", partial(lanes.cut_off, lane=conversation), touches=Touches(lanes=(conversation,))
        )

    async def due(self, urgency: Urgency) -> list[Arrival]:
        """Give what has come due, as arrivals with keys `job/<intent>`. Reminders are broadcasts."""
        return await self._writer.do("lane", partial(intents.due, urgency=urgency, sole=self._lanes.sole))

    async def pending(self) -> list[Pending]:
        """Give what turns asked for a while ago, or before this store was opened, still unanswered."""
        return await self._writer.do("lane", partial(requests.pending, opened_at=self._opened_at))

    async def prune(self) -> int:
        """Delete turns' keys that are over eight days old, and give how many; and spent intents."""
        return await self._writer.do("lane", pruning.prune)

    async def answers(self) -> bool:
        """Whether the database can be written at this moment."""
        try:
            await self._writer.do("lane", _probe)
        except StorageError:
            return False
        return True

    def leave(self, conversation: int) -> None:
        """Note that a lane which was given is not delivered for now; `orphaned` gives it again."""
        self._lanes.abandon(conversation)

    def _unclaimed(self, committed: Committed) -> None:
        self._nobody_delivers(committed.lane)

    def _nobody_delivers(self, lane: Lane | None) -> None:
        if lane is not None:
            self._lanes.abandon(lane.conversation)

    def _nobody_delivers_any(self, lanes_: list[Lane]) -> None:
        for lane in lanes_:
            self._nobody_delivers(lane)
