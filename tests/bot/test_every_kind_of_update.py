"""Whatever Telegram can send gets an answer, or silence on purpose; by polling and behind a webhook alike."""

from collections.abc import Awaitable, Callable

import pytest

from tests.founders import gets_to
from tests.running import MODES, RunningBot
from tests.telegram_server import Person, Sent, TelegramServer, faults
from tests.telegram_server.objects import JsonObject

pytestmark = pytest.mark.parametrize("mode", MODES)

QUESTION = "What has to happen before your first sale?"
POLL: JsonObject = {
    "poll": {
        "id": "1",
        "question": "Two vans?",
        "options": [],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
    }
}
DICE: JsonObject = {"dice": {"emoji": "🎲", "value": 6}}

UNREADABLE: dict[str, tuple[Callable[[Person], Awaitable[Sent]], str]] = {
    "voice": (Person.sends_voice, "your keyboard's microphone can type for you"),
    "sticker": (Person.sends_sticker, "I can only read words"),
    "photo": (Person.sends_photo, "I can't see pictures yet"),
    "video": (Person.sends_video, "I can't watch videos yet"),
    "location": (Person.sends_location, "Write the place in words"),
    "contact": (Person.sends_contact, "Write the name"),
    "document": (Person.sends_document, "I can't open files yet"),
    "poll": (lambda person: person.sends(POLL), "I can only read words"),
    "dice": (lambda person: person.sends(DICE), "I can only read words"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
async def test_what_cant_be_read_is_told_so_and_asked_again(bot: RunningBot, lena: Person, kind: str) -> None:
    await gets_to(bot, lena, "before_sale")
    sends, answer = UNREADABLE[kind]
    await sends(lena)
    told = await lena.sees(answer)
    assert QUESTION in told.text
    await bot.settled(lena)
    assert bot.canvas(lena).entries == ()
    assert bot.position(lena).state == "before_sale"


@pytest.mark.parametrize("kind", ["photo", "video", "document"])
async def test_words_beside_it_are_an_answer(bot: RunningBot, lena: Person, kind: str) -> None:
    await gets_to(bot, lena, "before_sale")
    if kind == "document":
        await lena.sends_document(caption="get street permit")
    else:
        await (lena.sends_photo if kind == "photo" else lena.sends_video)("get street permit")
    await lena.sees("Added 1: Get street permit")


async def test_a_caption_is_edited_like_a_message(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "before_sale")
    sent = await lena.sends_photo("get street permit")
    await lena.sees("Added 1")
    await lena.edits(sent, "get street permit, talk to 30 commuters")
    await lena.sees("Talk to 30 commuters")
    await bot.settled(lena)
    assert [entry.text for entry in bot.canvas(lena).entries] == ["Get street permit", "Talk to 30 commuters"]


async def test_an_edited_answer_changes_what_it_made(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "before_sale")
    answer = await lena.says("get street permit, talk to 30 commuters")
    await lena.sees("Added 2")
    await bot.settled(lena)
    permit = bot.canvas(lena).entries[0]
    await lena.edits(answer, "get street permit, talk to 50 commuters")
    await lena.sees("Talk to 50 commuters")
    await lena.sees("Once open, what will you do every week")
    await bot.settled(lena)
    kept, other = bot.canvas(lena).entries
    assert kept == permit
    assert other.text == "Talk to 50 commuters"


async def test_something_unreadable_from_a_stranger_is_a_welcome(bot: RunningBot, lena: Person) -> None:
    await lena.sends_sticker()
    await lena.sees("I'm Backstage")
    await bot.settled(lena)
    assert bot.position(lena).state == "name"


async def test_a_group_hears_only_when_it_speaks_to_the_bot(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    group = server.group("Founders", [lena])
    await group.adds_bot(lena)
    seat = group.seat(lena)
    hello = await seat.sees("I stay quiet here")
    assert not hello.labels
    await seat.says("two vans, an oven")
    await bot.settled(seat)
    assert seat.last == hello
    await seat.says("@backstage_bot what is our canvas?")
    told = await seat.sees("I only talk business one to one")
    await seat.replies_to(told, "why?")
    await seat.sees("I only talk business one to one")
    await seat.command("/canvas@backstage_bot")
    await seat.sees("I only talk business one to one")
    await bot.settled(seat)
    greeting, *_ = server.calls.of("sendMessage", lambda call: call.chat_id == group.id)
    assert greeting.parameters["disable_notification"] is True


async def test_a_group_never_sees_a_canvas(bot: RunningBot, server: TelegramServer, lena: Person) -> None:
    await gets_to(bot, lena, "weekly")
    group = server.group("Founders", [lena])
    await group.adds_bot(lena)
    seat = group.seat(lena)
    for words in ("/start@backstage_bot", "/canvas@backstage_bot", "/export@backstage_bot"):
        await seat.command(words)
        await seat.sees("I only talk business one to one")
    await bot.settled(seat)
    assert all("commuters" not in message.text and message.kind != "document" for message in seat.chat)


async def test_removed_from_a_group_it_says_nothing_more(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    group = server.group("Founders", [lena])
    await group.adds_bot(lena)
    seat = group.seat(lena)
    await seat.sees("I stay quiet here")
    removed = await group.removes_bot(lena)
    await server.acknowledged(removed.update_id)
    await bot.settled(seat)
    assert len(server.calls.of("sendMessage", lambda call: call.chat_id == group.id)) == 1
    await group.adds_bot(lena)
    await seat.sees("I stay quiet here")


async def test_a_channel_is_left_alone(bot: RunningBot, server: TelegramServer, lena: Person) -> None:
    channel = server.channel("News", [lena])
    await channel.adds_bot(lena, administrator=True)
    await channel.posts(lena, "@backstage_bot two vans")
    await gets_to(bot, lena, "name")
    assert server.calls.of("sendMessage", lambda call: call.chat_id == channel.id) == []


async def test_one_who_blocks_and_comes_back_goes_on(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "before_sale")
    blocked = await lena.blocks_bot()
    await bot.server.acknowledged(blocked.update_id)
    before = len(lena.chat)
    unblocked = await lena.unblocks_bot()
    await bot.server.acknowledged(unblocked.update_id)
    await bot.settled(lena)
    assert len(lena.chat) == before
    await lena.says("get street permit")
    await lena.sees("Added 1: Get street permit")


async def test_an_answer_to_one_who_just_blocked_is_kept(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    await gets_to(bot, lena, "before_sale")
    server.faults.arrange(faults.refusal(403, "Forbidden: bot was blocked by the user"), chat_id=lena.id)
    await lena.says("get street permit")
    await bot.settled(lena)
    assert [entry.text for entry in bot.canvas(lena).entries] == ["Get street permit"]
    await lena.says("brew and serve")
    await lena.sees("Added 1: Brew and serve")


async def test_others_go_on_where_one_has_blocked(
    bot: RunningBot, server: TelegramServer, lena: Person
) -> None:
    tom = server.person("Tom")
    await gets_to(bot, lena, "before_sale")
    await lena.blocks_bot()
    await gets_to(bot, tom, "before_sale")
    await tom.says("get street permit")
    await tom.sees("Added 1")
