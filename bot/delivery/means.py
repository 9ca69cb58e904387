"""What all lanes share, and how they wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.delivery.pace import pause
from conversations.errors import BackstageError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Coroutine

    from bot.delivery.floods import Floods
    from bot.delivery.pace import Bucket, Pace
    from bot.seams import Messenger, TurnStore
    from bot.turns import Reached

Answer = TypeVar("Answer")

log = structlog.get_logger(__name__)


class Left(Exception):
    """The process is closing, or another has the lane now: what is not sent stays in the store."""


@dataclass(eq=False, kw_only=True)
class Means:
    """What all lanes share. `closing` ends waits; `halted` lets no further send begin."""

    store: TurnStore
    messenger: Messenger
    pace: Pace
    bucket: Bucket
    floods: Floods
    slots: asyncio.Semaphore
    answers: Callable[[], Awaitable[bool]]
    reached: Reached
    closing: asyncio.Event
    halted: bool = False

    async def pause(self, seconds: float) -> None:
        """Wait; raises `Left` as soon as the process closes."""
        if await pause(self.pace, seconds, self.closing):
            raise Left

    async def insist(self, ask: Callable[[], Coroutine[object, object, Answer]]) -> Answer:
        """Ask the store until it answers, with growing waits."""
        failures = 0
        while True:
            try:
                return await ask()
            except BackstageError as error:
                failures += 1
                log.warning("store failed", kind=type(error).__name__, failures=failures)
            await self.pause(self.pace.wait_after(failures))
