"""The threads that write: one where a file has one writer, a few where a server has rows to lock.

Measured on a server on the same two cores: two did a quarter more turns than one, and in half the time; four
used more of the processor and did no more.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from bot.storage.locking import NOTHING
from bot.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.storage.engine import Database
    from bot.storage.lanes import Lanes
    from bot.storage.locking import Touches
    from bot.storage.unit import Unit
    from bot.turns import Reached

    Clock = Callable[[], datetime]

Given = TypeVar("Given")


class Writers:
    """Does as one writer does; what a chat brings goes to the same one, and so stays in order."""

    def __init__(self, database: Database, lanes: Lanes, clock: Clock, reached: Reached) -> None:
        self._writers = [Writer(database, lanes, clock, reached) for _ in range(database.writers)]

    async def open(self) -> None:
        """Take hold of the database, check it and bring its tables up to date; raises `StorageError`."""
        opened: list[Writer] = []
        try:
            for writer in self._writers:
                await writer.open()
                opened.append(writer)
        except BaseException:
            for writer in opened:
                await writer.close()
            raise

    async def close(self) -> None:
        """Do what waits, and let go of the database."""
        await asyncio.gather(*(writer.close() for writer in self._writers))

    def do(
        self,
        kind: str,
        run: Callable[[Unit], Any],
        unclaimed: Callable[[Given], None] | None = None,
        touches: Touches = NOTHING,
        then: Callable[[Unit], Given] | None = None,
    ) -> asyncio.Future[Given]:
        """Give the future of a piece that is done within one of the next transactions, see `Writer.do`."""
        return self._for(touches).do(kind, run, unclaimed, touches, then)

    def _for(self, touches: Touches) -> Writer:
        if len(self._writers) == 1:
            return self._writers[0]
        number = touches.addresses[0].chat if touches.addresses else sum(touches.lanes[:1])
        return self._writers[number % len(self._writers)]
