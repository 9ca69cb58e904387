"""Everything is moved from one database to another, of either kind, and what arrived is what was there."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.storage.engine import database_at
from bot.storage.errors import CopyDiffers, StoreInUse, StoreNotEmpty
from bot.storage.lanes import LEASE
from bot.storage.moving import contents, move
from bot.storage.schema import metadata
from tests.bot.rehearsal.process import backstage
from tests.bot.storage.playing import Clock, Founder, opened, said
from tests.databases import File, Kept, OnServer

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from bot.storage.moving import Contents, Copied
    from tests.postgres_server import PostgresServer

WORDS = "Käse & pão, 面包\\n\t\U0001f950 'quoted' \"twice\""


async def filled(kept: Kept) -> Founder:
    """Put something into every table that a step of the tests writes, take some out, and give a founder."""
    ada, ben, eve = Founder(1), Founder(2), Founder(3)
    async with opened(kept) as store:
        for number in range(25):
            await said(store, ada.says(f"{WORDS} {number}"))
        await said(store, ada.commands("new"))
        await said(store, ben.says("boom"))
        await said(store, ben.says("Teach"))
        await store.take([ben.commands("three")])
        await said(store, eve.says("Spy"))
        await said(store, eve.commands("delete"))
    return ada


@contextmanager
def looking(kept: Kept) -> Iterator[Connection]:
    database = database_at(kept.url)
    with database.engine.connect() as connection:
        yield connection
    database.engine.dispose()


def everything(kept: Kept) -> dict[str, Contents]:
    with looking(kept) as connection:
        return {table.name: contents(connection, table) for table in metadata.sorted_tables}


def rows(kept: Kept) -> dict[str, list[tuple[object, ...]]]:
    with looking(kept) as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "backstage.sqlite3")


@pytest.fixture
def empty(postgres: PostgresServer) -> Iterator[OnServer]:
    """Give a database on the server with nothing in it, as an operator makes it."""
    with postgres.database() as name:
        yield OnServer(postgres, name)


async def test_there_and_back_again_nothing_is_lost_or_changed(
    file: File, empty: OnServer, tmp_path: Path
) -> None:
    await filled(file)
    places: tuple[Kept, ...] = (file, empty, File(tmp_path / "again.sqlite3"))
    before = rows(file)
    for source, target in pairwise(places):
        told: list[Copied] = []
        count = move(source.url, target.url, told.append)
        assert count == sum(map(len, before.values()))
        tables = [table.name for table in metadata.sorted_tables]
        assert [copied.table for copied in told] == tables * 2
        assert [copied.compared for copied in told] == [False] * len(tables) + [True] * len(tables)
        assert rows(source) == rows(target) == before


async def test_founders_go_on_where_they_were_and_old_ids_are_not_given_again(
    file: File, empty: OnServer
) -> None:
    ada = await filled(file)
    numbers = {key for (key,) in file.read("SELECT id FROM person")} | {3}  # the third was deleted
    move(file.url, empty.url, lambda _: None)
    clock = Clock()
    clock.now += timedelta(milliseconds=LEASE)
    async with opened(empty, clock) as store:
        lanes = await store.orphaned()
        assert [len(lane.queued) for lane in lanes] == [3]
        assert await said(store, ada.commands("count")) == ["0 kept, version 0"]
        assert await said(store, Founder(9).says("Bake")) == ["1: Bake"]
    ((new,),) = empty.read("SELECT id FROM person WHERE carrier_id = 9")
    assert new not in numbers


async def test_a_database_with_something_in_it_is_not_moved_to(file: File, empty: OnServer) -> None:
    await filled(file)
    async with opened(empty) as store:
        await said(store, Founder(5).says("Mine"))
    before = rows(empty)
    with pytest.raises(StoreNotEmpty):
        move(file.url, empty.url, lambda _: None)
    assert rows(empty) == before


@pytest.mark.parametrize("running", ["file", "empty"])
async def test_nothing_is_moved_while_a_bot_runs_on_either(
    running: str, file: File, empty: OnServer, request: pytest.FixtureRequest
) -> None:
    async with opened(request.getfixturevalue(running)):
        with pytest.raises(StoreInUse):
            move(file.url, empty.url, lambda _: None)
        if running == "empty":
            with pytest.raises(StoreInUse):
                move(empty.url, file.url, lambda _: None)


async def test_what_arrives_otherwise_is_told_of_and_nothing_is_kept(file: File, empty: OnServer) -> None:
    await filled(file)
    async with opened(empty):
        pass
    empty.change(
        "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN NEW.language := 'xx'; RETURN NEW; END $$"
    )
    empty.change("CREATE TRIGGER spoil BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION spoil()")
    with pytest.raises(CopyDiffers) as differs:
        move(file.url, empty.url, lambda _: None)
    assert differs.value.table == "person"
    assert not any(rows(empty).values())


async def test_the_command_tells_its_progress_and_what_comes_next(
    file: File, empty: OnServer, tmp_path: Path
) -> None:
    await filled(file)
    ended = moved(tmp_path, file, empty)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert re.search(r"^copied +person: 2$", ended.stdout, re.MULTILINE)
    assert re.search(r"^compared +person: 2, the same in both$", ended.stdout, re.MULTILINE)
    assert "BACKSTAGE_DATABASE_URL" in ended.stdout
    assert everything(empty) == everything(file)
    again = moved(tmp_path, file, empty)
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.count("\n") == 1
    assert "choose an empty one" in again.stderr


async def test_the_command_shows_no_password(file: File, postgres: PostgresServer, tmp_path: Path) -> None:
    await filled(file)
    url = f"postgresql://locked:hunter2@/nowhere?host={postgres.folder}"
    ended = backstage("move", "--database", file.url, "--to", url, home=tmp_path)
    assert ended.returncode == 2
    assert "hunter2" not in ended.stdout + ended.stderr


def moved(home: Path, source: Kept, target: Kept) -> subprocess.CompletedProcess[str]:
    return backstage("move", "--to", target.url, home=home, BACKSTAGE_DATABASE_URL=source.url)
