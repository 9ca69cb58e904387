from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from bot.storage.errors import Fact, StorageError, StoreUnusable, Unwritable
from tests.bot.storage.playing import Founder, change, deliver, opened, read, said, texts

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, ExceptionContext

    from bot.storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backstage.sqlite3"


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
    change(path, "CREATE TRIGGER no BEFORE INSERT ON turn BEGIN SELECT RAISE(ABORT, 'no'); END")
    async with opened(path) as store:
        with pytest.raises(StorageError) as refused:
            await store.take([ada.says("my secret recipe")])
        assert refused.value.__cause__ is None
        assert "recipe" not in repr(refused.value)
        assert isinstance(refused.value, Unwritable)
        assert "IntegrityError" in refused.value.failure
        assert "recipe" not in refused.value.failure


async def test_a_message_that_must_come_again_is_not_overtaken_by_the_next_of_its_chat(path: Path) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(path) as store:
        await said(store, ada.says("Bake"))
        await said(store, ben.says("Teach"))
        disk = Disk(store)
        disk.pragma = f"max_page_count = {pages(path) + 1}"
        batch = [ada.says("Bread and rolls " * 3000), ben.commands("count"), ada.says("and cakes")]
        with pytest.raises(StoreUnusable):
            await store.take(batch)
        disk.pragma = "max_page_count = 1000000"
        big, counted, small = await store.take(batch)
        assert (big.repeated, counted.repeated, small.repeated) == (False, True, False)
        assert [text[:6] for text in await deliver(store, big)] == ["2: Bre", "3: and"]
