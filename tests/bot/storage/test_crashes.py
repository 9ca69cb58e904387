from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bot.storage.points import POINTS
from tests.bot.storage.crashing import FOUNDERS
from tests.bot.storage.playing import Founder, opened, read, texts

ROOT = Path(__file__).parents[3]


def killed(path: Path, point: str, times: int) -> list[list[str]]:
    """Let a bot run on a file until it is killed at a point, and give what it told."""
    command = [sys.executable, "-m", "tests.bot.storage.crashing", str(path), point, str(times)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == -signal.SIGKILL, done.stderr
    return [line.split(" ", 2) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("point", POINTS)
async def test_kill_9_loses_nothing_acknowledged_and_leaves_nobody_without_an_answer(
    tmp_path: Path, point: str
) -> None:
    path = tmp_path / "backstage.sqlite3"
    told = await asyncio.to_thread(killed, path, point, 21)
    taken = [key for what, key, *_ in told if what == "took"]
    sent = [(int(chat), text) for what, chat, *rest in told if what == "sent" for text in rest]
    async with opened(path) as store:
        left = [(lane.address.chat, text) for lane in await store.orphaned() for text in texts(lane)]
        for number in range(1, FOUNDERS + 1):
            kept = await kept_activities(path, number)
            answers = [text for chat, text in sent + left if chat == number]
            in_order = list(dict.fromkeys(answers))
            assert in_order == [f"{place}: {text}" for place, text in enumerate(kept, start=1)]
            assert all(count == 1 or (number, text) in left for text, count in Counter(answers).items())
            assert len(answers) - len(in_order) <= 1
        again = await store.take([Founder().says("again", key=key) for key in taken])
        assert all(committed.repeated for committed in again)


async def kept_activities(path: Path, number: int) -> list[object]:
    query = f"""
        SELECT entry.value ->> 'text' FROM conversation
        JOIN venture ON venture.id = conversation.venture, json_each(venture.document, '$.entries') AS entry
        WHERE conversation.chat = {number} ORDER BY entry.value ->> 'id'
    """  # noqa: S608 - a number of the test's own
    return [text for (text,) in await asyncio.to_thread(read, path, query)]
