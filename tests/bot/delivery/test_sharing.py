"""The rate that workers keep together, each by taking places from a common row."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.delivery.floods import SEVERAL, WITHIN, Floods
from bot.delivery.pace import Bucket, Pace
from bot.delivery.sharing import SharedBucket
from bot.fellows import Kind, NoFellows
from bot.storage.errors import Fact, StoreUnusable
from tests.bot.delivery.phone import Ticking, Time
from tests.bot.storage.playing import opened

if TYPE_CHECKING:
    from tests.databases import OnServer

BOT = 77


class Row(NoFellows):
    """The row of all workers, in memory, on the tests' clock; `lost` makes it unreachable."""

    any = True

    def __init__(self, time: Time | Ticking) -> None:
        self.time = time
        self.free_from = 0.0
        self.asked = 0
        self.lost = False

    async def places(self, kind: Kind, bot: int, count: int, rate: float) -> float:
        del bot, kind
        self.asked += 1
        if self.lost:
            raise StoreUnusable(Fact.UNREACHABLE)
        first = max(self.free_from, self.time.now)
        self.free_from = first + count / rate
        return first - self.time.now

    async def hold_off(self, bot: int, seconds: float) -> None:
        del bot
        self.free_from = max(self.free_from, self.time.now + seconds)


async def times_of(bucket: Bucket, time: Time | Ticking, count: int) -> list[float]:
    """Let something go so often, and give when each went."""
    went = []
    for _ in range(count):
        await bucket.take()
        went.append(time.now)
    return went


@pytest.mark.parametrize("workers", [1, 3])
async def test_all_workers_together_never_send_more_than_the_rate_in_any_second(workers: int) -> None:
    time = Ticking()
    row = Row(time)
    pace = Pace(rate=30, sleep=time.sleep, now=lambda: time.now)
    sending = [
        asyncio.create_task(times_of(SharedBucket(pace, row, BOT), time, 150 // workers))
        for _ in range(workers)
    ]
    await time.ticks(6)
    went = sorted(at for times in await asyncio.gather(*sending) for at in times)
    assert max(sum(at <= other < at + 1 for other in went) for at in went) <= 30


async def test_a_worker_asks_only_now_and_then() -> None:
    time = Time()
    row = Row(time)
    await times_of(SharedBucket(time.pace(100), row, BOT), time, 100)
    assert row.asked == 10


async def test_where_the_others_cannot_be_asked_a_worker_keeps_the_rate_alone() -> None:
    time = Time()
    row = Row(time)
    row.lost = True
    went = await times_of(SharedBucket(time.pace(30), row, BOT), time, 60)
    assert all(later - earlier > 1 / 31 for earlier, later in pairwise(went))


async def test_when_the_bot_is_asked_to_wait_no_worker_sends() -> None:
    time = Time()
    row = Row(time)
    one, two = SharedBucket(time.pace(30), row, BOT), SharedBucket(time.pace(30), row, BOT)
    began = time.now
    await one.hold_off(5)
    await two.take()
    assert time.now >= began + 5
    await one.take()
    assert time.now >= began + 5


async def test_alone_a_bot_that_is_asked_to_wait_waits_with_everything() -> None:
    time = Time()
    bucket = Bucket(time.pace(30))
    began = time.now
    await bucket.hold_off(5)
    await bucket.take()
    assert time.now >= began + 5


def test_the_whole_bot_is_meant_where_several_chats_are_told_to_wait_at_once() -> None:
    time = Time()
    floods = Floods(time.pace())
    assert [floods.told(7) for _ in range(SEVERAL)] == [False] * SEVERAL  # one chat, over and over
    time.now += WITHIN
    assert [floods.told(chat) for chat in range(SEVERAL)] == [False] * (SEVERAL - 1) + [True]
    time.now += WITHIN
    assert not floods.told(1)
    assert not floods.told(2)
    floods.went()  # to a fourth: so it was these two alone
    assert not floods.told(3)


async def test_workers_on_a_server_take_places_from_one_row(on_server: OnServer) -> None:
    async with opened(on_server) as one, opened(on_server) as two:
        first = [await store.fellows.places(Kind.ALL, BOT, 10, 10.0) for store in (one, two, one)]
        assert first[0] <= 0
        assert 0.5 < first[1] <= 1.0
        assert 1.5 < first[2] <= 2.0
        assert await two.fellows.places(Kind.BROADCASTS, BOT, 10, 10.0) <= 0
        assert await two.fellows.places(Kind.ALL, BOT + 1, 10, 10.0) <= 0
        await two.fellows.hold_off(BOT, 60)
        assert await one.fellows.places(Kind.ALL, BOT, 1, 10.0) > 50


async def test_what_goes_out_over_a_server_keeps_its_order(on_server: OnServer) -> None:
    async with opened(on_server) as store:
        bucket = SharedBucket(Pace(rate=1000), store.fellows, BOT)
        went: list[int] = []

        async def goes(number: int) -> None:
            await bucket.take()
            went.append(number)

        await asyncio.gather(*(goes(number) for number in range(150)))
        assert went == list(range(150))
