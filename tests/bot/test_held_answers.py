"""Text that comes long after its question: asked about first, then as good as any answer."""

from datetime import timedelta

import pytest

from tests.founders import gets_to
from tests.running import Mode, RunningBot
from tests.telegram_server import Person, TelegramServer


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_message_that_was_held_can_be_edited_like_any_answer(
    bot: RunningBot, server: TelegramServer, lena: Person, mode: Mode
) -> None:
    del mode  # how the bot runs; what is seen is the same
    await gets_to(bot, lena, "before_sale")
    server.clock.advance(timedelta(hours=13))
    late = await lena.says("get a permit")
    await lena.sees("Is that")
    await lena.taps("It's my answer")
    await lena.sees("Added 1")

    await lena.edits(late, "get a permit, talk to commuters")

    await lena.sees("Talk to commuters")
    await bot.settled(lena)
    assert [entry.text for entry in bot.canvas(lena).entries] == ["Get a permit", "Talk to commuters"]
