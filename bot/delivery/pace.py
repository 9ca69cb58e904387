"""How fast messages go out, and how long a failed one waits. The clock can be brought along."""

from __future__ import annotations

import asyncio
import random
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


MOST_AT_ONCE = 1000
"""At a rate beyond this, so many go at once."""


@dataclass(frozen=True, kw_only=True)
class Pace:
    """The numbers of delivery; times in seconds.

    `rate` messages a second to all chats together, of which `broadcasts` may be what goes to many; `at_once`
    calls in flight, `ready` broadcasts waiting to go out, `lanes` chats to send to at a time; waits grow from
    `first_wait`, doubling, to `longest_wait`; an orphaned lane is looked for every `sweep_every`. A message
    that may have arrived is sent again up to `repeats` times: more than one, since a person who sees a
    question twice is better off than one who never sees it. `sleep`, `now` (a monotonic clock) and `chance`
    (0 to 1, spreads the waits) can be replaced.
    """

    rate: float = 30.0
    broadcasts: float = 20.0
    at_once: int = 64
    ready: int = 40
    lanes: int = 2000
    first_wait: float = 0.5
    longest_wait: float = 60.0
    sweep_every: float = 4.0
    repeats: int = 3
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    now: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = field(default=random.random)  # noqa: S311 - waits that differ, no secret

    def wait_after(self, failures: int) -> float:
        """Give the seconds to wait after that many failures in a row: doubling, spread by half."""
        longest = min(self.longest_wait, self.first_wait * 2.0 ** min(failures - 1, 16))
        return longest * (0.5 + self.chance() / 2)


class Bucket:
    """Keeps a rate: a second's worth goes at once, and in no second goes more.

    Broadcasts go at a rate of their own, and only while nothing else waits.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        many = min(max(1, round(pace.rate)), MOST_AT_ONCE)
        self._within = many / pace.rate
        self._last: deque[float] = deque(maxlen=many)
        self._next_broadcast = pace.now()
        self._silent_until = pace.now()

    async def take(self) -> None:
        """Return when one more may go. Those who wait are let through in the order they came."""
        now = self._pace.now()
        turn = max(now, self._free_from(), self._silent_until)
        self._last.append(turn)
        if turn > now:
            await self._pace.sleep(turn - now)

    async def hold_off(self, seconds: float) -> None:
        """Let nothing go for so long: Telegram has asked the whole bot to wait."""
        self._silent_until = max(self._silent_until, self._pace.now() + seconds)

    def _free_from(self) -> float:
        """Give when one more may go, behind all that wait."""
        return self._last[0] + self._within if len(self._last) == self._last.maxlen else 0.0

    async def take_broadcast(self, hurried: asyncio.Event) -> None:
        """Return when one more broadcast may go, in the order they came; once `hurried`, as any other."""
        now = self._pace.now()
        turn = self._next_broadcast = max(self._next_broadcast + 1.0 / self._pace.broadcasts, now)
        while not hurried.is_set():
            # What answers somebody takes its place ahead: wait until there is one left over.
            turn = max(turn, self._free_from())
            wait = turn - self._pace.now()
            if wait <= 0 or await pause(self._pace, wait, hurried):
                break
        await self.take()


async def pause(pace: Pace, seconds: float, closing: asyncio.Event) -> bool:
    """Wait that long, or until `closing` is set if that comes first; tell whether it is."""
    if not closing.is_set():
        waits = (asyncio.ensure_future(pace.sleep(seconds)), asyncio.create_task(closing.wait()))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
    return closing.is_set()
