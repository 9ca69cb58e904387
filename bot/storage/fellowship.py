"""Duties of one worker among those on a PostgreSQL server, kept by locks that end with its connection."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING
from zlib import crc32

from sqlalchemy import (
    BigInteger,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    func,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from bot.fellows import Kind
from bot.storage.engine import OURS
from bot.storage.schema import allowance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Executable

    from bot.fellows import Duty
    from bot.storage.engine import Database

_TAKE = select(func.pg_try_advisory_lock(OURS, bindparam("number")))
_GIVE = select(func.pg_advisory_unlock(OURS, bindparam("number")))
_GIVE_ALL = select(func.pg_advisory_unlock_all())
_LIVES = select(1)
LARGEST = 2**31 - 1
SECOND = 1_000_000

# The row of all workers, in microseconds by the server's clock. Nothing of it has to outlive a power cut.
_NOW = cast(func.extract("epoch", func.clock_timestamp()) * SECOND, BigInteger)
_THIS = and_(allowance.c.bot == bindparam("this_bot"), allowance.c.kind == bindparam("this_kind"))
_COST = bindparam("cost", type_=BigInteger)
_TAKE_PLACES = (
    update(allowance)
    .where(_THIS)
    .values(free_from=func.greatest(allowance.c.free_from, _NOW) + _COST)
    .returning(allowance.c.free_from - _COST - _NOW)
)
_HOLD_OFF = (
    update(allowance).where(_THIS).values(free_from=func.greatest(allowance.c.free_from, _NOW + _COST))
)
_MAKE_ROW = insert(allowance).from_select(
    ["bot", "kind", "free_from"],
    select(
        bindparam("this_bot", type_=BigInteger),
        bindparam("this_kind", type_=Text),
        literal(0, BigInteger),
    ).where(~exists().where(_THIS)),
)


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

    any = True

    async def places(self, kind: Kind, bot: int, count: int, rate: float) -> float:
        """Take places in the row of all workers, and give in how many seconds it begins."""
        asked = {"this_bot": bot, "this_kind": kind.value, "cost": round(count / rate * SECOND)}
        return await asyncio.to_thread(self._take_places, asked)

    async def hold_off(self, bot: int, seconds: float) -> None:
        """Let the row of all workers go on only after so many seconds."""
        asked = {"this_bot": bot, "this_kind": Kind.ALL.value, "cost": round(seconds * SECOND)}
        await asyncio.to_thread(self._run, _HOLD_OFF, asked)

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

    def _take_places(self, asked: Mapping[str, object]) -> float:
        wait = self._run(_TAKE_PLACES, asked)
        if wait is None:
            self._run(_MAKE_ROW, asked)
            wait = self._run(_TAKE_PLACES, asked)
        return (wait or 0) / SECOND

    def _run(self, statement: Executable, asked: Mapping[str, object]) -> int | None:
        """Run a statement, and give the number that it returns, if it returns one."""
        with self._busy:
            try:
                found = self._connected().execute(statement, asked)
                return found.scalar() if found.returns_rows else None
            except SQLAlchemyError as error:
                self._drop()
                raise self._database.refusal(error) from None

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
            self._connection.execute(text("SET synchronous_commit TO off"))
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
