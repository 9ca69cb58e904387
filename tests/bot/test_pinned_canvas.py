"""The pinned canvas on Telegram: sent and pinned without a sound, edited in place, gone when it is gone."""

from pathlib import Path

import pytest

from tests.bot.rehearsal.process import backstage
from tests.founders import CART, gets_to
from tests.running import MODES, RunningBot
from tests.telegram_server import Person, Seen, TelegramServer


async def pins(bot: RunningBot, lena: Person) -> Seen:
    """Finish the interview and pin the canvas."""
    await gets_to(bot, lena, "resting")
    await lena.says("/pin")
    shown = await lena.sees(button="Stop updating")
    await bot.settled(lena)
    return shown


async def says(bot: RunningBot, lena: Person, text: str) -> None:
    await lena.says(text)
    await bot.settled(lena)


def now(lena: Person, shown: Seen) -> Seen:
    """Give a message as it reads by now."""
    return next(message for message in lena.chat if message.id == shown.id)


@pytest.mark.parametrize("mode", MODES)
async def test_it_is_pinned_and_follows_every_change(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    shown = await pins(bot, lena)
    assert server.world.chat(lena.id).pinned == [shown.id]
    (call,) = server.calls.of("pinChatMessage")
    assert call.parameters["disable_notification"] is True
    await says(bot, lena, "insurance is 55 now")
    assert "Insurance — 55 € a month" in now(lena, shown).text
    await bot.restarts()
    await says(bot, lena, "insurance is 60 now")
    assert "Insurance — 60 € a month" in now(lena, shown).text
    assert now(lena, shown).labels == ["Stop updating"]


async def test_what_it_does_not_show_is_no_edit(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    shown = await pins(bot, lena)
    edits = len(server.calls.of("editMessageText"))
    await says(bot, lena, "/help")
    await says(bot, lena, "/coach")
    assert len(server.calls.of("editMessageText")) == edits
    assert "Insurance" in now(lena, shown).text


async def test_once_it_is_unpinned_it_is_left_alone(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    shown = await pins(bot, lena)
    server.world.chat(lena.id).pinned.clear()
    await says(bot, lena, "insurance is 55 now")
    assert "55 € a month" in now(lena, shown).text
    assert now(lena, shown).labels == []
    edits = len(server.calls.of("editMessageText"))
    await says(bot, lena, "insurance is 60 now")
    assert "55 € a month" in now(lena, shown).text
    assert len(server.calls.of("editMessageText")) == edits
    assert bot.failures() == []


async def test_once_it_is_deleted_nothing_is_sent_in_its_place(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    shown = await pins(bot, lena)
    await lena.deletes(shown)
    before = len(server.calls.of("sendMessage"))
    await says(bot, lena, "insurance is 55 now")
    assert len(server.calls.of("sendMessage")) == before + 1
    await says(bot, lena, "/pin")
    again = await lena.sees(button="Stop updating")
    assert "Insurance — 55 € a month" in again.text
    assert server.world.chat(lena.id).pinned == [again.id]


async def test_a_tap_ends_it(bot: RunningBot, server: TelegramServer, lena: Person) -> None:
    shown = await pins(bot, lena)
    await lena.taps("Stop updating")
    await lena.sees("Fine, that message stays as it is.")
    await says(bot, lena, "insurance is 55 now")
    assert server.world.chat(lena.id).pinned == []
    assert "55" not in now(lena, shown).text
    assert now(lena, shown).labels == []


def test_in_the_terminal_too(tmp_path: Path) -> None:
    typed = f"{CART}/pin\npitch is 300 now\n"
    ended = backstage("rehearse", "--name", "Lena", home=tmp_path, typed=typed)
    assert ended.returncode == 0
    assert "kept up to date from here on" in ended.stdout
    assert "the pinned canvas is up to date" in ended.stdout
