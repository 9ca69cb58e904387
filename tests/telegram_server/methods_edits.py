"""Methods that change a message that is already there."""

from dataclasses import replace

from tests.telegram_server.calls import Call
from tests.telegram_server.chats import Message
from tests.telegram_server.entities import Formatted
from tests.telegram_server.errors import bad_request
from tests.telegram_server.keyboards import check_keyboard
from tests.telegram_server.methods_files import media_of
from tests.telegram_server.methods_messages import formatted, is_editable, message_text
from tests.telegram_server.objects import CAPTION, InlineKeyboardMarkup, JsonObject
from tests.telegram_server.parameters import (
    Editing,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
)
from tests.telegram_server.world import World

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def found(world: World, asked: Editing) -> Message:
    """The message to edit.

    Raises BotApiError where it isn't named, isn't there, or isn't the bot's to edit.
    """
    if asked.inline_message_id is not None:
        if asked.inline_message_id not in world.inline_messages:
            raise bad_request("MESSAGE_ID_INVALID")
        return world.inline_messages[asked.inline_message_id]
    if asked.chat_id is None:
        raise bad_request("chat_id is empty")
    if asked.message_id is None:
        raise bad_request("message identifier is not specified")
    chat = world.writable_chat(asked.chat_id)
    message = world.message(chat, asked.message_id, "message to edit not found")
    if not is_editable(message):
        raise bad_request("message can't be edited")
    return message


def keyboard_after(asked: Editing) -> InlineKeyboardMarkup | None:
    """The new keyboard: none where none was sent, and none where it has no buttons."""
    check_keyboard(asked.reply_markup)
    return asked.reply_markup if asked.reply_markup and asked.reply_markup.inline_keyboard else None


def change(
    world: World, message: Message, asked: Editing, visible: Formatted, html: str
) -> JsonObject | bool:
    keyboard = keyboard_after(asked)
    if message.formatted == visible and message.keyboard == keyboard:
        raise bad_request(SAME)
    only_buttons = message.formatted == visible
    message.formatted, message.html, message.keyboard = visible, html, keyboard
    world.edited(message, only_buttons=only_buttons)
    return answer(message, asked)


def answer(message: Message, asked: Editing) -> JsonObject | bool:
    return message.json() if asked.inline_message_id is None else True


def edit_message_text(world: World, call: Call[EditMessageText]) -> JsonObject | bool:
    asked = call.parameters
    visible = message_text(asked.text or "", asked.parse_mode, asked.entities)
    message = found(world, asked)
    if message.content:
        raise bad_request("there is no text in the message to edit")
    return change(world, message, asked, visible, asked.text or "")


def edit_message_caption(world: World, call: Call[EditMessageCaption]) -> JsonObject | bool:
    asked = call.parameters
    visible = formatted(asked.caption or "", asked.parse_mode, asked.caption_entities, CAPTION)
    message = found(world, asked)
    if not message.content:
        raise bad_request("there is no caption in the message to edit")
    return change(world, message, asked, visible, asked.caption or "")


def edit_message_reply_markup(world: World, call: Call[EditMessageReplyMarkup]) -> JsonObject | bool:
    message = found(world, call.parameters)
    return change(world, message, call.parameters, message.formatted, message.html)


def edit_message_media(world: World, call: Call[EditMessageMedia]) -> JsonObject | bool:
    asked, media = call.parameters, call.parameters.media
    visible = formatted(media.caption or "", media.parse_mode, media.caption_entities, CAPTION)
    message = found(world, asked)
    kind = "photo" if type(media).__name__ == "InputMediaPhoto" else "document"
    content = media_of(world, kind, media.media, call.uploads)
    message.content, message.html = content, media.caption or ""
    message.formatted, message.keyboard = replace(visible), keyboard_after(asked)
    world.edited(message)
    return answer(message, asked)
