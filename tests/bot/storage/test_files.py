from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from bot.storage.errors import Fact, StorageError, StoreFromNewerVersion, StoreInUse, StoreUnusable
from bot.storage.store import Store
from tests.bot.storage.playing import (
    RULES,
    Clock,
    Founder,
    change,
    deliver,
    file_url,
    opened,
    read,
    said,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, ExceptionContext

ROOT = Path(__file__).parents[3]
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backstage.sqlite3"


def store_at(url: str) -> Store:
    return Store(url, RULES, clock=Clock())


def content_of(path: Path) -> bytes:
    return path.read_bytes()


def write(path: Path, content: bytes | bytearray) -> None:
    path.write_bytes(content)


async def refusal_of(url: str) -> Fact:
    with pytest.raises(StoreUnusable) as refused:
        await store_at(url).open()
    return refused.value.fact


@pytest.mark.parametrize(
    ("url", "fact"),
    [
        ("no address", Fact.MALFORMED),
        ("", Fact.MALFORMED),
        ("sqlite://", Fact.UNSUPPORTED),
        ("sqlite:///:memory:", Fact.UNSUPPORTED),
        ("sqlite:///file:b.sqlite3?mode=ro&uri=true", Fact.UNSUPPORTED),
        ("mysql://root:hunter2@localhost/b", Fact.UNSUPPORTED),
    ],
)
async def test_an_address_that_names_no_file_is_refused(url: str, fact: Fact) -> None:
    with pytest.raises(StoreUnusable) as refused:
        store_at(url)
    assert refused.value.fact is fact
    assert "hunter2" not in str(refused.value)


async def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert await refusal_of(file_url(tmp_path / "nowhere" / "b.sqlite3")) is Fact.NO_FOLDER


async def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    assert await refusal_of(file_url(tmp_path)) is Fact.NOT_OURS


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path) -> None:
    diary = b"My diary, not a database. " * 100
    write(path, diary)
    assert await refusal_of(file_url(path)) is Fact.CORRUPT
    assert content_of(path) == diary


async def test_a_damaged_file_is_refused(path: Path) -> None:
    async with opened(path) as store:
        await store.take([Founder(number).says("Bake bread " * 30) for number in range(1, 60)])
    content = bytearray(content_of(path))
    content[4096 * 3 : -4096] = b"\xa5" * (len(content) - 4096 * 4)
    write(path, content)
    assert await refusal_of(file_url(path)) is Fact.CORRUPT


async def test_another_programs_database_is_refused_and_left_as_it_is(path: Path) -> None:
    change(path, "CREATE TABLE recipe (title TEXT)")
    assert await refusal_of(file_url(path)) is Fact.NOT_OURS
    assert read(path, "SELECT name FROM sqlite_master") == [("recipe",)]


async def test_a_file_from_a_newer_version_is_refused_and_left_as_it_is(path: Path) -> None:
    async with opened(path) as store:
        await said(store, Founder().says("Bake"))
    change(path, "UPDATE alembic_version SET version_num = ?", "9999")
    with pytest.raises(StoreFromNewerVersion):
        await store_at(file_url(path)).open()
    assert read(path, "SELECT version_num FROM alembic_version") == [("9999",)]
    assert len(read(path, "SELECT * FROM revision")) == 1


OPENING = """
import asyncio, os, sys
from bot.storage.errors import StoreInUse, StoreUnusable
from tests.bot.storage.playing import Clock, Founder, RULES, opened
from pathlib import Path

async def main(path):
    try:
        async with opened(path) as store:
            await store.take([Founder().says("Bake")])
    except StoreInUse:
        print("in use")
    except StoreUnusable as error:
        print(error.fact.value)
    else:
        print("opened")

if os.getuid() == 0 and len(sys.argv) > 2:
    os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
asyncio.run(main(Path(sys.argv[1])))
"""


def in_a_process_of_its_own(path: Path, *arguments: str) -> str:
    command = [sys.executable, "-c", OPENING, str(path), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


async def test_a_second_bot_on_the_same_file_is_refused(path: Path) -> None:
    async with opened(path):
        with pytest.raises(StoreInUse):
            await store_at(file_url(path)).open()
        assert await asyncio.to_thread(in_a_process_of_its_own, path) == "in use"
    assert await asyncio.to_thread(in_a_process_of_its_own, path) == "opened"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that anybody can look into: pytest's own are their user's alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


def lock_up(path: Path, *, lock_left: bool) -> None:
    """Let nobody write a file, nor into its folder; the file that marks who has it may be there already."""
    lock = path.with_name(f"{path.name}.lock")
    lock.touch()
    lock.chmod(0o666)
    if not lock_left:
        lock.unlink()
    path.chmod(0o444)
    path.parent.chmod(0o555)


@pytest.mark.parametrize("lock_left", [True, False])
async def test_a_file_that_may_not_be_written_is_refused(open_folder: Path, *, lock_left: bool) -> None:
    path = open_folder / "backstage.sqlite3"
    async with opened(path) as store:
        await said(store, Founder().says("Bake"))
    lock_up(path, lock_left=lock_left)
    assert await asyncio.to_thread(in_a_process_of_its_own, path, str(NOBODY)) == "read_only"


class Disk:
    """Sets limits on a store's file from its next transaction on, and so makes it a bad disk."""

    def __init__(self, store: Store) -> None:
        self.pragma = "user_version"
        event.listen(store.engine, "before_cursor_execute", self._before)

    def _before(
        self, _connection: Connection, cursor: sqlite3.Cursor, statement: str, *_rest: object
    ) -> None:
        if statement.startswith("BEGIN"):
            cursor.connection.execute(f"PRAGMA {self.pragma}")


def pages(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("PRAGMA page_count").fetchone()
    return int(count)


async def test_on_a_full_disk_nothing_is_acknowledged_that_is_not_kept(path: Path) -> None:
    founders = [Founder(number) for number in range(1, 9)]
    async with opened(path) as store:
        await said(store, founders[0].says("Bake"))
        disk = Disk(store)
        disk.pragma = f"max_page_count = {pages(path) + 4}"
        arrivals = [founder.says("Bread and rolls " * 200) for founder in founders]
        results = await asyncio.gather(*(store.take([one]) for one in arrivals), return_exceptions=True)
        refused = [result for result in results if isinstance(result, BaseException)]
        assert refused
        assert {type(error) for error in refused} == {StoreUnusable}
        assert {error.fact for error in refused if isinstance(error, StoreUnusable)} == {Fact.FULL}
        assert not any("rolls" in str(error) for error in refused)
        kept = len(read(path, "SELECT * FROM turn")) - 1
        assert kept == len(results) - len(refused)
        disk.pragma = "max_page_count = 1000000"
        again = await store.take(arrivals)
        assert sum(what.repeated for what in again) == kept
        assert {text[:8] for what in again for text in texts(what.lane)} <= {"1: Bread", "2: Bread"}
    assert len(read(path, "SELECT * FROM turn")) == len(founders) + 1
    assert len(read(path, "SELECT * FROM revision")) == len(founders) + 1


async def test_one_that_fits_is_kept_though_its_neighbour_does_not(path: Path) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(path) as store:
        await store.take([ada.says("Bake"), ben.says("Teach")])
        disk = Disk(store)
        disk.pragma = f"max_page_count = {pages(path) + 1}"
        big, small = await asyncio.gather(
            store.take([ada.says("Bread and rolls " * 3000)]),
            store.take([ben.commands("count")]),
            return_exceptions=True,
        )
        assert isinstance(big, StoreUnusable)
        assert isinstance(small, list)
        assert small[0].repeated is False


async def test_of_several_taken_at_once_the_kept_ones_are_not_lost_with_the_refused(path: Path) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(path) as store:
        await deliver(store, (await store.take([ada.says("Bake")]))[0])
        await deliver(store, (await store.take([ben.says("Teach")]))[0])
        disk = Disk(store)
        disk.pragma = f"max_page_count = {pages(path) + 1}"
        small = ben.commands("count")
        with pytest.raises(StoreUnusable):
            await store.take([ada.says("Bread and rolls " * 3000), small])
        disk.pragma = "max_page_count = 1000000"
        (again,) = await store.take([small])
        assert again.repeated
        assert texts(again.lane) == ["1 kept, version 1"]


async def test_a_file_that_becomes_read_only_is_told_of(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        await said(store, ada.says("Bake"))
        disk = Disk(store)
        disk.pragma = "query_only = ON"
        with pytest.raises(StoreUnusable) as refused:
            await store.take([ada.says("Deliver")])
        assert refused.value.fact is Fact.READ_ONLY
        disk.pragma = "query_only = OFF"
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]


async def test_a_database_held_by_another_program_is_tried_again(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        await said(store, ada.says("Bake"))
        Disk(store).pragma = "busy_timeout = 1"
        with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
            other.execute("BEGIN IMMEDIATE")
            refusals: list[Fact] = []

            def let_go(_context: ExceptionContext) -> None:
                refusals.append(Fact.LOCKED)
                if len(refusals) == 2:
                    other.execute("ROLLBACK")

            event.listen(store.engine, "handle_error", let_go)
            assert await said(store, ada.says("Deliver")) == ["2: Deliver"]
            assert len(refusals) == 2


async def test_no_error_of_the_store_repeats_what_a_founder_typed(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        await said(store, ada.says("Bake"))
    change(path, "CREATE TRIGGER no BEFORE INSERT ON outgoing BEGIN SELECT RAISE(ABORT, 'no'); END")
    async with opened(path) as store:
        with pytest.raises(StorageError) as refused:
            await store.take([ada.says("my secret recipe")])
        assert refused.value.__cause__ is None
        assert "recipe" not in repr(refused.value)
        assert "CONSTRAINT" in str(refused.value)
