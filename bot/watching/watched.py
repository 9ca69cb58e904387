"""A bot that is watched: its parts are seen, and what was seen is shown."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import event

from bot.storage.errors import StorageError
from bot.storage.reading import reading
from bot.storage.standing import waits
from bot.watching.metrics import CONTENT_TYPE, Metrics
from bot.watching.pages import health, metrics, served
from bot.watching.seen import SeenMessenger, Timing, seen_skills
from bot.watching.watch import Watch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from sqlalchemy import Engine

    from bot.fulfilment import Skills
    from bot.seams import Messenger
    from bot.turns import Committed, Reached

REMEMBERED = 5.0
"""Seconds for which what waits on disk is taken as known: a look costs the database next to nothing."""

log = structlog.get_logger(__name__)


class Watched(Watch):
    """Counts what it is told of, and shows it at `host:port`."""

    def __init__(self, url: str, host: str, port: int) -> None:
        self.metrics = Metrics()
        self._url = url
        self._at = (host, port)
        self._known_until = 0.0
        self._timing: Timing | None = None

    def messenger(self, messenger: Messenger) -> Messenger:
        """Give a messenger whose sends are counted."""
        return SeenMessenger(messenger, self.metrics)

    def skills(self, skills: Skills) -> Skills:
        """Give skills whose use is counted."""
        return seen_skills(skills, self.metrics)

    def points(self, reached: Reached) -> Reached:
        """Take the time between a turn's points."""
        self._timing = Timing(self.metrics, reached)
        return self._timing

    def transactions(self, engine: Engine) -> None:
        """Take the time of a database's transactions, the wait for a lock included."""
        if self._timing is not None:
            event.listen(engine, "begin", self._timing.begins, insert=True)

    def took(self, committed: Sequence[Committed], seconds: float) -> None:
        """Count turns that were taken together."""
        for turn in committed:
            self.metrics.turns.labels(_outcome(turn)).inc()
            self.metrics.turn_seconds.observe(seconds)

    def refused(self, arrivals: int) -> None:
        """Count arrivals that the store did not take."""
        self.metrics.turns.labels("refused").inc(arrivals)

    def telegram_failed(self, kind: str) -> None:
        """Count a call of the Bot API that failed."""
        self.metrics.telegram_errors.labels(kind).inc()

    def depth(self, queue: str, depth: Callable[[], int]) -> None:
        """Show a queue's length."""
        self.metrics.depth(queue, depth)

    @asynccontextmanager
    async def pages(self, ready: Callable[[], Awaitable[bool]]) -> AsyncIterator[None]:
        """Serve `/metrics`, `/healthz` and `/readyz`. Raises `PortTaken`."""
        async with served({**health(ready), **metrics(self._counted, CONTENT_TYPE)}, *self._at):
            yield

    async def _counted(self) -> bytes:
        if time.monotonic() >= self._known_until:
            self._known_until = time.monotonic() + REMEMBERED
            await asyncio.to_thread(self._look)
        return self.metrics.text()

    def _look(self) -> None:
        try:
            with reading(self._url) as connection:
                self.metrics.waits(waits(connection, datetime.now(UTC)))
        except StorageError as error:
            log.warning("what waits is not known", kind=type(error).__name__)


def _outcome(turn: Committed) -> str:
    if turn.repeated:
        return "repeated"
    if turn.unheard:
        return "unheard"
    return "set_aside" if turn.set_aside else "saved"
