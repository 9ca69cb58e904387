"""What nobody should send, and somebody does: what they see, and that nothing is lost."""

import asyncio
from datetime import timedelta

import pytest

from tests.founders import gets_to
from tests.running import MODES, RunningBot
from tests.telegram_server import Person, TelegramServer

QUESTION = "What has to happen before your first sale?"


def entries(bot: RunningBot, person: Person) -> list[str]:
    return [entry.text for entry in bot.canvas(person).entries]


def assert_accepted(server: TelegramServer) -> None:
    """Telegram refused nothing of what the bot sent."""
    assert [call.line() for call in server.calls.all if call.description] == []


@pytest.mark.parametrize("nothing", [" ", "\n\n", "\u200b", "\u200f\u200e", "\x00\x01"])
async def test_an_empty_message_is_asked_for_again(
    bot: RunningBot, server: TelegramServer, lena: Person, nothing: str
) -> None:
    await gets_to(bot, lena, "before_sale")
    await lena.says(nothing)
    again = await lena.sees("came through empty")
    assert QUESTION in again.text
    await bot.settled(lena)
    assert entries(bot, lena) == []
    assert_accepted(server)


async def test_ten_thousand_characters_are_kept_to_the_last_word(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "before_sale")
    words = [f"word{number:05}" for number in range(1000)]
    assert len(" ".join(words)) == 9_999
    await lena.pastes(" ".join(words))
    await bot.settled(lena)
    kept = " ".join(entries(bot, lena)).casefold()
    # Telegram's apps cut the text where it falls, also within a word.
    assert kept.replace(" ", "") == "".join(words)
    assert max(map(len, entries(bot, lena))) <= 300
    await lena.says("/canvas")
    await bot.settled(lena)
    assert_accepted(server)


async def test_control_characters_are_left_out(bot: RunningBot, server: TelegramServer, lena: Person) -> None:
    await gets_to(bot, lena, "before_sale")
    await lena.says("talk\x00 to \x07people\x1b, get a\x7f permit\x9d")
    await lena.sees("Added 2")
    await bot.settled(lena)
    assert entries(bot, lena) == ["Talk to people", "Get a permit"]
    assert_accepted(server)


MARKUP = {
    "<b>bold</b> moves": ["<b>bold</b> moves"],
    "</i> & <script>alert(1)</script>": ["</i>", "<script>alert(1)</script>"],
    "Fish &amp; chips &lt;3": ["Fish &amp", "Chips &lt", "3"],
    "*star* _under_ [link](http://a.example) `code`": ["*star* _under_ [link](http://a.example) `code`"],
    "{name} {n} %s %(name)s \\u0041": ["{name} {n} %s %(name)s \\u0041"],
}


@pytest.mark.parametrize("words", MARKUP)
async def test_markup_is_words_like_any_other(
    bot: RunningBot, server: TelegramServer, lena: Person, words: str
) -> None:
    await gets_to(bot, lena, "before_sale")
    await lena.says(words)
    receipt = await lena.sees("Added")
    await bot.settled(lena)
    assert entries(bot, lena) == MARKUP[words]
    assert " · ".join(MARKUP[words]) in receipt.text
    assert_accepted(server)


async def test_a_name_of_markup_greets_nobody_in_bold(bot: RunningBot, server: TelegramServer) -> None:
    mallory = server.person("<b>Mallory</b> & {first_name}")
    await mallory.starts()
    welcome = await mallory.sees("I'm Backstage")
    assert "Hello, <b>Mallory</b> & {first_name}." in welcome.text
    await bot.settled(mallory)
    assert_accepted(server)


async def test_marks_of_direction_turn_nothing_round(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "before_sale")
    await lena.says("\u202egnp.exe\u202c cards, \u2067رخصة\u2069")
    await lena.sees("Added 2")
    await bot.settled(lena)
    kept = "".join(entries(bot, lena))
    assert "رخصة" in kept
    assert not set(kept) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert_accepted(server)


async def test_two_hundred_items_are_two_hundred_entries(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "before_sale")
    await lena.says("\n".join(f"call shop {number}" for number in range(200)))
    receipt = await lena.sees("Added 200")
    assert len(receipt.text) < 600
    await bot.settled(lena)
    assert entries(bot, lena) == [f"Call shop {number}" for number in range(200)]
    await lena.says("/canvas")
    await bot.settled(lena)
    shown = "\n".join(message.text for message in lena.chat if message.by_bot)
    assert all(f"Call shop {number}" in shown for number in range(200))
    await lena.taps("Fix last")
    await lena.sees(button="✏️ Call shop 0")
    await lena.taps("‹ 1/34 ›")
    fixing = await lena.sees(button="✏️ Call shop 6")
    assert fixing.rows[-1] == ["Done"]
    await bot.settled(lena)
    assert_accepted(server)


@pytest.mark.parametrize("mode", MODES)
async def test_the_same_update_twice_counts_once(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "before_sale")
    said = await lena.says("get street permit")
    await bot.settled(lena)
    before = lena.chat
    server.redeliver(said.update_id)
    await server.acknowledged(said.update_id)
    await bot.settled(lena)
    assert lena.chat == before
    assert entries(bot, lena) == ["Get street permit"]


@pytest.mark.parametrize("mode", MODES)
async def test_two_messages_at_once_answer_one_question_each(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "before_sale")
    await asyncio.gather(lena.says("get street permit"), lena.says("brew and serve"))
    await bot.settled(lena)
    answers = bot.canvas(lena).answers
    assert (answers["before_sale"].words, answers["weekly"].words) == ("get street permit", "brew and serve")
    assert lena.last.text.startswith("Added 1: Brew and serve")
    assert_accepted(server)


@pytest.mark.parametrize("mode", MODES)
async def test_two_taps_at_once_on_one_button_are_one_choice(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "stage")
    asked = lena.last
    first, second = await lena.taps("First sales", on=asked), await lena.taps("First sales", on=asked)
    await bot.settled(lena)
    assert (first.text, second.text) == ("", "You already answered that.")
    assert sum("First sales, then." in message.text for message in lena.chat) == 1
    assert bot.position(lena).state == "promise"


async def test_a_tap_on_a_button_a_week_old_tells_where_we_are(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "stage")
    old = lena.last
    await lena.taps("Just an idea")
    await bot.settled(lena)
    server.clock.advance(timedelta(days=7))
    tap = await lena.taps("Growing", on=old)
    assert await tap.answer() == "You already answered that."
    here = await lena.sees("Here is where we are")
    assert "What do you promise" in here.text
    await bot.settled(lena)
    assert bot.canvas(lena).venture.stage is not None
    assert bot.position(lena).state == "promise"
    assert_accepted(server)


async def test_the_open_question_is_answered_a_week_later(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "stage")
    server.clock.advance(timedelta(days=7))
    tap = await lena.taps("Growing")
    assert await tap.answer() == ""
    await lena.sees("What do you promise")


FORGED = [
    "",
    "x",
    "💥" * 16,
    "1:",
    "1::",
    "1:zzz:skip",
    "9:1:skip",
    "o:",
    "o:nothing",
    "o:n:{venture}:999999",
    "o:dr:{venture}:-1",
    "o:b:{venture}:costs:99999999999999999999",
    "o:undo:{venture}:0",
    "o:undo:{venture}:99999999999999999999",
    "o:sort:{venture}:1:activities",
    "o:q:{venture}:things",
    "o:why:{venture}:no_such_advice",
    "o:held:answer",
    "o:v:somebody-elses",
    "o:v:",
]


@pytest.mark.parametrize("mode", MODES)
async def test_forged_taps_are_answered_and_change_nothing(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "weekly")
    canvas, state = bot.canvas(lena), bot.position(lena).state
    venture = bot.venture(lena)
    for data in FORGED:
        tap = await lena.forges(data.format(venture=venture))
        await tap.answer()
        await bot.settled(lena)
    assert bot.canvas(lena) == canvas
    assert (bot.position(lena).state, bot.venture(lena)) == (state, venture)
    assert_accepted(server)


async def test_nobody_reaches_into_somebody_elses_venture(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "weekly")
    mallory = server.person("Mallory")
    await gets_to(bot, mallory, "name")
    theirs, mine = bot.canvas(lena), bot.venture(mallory)
    theirs_id, entry = bot.venture(lena), theirs.entries[0].id
    for verb, argument in (
        ("dr", entry),
        ("n", entry),
        ("undo", 1),
        ("add", "costs"),
        ("why", "be_specific"),
    ):
        tap = await mallory.forges(f"o:{verb}:{theirs_id}:{argument}")
        assert await tap.answer() == "That's from another venture. /ventures switches."
    await (await mallory.forges(f"o:v:{bot.venture(lena)}")).answer()
    await bot.settled(mallory)
    assert bot.canvas(lena) == theirs
    assert bot.venture(mallory) == mine
    assert all("commuters" not in message.text for message in mallory.chat)


@pytest.mark.parametrize("command", ["/foo", "/START_UP", "/canvasses now", "/" + "x" * 32])
async def test_an_unknown_command_gets_help_and_the_question_again(
    bot: RunningBot, lena: Person, command: str
) -> None:
    await gets_to(bot, lena, "before_sale")
    await lena.says(command)
    await lena.sees("I don't know that command. /help")
    await lena.sees(QUESTION)
    await bot.settled(lena)
    assert entries(bot, lena) == []


async def test_editing_what_was_no_answer_changes_nothing(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "before_sale")
    remark = await lena.says("lol")
    await lena.sees(QUESTION)
    await lena.edits(remark, "rob a bank")
    told = await lena.sees("that message isn't one of your answers")
    assert "/edit" in told.text
    await lena.sees(QUESTION)
    await bot.settled(lena)
    assert entries(bot, lena) == []


async def test_an_answer_edited_into_nothing_stays(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "before_sale")
    answer = await lena.says("get street permit")
    await lena.sees("Added 1")
    await lena.edits(answer, "lol")
    await lena.sees("all is as it was")
    await bot.settled(lena)
    assert entries(bot, lena) == ["Get street permit"]
