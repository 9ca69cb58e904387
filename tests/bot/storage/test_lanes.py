from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.storage.lanes import IDLE, LANE_LENGTH, LEASE
from bot.turns import Delivered
from conversations.intents import Urgency
from tests.bot.storage.playing import Clock, Founder, deliver, opened, said, texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.store import Store
    from tests.databases import Kept, OnServer


async def test_a_held_lane_is_not_given_to_anybody_else_and_more_of_it_comes_in_order(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        (first,) = await store.take([ada.commands("three")])
        (second,) = await store.take([ada.says("Bake")])
        assert texts(first.lane) == ["one", "two", "three"]
        assert second.lane is None
        assert await store.orphaned() == []
        assert await deliver(store, first) == ["one", "two", "three", "1: Bake"]
        (third,) = await store.take([ada.says("Deliver")])
        assert texts(third.lane) == ["2: Deliver"]


async def test_after_a_restart_what_was_not_delivered_is_found_at_once_and_once(kept: Kept) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(kept) as store:
        taken = await store.take([ada.commands("three"), ben.says("Teach")])
        lane = taken[0].lane
        assert lane is not None
        await store.delivered([Delivered(conversation=lane.conversation, seq=lane.queued[0].seq, message=9)])
    async with opened(kept) as store:
        adas, bens = sorted(await store.orphaned(), key=lambda lane: lane.address.chat)
        assert (texts(adas), texts(bens)) == (["two", "three"], ["1: Teach"])
        assert adas.address == ada.address
        assert await store.orphaned() == []


async def test_an_update_that_comes_again_after_a_crash_brings_what_was_not_delivered(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        await store.take([ada.says("Bake", key="k")])
    async with opened(kept) as store:
        (again,) = await store.take([ada.says("Bake", key="k")])
        assert again.repeated
        assert texts(again.lane) == ["1: Bake"]
        assert await store.orphaned() == []


async def test_a_new_message_after_a_crash_brings_what_was_left_before_it(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        await store.take([ada.says("Bake")])
    async with opened(kept) as store:
        assert await said(store, ada.says("Deliver")) == ["1: Bake", "2: Deliver"]


@pytest.mark.parametrize(("kind", "after"), [("sqlite", IDLE), ("postgresql", LEASE)])
async def test_a_lane_that_this_process_forgot_is_taken_up_after_a_while(kept: Kept, after: int) -> None:
    ada, clock = Founder(), Clock()
    async with opened(kept, clock) as store:
        await store.take([ada.says("Bake")])
        clock.now += timedelta(milliseconds=after - 1)
        assert await store.orphaned() == []
        clock.now += timedelta(milliseconds=1)
        assert [texts(lane) for lane in await store.orphaned()] == [["1: Bake"]]


async def test_a_lane_given_to_nobody_is_found_by_the_next_sweep(kept: Kept) -> None:
    ada = Founder(2)
    async with opened(kept) as store:
        taking = asyncio.ensure_future(store.take([ada.says("Bake")]))
        await asyncio.sleep(0)
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
        # By now the turn is on disk, and nobody waits for it: the same writer does what has no chat.
        await store.due(Urgency.BROADCAST)
        assert [texts(lane) for lane in await store.orphaned()] == [["1: Bake"]]


async def test_a_long_lane_comes_in_pieces_and_in_order(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        await store.take([ada.says(f"Activity {number}") for number in range(LANE_LENGTH + 20)])
    async with opened(kept) as store:
        (lane,) = await store.orphaned()
        assert len(lane.queued) == LANE_LENGTH
        sent = texts(lane)
        await store.delivered(
            [Delivered(conversation=lane.conversation, seq=queued.seq) for queued in lane.queued]
        )
        more = await store.more(lane.conversation)
        sent += texts(more)
        assert sent == [f"{number + 1}: Activity {number}" for number in range(LANE_LENGTH + 20)]


async def test_marks_out_of_order_lose_nothing(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        (committed,) = await store.take([ada.commands("three")])
        lane = committed.lane
        assert lane is not None
        one, two, three = (queued.seq for queued in lane.queued)
        await store.delivered([Delivered(conversation=lane.conversation, seq=seq) for seq in (three, one)])
        assert texts(await store.more(lane.conversation)) == ["two"]
        await store.delivered([Delivered(conversation=lane.conversation, seq=two)])
        assert await store.more(lane.conversation) is None
    assert kept.read("SELECT seq, delivered_through FROM conversation") == [(3, 3)]


async def test_a_mark_for_what_is_marked_already_changes_nothing(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        (committed,) = await store.take([ada.says("Bake")])
        assert committed.lane is not None
        mark = Delivered(conversation=committed.lane.conversation, seq=1, message=5001)
        await store.delivered([mark, mark])
        await store.delivered([mark, Delivered(conversation=999, seq=1, message=5)])
        assert await store.more(committed.lane.conversation) is None
    assert kept.read("SELECT message FROM message WHERE direction = 'out'") == [(5001,)]


@asynccontextmanager
async def two_workers(kept: Kept, clock: Clock) -> AsyncIterator[tuple[Store, Store]]:
    """Give two workers on one database."""
    async with opened(kept, clock) as ours, opened(kept, clock) as theirs:
        yield ours, theirs


async def test_among_workers_a_lane_is_free_when_its_lease_has_run_out(on_server: OnServer) -> None:
    ada, clock = Founder(), Clock()
    async with two_workers(on_server, clock) as (ours, theirs):
        (committed,) = await ours.take([ada.says("Bake", key="k")])
        assert texts(committed.lane) == ["1: Bake"]
        assert await theirs.orphaned() == []
        (again,) = await theirs.take([ada.says("Bake", key="k")])
        assert (again.repeated, again.lane) == (True, None)
        clock.now += timedelta(milliseconds=LEASE)
        assert [texts(lane) for lane in await theirs.orphaned()] == [["1: Bake"]]
        assert await ours.orphaned() == []


async def test_a_worker_that_lives_keeps_its_lanes_and_one_that_died_loses_them(on_server: OnServer) -> None:
    ada, clock = Founder(), Clock()
    async with two_workers(on_server, clock) as (ours, theirs):
        (committed,) = await ours.take([ada.says("Bake", key="k")])
        lane = committed.lane
        assert lane is not None
        for _ in range(3):
            clock.now += timedelta(milliseconds=LEASE - 1)
            assert await ours.orphaned([lane.conversation]) == []
            assert await theirs.orphaned() == []
        clock.now += timedelta(milliseconds=LEASE)
        (again,) = await theirs.take([ada.says("Bake", key="k")])
        assert texts(again.lane) == ["1: Bake"]
        assert await theirs.orphaned() == []


async def test_a_worker_that_slept_through_its_lease_does_not_take_the_lane_back(on_server: OnServer) -> None:
    ada, clock = Founder(), Clock()
    async with two_workers(on_server, clock) as (ours, theirs):
        (committed,) = await ours.take([ada.says("Bake")])
        assert committed.lane is not None
        clock.now += timedelta(milliseconds=LEASE)
        (lane,) = await theirs.orphaned()
        assert await ours.orphaned([lane.conversation]) == []
        mark = Delivered(conversation=lane.conversation, seq=99)
        assert await ours.delivered([mark]) == {lane.conversation}
        assert await theirs.delivered([mark]) == frozenset()
        assert await ours.more(committed.lane.conversation) is None
        clock.now += timedelta(milliseconds=LEASE - 1)
        assert await ours.orphaned() == []
        assert texts(await theirs.more(lane.conversation)) == ["1: Bake"]


async def test_what_comes_to_one_worker_is_sent_by_the_other_that_holds_the_lane(on_server: OnServer) -> None:
    ada = Founder()
    async with two_workers(on_server, Clock()) as (ours, theirs):
        (first,) = await ours.take([ada.says("Bake")])
        (second,) = await theirs.take([ada.says("Deliver")])
        assert second.lane is None
        assert await deliver(ours, first) == ["1: Bake", "2: Deliver"]
        (third,) = await theirs.take([ada.says("Teach")])
        assert await deliver(theirs, third) == ["3: Teach"]


async def test_a_worker_that_stops_leaves_its_lanes_to_the_others_at_once(on_server: OnServer) -> None:
    ada = Founder()
    async with opened(on_server) as theirs:
        async with opened(on_server) as ours:
            await ours.take([ada.commands("three")])
            assert await theirs.orphaned() == []
        (lane,) = await theirs.orphaned()
        assert texts(lane) == ["one", "two", "three"]
