from __future__ import annotations

import asyncio
from shutil import copy
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.databases import KINDS, File, Kind, OnServer
from tests.postgres_server import PostgresServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.databases import Kept


# However slow or busy the machine is, a property holds or it doesn't.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-transcripts",
        action="store_true",
        help="Write the bot's side of the transcripts anew instead of comparing it.",
    )


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server, started by the first test that needs it."""
    with PostgresServer() as server:
        yield server


def make_tables(url: str) -> None:
    # Here and not above: most tests need no database at all.
    from bot.storage.store import Store  # noqa: PLC0415 - as said above
    from tests.bot.storage.playing import RULES, Clock  # noqa: PLC0415 - as said above

    async def migrate() -> None:
        async with Store(url, RULES, clock=Clock()):
            pass

    asyncio.run(migrate())


@pytest.fixture(scope="session")
def with_tables(postgres: PostgresServer) -> Iterator[str]:
    """Give the name of a database that the bot's tables are in, and nothing else."""
    with postgres.database() as name:
        make_tables(postgres.url(name))
        yield name


@pytest.fixture(scope="session")
def file_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file that the bot's tables are in, and nothing else; it is there to be copied."""
    file = tmp_path_factory.mktemp("tables") / "backstage.sqlite3"
    make_tables(f"sqlite:///{file}")
    return file


@pytest.fixture
def on_server(postgres: PostgresServer, with_tables: str) -> Iterator[OnServer]:
    """Give a new database on the server, with its tables made."""
    with postgres.database(with_tables) as name:
        yield OnServer(postgres, name)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each test that asks for `kept` runs once on each kind of database."""
    found: Kind = request.param
    return found


@pytest.fixture
def kept(kind: Kind, tmp_path: Path, request: pytest.FixtureRequest) -> Kept:
    """Give a new database."""
    if kind == "sqlite":
        file = tmp_path / "backstage.sqlite3"
        copy(request.getfixturevalue("file_with_tables"), file)
        return File(file)
    found: OnServer = request.getfixturevalue("on_server")
    return found
