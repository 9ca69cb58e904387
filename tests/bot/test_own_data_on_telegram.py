"""What founders do with all of theirs: they take it along, or have it deleted."""

import json
from datetime import timedelta

import pytest

from tests.founders import gets_to
from tests.running import MODES, RunningBot
from tests.telegram_server import Person, TelegramServer

QUESTION = "How will people find you and buy?"


async def test_an_export_holds_everything(bot: RunningBot, server: TelegramServer, lena: Person) -> None:
    await gets_to(bot, lena, "weekly")
    await lena.says("/export")
    await lena.sees(button="Take my data")
    await lena.taps("Take my data")
    await bot.settled(lena)
    file = lena.last
    assert file.file_id is not None
    export = json.loads(server.file(file.file_id))
    assert export["person"]["first_name"] == "Lena"
    (venture,) = export["ventures"]
    assert venture["canvas"]["venture"]["name"] == "Bean Wheels"
    assert [entry["text"] for entry in venture["canvas"]["entries"]] == [
        "Talk to 30 commuters",
        "Get street permit",
    ]
    assert len(venture["revisions"]) == venture["version"]
    (conversation,) = export["conversations"]
    assert conversation["position"]["state"] == "weekly"
    assert len(conversation["messages"]) >= 5


@pytest.mark.parametrize("mode", MODES)
async def test_after_delete_nothing_is_left(bot: RunningBot, server: TelegramServer, lena: Person) -> None:
    await gets_to(bot, lena, "reach")
    server.clock.advance(timedelta(hours=1))
    await lena.says("/delete")
    await lena.sees("Delete everything?", button="Yes, delete it all")
    await lena.taps("Yes, delete it all")
    await lena.sees("All deleted.")
    await bot.settled(lena)
    (last,) = lena.chat
    assert last.text.startswith("All deleted.")
    for table in (
        "person",
        "conversation",
        "venture",
        "membership",
        "revision",
        "message",
        "outgoing",
        "intent",
    ):
        assert bot.rows(table) == 0, table
    await bot.stops()
    try:
        files = [file.read_bytes() for file in bot.database.parent.iterdir()]
    finally:
        await bot.starts()
    for words in (b"Lena", b"Bean Wheels", b"Good coffee", b"commuters", b"rew and serve"):
        assert not any(words in file for file in files), words


async def test_delete_takes_a_yes(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "reach")
    canvas = bot.canvas(lena)
    await lena.says("/delete")
    await lena.sees("Delete everything?")
    await lena.taps("No, keep it")
    await lena.sees(QUESTION)
    await bot.settled(lena)
    assert bot.canvas(lena) == canvas


async def test_one_who_deleted_everything_begins_afresh(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "reach")
    await lena.says("/delete")
    await lena.sees(button="Yes, delete it all")
    await lena.taps("Yes, delete it all")
    await lena.sees("All deleted.")
    await bot.settled(lena)
    await gets_to(bot, lena, "weekly")
    assert [entry.text for entry in bot.canvas(lena).entries] == ["Talk to 30 commuters", "Get street permit"]
