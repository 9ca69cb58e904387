"""A copy is taken while the bot runs, and takes the database's place when it is stopped."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.storage.backing_up import back_up, put_back
from bot.storage.errors import Fact, StoreFromNewerVersion, StoreInUse, StoreUnusable
from tests.bot.rehearsal.process import backstage
from tests.bot.storage.playing import Founder, opened, said
from tests.databases import File

if TYPE_CHECKING:
    from pathlib import Path

    from tests.databases import OnServer


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "backstage.sqlite3")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy.sqlite3"


def mode_of(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 3 :] = b"\xa5" * (len(content) - 4096 * 3)
    path.write_bytes(content)


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


async def test_a_copy_taken_beside_the_running_bot_is_whole_and_for_the_operator_alone(
    file: File, copy: Path
) -> None:
    async with opened(file) as store:
        founders = [Founder(number) for number in range(1, 51)]
        taking = [asyncio.ensure_future(store.take([founder.says("Bake")])) for founder in founders]
        await asyncio.to_thread(back_up, file.url, copy)
        await asyncio.gather(*taking)
    turns, revisions = (File(copy).read(f"SELECT count(*) FROM {table}") for table in ("turn", "revision"))  # noqa: S608 - our own
    assert turns == revisions
    assert File(copy).read("PRAGMA integrity_check") == [("ok",)]
    assert mode_of(copy) == "0o600"
    assert [name for name in names_in(copy.parent) if name.startswith(copy.name)] == [copy.name]


async def test_what_is_put_back_is_where_the_bot_goes_on_and_what_was_there_is_kept(
    file: File, copy: Path
) -> None:
    ada = Founder()
    async with opened(file) as store:
        await said(store, ada.says("Bake"))
        back_up(file.url, copy)
        await said(store, ada.says("Deliver"))
    before = put_back(copy, file.url)
    async with opened(file) as store:
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]
    assert before is not None
    assert before.parent == file.path.parent
    async with opened(before) as store:
        assert await said(store, ada.commands("count")) == ["2 kept, version 2"]
    assert copy.name in names_in(copy.parent)


async def test_a_copy_takes_the_place_of_a_damaged_database(file: File, copy: Path) -> None:
    ada = Founder()
    async with opened(file) as store:
        await said(store, ada.says("Bake"))
        back_up(file.url, copy)
    file.path.write_bytes(b"\xa5" * 50_000)
    before = put_back(copy, file.url)
    assert before is not None
    assert before.read_bytes() == b"\xa5" * 50_000
    async with opened(file) as store:
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]


async def test_a_copy_can_begin_where_nothing_was(file: File, copy: Path, tmp_path: Path) -> None:
    ada = Founder()
    async with opened(file) as store:
        await said(store, ada.says("Bake"))
        back_up(file.url, copy)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    new = File(elsewhere / "backstage.sqlite3")
    assert put_back(copy, new.url) is None
    async with opened(new) as store:
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]


async def test_nothing_is_put_back_under_a_running_bot(file: File, copy: Path) -> None:
    async with opened(file) as store:
        back_up(file.url, copy)
        with pytest.raises(StoreInUse):
            put_back(copy, file.url)
        assert await said(store, Founder().says("Bake")) == ["1: Bake"]


async def test_a_damaged_copy_is_refused_and_nothing_has_changed(file: File, copy: Path) -> None:
    ada = Founder()
    async with opened(file) as store:
        await said(store, ada.says("Bake " * 3000))
        back_up(file.url, copy)
    damage(copy)
    names = names_in(file.path.parent)
    with pytest.raises(StoreUnusable) as refused:
        put_back(copy, file.url)
    assert refused.value.fact is Fact.CORRUPT
    assert names_in(file.path.parent) == names
    async with opened(file) as store:
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]


async def test_a_copy_from_a_newer_version_and_another_programs_file_are_refused(
    file: File, copy: Path, tmp_path: Path
) -> None:
    ada = Founder()
    async with opened(file) as store:
        await said(store, ada.says("Bake"))
        back_up(file.url, copy)
    File(copy).change("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreFromNewerVersion):
        put_back(copy, file.url)
    recipes = File(tmp_path / "recipes.sqlite3")
    with closing(sqlite3.connect(recipes.path)) as connection:
        connection.execute("CREATE TABLE recipe (title TEXT)")
    with pytest.raises(StoreUnusable) as refused:
        put_back(recipes.path, file.url)
    assert refused.value.fact is Fact.NOT_OURS
    async with opened(file) as store:
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]


async def test_the_commands_do_both_in_a_line(file: File, copy: Path, tmp_path: Path) -> None:
    async with opened(file) as store:
        await said(store, Founder().says("Bake"))
        backed_up = await asyncio.to_thread(command, "backup", file.url, tmp_path, str(copy))
        assert backed_up == (0, True)
        assert await asyncio.to_thread(command, "restore", file.url, tmp_path, str(copy)) == (2, False)
    assert command("backup", file.url, tmp_path, str(copy)) == (2, False)  # it is there already
    assert command("restore", file.url, tmp_path, str(copy)) == (0, True)
    assert command("restore", file.url, tmp_path, str(copy.with_name("nothing"))) == (2, False)


async def test_a_servers_database_is_left_to_its_own_tools(on_server: OnServer, copy: Path) -> None:
    ended = backstage("backup", str(copy), home=copy.parent, BACKSTAGE_DATABASE_URL=on_server.url)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "pg_dump" in ended.stderr
    ended = backstage("restore", str(copy), home=copy.parent, BACKSTAGE_DATABASE_URL=on_server.url)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "pg_restore" in ended.stderr


def command(name: str, url: str, home: Path, file: str) -> tuple[int, bool]:
    """Run a command; give its exit code, and whether it told of something done and of no trouble."""
    ended = backstage(name, file, home=home, BACKSTAGE_DATABASE_URL=url)
    assert bool(ended.stdout) != bool(ended.stderr)
    assert ended.stderr.count("\n") <= 1
    return ended.returncode, bool(ended.stdout)
