"""What has come due becomes turns: at once what answers somebody, at delivery's pace what goes to many."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeAlias

import structlog

from bot.delivery import pause
from conversations.errors import BackstageError
from conversations.intents import Urgency

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.delivery import Pace
    from bot.seams import TurnStore
    from bot.turns import Arrival

    Take: TypeAlias = Callable[[Sequence[Arrival]], Awaitable[object]]
    Room: TypeAlias = Callable[[], Awaitable[int]]

EVERY = 60.0
"""Seconds between two looks, where nothing wakes the agenda earlier."""

log = structlog.get_logger(__name__)


class Agenda:
    """Looks once a minute, and whenever `waking` is set, at what the store has that is due.

    `room` returns once delivery has room for further broadcasts, with how many. So a broadcast is a turn for
    a person only shortly before it goes out: it says what is true then, a crash finds few of them under way,
    and whoever writes meanwhile isn't kept waiting.
    """

    def __init__(self, store: TurnStore, room: Room, pace: Pace, waking: asyncio.Event) -> None:
        self._store = store
        self._room = room
        self._pace = pace
        self._waking = waking
        self._woken = {urgency: asyncio.Event() for urgency in Urgency}

    async def keep(self, take: Take, stopping: asyncio.Event) -> None:
        """Look until `waking` is set after `stopping`; `take` takes turns and has delivered what they say."""
        await asyncio.gather(
            self._wake(stopping), *(self._keep(urgency, take, stopping) for urgency in Urgency)
        )

    async def _wake(self, stopping: asyncio.Event) -> None:
        while not stopping.is_set():
            await pause(self._pace, EVERY, self._waking)
            self._waking.clear()
            for woken in self._woken.values():
                woken.set()

    async def _keep(self, urgency: Urgency, take: Take, stopping: asyncio.Event) -> None:
        woken = self._woken[urgency]
        known: set[str] = set()
        while not stopping.is_set():
            woken.clear()
            due = await self._due(urgency)
            new = [arrival for arrival in due if arrival.key not in known]
            if new:
                await self._take(new, urgency, take, stopping)
            else:  # none at all, or those that could not be taken just now
                await woken.wait()
            known = {arrival.key for arrival in new}

    async def _due(self, urgency: Urgency) -> list[Arrival]:
        try:
            return await self._store.due(urgency)
        except BackstageError as error:
            log.warning("agenda not read", kind=type(error).__name__)
            return []

    async def _take(self, due: list[Arrival], urgency: Urgency, take: Take, stopping: asyncio.Event) -> None:
        """Take what is due, as much at once as there is room for; what can't be taken stays in the store."""
        while due and not stopping.is_set():
            room = await self._room() if urgency is Urgency.BROADCAST else len(due)
            try:
                await take(due[:room])
            except BackstageError as error:
                log.warning("not taken", kind=type(error).__name__)
            del due[:room]
