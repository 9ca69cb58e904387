from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine import make_url

from bot.storage.compiling import Statements
from bot.storage.lanes import IDLE, LANE_LENGTH, LEASE, Lanes
from bot.storage.places import place_of
from bot.storage.queueing import take_up
from bot.storage.sqlite import SqliteFile
from bot.storage.unit import Unit
from bot.turns import Delivered
from tests.bot.storage.playing import START, Clock, Founder, deliver, file_url, opened, read, said, texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from sqlalchemy import Connection

    from bot.turns import Lane


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backstage.sqlite3"


async def test_a_held_lane_is_not_given_to_anybody_else_and_more_of_it_comes_in_order(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        (first,) = await store.take([ada.commands("three")])
        (second,) = await store.take([ada.says("Bake")])
        assert texts(first.lane) == ["one", "two", "three"]
        assert second.lane is None
        assert await store.orphaned() == []
        assert await deliver(store, first) == ["one", "two", "three", "1: Bake"]
        (third,) = await store.take([ada.says("Deliver")])
        assert texts(third.lane) == ["2: Deliver"]


async def test_after_a_restart_what_was_not_delivered_is_found_at_once_and_once(path: Path) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(path) as store:
        taken = await store.take([ada.commands("three"), ben.says("Teach")])
        lane = taken[0].lane
        assert lane is not None
        await store.delivered([Delivered(conversation=lane.conversation, seq=lane.queued[0].seq, message=9)])
    async with opened(path) as store:
        adas, bens = await store.orphaned()
        assert (texts(adas), texts(bens)) == (["two", "three"], ["1: Teach"])
        assert [queued.attempted for queued in adas.queued] == [True, False]
        assert adas.address == ada.address
        assert await store.orphaned() == []


async def test_an_update_that_comes_again_after_a_crash_brings_what_was_not_delivered(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        await store.take([ada.says("Bake", key="k")])
    async with opened(path) as store:
        (again,) = await store.take([ada.says("Bake", key="k")])
        assert again.repeated
        assert texts(again.lane) == ["1: Bake"]
        assert await store.orphaned() == []


async def test_a_new_message_after_a_crash_brings_what_was_left_before_it(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        await store.take([ada.says("Bake")])
    async with opened(path) as store:
        assert await said(store, ada.says("Deliver")) == ["1: Bake", "2: Deliver"]


async def test_a_lane_that_this_process_forgot_is_taken_up_after_a_while(path: Path) -> None:
    ada, clock = Founder(), Clock()
    async with opened(path, clock) as store:
        await store.take([ada.says("Bake")])
        clock.now += timedelta(milliseconds=IDLE - 1)
        assert await store.orphaned() == []
        clock.now += timedelta(milliseconds=1)
        assert [texts(lane) for lane in await store.orphaned()] == [["1: Bake"]]


async def test_a_lane_given_to_nobody_is_found_by_the_next_sweep(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        taking = asyncio.ensure_future(store.take([ada.says("Bake")]))
        await asyncio.sleep(0)
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
        await store.due()  # by now the turn is on disk, and nobody waits for it
        assert [texts(lane) for lane in await store.orphaned()] == [["1: Bake"]]


async def test_a_long_lane_comes_in_pieces_and_in_order(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        await store.take([ada.says(f"Activity {number}") for number in range(LANE_LENGTH + 20)])
    async with opened(path) as store:
        (lane,) = await store.orphaned()
        assert len(lane.queued) == LANE_LENGTH
        sent = texts(lane)
        await store.delivered(
            [Delivered(conversation=lane.conversation, seq=queued.seq) for queued in lane.queued]
        )
        more = await store.more(lane.conversation)
        sent += texts(more)
        assert sent == [f"{number + 1}: Activity {number}" for number in range(LANE_LENGTH + 20)]


async def test_marks_out_of_order_lose_nothing(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        (committed,) = await store.take([ada.commands("three")])
        lane = committed.lane
        assert lane is not None
        one, two, three = (queued.seq for queued in lane.queued)
        await store.delivered([Delivered(conversation=lane.conversation, seq=seq) for seq in (three, one)])
        assert texts(await store.more(lane.conversation)) == ["two"]
        await store.delivered([Delivered(conversation=lane.conversation, seq=two)])
        assert await store.more(lane.conversation) is None
    assert read(path, "SELECT seq, delivered_through FROM conversation") == [(3, 3)]


async def test_a_mark_for_what_is_marked_already_changes_nothing(path: Path) -> None:
    ada = Founder()
    async with opened(path) as store:
        (committed,) = await store.take([ada.says("Bake")])
        assert committed.lane is not None
        mark = Delivered(conversation=committed.lane.conversation, seq=1, message=5001)
        await store.delivered([mark, mark])
        await store.delivered([mark, Delivered(conversation=999, seq=1, message=5)])
        assert await store.more(committed.lane.conversation) is None
    assert read(path, "SELECT message FROM message WHERE direction = 'out'") == [(5001,)]


class Workers:
    """Two workers on one database, as many will be on a server: none is the only one that lives."""

    def __init__(self, connection: Connection) -> None:
        self.ours, self.theirs = Lanes("ours", sole=False), Lanes("theirs", sole=False)
        self._connection = connection
        self.clock = Clock()

    def sweep(self, lanes: Lanes) -> list[Lane]:
        with self._connection.begin():
            unit = self.unit()
            found = lanes.orphaned(unit)
            unit.flush()
        lanes.committed(unit)
        return found

    def repeat(self, lanes: Lanes, founder: Founder) -> Lane | None:
        with self._connection.begin():
            unit = self.unit()
            place = place_of(unit, founder.says("again"))
            found = take_up(unit, lanes, place, founder.address)
        lanes.committed(unit)
        return found

    def unit(self) -> Unit:
        return Unit(self._connection, self.clock(), Statements())


@pytest.fixture
async def workers(path: Path) -> AsyncIterator[Workers]:
    async with opened(path) as store:
        await store.take([Founder().says("Bake")])
    database = SqliteFile(make_url(file_url(path)))
    with database.engine.connect() as connection:
        yield Workers(connection)
    database.engine.dispose()


async def test_among_workers_a_lane_is_free_when_its_lease_has_run_out(workers: Workers) -> None:
    assert workers.sweep(workers.ours) == []  # the store that took the turn may still live
    workers.clock.now = START + timedelta(milliseconds=LEASE)
    assert [texts(lane) for lane in workers.sweep(workers.ours)] == [["1: Bake"]]
    assert workers.sweep(workers.theirs) == []
    assert workers.repeat(workers.theirs, Founder()) is None


async def test_a_worker_that_lives_keeps_its_lanes_and_one_that_died_loses_them(workers: Workers) -> None:
    workers.clock.now += timedelta(milliseconds=LEASE)
    assert len(workers.sweep(workers.ours)) == 1
    for _ in range(3):
        workers.clock.now += timedelta(milliseconds=LEASE - 1)
        assert workers.sweep(workers.ours) == []
        assert workers.sweep(workers.theirs) == []
    workers.clock.now += timedelta(milliseconds=LEASE)
    assert texts(workers.repeat(workers.theirs, Founder())) == ["1: Bake"]
    assert workers.sweep(workers.theirs) == []
