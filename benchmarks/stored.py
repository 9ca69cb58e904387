"""A database in which many founders are stored already: one real interview, and copies of its rows."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from benchmarks.telegram import BOT
from bot import composition
from bot.turns import Address, Arrival, Delivered, SendText
from conversations.interview.events import Command, Said
from conversations.interview.snapshot import Person

if TYPE_CHECKING:
    from pathlib import Path

    from bot.storage.store import Store
    from conversations.interview.events import Event

SAID = (
    "Bean Wheels",
    "just an idea",
    "Good coffee in two minutes, for commuters",
    "make or sell things",
    "talk to 30 commuters, get street permit",
    "brew and serve, clean the machine",
)
"""What the founder who is copied says: a canvas in the middle of its interview."""
FIRST = 1_000
"""The copies' numbers begin here; those of the load are far above."""
IN_ORDER = ("person", "venture", "membership", "conversation", "message", "revision")
OWN = {"person": {"id", "carrier_id"}, "conversation": {"id", "person", "venture", "chat"}}
"""Columns that each copy has a number of its own in."""


def store(file: Path, founders: int) -> None:
    """Fill a new database with so many founders."""
    asyncio.run(_interview(f"sqlite:///{file}"))
    with closing(sqlite3.connect(file)) as database:
        database.execute("pragma synchronous = off")
        database.execute("create temp table number as select 1 as n where false")
        numbers = ((FIRST + number,) for number in range(founders))
        database.executemany("insert into number values (?)", numbers)
        for table in IN_ORDER:
            database.execute(_copying(database, table))
        database.commit()
        database.execute("pragma wal_checkpoint(truncate)")


def _copying(database: sqlite3.Connection, table: str) -> str:
    """Give the statement that copies a table's rows of the one founder for each number."""
    columns = [row[1] for row in database.execute(f"pragma table_info({table})")]
    values = ", ".join(_value(table, column) for column in columns)
    return f"insert into {table} ({', '.join(columns)}) select {values} from {table}, number"  # noqa: S608 - our names


def _value(table: str, column: str) -> str:
    if column in OWN.get(table, set()) - {"venture"} or (table, column) in (
        ("membership", "person"),
        ("message", "conversation"),
    ):
        return "n"
    if (table, column) in (("venture", "id"), ("membership", "venture"), ("conversation", "venture")):
        return "'copy-' || n"
    if (table, column) == ("revision", "venture"):
        return "'copy-' || n"
    return f"{table}.{column}"


async def _interview(url: str) -> None:
    async with composition.open_store(url) as kept:
        await _turn(kept, 1, Command("start", message=1))
        for number, text in enumerate(SAID, start=2):
            await _turn(kept, number, Said(text, message=number))


async def _turn(kept: Store, number: int, event: Event) -> None:
    arrival = Arrival(
        key=f"telegram/{BOT}/stored-{number}",
        address=Address("telegram", BOT, 1),
        person=1,
        facts=Person("Lena", "en"),
        event=event,
        message=number,
    )
    (committed,) = await kept.take([arrival])
    lane = committed.lane
    while lane is not None:
        marks = [
            Delivered(
                conversation=lane.conversation,
                seq=queued.seq,
                message=100 + queued.seq if isinstance(queued.outgoing, SendText) else 0,
            )
            for queued in lane.queued
        ]
        lane = await kept.more(lane.conversation, marks)
