"""`@bot` in any chat offers one's own canvas, in words and as a picture; nothing of that is stored."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.fulfilment import Skills
from bot.sharing import Inquiry
from bot.turns import Address
from conversations.interview.snapshot import Person as Facts
from tests.founders import gets_to
from tests.running import MODES, RunningBot, running_bot
from tests.telegram_server import faults
from tests.telegram_server.attachments import SMALL_PNG
from tests.telegram_server.objects import InlineQueryResultArticle, InlineQueryResultCachedPhoto

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from conversations.interview.requests import Draw
    from tests.telegram_server import Person, TelegramServer

TABLES = ("turn", "outgoing", "request", "message", "person", "conversation", "revision")


def counts(bot: RunningBot) -> dict[str, int]:
    return {table: bot.rows(table) for table in TABLES}


async def a_picture(_request: Draw) -> bytes:
    """Draw the same for everything: what it shows is tried elsewhere."""
    return SMALL_PNG


@pytest.fixture
async def drawing_bot(server: TelegramServer, tmp_path: Path) -> AsyncIterator[RunningBot]:
    async with running_bot(server, tmp_path / "drawing.sqlite3", skills=Skills(draw=a_picture)) as running:
        yield running


@pytest.mark.parametrize("mode", MODES)
async def test_one_s_own_canvas_is_offered_and_nothing_is_stored(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    before = counts(bot)
    asked = await lena.asks_inline("")
    answer = await asked.answer()
    assert (answer["cache_time"], answer["is_personal"]) == (0, True)
    (words,) = await asked.results()
    assert isinstance(words, InlineQueryResultArticle)
    assert words.title == "Bean Wheels in words"
    assert "Brew and serve" in words.input_message_content.message_text
    assert counts(bot) == before


async def test_it_is_the_canvas_as_it_is_now(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    await lena.says("insurance is 55 now")
    await bot.settled(lena)
    (words,) = await (await lena.asks_inline("bean")).results()
    assert isinstance(words, InlineQueryResultArticle)
    assert "55" in words.input_message_content.message_text


@pytest.mark.parametrize("mode", MODES)
async def test_who_has_no_canvas_gets_a_button_to_start(bot: RunningBot, lena: Person) -> None:
    answer = await (await lena.asks_inline("")).answer()
    assert answer["results"] == []
    button = answer["button"]
    assert isinstance(button, dict)
    assert button["text"] == "Make your own canvas"
    assert bot.rows("person") == 0
    await lena.starts(button["start_parameter"])
    await lena.sees("Hello, Lena. I'm Backstage.")


async def test_nobody_is_offered_anybody_else_s(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "resting")
    tom = server.person("Tom")
    assert await (await tom.asks_inline("Bean Wheels")).results() == []


async def test_the_picture_that_telegram_has_is_offered_until_the_canvas_changes(
    drawing_bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(drawing_bot, lena, "resting")
    server.clock.advance(timedelta(days=2))
    picture, words = await (await lena.asks_inline("")).results()
    assert isinstance(picture, InlineQueryResultCachedPhoto)
    assert picture.photo_file_id in server.world.files
    assert isinstance(words, InlineQueryResultArticle)
    await lena.says("insurance is 55 now")
    await drawing_bot.settled(lena)
    assert len(await (await lena.asks_inline("")).results()) == 1
    await lena.says("/canvas")
    await drawing_bot.settled(lena)
    assert len(await (await lena.asks_inline("")).results()) == 2


async def test_a_query_that_telegram_refuses_harms_nothing(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "resting")
    server.faults.arrange(faults.refusal(400, "Bad Request: query is too old"), method="answerInlineQuery")
    await lena.asks_inline("")
    await server.calls.until("answerInlineQuery")
    assert len(await (await lena.asks_inline("")).results()) == 1


def test_an_inquiry_is_about_the_asker_s_own_chat() -> None:
    asked = Inquiry(query="1", address=Address("telegram", 7, 5), person=5, facts=Facts("Lena"))
    assert asked.address.chat == asked.person
