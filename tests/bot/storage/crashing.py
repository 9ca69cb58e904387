"""A bot that kills itself: run by the crash tests with URL POINT TIMES.

Founders talk until the point was passed so many times. A line on standard output tells of each turn that was
acknowledged (`took KEY`) and of each message that went out (`sent CHAT TEXT`).
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys

from bot.storage.store import Store
from bot.turns import Delivered
from tests.bot.storage.playing import RULES, Clock, Founder, texts

FOUNDERS = 4
TURNS = 500


class Ending:
    """Ends the process with kill -9 when a point is passed for the n-th time."""

    def __init__(self, point: str, times: int) -> None:
        self._point = point
        self._left = times

    def __call__(self, point: str) -> None:
        if point == self._point:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


async def talk(store: Store, founder: Founder) -> None:
    for number in range(1, TURNS + 1):
        key = f"telegram/77/{founder.number}-{number}"
        (committed,) = await store.take([founder.says(f"activity-{number}", key=key)])
        tell("took", key)
        lane = committed.lane
        while lane is not None:
            for queued in lane.queued:
                (text,) = texts(
                    type(lane)(conversation=lane.conversation, address=lane.address, queued=(queued,))
                )
                tell("sent", founder.number, text)
                message = 5000 + queued.seq
                await store.delivered(
                    [Delivered(conversation=lane.conversation, seq=queued.seq, message=message)]
                )
            lane = await store.more(lane.conversation)


async def run(url: str, point: str, times: int) -> None:
    async with Store(url, RULES, clock=Clock(), reached=Ending(point, times)) as store:
        await asyncio.gather(*(talk(store, Founder(number)) for number in range(1, FOUNDERS + 1)))


def main() -> None:
    url, point, times = sys.argv[1:]
    asyncio.run(run(url, point, int(times)))
