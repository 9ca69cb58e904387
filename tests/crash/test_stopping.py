"""The bot is asked to stop in the middle of interviews; the command itself is killed, and asked to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING

import pytest

from tests.bot.rehearsal.process import COMMAND, environment
from tests.crash.founders import Founder
from tests.crash.interviews import COFFEE
from tests.crash.process import BotProcess
from tests.crash.tearing import FEW, ROUND_TRIP, at_the_end
from tests.running import MODES, Mode
from tests.telegram_server import TelegramServer, faults

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.crash.tearing import Bench

STOPS = 3


@pytest.mark.parametrize("mode", MODES)
async def test_a_bot_asked_to_stop_in_mid_interview_sends_what_it_has_and_loses_nothing(
    mode: Mode, bench: Bench
) -> None:
    async with bench.crowded(mode, FEW, ROUND_TRIP) as (bot, crowd):
        for _ in range(STOPS):
            bot.starts()
            crowd.goes_on()
            await crowd.gets_on(2 * FEW)
            bot.gets(signal.SIGTERM)
            assert await crowd.sees_it_die() == 0, bot.log.read_text()
        tally = await at_the_end(bot, crowd)
    assert tally.clean
    assert (tally.kills, tally.repeated) == (0, 0)


async def test_a_bot_asked_to_stop_does_not_wait_for_a_telegram_that_is_silent(bench: Bench) -> None:
    async with bench.crowded("polling", FEW) as (bot, crowd):
        bot.starts()
        crowd.goes_on()
        await crowd.gets_on(FEW)
        bot.server.faults.arrange(faults.silence(), method="sendMessage", times=FEW)
        await bot.server.calls.until("sendMessage", where=lambda call: bool(call.fault))
        bot.gets(signal.SIGTERM)
        assert await crowd.sees_it_die() == 0, bot.log.read_text()
        bot.server.faults.clear()
        tally = await at_the_end(bot, crowd)
    assert tally.clean


@pytest.mark.parametrize("mode", MODES)
async def test_the_command_goes_on_where_it_was_killed_and_logs_neither_token_nor_words(
    mode: Mode, bench: Bench
) -> None:
    async with TelegramServer() as server:
        bot = BotProcess(bench.nursery, server, bench.folder, mode)  # its settings, and its file on disk
        lena = Founder(COFFEE, server.person(COFFEE.name), bot)
        async with command(bot):
            await lena.person.starts()
            await lena.person.sees("What's your venture called?")
        await lena.person.says("Bean Wheels")
        async with command(bot, signal.SIGTERM) as process:
            await lena.person.sees("How far along is it?")
        assert process.returncode == 0
        assert bot.canvas(lena.person.id).venture.name == "Bean Wheels"
    logged = bot.log.read_text()
    assert "running" in logged
    assert server.token not in logged
    assert "Bean Wheels" not in logged


@contextlib.asynccontextmanager
async def command(
    bot: BotProcess, end: signal.Signals = signal.SIGKILL
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run `backstage run` on the bot's settings and file, ended by the signal."""
    home: Path = bot.log.parent
    with bot.log.open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            *COMMAND, "run", cwd=home, env=environment(home, **bot.environment()), stderr=log
        )
    try:
        yield process
    finally:
        process.send_signal(end)
        await process.wait()
