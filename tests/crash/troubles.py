"""Everything but its own death that can trouble a bot: Telegram, the disk, another program, the clock."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sqlite3
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tests.crash.tearing import FEW, MANY, ROUND_TRIP, at_the_end, checked
from tests.running import MODES, Mode
from tests.telegram_server import faults

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from tests.crash.crowd import Crowd, Tally
    from tests.crash.process import BotProcess
    from tests.crash.tearing import Bench
    from tests.telegram_server.faults import Fault

    Upon: TypeAlias = Callable[[BotProcess, Crowd], AbstractAsyncContextManager[None]]

TIMES = 2 * FEW
"""How many calls go wrong each time."""
POLLS = 2
"""How many polls do: they follow one another, and the waits between them grow."""
WHILE = 0.4
"""Seconds that trouble lasts which nobody at Telegram sees end."""
LONGER = 7.0
"""Seconds: longer than the bot waits for the database before it gives an arrival back."""
BYTE = 0.002
"""Seconds between two bytes of an answer that drips."""


@dataclass(frozen=True)
class Trouble:
    """A kind of trouble: its name in the table, how it comes upon a bot, and in which modes it can.

    `inside` is what has to be switched in the bot's own process.
    """

    name: str
    upon: Upon
    modes: tuple[Mode, ...] = MODES
    inside: str = ""


async def endured(trouble: Trouble, mode: Mode, bench: Bench, times: int) -> Tally:
    """Bring trouble upon a bot so often, in mid-interview, and give what was lost."""
    async with bench.crowded(mode, FEW) as (bot, crowd):
        bot.starts(trouble=trouble.inside)
        for _ in range(times):
            crowd.goes_on()
            await crowd.gets_on(FEW)
            async with trouble.upon(bot, crowd):
                crowd.tally.kills += 1
            await crowd.gets_on(FEW)
            await checked(crowd)
        bot.gets(signal.SIGTERM)
        assert await crowd.sees_it_die() == 0, bot.log.read_text()
        return await at_the_end(bot, crowd)


async def stopped_under_load(mode: Mode, bench: Bench, times: int) -> tuple[Tally, float]:
    """Ask a bot to stop so often, in mid-interview; give what was lost, and the longest stop's seconds."""
    loop, longest = asyncio.get_running_loop(), 0.0
    async with bench.crowded(mode, MANY, ROUND_TRIP) as (bot, crowd):
        for _ in range(times):
            bot.starts()
            crowd.goes_on()
            await crowd.gets_on(2 * MANY)
            began = loop.time()
            bot.gets(signal.SIGTERM)
            assert await crowd.sees_it_die() == 0, bot.log.read_text()
            longest = max(longest, loop.time() - began)
            crowd.tally.kills += 1
        return await at_the_end(bot, crowd), longest


def polls_answered_with(fault: Fault) -> Upon:
    """Let Telegram answer some polls so."""
    return answered_with(fault, "getUpdates", POLLS)


def answered_with(fault: Fault, method: str | None = None, times: int = TIMES) -> Upon:
    """Let Telegram answer some calls so, polls not among them unless they are meant."""

    @asynccontextmanager
    async def upon(bot: BotProcess, crowd: Crowd) -> AsyncIterator[None]:
        # Behind a webhook a tap's answer goes in the response, and what becomes of it no bot can know.
        meant = method or ("sendMessage" if bot.mode == "webhook" else None)
        bot.server.faults.arrange(fault, method=meant, times=times)
        while bot.server.faults.left:
            await crowd.gets_on(1)
        yield

    return upon


@asynccontextmanager
async def never_hearing_of_updates(bot: BotProcess, crowd: Crowd) -> AsyncIterator[None]:
    """Let Telegram break off its deliveries before it hears of them, so that it delivers again."""
    patience, bot.server.deliveries.patience = bot.server.deliveries.patience, 0.001
    await asyncio.sleep(WHILE)
    bot.server.deliveries.patience = patience
    await crowd.gets_on(1)
    yield


def locked_out(seconds: float) -> Upon:
    """Let another program hold the database."""

    @asynccontextmanager
    async def upon(bot: BotProcess, crowd: Crowd) -> AsyncIterator[None]:
        with contextlib.closing(sqlite3.connect(bot.database, isolation_level=None)) as other:
            other.execute("PRAGMA busy_timeout = 5000")
            other.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(seconds)
            other.execute("ROLLBACK")
        await crowd.gets_on(1)
        yield

    return upon


@asynccontextmanager
async def switched(bot: BotProcess, crowd: Crowd) -> AsyncIterator[None]:
    """Begin what troubles the bot from inside, and end it a while later."""
    bot.gets(signal.SIGUSR2)
    await asyncio.sleep(WHILE)
    bot.gets(signal.SIGUSR2)
    await crowd.gets_on(1)
    yield


@asynccontextmanager
async def switched_for_good(bot: BotProcess, crowd: Crowd) -> AsyncIterator[None]:
    """Switch it, and let founders go on with that."""
    bot.gets(signal.SIGUSR2)
    await crowd.gets_on(FEW)
    yield


TROUBLES = (
    Trouble("Telegram: 429", answered_with(faults.flood(1))),
    Trouble("Telegram: 500", answered_with(faults.server_error())),
    Trouble("Telegram: 502 and a page of HTML", answered_with(faults.bad_gateway())),
    Trouble("Telegram: connections broken", answered_with(faults.reset())),
    Trouble("Telegram: connections half closed", answered_with(faults.half_close())),
    Trouble("Telegram: obeys, and its answer is lost", answered_with(faults.lost_answer())),
    Trouble("Telegram: answers byte by byte", answered_with(faults.drip(BYTE))),
    Trouble("Telegram: 429 to polls", polls_answered_with(faults.flood(1)), ("polling",)),
    Trouble("Telegram: garbage to polls", polls_answered_with(faults.bad_gateway()), ("polling",)),
    Trouble("Telegram: updates lost on the way", polls_answered_with(faults.lost_answer()), ("polling",)),
    Trouble("Telegram: doesn't hear the 200", never_hearing_of_updates, ("webhook",)),
    Trouble("database locked by another program", locked_out(WHILE)),
    Trouble("disk full", switched, inside="disk"),
    Trouble("clock set back an hour", switched_for_good, inside="clock"),
)
SLOW_TROUBLES = (
    Trouble("Telegram: silent (15 s time-outs)", answered_with(faults.silence())),
    Trouble("database locked for longer than is waited", locked_out(LONGER)),
)
"""What lasts too long for the ordinary run; tests/bot/telegram/test_transport has shorter time-outs."""
EVERY = [(trouble, mode) for trouble in TROUBLES for mode in trouble.modes]
EVERY_AND_SLOW = [*EVERY, *((trouble, mode) for trouble in SLOW_TROUBLES for mode in trouble.modes)]
