"""A short write in a database on which a bot may be running.

A bot holds its file against other bots, so that no message is delivered twice. Rows that no running bot holds
in memory may be written beside it, in one transaction that waits for its turn as the bot's own do.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.storage.compiling import Statements
from bot.storage.engine import database_at
from bot.storage.errors import StoreInUse
from bot.storage.revision import bring_up_to_date, checked_revision
from bot.storage.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.storage.engine import Database


@contextmanager
def visiting(url: str, now: datetime) -> Iterator[Unit]:
    """Give a transaction; what was gathered in it is written at the end of the block.

    Where no bot is running the database is made, checked and brought up to date, as a start would. Raises
    `StorageError`, where one is running also if its tables are another version's.
    """
    database = database_at(url)
    try:
        running = _is_running(database)
        with database.engine.connect() as connection, connection.begin():
            _prepare(database, connection, running=running)
            unit = Unit(connection, now, Statements())
            yield unit
            unit.flush()
    except SQLAlchemyError as error:
        raise database.refusal(error) from None
    finally:
        database.release()


def _is_running(database: Database) -> bool:
    try:
        database.acquire()
    except StoreInUse:
        return True
    return False


def _prepare(database: Database, connection: Connection, *, running: bool) -> None:
    if running:
        checked_revision(connection)
    else:
        database.check(connection)
        bring_up_to_date(connection)
