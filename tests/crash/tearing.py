"""Interviews torn by crashes: the bot is killed and started again, and what its founders saw is compared."""

from __future__ import annotations

import asyncio
import random
import signal
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.delivery.lane import POINTS as DELIVERY
from bot.storage.points import POINTS as STORAGE
from bot.telegram.intake import POINTS as INTAKE
from tests.crash.crowd import Crowd
from tests.crash.process import BotProcess
from tests.telegram_server import TelegramServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from tests.crash.crowd import Tally
    from tests.crash.founders import Interview
    from tests.crash.process import Nursery
    from tests.running import Mode

POINTS = (*INTAKE, *STORAGE, *DELIVERY)
FEW, MANY = 4, 10
"""Founders at a time: where the bot is killed at a point, and where it is at a random moment."""
LATEST = 6
"""A kill comes at latest at so many-th passing of its point."""
LONGEST_LIFE = 0.6
"""Seconds; a kill at a random moment comes at latest so long after the start. A start takes about 0.15."""
ROUND_TRIP = 0.01
"""Seconds that Telegram takes to answer where kills come at random moments, so that some come in calls."""


@dataclass(frozen=True)
class Bench:
    """What each test needs: where bots come from, how interviews should be, and a folder for the file."""

    nursery: Nursery
    interviews: Mapping[str, Interview]
    folder: Path

    @asynccontextmanager
    async def crowded(
        self, mode: Mode, founders: int, latency: float = 0
    ) -> AsyncIterator[tuple[BotProcess, Crowd]]:
        """Give a bot, not started yet, and founders who wait to be let in."""
        async with (
            TelegramServer() as server,
            BotProcess(self.nursery, server, self.folder, mode) as bot,
            Crowd(server, bot, self.interviews, founders) as crowd,
        ):
            server.latency = latency
            yield bot, crowd


async def killed_at(point: str, mode: Mode, bench: Bench, kills: int) -> Tally:
    """Kill the bot so often at a point, and give what was lost."""
    chance = random.Random(f"{mode} {point}")  # noqa: S311 - which passing, the same in every run
    async with bench.crowded(mode, FEW) as (bot, crowd):
        for number in range(kills):
            # Armed from its start every third time: it may die while it makes up for the last crash.
            from_start = number % 3 == 0
            bot.starts(point, chance.randint(1, LATEST), armed=from_start)
            if not from_start:
                await checked(crowd)
                bot.arms()
            crowd.goes_on()
            assert await crowd.sees_it_die() == -signal.SIGKILL, bot.log.read_text()
        return await at_the_end(bot, crowd)


async def killed_at_random(mode: Mode, bench: Bench, kills: int, founders: int = MANY) -> Tally:
    """Kill the bot so often from outside, whatever it is doing, and give what was lost."""
    chance = random.Random(mode)  # noqa: S311 - nothing secret about it
    async with bench.crowded(mode, founders, ROUND_TRIP) as (bot, crowd):
        for number in range(kills):
            bot.starts()
            crowd.goes_on()
            asyncio.get_running_loop().call_later(chance.uniform(0, LONGEST_LIFE), bot.gets, signal.SIGKILL)
            assert await crowd.sees_it_die() == -signal.SIGKILL, bot.log.read_text()
            if number % 3 == 0:
                bot.starts()
                await checked(crowd)
                bot.gets(signal.SIGKILL)
                assert await crowd.sees_it_die() == -signal.SIGKILL, bot.log.read_text()
        return await at_the_end(bot, crowd)


async def checked(crowd: Crowd) -> None:
    found = await crowd.is_checked()
    assert found.clean, found


async def at_the_end(bot: BotProcess, crowd: Crowd) -> Tally:
    """Start the bot once more, and give the tally of it all."""
    bot.starts()
    await checked(crowd)
    assert bot.sound()
    return crowd.tally
