"""A database of each released version, with founders in it, is brought up to date, and they go on.

`released/NNNN.sql` holds what the tables of that revision held, written by the version's own code: Lena's
interview is whole, Omar is in the middle, Noor has an answer that wasn't delivered, Eve has blocked the bot.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic import command

from bot.composition import open_store
from bot.storage.engine import database_at
from bot.storage.migrate import configuration
from bot.storage.revision import CURRENT
from bot.turns import Address, Arrival, SendText
from conversations.canvas.document import decode_canvas
from conversations.intents import Urgency
from conversations.interview.events import Command, Said
from conversations.interview.snapshot import Person
from tests.bot.storage.playing import deliver, texts
from tests.databases import File, OnServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from bot.storage.store import Store
    from conversations.interview.events import Event
    from tests.databases import Kept, Kind
    from tests.postgres_server import PostgresServer

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))
LENA, OMAR, NOOR, EVE = 1, 2, 3, 4
NEXT_DAY = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def empty(kind: Kind, tmp_path: Path, postgres: PostgresServer) -> Iterator[Kept]:
    """Give a database without tables."""
    if kind == "sqlite":
        yield File(tmp_path / "backstage.sqlite3")
        return
    with postgres.database() as name:
        yield OnServer(postgres, name)


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, empty: Kept) -> Kept:
    """Give a database as a released version left it."""
    dump: Path = request.param
    with changing(empty) as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, dump.stem)
        for line in dump.read_text(encoding="utf-8").splitlines():
            if not line.startswith("--"):
                connection.exec_driver_sql(line.replace("%", "%%") if isinstance(empty, OnServer) else line)
        if isinstance(empty, OnServer):
            for table in ("person", "conversation", "intent"):
                last = f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608 - our own
                connection.exec_driver_sql(last)
    return empty


@contextmanager
def changing(kept: Kept) -> Iterator[Connection]:
    database = database_at(kept.url)
    with database.engine.begin() as connection:
        yield connection
    database.engine.dispose()


async def does(store: Store, chat: int, event: Event, key: str = "") -> list[str]:
    """Let a founder act, and give what they are sent."""
    arrival = Arrival(
        key=key or f"telegram/77/new-{chat}-{event}",
        address=Address("telegram", 77, chat),
        person=chat,
        facts=Person("Somebody", "en"),
        event=event,
        message=900,
    )
    (committed,) = await store.take([arrival])
    return await deliver(store, committed, first_message=9000 + 100 * chat)


async def test_founders_go_on_where_they_were(old: Kept) -> None:
    ((document,),) = old.read(
        "SELECT document FROM venture WHERE id = (SELECT venture FROM conversation WHERE chat = ?)", LENA
    )
    before = decode_canvas(str(document).encode())
    revisions = old.read(
        "SELECT venture, version, author, at, changes FROM revision ORDER BY venture, version"
    )
    async with open_store(old.url, clock=lambda: NEXT_DAY) as store:
        assert old.read("SELECT version_num FROM alembic_version") == [(CURRENT,)]
        found = old.read(
            "SELECT venture, version, author, at, changes FROM revision ORDER BY venture, version"
        )
        assert found == revisions
        orphans = [(lane.address.chat, len(texts(lane))) for lane in await store.orphaned()]
        assert orphans == [(NOOR, 2)]
        said = " ".join(await does(store, LENA, Command("canvas")))
        assert before.venture.name in said
        assert all(entry.text in said for entry in before.entries[:3])
        assert "Quiet Ledger" in " ".join(await does(store, OMAR, Command("canvas")))
        assert await does(store, OMAR, Said("Books in order by the 5th, for small studios"))
        assert await does(store, EVE, Said("Bike Post"))
        assert await does(store, OMAR, Said("again"), key="telegram/77/1") == []  # known for eight days


async def test_reminders_come_as_they_were_promised(old: Kept) -> None:
    async with open_store(old.url, clock=lambda: NEXT_DAY - timedelta(days=1)) as store:
        assert await store.due(Urgency.BROADCAST) == []
    async with open_store(old.url, clock=lambda: NEXT_DAY) as store:
        due = await store.due(Urgency.BROADCAST)
        assert sorted(arrival.address.chat for arrival in due) == [OMAR, NOOR]
        (omars,) = (arrival for arrival in due if arrival.address.chat == OMAR)
        (committed,) = await store.take([omars])
        assert committed.lane is not None
        assert any(isinstance(queued.outgoing, SendText) for queued in committed.lane.queued)
