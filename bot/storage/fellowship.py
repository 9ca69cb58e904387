"""Duties of one worker among those on a PostgreSQL server, kept by locks that end with its connection."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING
from zlib import crc32

from sqlalchemy import bindparam, func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.engine import OURS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.fellows import Duty
    from bot.storage.engine import Database

_TAKE = select(func.pg_try_advisory_lock(OURS, bindparam("number")))
_GIVE = select(func.pg_advisory_unlock(OURS, bindparam("number")))
_GIVE_ALL = select(func.pg_advisory_unlock_all())
_LIVES = select(1)
LARGEST = 2**31 - 1


class Fellowship:
    """The other workers, by way of one connection of its own: `bot.fellows.Fellows`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Connection | None = None
        self._duties: set[int] = set()
        self._busy = Lock()

    async def sees_to(self, duty: Duty, bot: int) -> bool:
        """Tell whether a duty is this worker's, and take it where it is free. Raises `StorageError`."""
        return await asyncio.to_thread(self._try, _number(duty, bot))

    async def hands_back(self, duty: Duty, bot: int) -> None:
        """Leave a duty to the others."""
        await asyncio.to_thread(self._give, _number(duty, bot))

    def close(self) -> None:
        """Leave all duties to the others, at once: a server notices only after a while that one has gone."""
        with self._busy:
            if self._connection is not None:
                with suppress(SQLAlchemyError):
                    self._connection.execute(_GIVE_ALL)
            self._drop()

    def _try(self, number: int) -> bool:
        with self._busy:
            try:
                connection = self._connected()
                if number in self._duties:
                    connection.execute(_LIVES)
                elif connection.execute(_TAKE, {"number": number}).scalar():
                    self._duties.add(number)
            except SQLAlchemyError as error:
                self._drop()
                raise self._database.refusal(error) from None
            return number in self._duties

    def _give(self, number: int) -> None:
        with self._busy:
            if self._connection is None or number not in self._duties:
                return
            self._duties.discard(number)
            try:
                self._connection.execute(_GIVE, {"number": number})
            except SQLAlchemyError:  # who lost the connection has lost the lock
                self._drop()

    def _connected(self) -> Connection:
        if self._connection is None:
            engine = self._database.engine.execution_options(isolation_level="AUTOCOMMIT")
            self._connection = engine.connect()
        return self._connection

    def _drop(self) -> None:
        self._duties.clear()
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(SQLAlchemyError):
                connection.close()


def _number(duty: Duty, bot: int) -> int:
    """Give the second half of a lock's number."""
    return crc32(f"{duty.value}/{bot}".encode()) & LARGEST
