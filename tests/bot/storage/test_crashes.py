from __future__ import annotations

import asyncio
import signal
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.storage.lanes import LEASE
from bot.storage.points import POINTS
from conversations.canvas.document import decode_canvas
from tests.bot.rehearsal.forking import Order
from tests.bot.rehearsal.process import environment, starter
from tests.bot.storage.crashing import FOUNDERS
from tests.bot.storage.playing import Clock, Founder, opened, texts

if TYPE_CHECKING:
    from tests.databases import Kept


def killed(url: str, point: str, times: int) -> list[list[str]]:
    """Let a bot run on a database until it is killed at a point, and give what it told."""
    here = Path.cwd()
    arguments = (url, point, str(times))
    order = Order(arguments, str(here), environment(here), program="tests.bot.storage.crashing")
    done = starter().run(order, typed="")
    assert done.returncode == -signal.SIGKILL, done.stderr
    return [line.split(" ", 2) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("point", POINTS)
async def test_kill_9_loses_nothing_acknowledged_and_leaves_nobody_without_an_answer(
    kept: Kept, point: str
) -> None:
    told = await asyncio.to_thread(killed, kept.url, point, 21)
    taken = [key for what, key, *_ in told if what == "took"]
    sent = [(int(chat), text) for what, chat, *rest in told if what == "sent" for text in rest]
    clock = Clock()
    clock.now += timedelta(milliseconds=LEASE)  # where others may live, nobody knows before that who died
    async with opened(kept, clock) as store:
        left = [(lane.address.chat, text) for lane in await store.orphaned() for text in texts(lane)]
        for number in range(1, FOUNDERS + 1):
            activities = await asyncio.to_thread(kept_activities, kept, number)
            answers = [text for chat, text in sent + left if chat == number]
            in_order = list(dict.fromkeys(answers))
            assert in_order == [f"{place}: {text}" for place, text in enumerate(activities, start=1)]
            assert all(count == 1 or (number, text) in left for text, count in Counter(answers).items())
            assert len(answers) - len(in_order) <= 1
        again = await store.take([Founder().says("again", key=key) for key in taken])
        assert all(committed.repeated for committed in again)


def kept_activities(kept: Kept, number: int) -> list[str]:
    ((document,),) = kept.read(
        "SELECT document FROM venture WHERE id = (SELECT venture FROM conversation WHERE chat = ?)", number
    )
    return [entry.text for entry in decode_canvas(str(document).encode()).entries]
