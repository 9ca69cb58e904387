import struct
from io import BytesIO

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MenuButtonCommands,
)
from telegram.error import BadRequest

from tests.telegram_server import Person, TelegramServer
from tests.telegram_server.attachments import SMALL_PNG


def png(width: int, height: int) -> bytes:
    return SMALL_PNG[:16] + struct.pack(">II", width, height) + SMALL_PNG[24:]


async def test_a_document_arrives_whole(server: TelegramServer, bot: Bot, lena: Person) -> None:
    content = bytes(range(256)) * 300
    await bot.send_document(lena.id, content, "<i>yours</i>", filename="canvas.json", parse_mode="HTML")
    seen = await lena.sees("yours")
    assert seen.kind == "document"
    assert seen.file_id
    assert server.file(seen.file_id) == content
    again = await bot.send_document(lena.id, seen.file_id)
    assert again.document
    assert again.document.file_name == "canvas.json"


async def test_what_a_person_sent_can_be_fetched(bot: Bot, lena: Person) -> None:
    sent = await lena.sends_document("plan.pdf", b"%PDF-1.7")
    [update] = await bot.get_updates(offset=sent.update_id)
    assert update.message
    assert update.message.document
    file = await bot.get_file(update.message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7"


async def test_a_photo_is_shown_and_replaced_in_place(server: TelegramServer, bot: Bot, lena: Person) -> None:
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Share", callback_data="share")]])
    sent = await bot.send_photo(lena.id, BytesIO(png(800, 600)), caption="canvas", reply_markup=buttons)
    assert (sent.photo[0].width, sent.photo[0].height) == (800, 600)
    media = InputMediaPhoto(png(640, 480), caption="canvas, now", filename="canvas.png")
    await bot.edit_message_media(media, lena.id, sent.message_id, reply_markup=buttons)
    seen = await lena.sees("canvas, now", button="Share")
    assert seen.file_id
    assert server.file(seen.file_id) == png(640, 480)
    with pytest.raises(BadRequest, match="no text in the message to edit"):
        await bot.edit_message_text("text", lena.id, sent.message_id)
    await bot.edit_message_caption(lena.id, sent.message_id, caption="just the caption")
    assert lena.last.text == "just the caption"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no picture", "Image_process_failed"),
        (png(9000, 2000), "Photo_invalid_dimensions"),
        (png(2100, 100), "Photo_invalid_dimensions"),
        (b"", "File must be non-empty"),
    ],
)
async def test_photos_that_telegram_would_refuse(bot: Bot, lena: Person, content: bytes, why: str) -> None:
    with pytest.raises(BadRequest, match=why):
        await bot.send_photo(lena.id, content)


async def test_a_caption_has_its_length(bot: Bot, lena: Person) -> None:
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(lena.id, png(10, 10), caption="x" * 1025)


async def test_commands_are_kept_by_scope_and_language(bot: Bot, lena: Person) -> None:
    await bot.set_my_commands([BotCommand("start", "Begin")])
    await bot.set_my_commands([BotCommand("start", "Anfangen")], language_code="de")
    scope = BotCommandScopeChat(lena.id)
    await bot.set_my_commands([BotCommand("digest", "The week")], scope=scope)
    assert [each.description for each in await bot.get_my_commands()] == ["Begin"]
    assert [each.description for each in await bot.get_my_commands(language_code="de")] == ["Anfangen"]
    assert [each.command for each in await bot.get_my_commands(scope=scope)] == ["digest"]
    await bot.delete_my_commands(scope=scope)
    assert await bot.get_my_commands(scope=scope) == ()


async def test_the_profile_is_kept(server: TelegramServer, bot: Bot) -> None:
    await bot.set_my_name("Backstage")
    await bot.set_my_description("A coach")
    await bot.set_my_short_description("Coach", language_code="en")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    profile = server.world.profile
    assert profile.names == {"": "Backstage"}
    assert profile.descriptions == {"": "A coach"}
    assert profile.short_descriptions == {"en": "Coach"}
    assert profile.menu_buttons == {None: {"type": "commands"}}
    assert (await bot.get_my_description()).description == "A coach"
    assert (await bot.get_my_short_description(language_code="en")).short_description == "Coach"
    assert (await bot.get_my_short_description()).short_description == ""


async def test_chat_actions_are_noted(bot: Bot, lena: Person) -> None:
    await bot.send_chat_action(lena.id, "typing")
    assert lena.room.actions == ["typing"]
    with pytest.raises(BadRequest, match="Wrong parameter action"):
        await bot.send_chat_action(lena.id, "juggling")
