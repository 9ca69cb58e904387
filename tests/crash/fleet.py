"""Several workers on one PostgreSQL database, with Telegram's posts shared out among them in turn."""

from __future__ import annotations

import asyncio
import random
import signal
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.crash.crowd import Crowd
from tests.crash.process import PATIENCE, BotProcess
from tests.running import free_port
from tests.telegram_server import TelegramServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from conversations.canvas.document import Canvas
    from tests.crash.crowd import Tally
    from tests.crash.process import Nursery
    from tests.crash.tearing import Bench
    from tests.databases import OnServer

WORKERS = 3
FEW = 12
"""Founders at a time in the ordinary run."""
BETWEEN = 2
"""Steps that each founder takes on average between two kills."""
CHECKED_EVERY = 4


class Fleet:
    """Workers behind a load balancer that knows nothing of them but their addresses."""

    def __init__(self, workers: Sequence[BotProcess]) -> None:
        self.workers = workers

    @property
    def alive(self) -> list[BotProcess]:
        return [worker for worker in self.workers if worker.alive]

    async def ends(self, within: float = PATIENCE) -> int:
        """Wait until one of them is gone, and give how."""
        waiting = [asyncio.create_task(worker.ends(within)) for worker in self.alive]
        (first, *_), left = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in left:
            task.cancel()
        return await first

    def starts_all_but(self, victim: BotProcess) -> None:
        for worker in self.workers:
            if worker is not victim and not worker.alive:
                worker.starts()

    def nothing_waits_for(self, chat: int) -> bool:
        """Tell whether all saved for a chat is sent, and all it asked for done."""
        return not self.workers[0].waits_for(chat)

    def turns(self) -> list[str]:
        """Give the outcome of each turn that was taken."""
        return self.workers[0].turns()

    def canvas(self, chat: int) -> Canvas:
        """Give the canvas that a chat is at."""
        return self.workers[0].canvas(chat)


@dataclass(frozen=True)
class Yard:
    """What a fleet needs: a bench, a nursery for each worker, and the database that they share."""

    bench: Bench
    nurseries: Sequence[Nursery]
    kept: OnServer


@asynccontextmanager
async def manned(yard: Yard) -> AsyncIterator[tuple[TelegramServer, Fleet]]:
    """Give a fleet with a worker from each nursery, not started yet."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(TelegramServer())
        public = free_port()  # nobody listens there: the load balancer posts to the workers themselves
        workers = []
        for number, nursery in enumerate(yard.nurseries):
            home = yard.bench.folder / f"worker-{number}"
            home.mkdir()
            worker = BotProcess(nursery, server, home, "webhook", kept=yard.kept, public=public)
            workers.append(await stack.enter_async_context(worker))
        server.webhook_targets = [worker.address for worker in workers]
        yield server, Fleet(workers)


async def torn(yard: Yard, kills: int, founders: int) -> Tally:
    """Kill and stop workers in turns while others work, take on new ones, and give what was lost.

    The last worker is taken on only after the first kill. Goes on until so many kills are done and so many
    founders have come, `FEW` or a tenth of them at a time.
    """
    chance = random.Random(kills)  # noqa: S311 - nothing secret about it
    seats = max(FEW, founders // 10)
    async with (
        manned(yard) as (server, fleet),
        Crowd(server, fleet, yard.bench.interviews, seats) as crowd,
    ):
        for worker in fleet.workers[:-1]:
            worker.starts()
        crowd.goes_on()
        done = 0
        while done < kills or crowd.arrived < founders:
            await crowd.gets_on(BETWEEN * seats)
            if done < kills:
                # Every third is asked to go, as when a new version is rolled out.
                how = signal.SIGTERM if done % 3 == 2 else signal.SIGKILL
                victim = chance.choice(fleet.alive)
                victim.gets(how)
                crowd.notes(how)
                done += 1
                await victim.ends()
                fleet.starts_all_but(victim)
            if done % CHECKED_EVERY == 0:
                found = await crowd.is_checked()
                assert found.clean, found
                crowd.goes_on()
        found = await crowd.is_checked()
        assert found.clean, found
        await asyncio.gather(*(stopped(worker) for worker in fleet.alive))
        return crowd.tally


async def stopped(worker: BotProcess) -> None:
    worker.gets(signal.SIGTERM)
    assert await worker.ends() == 0, worker.log.read_text()
