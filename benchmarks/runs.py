"""One run: a bot on its core, founders on the other, and what was measured in between."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from benchmarks.founders import Crowd, Seen
from benchmarks.interviews import interviews, questions
from benchmarks.peers.interview import QUESTIONS
from benchmarks.processes import LOADS_CORE, Process, pin
from benchmarks.telegram import Telegram

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from benchmarks.bots import Bot

START = 60.0
"""Seconds that a bot may take to start."""
FIRST_CHAT = 10_000_000
"""Chats from here on are the load's; what was stored before the run is below."""


@dataclass(frozen=True)
class Plan:
    """What a run is like: so many turns are measured after so many to warm up, or what goes in `seconds`.

    Counted in turns, so that every bot is measured over the same part of its interviews. `rate` is turns a
    second, 0 for as many as go; `delay` is seconds one way.
    """

    mode: str = "webhook"
    founders: int = 200
    turns: int = 10_000
    warm_up: int = 5_000
    seconds: float = 40.0
    rate: float = 0.0
    delay: float = 0.0


@dataclass(frozen=True)
class Measured:
    """What came of a run.

    Latencies in milliseconds, beyond the way to Telegram; memory in MiB; processor time in milliseconds, and
    `loop_a_turn` the part of it that the event loop's thread took.
    `improvised` counts turns in which a founder was asked something that their interview has no answer to.
    """

    bot: str
    plan: Plan
    turns: int
    turns_a_second: float
    cpu_a_turn: float
    loop_a_turn: float
    p50: float
    p99: float
    memory: float
    calls_a_turn: float
    finished: int
    lost: int
    improvised: int


class DidNotStart(Exception):
    """A bot ended before it could be written to; the text is the end of what it wrote."""


@asynccontextmanager
async def running(
    bot: Bot, plan: Plan, folder: Path, noticed: Callable[[int], None] | None = None
) -> AsyncIterator[tuple[Process, Telegram, Crowd]]:
    """Give a bot that can be written to, its Telegram, and a crowd that has not begun.

    `noticed` hears of each message from the start on, to whichever chat.
    """
    pin(0, LOADS_CORE)
    told = interviews() if bot.ours else interviews()[:1]
    crowd = Crowd(told, plan.founders, eager=not plan.rate, first_chat=FIRST_CHAT)
    crowd.noticed = noticed or crowd.noticed
    telegram = crowd.telegram = Telegram(crowd.saw)
    await telegram.open()
    (folder / QUESTIONS).write_bytes(msgspec.json.encode(questions()))
    process = Process(bot.command(), bot.environment(plan.mode, telegram.url, folder), folder / "bot.log")
    try:
        await _until_ready(bot, process, telegram)
        telegram.delay = plan.delay
        yield process, telegram, crowd
    finally:
        crowd.stop()
        process.ends()
        await telegram.close()


async def _until_ready(bot: Bot, process: Process, telegram: Telegram) -> None:
    async with asyncio.timeout(START):
        while not telegram.ready.is_set():
            if not process.alive:
                raise DidNotStart(f"{bot.name}: {process.last_words()}")
            await asyncio.sleep(0.005)


async def measure(bot: Bot, plan: Plan, folder: Path) -> Measured:
    """Run a bot under load and give what was measured after the warm-up."""
    async with running(bot, plan, folder) as (process, telegram, crowd):
        crowd.begin()
        pacing = asyncio.create_task(pace(crowd, plan)) if plan.rate else None
        await until(crowd, plan.warm_up, plan.seconds / 2)
        crowd.seen = Seen()
        calls, start, before = telegram.calls, time.perf_counter(), process.used()
        await until(crowd, plan.turns, plan.seconds)
        elapsed, after, seen = time.perf_counter() - start, process.used(), crowd.seen
        if pacing is not None:
            pacing.cancel()
        turns = max(len(seen.latencies), 1)
        return Measured(
            bot=bot.name,
            plan=plan,
            turns=len(seen.latencies),
            turns_a_second=len(seen.latencies) / elapsed,
            cpu_a_turn=(after.seconds - before.seconds) * 1000 / turns,
            loop_a_turn=(after.loop - before.loop) * 1000 / turns,
            p50=quantile(seen.latencies, 0.5),
            p99=quantile(seen.latencies, 0.99),
            memory=after.memory,
            calls_a_turn=(telegram.calls - calls) / turns,
            finished=seen.finished,
            lost=seen.lost,
            improvised=seen.improvised,
        )


async def first_reply(bot: Bot, mode: str, folder: Path) -> float:
    """Give the seconds from a bot's start to its first reply, to a message that waited for it."""
    began = time.perf_counter()
    plan = Plan(mode=mode, founders=1)
    async with running(bot, plan, folder) as (_, _, crowd):
        crowd.begin()
        await until(crowd, 1, START)
        return time.perf_counter() - began


async def until(crowd: Crowd, turns: int, seconds: float) -> None:
    """Wait until so many turns were answered, or so much time has passed."""
    end = time.perf_counter() + seconds
    while len(crowd.seen.latencies) < turns and time.perf_counter() < end:
        await asyncio.sleep(0.01)
        crowd.give_up_on()


async def pace(crowd: Crowd, plan: Plan) -> None:
    """Let people act at the plan's rate, as long as somebody is idle."""
    start, number = time.perf_counter(), 0
    while True:
        number += 1
        await asyncio.sleep(max(0.0, start + number / plan.rate - time.perf_counter()))
        crowd.act_one()


def quantile(latencies: list[float], share: float) -> float:
    """Give a quantile of seconds in milliseconds; not a number where there are none."""
    if not latencies:
        return float("nan")
    return sorted(latencies)[min(len(latencies) - 1, int(len(latencies) * share))] * 1000
