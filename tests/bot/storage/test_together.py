from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bot.storage.playing import Founder, deliver, opened, read, said

if TYPE_CHECKING:
    from bot.storage.store import Store

FOUNDERS = 3

doings = st.lists(
    st.tuples(
        st.integers(1, FOUNDERS),
        st.sampled_from(["activity", "boom", "count", "repeat"]),
        st.booleans(),  # whether the founder waits for the answer
    ),
    max_size=30,
)


async def acted(store: Store, doing: list[tuple[int, str, bool]]) -> dict[int, list[str]]:
    """Let founders act at once, each one's messages in order, and give what each was sent."""
    sent: dict[int, list[str]] = {number: [] for number in range(1, FOUNDERS + 1)}
    running: set[asyncio.Task[None]] = set()

    async def once(founder: Founder, what: str) -> None:
        arrival = founder.commands("count") if what == "count" else founder.says(what)
        arrivals = [arrival, arrival] if what == "repeat" else [arrival]
        for committed in await store.take(arrivals):
            sent[founder.number] += await deliver(store, committed)

    founders = {number: Founder(number) for number in sent}
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


@settings(max_examples=25, deadline=None)
@given(doings)
async def test_whatever_founders_do_at_once_each_is_answered_once_and_in_order(
    doing: list[tuple[int, str, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "backstage.sqlite3"
        async with opened(path) as store:
            sent = await acted(store, doing)
            assert sent == {number: expected(doing, number) for number in sent}
            assert await store.orphaned() == []
        assert read(path, "SELECT count(*) FROM outgoing") == [(0,)]
        assert read(path, "SELECT count(*) FROM turn") == [(len(doing),)]
        busy = read(path, "SELECT count(*) FROM conversation WHERE delivery_owner IS NOT NULL")
        assert busy == [(0,)]


async def test_two_hundred_founders_at_once_are_each_answered(tmp_path: Path) -> None:
    founders = [Founder(number) for number in range(1, 201)]
    async with opened(tmp_path / "backstage.sqlite3") as store:
        answers = await asyncio.gather(*(said(store, founder.says("Bake")) for founder in founders))
        assert answers == [["1: Bake"]] * 200


async def test_closing_writes_what_still_waits(tmp_path: Path) -> None:
    path = tmp_path / "backstage.sqlite3"
    async with opened(path) as store:
        taking = [asyncio.ensure_future(store.take([Founder(number).says("Bake")])) for number in range(50)]
        await asyncio.sleep(0)
    taken = await asyncio.gather(*taking)
    assert not any(committed.repeated for (committed,) in taken)
    assert read(path, "SELECT count(*) FROM turn") == [(50,)]
