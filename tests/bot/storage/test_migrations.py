from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.engine import make_url

from bot.storage.engine import database_at
from bot.storage.errors import StoreUnusable
from bot.storage.migrate import configuration
from bot.storage.revision import CURRENT
from bot.storage.schema import metadata
from bot.storage.sqlite import SqliteFile
from bot.storage.store import Store
from tests.bot.storage.playing import RULES, Clock, Founder, file_url, opened, read, said

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.databases import Kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backstage.sqlite3"


async def test_migrations_end_in_the_tables_that_the_code_uses(kept: Kept) -> None:
    async with opened(kept):
        pass
    database = database_at(kept.url)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    database.engine.dispose()


async def test_migrations_make_the_tables_exactly_as_the_schema_does(path: Path, tmp_path: Path) -> None:
    async with opened(path):
        pass
    plain = tmp_path / "plain.sqlite3"
    database = SqliteFile(make_url(file_url(plain)))
    with database.engine.begin() as connection:
        metadata.create_all(connection)
    database.engine.dispose()
    # A table that a migration copied has its name in quotes.
    query = (
        "SELECT name, replace(lower(sql), '\"', '') FROM sqlite_master"
        " WHERE name NOT LIKE 'alembic%' ORDER BY name"
    )
    made = {name: str(sql).replace(",", " ").split() for name, sql in read(path, query) if sql is not None}
    planned = {
        name: str(sql).replace(",", " ").split() for name, sql in read(plain, query) if sql is not None
    }
    assert made.keys() == planned.keys()
    assert {name: sorted(sql) for name, sql in made.items()} == {
        name: sorted(sql) for name, sql in planned.items()
    }


async def test_what_is_stored_stays_through_a_start_that_migrates_nothing(kept: Kept) -> None:
    async with opened(kept) as store:
        await said(store, Founder().says("Bake"))
    before = kept.read("SELECT * FROM venture")
    async with opened(kept):
        pass
    assert kept.read("SELECT * FROM venture") == before


async def test_a_migration_that_fails_half_way_leaves_no_half_made_tables(path: Path) -> None:
    def cut_short(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if "CREATE TABLE conversation" in statement:
            raise InterruptedError

    store = Store(file_url(path), RULES, clock=Clock())
    event.listen(store.engine, "before_cursor_execute", cut_short)
    with pytest.raises(StoreUnusable):
        await store.open()
    assert read(path, "SELECT name FROM sqlite_master") == []
    async with opened(path) as mended:
        assert await said(mended, Founder().says("Bake")) == ["1: Bake"]


def test_migrations_follow_one_another_without_a_fork() -> None:
    assert len(ScriptDirectory.from_config(configuration()).get_heads()) == 1


def test_a_start_knows_the_last_migration_without_reading_them() -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == CURRENT
