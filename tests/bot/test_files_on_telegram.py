"""Files that founders send: their own export comes back as it was, and what can't be fetched is told."""

from __future__ import annotations

import json

import pytest

from conversations.canvas.document import encode_canvas
from tests.founders import gets_to
from tests.running import MODES, RunningBot
from tests.telegram_server import Person, TelegramServer, faults


async def exports(bot: RunningBot, server: TelegramServer, founder: Person) -> bytes:
    await founder.says("/export")
    await founder.sees(button="Take my data")
    await founder.taps("Take my data")
    await bot.settled(founder)
    (file,) = (message for message in founder.chat if message.by_bot and message.kind == "document")
    assert file.file_id is not None
    return server.file(file.file_id)


@pytest.mark.parametrize("mode", MODES)
async def test_an_export_sent_back_is_the_same_canvas(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "resting")
    content = await exports(bot, server, lena)
    tom = server.person("Tom")
    await tom.starts()
    await tom.sends_document("backstage.json", content)
    await bot.settled(tom)
    await tom.sees("That's a canvas for Bean Wheels")
    await tom.taps("Take it")
    await bot.settled(tom)
    assert encode_canvas(bot.canvas(tom)) == encode_canvas(bot.canvas(lena))
    assert bot.venture(tom) != bot.venture(lena)
    kept = json.loads(await exports(bot, server, tom))["ventures"]
    (again,) = (venture["canvas"] for venture in kept if venture["canvas"])
    assert again == json.loads(content)["ventures"][0]["canvas"]


async def test_a_file_comes_although_telegram_fails_twice(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "stage")
    server.faults.arrange(faults.server_error(), method="getFile")
    server.faults.arrange(faults.reset(), method="getFile")
    await lena.sends_document("plain.json", b'{"company": "Juice Bar", "activities": ["press juice"]}')
    await bot.settled(lena)
    await lena.sees("That's a canvas for Juice Bar, 1 note.")


async def test_a_file_that_telegram_does_not_give_is_asked_for_again(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "stage")
    server.faults.arrange(faults.refusal(400, "Bad Request: file is too big"), method="getFile")
    await lena.sends_document("plain.json", b"{}")
    await bot.settled(lena)
    await lena.sees("Would you send it once more?")


async def test_a_file_that_was_asked_for_before_a_restart_is_fetched_after_it(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "stage")
    server.faults.arrange(faults.server_error(), method="getFile", times=20)
    await lena.sends_document("plain.json", b'{"company": "Juice Bar", "activities": ["press juice"]}')
    await server.calls.begun("getFile", 1)
    await bot.stops()
    server.faults.clear()
    await bot.starts()
    await bot.settled(lena)
    await lena.sees("That's a canvas for Juice Bar, 1 note.")
