"""The rate that all workers of a bot keep together: each takes places from a common row, a few at a time."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

import structlog

from bot.delivery.pace import Bucket, pause
from bot.fellows import Kind
from conversations.errors import BackstageError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.delivery.pace import Pace
    from bot.fellows import Fellows

AT_ONCE = 0.1
"""Seconds' worth of places that a worker takes at once: so many times a second it asks at most."""
LATE = 0.1
"""Seconds after which a place that wasn't used is given up."""
SPARE = 1.1
"""Places are so much further apart than the rate asks for, since some are used late."""

log = structlog.get_logger(__name__)


class SharedBucket(Bucket):
    """Keeps the rate with all other workers. Where they can't be asked, it keeps it alone."""

    def __init__(self, pace: Pace, fellows: Fellows, bot: int) -> None:
        super().__init__(pace)
        self._fellows = fellows
        self._bot = bot
        self._places = _Places(pace, pace.rate, self._asking(Kind.ALL, pace.rate))
        self._broadcasts = _Places(pace, pace.broadcasts, self._asking(Kind.BROADCASTS, pace.broadcasts))

    async def take(self) -> None:
        """Return when one more may go."""
        turn = max(await self._places.next(), self._silent_until)
        wait = turn - self._pace.now()
        if wait > 0:
            await self._pace.sleep(wait)

    async def take_broadcast(self, hurried: asyncio.Event) -> None:
        """Return when one more broadcast may go; once `hurried`, as any other."""
        turn = await self._broadcasts.next()
        while not hurried.is_set():
            # What answers somebody takes its place ahead: wait until there is one left over.
            turn = max(turn, self._places.behind)
            wait = turn - self._pace.now()
            if wait <= 0 or await pause(self._pace, wait, hurried):
                break
        await self.take()

    async def hold_off(self, seconds: float) -> None:
        """Let nothing go for so long, from any worker."""
        await super().hold_off(seconds)
        try:
            await self._fellows.hold_off(self._bot, seconds)
        except BackstageError as error:
            log.warning("others not told to wait", kind=type(error).__name__)

    def _asking(self, kind: Kind, rate: float) -> Callable[[int], Awaitable[float]]:
        async def ask(count: int) -> float:
            try:
                return await self._fellows.places(kind, self._bot, count, rate / SPARE)
            except BackstageError as error:
                log.warning("rate kept alone", kind=type(error).__name__)
                return 0.0

        return ask


class _Places:
    """The places that a worker has taken: moments, `1 / rate` apart, at which one more may go."""

    def __init__(self, pace: Pace, rate: float, ask: Callable[[int], Awaitable[float]]) -> None:
        self._pace = pace
        self._apart = SPARE / rate
        self._count = max(1, round(rate * AT_ONCE))
        self._ask = ask
        self._taken: deque[float] = deque()
        self._asking = asyncio.Lock()
        self.behind = pace.now()
        """Until when all that was asked for so far has gone."""

    async def next(self) -> float:
        """Give the next moment; who asks first has the earliest."""
        async with self._asking:
            while self._taken and self._taken[0] < self._pace.now() - LATE:
                self._taken.popleft()
            if not self._taken:
                first = max(self._pace.now() + await self._ask(self._count), self.behind)
                self._taken.extend(first + place * self._apart for place in range(self._count))
            self.behind = self._taken[0] + self._apart
            return self._taken.popleft()
