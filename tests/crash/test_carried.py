"""What a webhook's response carries isn't lost where the bot dies before Telegram has the response."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from bot.storage.points import TURN
from bot.telegram.intake import TAKEN
from tests.crash.process import BotProcess
from tests.telegram_server import TelegramServer

if TYPE_CHECKING:
    from tests.crash.tearing import Bench

COMMITTED = f"{TURN}: committed"


async def test_the_buttons_come_off_though_the_bot_died_with_the_response(bench: Bench) -> None:
    async with (
        TelegramServer() as server,
        BotProcess(bench.nursery, server, bench.folder, "webhook") as bot,
    ):
        lena = server.person("Lena")
        bot.starts()
        await lena.starts()
        asked = await lena.sees("What's your venture called?")
        assert asked.labels
        await lena.settled(lambda: bot.nothing_waits_for(lena.id))
        await dies(bot, TAKEN)
        await lena.says("Bean Wheels")
        assert await bot.ends() == -signal.SIGKILL
        bot.starts()
        await lena.sees("How far along is it?")
        await lena.settled(lambda: bot.nothing_waits_for(lena.id))
        now = next(message for message in lena.chat if message.id == asked.id)
        assert now.labels == []
        calls = server.calls.of("editMessageReplyMarkup")
        assert {call.via for call in calls} == {"webhook"}


async def test_a_tap_is_answered_though_the_bot_died_with_the_response(bench: Bench) -> None:
    async with (
        TelegramServer() as server,
        BotProcess(bench.nursery, server, bench.folder, "webhook") as bot,
    ):
        lena = server.person("Lena")
        bot.starts()
        await lena.starts()
        await lena.sees("What's your venture called?")
        await lena.settled(lambda: bot.nothing_waits_for(lena.id))
        await dies(bot, COMMITTED)
        tap = await lena.taps("Example")
        assert await bot.ends() == -signal.SIGKILL
        bot.starts()
        await tap.answer()
        await lena.settled(lambda: bot.nothing_waits_for(lena.id))
        assert [call.via for call in server.calls.of("answerCallbackQuery")] == ["webhook"]


async def dies(bot: BotProcess, point: str) -> None:
    """Have the bot restarted so that it dies when it passes a point the next time."""
    bot.gets(signal.SIGTERM)
    await bot.ends()
    bot.starts(point, 1, armed=True)
