"""Commands, whenever they come: each answers, and the open question comes back after it."""

from datetime import timedelta

import pytest

from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block
from tests.founders import SAID, gets_to
from tests.running import RunningBot
from tests.telegram_server import Person, Seen, TelegramServer

QUESTION = "How will people find you and buy?"


def entries(bot: RunningBot, person: Person) -> list[str]:
    return [entry.text for entry in bot.canvas(person).entries]


async def sees_all(bot: RunningBot, person: Person, command: str) -> list[Seen]:
    """Send a command and give all that comes of it."""
    before = {message.id for message in person.chat}
    await person.says(command)
    await bot.settled(person)
    return [message for message in person.chat if message.by_bot and message.id not in before]


# /start


async def test_start_welcomes_somebody_new(bot: RunningBot, lena: Person) -> None:
    welcome = (await sees_all(bot, lena, "/start"))[0]
    assert welcome.text.startswith("Hello, Lena. I'm Backstage.")
    assert welcome.labels[:2] == ["No name yet", "Who sees it?"]


async def test_start_in_the_middle_offers_to_continue_and_wipes_nothing(
    bot: RunningBot, lena: Person
) -> None:
    await gets_to(bot, lena, "reach")
    canvas = bot.canvas(lena)
    (offer,) = await sees_all(bot, lena, "/start")
    assert offer.labels == ["Continue", "See canvas", "Start over"]
    await lena.taps("Continue")
    back = await lena.sees(QUESTION)
    assert "Here is where we were" in back.text
    assert bot.canvas(lena) == canvas


async def test_start_after_a_pause_goes_on_where_it_was(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "reach")
    await sees_all(bot, lena, "/pause")
    (offer,) = await sees_all(bot, lena, "/start")
    assert "Continue" in offer.labels
    await lena.taps("Continue", on=offer)
    await lena.sees(QUESTION)
    await bot.settled(lena)
    assert bot.position(lena).state == "reach"


async def test_start_at_rest_offers_the_canvas(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    (offer,) = await sees_all(bot, lena, "/start")
    assert offer.labels == ["Edit", "See canvas", "Start over"]
    await lena.taps("See canvas")
    await lena.sees("Bean Wheels · just an idea")


# in the middle of the interview


@pytest.mark.parametrize(
    ("command", "shows"),
    [
        ("/help", "I ask, you answer"),
        ("/canvas", "Brew and serve"),
        ("/coach", "What I'd look at first"),
        ("/settings", "Settings"),
        ("/privacy", "What I see and keep"),
        ("/cancel", "Nothing to cancel"),
        ("/Help@backstage_bot", "I ask, you answer"),
    ],
)
async def test_it_answers_and_returns_to_the_question(
    bot: RunningBot, lena: Person, command: str, shows: str
) -> None:
    await gets_to(bot, lena, "reach")
    shown, *_, question = await sees_all(bot, lena, command)
    assert shows in shown.text
    assert question.text.endswith(QUESTION)
    await lena.says(SAID["reach"])
    await lena.sees("Added 2: Post on Instagram · Sign by the station")


async def test_a_pause_keeps_the_place(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "reach")
    (paused,) = await sees_all(bot, lena, "/pause")
    assert paused.labels == ["Continue", "See canvas"]
    (back,) = await sees_all(bot, lena, "/continue")
    assert back.text.endswith(QUESTION)
    assert back.labels[-2:] == ["‹ Back", "Fix last"]


async def test_what_is_written_in_a_pause_is_kept_and_asked_about(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "reach")
    await sees_all(bot, lena, "/pause")
    (asked,) = await sees_all(bot, lena, "post on Instagram")
    assert asked.labels == ["It's my answer", "Change canvas"]
    await lena.taps("It's my answer")
    await lena.sees("Post on Instagram")
    await bot.settled(lena)
    assert "Post on Instagram" in entries(bot, lena)
    assert bot.position(lena).state == "keep"


async def test_back_and_skip_are_commands_too(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "reach")
    (back,) = await sees_all(bot, lena, "/back")
    assert back.text.startswith("You said: Brew and serve")
    (kept,) = await sees_all(bot, lena, "/skip")
    assert kept.text.startswith("Kept as it was.")
    assert kept.text.endswith(QUESTION)
    (skipped,) = await sees_all(bot, lena, "/skip")
    assert skipped.text.startswith("Skipped.")


# /edit


async def test_an_entry_is_reworded_moved_and_deleted_with_undo(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    before = bot.canvas(lena)
    await lena.says("/edit")
    await lena.sees("What would you like to change?")
    await lena.taps("Activities")
    await lena.sees(button="Brew and serve")
    await lena.taps("Brew and serve")
    await lena.sees(button="✏️ Reword")
    await lena.taps("✏️ Reword")
    await lena.sees("what should it say instead?")
    await lena.says("brew, serve and smile")
    await lena.sees("Brew, serve and smile", button="Undo")
    await lena.taps("Undo")
    await lena.sees("Undone.")
    await bot.settled(lena)
    assert bot.canvas(lena).entries == before.entries

    await lena.taps("→ Resources")
    await lena.sees(button="Undo")
    await bot.settled(lena)
    assert "Brew and serve" in [entry.text for entry in bot.canvas(lena).block(Block.RESOURCES)]
    await lena.taps("Undo")
    await lena.sees("Undone.")
    await bot.settled(lena)
    assert bot.canvas(lena).entries == before.entries


async def test_a_deleted_entry_comes_back_where_it_was(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    before = bot.canvas(lena)
    await lena.says("/edit")
    for button in ("Activities", "Hand out stamp cards", "🗑 Delete"):
        await lena.sees(button=_shown(lena, button))
        await lena.taps(button)
        await bot.settled(lena)
    assert "Hand out stamp cards" not in entries(bot, lena)
    first = await lena.taps("Undo")
    await first.answer()
    await lena.sees("Undone.")
    await bot.settled(lena)
    assert bot.canvas(lena).entries == before.entries
    await lena.taps("Undo")
    await lena.sees("That's undone already.")
    await bot.settled(lena)
    assert bot.canvas(lena).entries == before.entries


def _shown(person: Person, label: str) -> str | None:
    labels = [shown for message in person.chat for shown in message.labels]
    return next((shown for shown in labels if shown.startswith(label)), None)


async def test_a_block_is_asked_again_without_losing_the_others(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    before = bot.canvas(lena)
    await lena.says("/edit")
    await lena.sees(button="Resources (5)")
    await lena.taps("Resources")
    await lena.sees(button="Ask me again")
    await lena.taps("Ask me again")
    again = await lena.sees("What things and know-how do you need")
    assert again.text.startswith("You said: Cart · Espresso machine")
    await lena.says("cart, second-hand machine")
    await lena.sees("Taken off: Espresso machine")
    for question in ("people", "money", "sourcing"):
        assert bot.position(lena).state == question
        await lena.taps("Keep it")
        await bot.settled(lena)
    after = bot.canvas(lena)
    assert bot.position(lena).state == "resting"
    for block in (Block.ACTIVITIES, Block.PARTNERS):
        assert after.block(block) == before.block(block)
    assert [entry.text for entry in after.block(Block.RESOURCES)] == [
        "Cart", "Lena", "Tom", "8,000 € savings", "Second-hand machine",
    ]  # fmt: skip
    assert after.entries[0] == before.entries[0]


async def test_an_activity_is_marked_done_and_the_sentence_for_it_is_told(
    bot: RunningBot, lena: Person
) -> None:
    await gets_to(bot, lena, "resting")
    await lena.says("/edit")
    for button in ("Activities", "Get street permit", "✅ Done"):
        await bot.settled(lena)
        await lena.taps(button)
    await lena.sees("Next time just write: “finished Get street permit”")
    await bot.settled(lena)
    (permit,) = [a for a in bot.canvas(lena).of(Activity) if a.text == "Get street permit"]
    assert permit.done


# several ventures


async def test_starting_over_keeps_the_old_canvas(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "reach")
    server.clock.advance(timedelta(minutes=1))
    old, canvas = bot.venture(lena), bot.canvas(lena)
    await lena.says("/start")
    await lena.sees(button="Start over")
    await lena.taps("Start over")
    await lena.sees("This canvas stays")
    await lena.taps("Start a new one")
    await lena.sees("What's your venture called?")
    await lena.says("Harbour Soap")
    await lena.sees("How far along is it?")
    await bot.settled(lena)
    assert bot.venture(lena) != old
    assert bot.canvas(lena).venture.name == "Harbour Soap"

    (ventures, *_) = await sees_all(bot, lena, "/ventures")
    assert ventures.labels == ["Bean Wheels", "● Harbour Soap", "Start a new one"]
    await lena.taps("Bean Wheels")
    await lena.sees("Back to Bean Wheels.")
    await bot.settled(lena)
    assert (bot.venture(lena), bot.canvas(lena)) == (old, canvas)
    assert bot.position(lena).state == "reach"
    await lena.says(SAID["reach"])
    await lena.sees("Added 2: Post on Instagram")


async def test_an_old_button_of_another_venture_changes_nothing(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    await lena.says("/edit")
    menu = await lena.sees("What would you like to change?")
    await lena.says("/start")
    await lena.sees(button="Start over")
    await lena.taps("Start over")
    await lena.sees(button="Start a new one")
    await lena.taps("Start a new one")
    await lena.sees("What's your venture called?")
    tap = await lena.taps("Activities", on=menu)
    assert await tap.answer() == "That's from another venture. /ventures switches."


async def test_a_finished_venture_is_still_at_rest_when_one_returns(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    for command, button in (("/start", "Start over"), ("", "Start a new one")):
        if command:
            await lena.says(command)
        await lena.sees(button=button)
        await lena.taps(button)
    await lena.sees("What's your venture called?")
    await lena.says("/ventures")
    await lena.sees(button="Bean Wheels")
    await lena.taps("Bean Wheels")
    await lena.sees("Bean Wheels · just an idea")
    await bot.settled(lena)
    assert bot.position(lena).state == "resting"


async def test_the_menu_is_registered(bot: RunningBot, server: TelegramServer) -> None:
    await server.calls.until("setMyShortDescription")
    commands = server.world.profile.commands[('{"type": "default"}', "")]
    assert [each["command"] for each in commands] == ["canvas", "edit", "coach", "pause", "help"]
    assert bot.server is server
