from __future__ import annotations

import asyncio
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bot.storage.playing import Founder, deliver, opened, said
from tests.databases import File, OnServer

if TYPE_CHECKING:
    from bot.storage.store import Store
    from tests.databases import Kept
    from tests.postgres_server import PostgresServer

FOUNDERS = 3

doings = st.lists(
    st.tuples(
        st.integers(1, FOUNDERS),
        st.sampled_from(["activity", "boom", "count", "repeat"]),
        st.booleans(),  # whether the founder waits for the answer
    ),
    max_size=30,
)


async def acted(stores: list[Store], doing: list[tuple[int, str, bool]]) -> dict[int, list[str]]:
    """Let founders act at once, each one's messages in order, and give what each was sent.

    Where there are several workers, a founder's messages come to them in turn.
    """
    sent: dict[int, list[str]] = {number: [] for number in range(1, FOUNDERS + 1)}
    running: set[asyncio.Task[None]] = set()

    async def once(founder: Founder, what: str) -> None:
        arrival = founder.commands("count") if what == "count" else founder.says(what)
        arrivals = [arrival, arrival] if what == "repeat" else [arrival]
        store = stores[founder.sent % len(stores)]
        async with taking[founder.number]:
            taken = await store.take(arrivals)
        for committed in taken:
            await deliver(store, committed, sent=sent[founder.number])

    founders = {number: Founder(number) for number in sent}
    # One worker keeps the order of what it is given; to several, Telegram posts a chat's updates one by one.
    taking = {number: asyncio.Semaphore(1 if len(stores) > 1 else len(doing) + 1) for number in sent}
    for number, what, waits in doing:
        task = asyncio.create_task(once(founders[number], what))
        running.add(task)
        if waits:
            await task
    await asyncio.gather(*running)
    return sent


def expected(doing: list[tuple[int, str, bool]], number: int) -> list[str]:
    """Give what a founder is sent: an answer to each message, in their order."""
    answers: list[str] = []
    kept = 0
    for founder, what, _ in doing:
        if founder != number:
            continue
        if what == "count":
            answers.append(f"{kept} kept, version {kept}")
        elif what == "boom":
            answers.append("sorry")
        else:
            kept += 1
            answers.append(f"{kept}: {what}")
    return answers


@settings(max_examples=25)
@given(doings)
async def test_whatever_founders_do_at_once_each_is_answered_once_and_in_order(
    doing: list[tuple[int, str, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        await is_answered(File(Path(folder) / "backstage.sqlite3"), doing, workers=1)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(doings)
@pytest.mark.parametrize("workers", [1, 3])
async def test_on_a_server_as_well_with_several_workers(
    postgres: PostgresServer, with_tables: str, workers: int, doing: list[tuple[int, str, bool]]
) -> None:
    with postgres.database(with_tables) as name:
        await is_answered(OnServer(postgres, name), doing, workers)


async def is_answered(kept: Kept, doing: list[tuple[int, str, bool]], workers: int) -> None:
    async with AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(opened(kept)) for _ in range(workers)]
        sent = await acted(stores, doing)
        assert sent == {number: expected(doing, number) for number in sent}
        assert [await store.orphaned() for store in stores] == [[]] * workers
    assert kept.read("SELECT count(*) FROM outgoing") == [(0,)]
    assert kept.read("SELECT count(*) FROM turn") == [(len(doing),)]
    assert kept.read("SELECT count(*) FROM conversation WHERE delivery_owner IS NOT NULL") == [(0,)]


async def test_two_hundred_founders_at_once_are_each_answered(kept: Kept) -> None:
    founders = [Founder(number) for number in range(1, 201)]
    async with opened(kept) as store:
        answers = await asyncio.gather(*(said(store, founder.says("Bake")) for founder in founders))
        assert answers == [["1: Bake"]] * 200


async def test_closing_writes_what_still_waits(kept: Kept) -> None:
    async with opened(kept) as store:
        taking = [asyncio.ensure_future(store.take([Founder(number).says("Bake")])) for number in range(50)]
        await asyncio.sleep(0)
    taken = await asyncio.gather(*taking)
    assert not any(committed.repeated for (committed,) in taken)
    assert kept.read("SELECT count(*) FROM turn") == [(50,)]
