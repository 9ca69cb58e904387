import asyncio
from datetime import UTC, datetime

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

from tests.telegram_server import Person, TelegramServer
from tests.telegram_server.objects import InlineQueryResultArticle
from tests.test_telegram_server.conftest import Client


def keys(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=f"data-{label}")] for label in labels]
    )


async def read(bot: Bot) -> list[dict[str, object]]:
    """All updates so far, acknowledged."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return [update.to_dict() for update in updates]


async def test_what_a_person_sends_reaches_the_bot(bot: Bot, lena: Person) -> None:
    await lena.says("a text")
    await lena.sends_sticker()
    await lena.sends_voice()
    await lena.sends_photo(caption="our oven")
    await lena.sends_video()
    await lena.sends_document("plan.pdf")
    await lena.sends_location()
    await lena.sends_contact()
    await lena.sends({"dice": {"emoji": "🎲", "value": 4}})
    updates = await bot.get_updates()
    messages = [update.message for update in updates if update.message]
    assert messages[0].text == "/start"
    assert messages[1].text == "a text"
    assert messages[2].sticker
    assert messages[3].voice
    assert messages[4].photo
    assert messages[4].caption == "our oven"
    assert messages[5].video
    assert messages[6].document
    assert messages[6].document.file_name == "plan.pdf"
    assert messages[7].location
    assert messages[8].contact
    assert messages[9].dice
    assert {message.from_user.language_code for message in messages if message.from_user} == {"en"}


async def test_a_deep_link_starts_with_its_payload(server: TelegramServer, bot: Bot) -> None:
    omar = server.person("Omar", language="ar", username="omar_k")
    await omar.starts("cohort_7")
    [update] = await bot.get_updates()
    assert update.message
    assert update.message.text == "/start cohort_7"
    assert update.message.entities[0].type == "bot_command"
    assert update.message.from_user
    assert update.message.from_user.username == "omar_k"


async def test_a_tap_is_found_by_its_label_or_its_beginning(bot: Bot, lena: Person) -> None:
    await bot.send_message(lena.id, "old", reply_markup=keys("Skip", "Only here"))
    await bot.send_message(lena.id, "new", reply_markup=keys("Skip", "Example", "✅ Ours", "Examine"))
    assert (await lena.taps("Skip")).data == "data-Skip"
    assert (await lena.taps("Only")).data == "data-Only here"
    assert (await lena.taps("Our")).data == "data-✅ Ours"
    with pytest.raises(AssertionError, match="may mean any of"):
        await lena.taps("Exam")
    with pytest.raises(AssertionError, match="sees no button 'Delete'"):
        await lena.taps("Delete")
    updates = await bot.get_updates()
    texts = [update.callback_query.message.text for update in updates[1:]]  # type: ignore[union-attr] # all taps
    assert texts == ["new", "old", "new"]


async def test_an_old_button_can_be_tapped_after_it_is_gone(bot: Bot, lena: Person) -> None:
    await bot.send_message(lena.id, "question", reply_markup=keys("Skip"))
    question = await lena.sees("question")
    await bot.edit_message_reply_markup(lena.id, question.id)
    assert lena.last.rows == []
    tap = await lena.taps("Skip", on=question)
    await bot.delete_message(lena.id, question.id)
    ghost = await lena.taps("Skip", on=question)
    updates = await bot.get_updates(offset=tap.update_id)
    first, second = (update.callback_query for update in updates)
    assert first
    assert first.message
    assert first.message.is_accessible
    assert second
    assert second.message
    assert not second.message.is_accessible
    assert second.id == ghost.query.id


async def test_a_forged_tap_carries_any_data(bot: Bot, lena: Person) -> None:
    await bot.send_message(lena.id, "question", reply_markup=keys("Skip"))
    tap = await lena.forges("o:delete:1", on=await lena.sees("question"))
    [update] = await bot.get_updates(offset=tap.update_id)
    assert update.callback_query
    assert update.callback_query.data == "o:delete:1"


async def test_a_person_sees_what_is_new_since_they_acted(bot: Bot, lena: Person) -> None:
    await bot.send_message(lena.id, "first answer")
    await lena.sees("first")
    with pytest.raises(AssertionError, match="did not see 'first'"):
        await lena.sees("first", within=0.02)
    await bot.send_message(lena.id, "second answer")
    await lena.says("something else")
    with pytest.raises(AssertionError, match="nothing"):
        await lena.sees("answer", within=0.02)
    waiting = asyncio.create_task(lena.sees("third"))
    sent = await bot.send_message(lena.id, "third")
    assert (await waiting).id == sent.message_id


async def test_an_edit_is_seen_and_buttons_where_they_are_asked_for(bot: Bot, lena: Person) -> None:
    message = await bot.send_message(lena.id, "grid", reply_markup=keys("⬜ Ours", "Done"))
    await lena.sees("grid", button="⬜ Ours")
    await bot.edit_message_reply_markup(lena.id, message.message_id, reply_markup=keys("✅ Ours", "Done"))
    with pytest.raises(AssertionError):
        await lena.sees("grid", within=0.02)
    ticked = await lena.sees(button="✅ Ours")
    assert (ticked.labels, ticked.edited) == (["✅ Ours", "Done"], False)
    await bot.edit_message_text("<b>done</b>", lena.id, message.message_id, parse_mode="HTML")
    done = await lena.sees("done")
    assert (done.text, done.html, done.edited, done.rows) == ("done", "<b>done</b>", True, [])
    assert done.entities == ("bold",)


async def test_a_failing_test_shows_the_screen(bot: Bot, lena: Person) -> None:
    await bot.send_message(lena.id, "What do you bake?", reply_markup=keys("Skip", "Example"))
    with pytest.raises(AssertionError) as failure:
        await lena.sees("What do you sell?", within=0.02)
    told = str(failure.value)
    assert "sent: 'What do you bake?'" in told
    assert "[ Skip ]" in told
    assert "sendMessage" in told


async def test_the_screen_reads_like_a_phone(bot: Bot, lena: Person) -> None:
    buttons = InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=label) for label in ("Yes", "No")]]
    )
    await bot.send_message(lena.id, "<b>Ready?</b>\nIt takes ten minutes.", "HTML", reply_markup=buttons)
    said = await lena.says("Yes, lets")
    await lena.edits(said, "Yes, let's")
    lines = [line.rstrip() for line in lena.screen().splitlines()]
    assert lines[1:-1] == [
        "│             Lena:",
        "│               /start",
        "│",
        "│ Backstage:",
        "│   Ready?",
        "│   It takes ten minutes.",
        "│   [ Yes ] [ No ]",
        "│",
        "│             Lena (edited):",
        "│               Yes, let's",
        "│",
    ]


async def test_an_edited_message_and_a_reply_reach_the_bot(bot: Bot, lena: Person) -> None:
    said = await lena.says("two vans")
    edited = await lena.edits(said, "three vans")
    answer = await bot.send_message(lena.id, "saved")
    with pytest.raises(AssertionError, match="Lena can't edit what Backstage wrote"):
        await lena.edits(lena.last, "mine now")
    reply = await lena.replies_to(await lena.sees("saved"), "thanks")
    first, second = await bot.get_updates(offset=edited.update_id)
    assert first.edited_message
    assert (first.edited_message.message_id, first.edited_message.text) == (said.message_id, "three vans")
    assert first.edited_message.edit_date
    assert second.update_id == reply.update_id
    assert second.message
    assert second.message.reply_to_message
    assert second.message.reply_to_message.message_id == answer.message_id


async def test_blocking_is_told_to_the_bot(bot: Bot, lena: Person) -> None:
    blocked = await lena.blocks_bot()
    with pytest.raises(AssertionError, match="has blocked the bot"):
        await lena.says("hello?")
    await lena.unblocks_bot()
    first, second = await bot.get_updates(offset=blocked.update_id)
    assert first.my_chat_member
    assert first.my_chat_member.new_chat_member.status == "kicked"
    assert second.my_chat_member
    assert second.my_chat_member.new_chat_member.status == "member"


async def test_settled_waits_for_the_acknowledgement_and_the_answer(bot: Bot, lena: Person) -> None:
    await bot.send_message(lena.id, "question", reply_markup=keys("Skip"))
    tap = await lena.taps("Skip")
    settled = asyncio.create_task(lena.settled(lambda: lena.last.text == "answered"))
    await bot.get_updates(offset=tap.update_id + 1)
    await bot.answer_callback_query(tap.query.id, "Skipped")
    assert not settled.done()
    await bot.edit_message_text("answered", lena.id, lena.last.id)
    await settled
    assert await tap.answer() == "Skipped"


async def test_a_tap_left_hanging_is_told(bot: Bot, lena: Person) -> None:
    await bot.send_message(lena.id, "question", reply_markup=keys("Skip"))
    tap = await lena.taps("Skip")
    assert not tap.answered
    with pytest.raises(AssertionError, match="the tap on 'Skip' was not answered"):
        await tap.answer(within=0.02)
    with pytest.raises(AssertionError, match=r"taps not answered: \['Skip'\]"):
        await lena.settled(within=0.02)


async def test_a_reply_keyboard_is_pressed(bot: Bot, lena: Person) -> None:
    await bot.send_message(lena.id, "which?", reply_markup=ReplyKeyboardMarkup([["Vans", "Oven"]]))
    pressed = await lena.presses("Oven")
    [update] = await bot.get_updates(offset=pressed.update_id)
    assert update.message
    assert update.message.text == "Oven"
    with pytest.raises(AssertionError, match="has no key 'Boat'"):
        await lena.presses("Boat")


async def test_a_deleted_message_is_gone(bot: Bot, lena: Person) -> None:
    sent = [await bot.send_message(lena.id, str(number)) for number in range(3)]
    await bot.delete_messages(lena.id, [sent[0].message_id, sent[2].message_id, 77_777])
    assert [message.text for message in lena.chat] == ["/start", "1"]


async def test_the_clock_dates_messages(server: TelegramServer, bot: Bot, lena: Person) -> None:
    server.clock.stop(datetime(2030, 1, 7, 9, 0, tzinfo=UTC))
    sent = await bot.send_message(lena.id, "good morning")
    assert sent.date == datetime(2030, 1, 7, 9, 0, tzinfo=UTC)


async def test_an_inline_query_is_answered_and_its_result_posted(
    server: TelegramServer, bot: Bot, client: Client, lena: Person
) -> None:
    asked = await lena.asks_inline("canvas")
    content = {"message_text": "<b>Bakery</b>", "parse_mode": "HTML"}
    results = [{"type": "article", "id": "1", "title": "Canvas", "input_message_content": content}]
    await client.result("answerInlineQuery", inline_query_id=asked.query.id, results=results)
    [offered] = await asked.results()
    assert isinstance(offered, InlineQueryResultArticle)
    group = server.group("Lab", [lena])
    posted = await lena.chooses(asked, offered, group.seat(lena))
    assert posted.text == "Bakery"
    inline_id = f"inline-{asked.query.id}-1"
    assert await bot.edit_message_text("Bakery, closed", inline_message_id=inline_id) is True
    assert group.seat(lena).chat[0].text == "Bakery, closed"
    kinds = [set(update) - {"update_id"} for update in await read(bot)]
    assert kinds == [{"message"}, {"inline_query"}, {"chosen_inline_result"}]


async def test_a_transcript_tells_what_happened_in_order(bot: Bot, lena: Person) -> None:
    message = await bot.send_message(lena.id, "Ready?\nTen minutes.", reply_markup=keys("Yes"))
    await lena.taps("Yes")
    await bot.edit_message_reply_markup(lena.id, message.message_id)
    await bot.edit_message_text("Begun", lena.id, message.message_id)
    assert lena.transcript().strip().splitlines() == [
        "Lena: /start",
        "",
        "Backstage: Ready?",
        "    Ten minutes.",
        "    [ Yes ]",
        "",
        "Lena taps [ Yes ]",
        "",
        "Backstage edits: Begun",
    ]


async def test_a_persons_actions_are_counted(bot: Bot, lena: Person) -> None:
    await bot.send_message(lena.id, "question", reply_markup=keys("Skip"))
    await lena.taps("Skip")
    said = await lena.says("two vans")
    await lena.edits(said, "three vans")
    assert lena.actions == 4


async def test_a_long_text_is_pasted_in_pieces(bot: Bot, lena: Person) -> None:
    sent = await lena.pastes("word " * 2000)
    updates = await bot.get_updates(offset=sent[0].update_id)
    texts = [update.message.text or "" for update in updates if update.message]
    assert [len(text) for text in texts] == [4096, 4096, 1808]
    assert "".join(texts) == "word " * 2000


@pytest.mark.parametrize("payload", ["x" * 65, "a b", "é", "a.b"])
async def test_a_deep_link_that_telegram_would_not_open(lena: Person, payload: str) -> None:
    with pytest.raises(AssertionError, match="no deep link carries"):
        await lena.starts(payload)
