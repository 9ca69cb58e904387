"""Copies a whole database into an empty one, of whatever kind, and compares the two."""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Integer, func, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.engine import database_at
from bot.storage.errors import CopyDiffers, StoreNotEmpty
from bot.storage.revision import bring_up_to_date
from bot.storage.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Table

    from bot.storage.engine import Database

    Progress = Callable[["Copied"], None]

AT_ONCE = 1000
"""Rows that are in memory at once."""
MODULUS = 2**256

_encode = msgspec.json.Encoder().encode


class Copied(msgspec.Struct, frozen=True):
    """A table that was copied, how many rows it has, and whether what arrived was compared already."""

    table: str
    rows: int
    compared: bool = False


class Contents(msgspec.Struct, frozen=True):
    """How many rows a table has, and their checksum, which is the same in whatever order they come."""

    rows: int
    checksum: int


def move(source_url: str, target_url: str, progress: Progress) -> int:
    """Copy everything from one database to another, and give how many rows that was; the source stays.

    The target has all of it or nothing. `progress` hears of each table once it is copied and once compared.
    Raises `StorageError`: `StoreInUse` where a bot runs on either, `StoreNotEmpty`, `CopyDiffers`.
    """
    with _had_alone(source_url) as source, _had_alone(target_url) as target:
        if any(target.execute(select(table.c[0]).limit(1)).first() for table in metadata.sorted_tables):
            raise StoreNotEmpty
        sent: dict[str, Contents] = {}
        for table in metadata.sorted_tables:
            sent[table.name] = _copied(source, target, table)
            progress(Copied(table.name, sent[table.name].rows))
        for table in metadata.sorted_tables:
            if contents(target, table) != sent[table.name]:
                raise CopyDiffers(table.name)
            progress(Copied(table.name, sent[table.name].rows, compared=True))
    return sum(each.rows for each in sent.values())


def contents(connection: Connection, table: Table) -> Contents:
    """Give what a table holds."""
    rows, checksum = 0, 0
    for batch in _batches(connection, table):
        rows += len(batch)
        checksum += sum(map(_digest, batch))
    return Contents(rows, checksum % MODULUS)


def _copied(source: Connection, target: Connection, table: Table) -> Contents:
    rows, checksum = 0, 0
    for batch in _batches(source, table):
        names = [column.name for column in table.columns]
        target.execute(insert(table), [dict(zip(names, row, strict=True)) for row in batch])
        rows += len(batch)
        checksum += sum(map(_digest, batch))
    if _is_numbered(table):
        _set_last_number(target, table, _last_number(source, table))
    return Contents(rows, checksum % MODULUS)


def _batches(connection: Connection, table: Table) -> Iterator[list[tuple[object, ...]]]:
    rows = connection.execution_options(yield_per=AT_ONCE).execute(select(*table.columns))
    for batch in rows.partitions(AT_ONCE):
        yield [tuple(row) for row in batch]


def _digest(row: tuple[object, ...]) -> int:
    return int.from_bytes(sha256(_encode(row)).digest(), "big")


def _is_numbered(table: Table) -> bool:
    """Tell whether the database itself gives out the table's ids."""
    column = table.autoincrement_column
    return column is not None and isinstance(column.type, Integer)


# Ids that were given out once are never given out again, also where their rows are gone.


def _last_number(connection: Connection, table: Table) -> int:
    if connection.dialect.name == "sqlite":
        query = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        return connection.execute(query, {"name": table.name}).scalar() or 0
    sequence = connection.execute(_SEQUENCE, {"name": f'"{table.name}"'}).scalar_one()
    query = text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")  # noqa: S608 - the server's
    return int(connection.execute(query).scalar_one())


def _set_last_number(connection: Connection, table: Table, last: int) -> None:
    if not last:
        return
    if connection.dialect.name == "sqlite":
        named = {"name": table.name, "last": last}
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), named)
        connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), named)
        return
    connection.execute(select(func.setval(_SEQUENCE.scalar_subquery(), last)), {"name": f'"{table.name}"'})


_SEQUENCE = select(func.pg_get_serial_sequence(text(":name"), "id"))


@contextmanager
def _had_alone(url: str) -> Iterator[Connection]:
    """Give a connection to a database that nobody else uses meanwhile, its tables made or brought up to date.

    What is written is kept where the block ends well, and only there.
    """
    database = database_at(url)
    database.acquire()
    try:
        with database.engine.connect() as connection, connection.begin():
            _prepare(database, connection)
            yield connection
    except SQLAlchemyError as error:
        raise database.refusal(error) from None
    finally:
        database.release()


def _prepare(database: Database, connection: Connection) -> None:
    database.have_alone(connection)
    database.check(connection)
    bring_up_to_date(connection)
