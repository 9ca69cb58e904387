"""One person sends a thousand messages at once: they are slowed down, and nobody else notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.running import MODES, RunningBot
from tests.telegram_server import faults

if TYPE_CHECKING:
    from tests.telegram_server import Person, TelegramServer

FLOOD = 1000
SILENT = 10


async def floods(person: Person) -> None:
    for number in range(FLOOD):
        await person.says(f"note {number}")


@pytest.mark.parametrize("mode", MODES)
async def test_others_are_answered_while_a_flood_waits(
    server: TelegramServer, bot: RunningBot, lena: Person
) -> None:
    mallory = server.person("Mallory")
    await lena.starts()
    await mallory.starts()
    await bot.settled(lena, mallory)
    # Not one answer gets through to Mallory meanwhile, so that all that is sent to anybody is not to her.
    server.faults.arrange(faults.silence(), chat_id=mallory.id, times=SILENT)
    await floods(mallory)
    await lena.says("Bean Wheels")
    await lena.sees("How far along is it?")
    await server.calls.until(
        "sendMessage", where=lambda call: call.chat_id == mallory.id and call.fault == "silence"
    )


async def test_who_floods_is_asked_to_slow_down_once_and_is_welcome_afterwards(
    server: TelegramServer, bot: RunningBot
) -> None:
    mallory = server.person("Mallory")
    await mallory.starts()
    await bot.settled(mallory)
    await floods(mallory)
    await mallory.sees("one thing at a time, please", within=60)
    before = len(mallory.chat)
    await mallory.says("/canvas")
    await mallory.settled(within=60)
    pleas = [message for message in mallory.chat if "one thing at a time" in message.text]
    assert len(pleas) == 1
    assert len(mallory.chat) > before
