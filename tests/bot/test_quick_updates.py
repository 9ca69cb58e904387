"""After the interview, one message changes one line: on Telegram, and in the terminal."""

from pathlib import Path

import pytest

from conversations.canvas.entries import Cost, Resource
from conversations.canvas.facets import Evidence, Sourcing
from tests.bot.rehearsal.process import backstage
from tests.founders import CART, gets_to
from tests.running import MODES, RunningBot
from tests.telegram_server import Person


@pytest.fixture
async def rested(bot: RunningBot, lena: Person) -> Person:
    """Lena, whose interview is over."""
    await gets_to(bot, lena, "resting")
    return lena


async def says(bot: RunningBot, person: Person, text: str) -> None:
    await person.says(text)
    await bot.settled(person)


@pytest.mark.parametrize("mode", MODES)
async def test_a_sentence_changes_a_line_and_undo_takes_it_back(bot: RunningBot, rested: Person) -> None:
    before = bot.canvas(rested).entries
    await rested.says("insurance is 55 now")
    receipt = await rested.sees("Insurance 40 € a month → 55 € a month", button="Undo")
    assert receipt.labels == ["Undo", "Fix"]
    await rested.taps("Undo")
    await rested.sees("Undone.")
    await bot.settled(rested)
    assert bot.canvas(rested).entries == before


async def test_one_of_two_flyers_is_asked_about_and_kept_meanwhile(bot: RunningBot, rested: Person) -> None:
    await says(bot, rested, "/add activities print flyers, hand out flyers")
    await rested.says("drop the flyers")
    asked = await rested.sees("Which one do you mean? I keep it until you say.")
    assert asked.labels == ["Print flyers", "Hand out flyers", "None of these"]
    await says(bot, rested, "we bought the cart")
    assert [waiting.text for waiting in bot.canvas(rested).to_sort] == ["Drop the flyers"]
    await rested.taps("Print flyers", on=asked)
    await rested.sees("− Print flyers", button="Undo")
    await bot.settled(rested)
    texts = [entry.text for entry in bot.canvas(rested).entries]
    assert "Hand out flyers" in texts
    assert "Print flyers" not in texts
    assert bot.canvas(rested).to_sort == ()


async def test_an_edited_message_changes_what_it_did(bot: RunningBot, rested: Person) -> None:
    said = await rested.says("insurance is 55 now")
    await rested.sees(button="Undo")
    await rested.edits(said, "we bought the cart")
    await rested.sees("Cart")
    await bot.settled(rested)
    (insurance,) = [cost for cost in bot.canvas(rested).of(Cost) if cost.text == "Insurance"]
    (cart,) = [thing for thing in bot.canvas(rested).of(Resource) if thing.text == "Cart"]
    assert insurance.amount
    assert insurance.amount.low == 40
    assert cart.sourcing is Sourcing.OWNED


async def test_an_edited_add_keeps_what_it_still_says(bot: RunningBot, rested: Person) -> None:
    said = await rested.says("/add costs flour 20 a month, yeast 5 a month")
    await rested.sees("Flour", button="Undo")
    await bot.settled(rested)
    flour = next(cost for cost in bot.canvas(rested).of(Cost) if cost.text == "Flour")
    await rested.edits(said, "/add costs flour 20 a month")
    await rested.sees("− Yeast")
    await bot.settled(rested)
    assert bot.canvas(rested).entry(flour.id) == flour


async def test_a_change_in_the_middle_of_a_question_is_asked_about(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "growing")
    await lena.says("insurance is 55 now")
    asked = await lena.sees(button="Change canvas")
    assert asked.labels == ["It's my answer", "Change canvas"]
    await lena.taps("Change canvas")
    await lena.sees("Insurance 40 € a month → 55 € a month")
    await bot.settled(lena)
    assert bot.position(lena).state == "growing"


async def test_how_sure_one_is_takes_three_taps(bot: RunningBot, rested: Person) -> None:
    await rested.says("/edit")
    await rested.sees(button="Partners (1)")
    for label in ("Partners", "Mill Roasters", "Agreed"):
        await rested.taps(label)
        await bot.settled(rested)
    await rested.sees("Mill Roasters: agreed", button="Undo")
    (partner,) = [entry for entry in bot.canvas(rested).entries if entry.text == "Mill Roasters"]
    assert partner.evidence is Evidence.AGREED


async def test_commands_on_mistakes_show_one_example(bot: RunningBot, rested: Person) -> None:
    for command, example in (
        ("/add", "/add costs insurance 40 a month"),
        ("/done", "/done health permit"),
        ("/cost", "/cost rent 900 a month"),
    ):
        await rested.says(command)
        await rested.sees(example)
        await bot.settled(rested)


def test_in_the_terminal_too(tmp_path: Path) -> None:
    typed = f"{CART}pitch is 300 now\n/done street permit\n/cost pitch 350\ndrop the station\nUndo\n"
    ended = backstage("rehearse", "--name", "Lena", home=tmp_path, typed=typed)
    assert ended.returncode == 0
    assert "Pitch 200 € a month → 300 € a month" in ended.stdout
    assert "🎉 Done: Get street permit" in ended.stdout
    assert "Pitch 300 € a month → 350 € a month" in ended.stdout
    assert "− Station" in ended.stdout
    assert "Undone." in ended.stdout
