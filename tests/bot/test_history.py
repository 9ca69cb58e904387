"""/history and /undo on Telegram and in the terminal: kept by the store, over days and restarts."""

from datetime import timedelta
from pathlib import Path

import pytest

from conversations.canvas.entries import Cost
from tests.bot.rehearsal.process import backstage
from tests.founders import CART, gets_to
from tests.running import MODES, RunningBot
from tests.telegram_server import Person, TelegramServer


async def busy(bot: RunningBot, server: TelegramServer, lena: Person) -> None:
    """Finish the interview, then change the insurance on two days."""
    await gets_to(bot, lena, "resting")
    for amount in (55, 60):
        server.clock.advance(timedelta(days=1))
        await lena.says(f"insurance is {amount} now")
        await bot.settled(lena)


def insurance(bot: RunningBot, lena: Person) -> int:
    (cost,) = [cost for cost in bot.canvas(lena).of(Cost) if cost.text == "Insurance"]
    assert cost.amount
    return int(cost.amount.low)


@pytest.mark.parametrize("mode", MODES)
async def test_versions_are_shown_compared_and_restored(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await busy(bot, server, lena)
    await bot.restarts()
    await lena.says("/history")
    shown = await lena.sees("2 Mar · interview finished")
    assert "4 Mar\nInsurance 55 € a month → 60 € a month" in shown.text
    assert shown.labels == ["4 Mar", "3 Mar", "2 Mar 🏁", "Undo a change"]
    await lena.taps("2 Mar 🏁")
    await lena.sees(button="Bring this back")
    await lena.taps("Compare with now")
    await lena.sees("interview finished → 4 Mar")
    await lena.taps("‹ Back")
    await lena.sees(button="Bring this back")
    await lena.taps("Bring this back")
    await lena.sees("Your canvas is back as it was")
    await bot.settled(lena)
    assert insurance(bot, lena) == 40
    await lena.sees(button="Undo")
    await lena.taps("Undo")
    await bot.settled(lena)
    assert insurance(bot, lena) == 60


async def test_one_of_the_last_changes_is_taken_back(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await busy(bot, server, lena)
    await lena.says("/undo")
    await lena.sees("1  Insurance 55 € a month → 60 € a month")
    await lena.taps("1")
    await lena.sees("Undone.")
    await bot.settled(lena)
    assert insurance(bot, lena) == 55


async def test_an_empty_history_says_so(bot: RunningBot, lena: Person) -> None:
    await lena.says("/history")
    await lena.sees("Nothing has changed yet")
    await bot.settled(lena)


def test_in_the_terminal_too(tmp_path: Path) -> None:
    typed = f"{CART}pitch is 300 now\n/history\n/undo\n1\n"
    ended = backstage("rehearse", "--name", "Lena", home=tmp_path, typed=typed)
    assert ended.returncode == 0
    assert "Pitch 200 € a month → 300 € a month" in ended.stdout
    assert "interview finished" in ended.stdout
    assert "Which change shall I take back?" in ended.stdout
    assert "Undone." in ended.stdout
