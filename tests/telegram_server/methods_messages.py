"""Methods that put messages into chats, and take them away."""

from tests.telegram_server.calls import Call
from tests.telegram_server.chats import Chat, Message
from tests.telegram_server.entities import Formatted, from_html, plain
from tests.telegram_server.errors import bad_request
from tests.telegram_server.keyboards import keyboard_from
from tests.telegram_server.objects import TEXT, InlineKeyboardMarkup, JsonObject, Limit, MessageEntity
from tests.telegram_server.parameters import (
    DeleteMessage,
    DeleteMessages,
    PinChatMessage,
    SendChatAction,
    Sending,
    SendMessage,
    UnpinChatMessage,
)
from tests.telegram_server.world import World

DELETABLE_FOR = 48 * 3600
MOST_ENTITIES = 100
ACTIONS = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)


def formatted(
    text: str, parse_mode: str | None, entities: list[MessageEntity] | None, limit: Limit
) -> Formatted:
    """The text as it will be seen.

    Raises BotApiError where it can't be parsed or is too long.
    """
    if parse_mode and entities:
        raise bad_request("parse_mode and entities exclude each other (strict test server)")
    if parse_mode and parse_mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    result = from_html(text) if parse_mode else plain(text)
    if entities:
        result = Formatted(result.text, tuple(entities))
    if len(result.text) > limit.most:
        raise bad_request(limit.error)
    if len(result.entities) > MOST_ENTITIES:
        raise bad_request("too many entities: Telegram drops all after 100 (strict test server)")
    return result


def message_text(text: str, parse_mode: str | None, entities: list[MessageEntity] | None) -> Formatted:
    if not text:
        raise bad_request("message text is empty")
    result = formatted(text, parse_mode, entities, TEXT)
    if not result.text:
        raise bad_request("text must be non-empty")
    return result


def begun(world: World, chat: Chat, sending: Sending) -> Message:
    """A message to be posted, with what all kinds of messages share."""
    message = world.new_message(chat, world.bot)
    message.keyboard = keyboard_from(sending.reply_markup)
    message.reply_to = replied(chat, sending)
    message.thread = thread(chat, sending.message_thread_id)
    return message


def replied(chat: Chat, sending: Sending) -> Message | None:
    wanted = sending.reply_parameters
    if wanted is None:
        return None
    if wanted.chat_id is not None and str(wanted.chat_id) != str(chat.id):
        raise bad_request("replies across chats are not known to this test server")
    found = chat.messages.get(wanted.message_id)
    if found is None and not wanted.allow_sending_without_reply:
        raise bad_request("message to be replied not found")
    if found is not None and wanted.quote and wanted.quote not in found.formatted.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return found


def thread(chat: Chat, thread_id: int | None) -> int | None:
    if thread_id is not None and thread_id not in chat.topics:
        raise bad_request("message thread not found")
    return thread_id


def send_message(world: World, call: Call[SendMessage]) -> JsonObject:
    asked = call.parameters
    chat = world.writable_chat(asked.chat_id)
    visible = message_text(asked.text, asked.parse_mode, asked.entities)
    message = begun(world, chat, asked)
    message.formatted, message.html = visible, asked.text
    world.post(message)
    return message.json()


def delete_message(world: World, call: Call[DeleteMessage]) -> bool:
    chat = world.writable_chat(call.parameters.chat_id)
    message = world.message(chat, call.parameters.message_id, "message to delete not found")
    if world.clock.now() - message.date > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    if not message.by_bot and chat.type != "private" and chat.bot != "administrator":
        raise bad_request("message can't be deleted")
    world.remove(message)
    return True


def delete_messages(world: World, call: Call[DeleteMessages]) -> bool:
    """Deletes what it may; messages that aren't there are passed over, as Telegram does."""
    chat = world.writable_chat(call.parameters.chat_id)
    for message_id in call.parameters.message_ids:
        if message_id in chat.messages:
            one = DeleteMessage(chat_id=chat.id, message_id=message_id)
            delete_message(world, Call(call.method, one, {}))
    return True


def send_chat_action(world: World, call: Call[SendChatAction]) -> bool:
    chat = world.writable_chat(call.parameters.chat_id)
    thread(chat, call.parameters.message_thread_id)
    if chat.type == "channel":
        raise bad_request("chat actions are not for channels (strict test server)")
    if call.parameters.action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.actions.append(call.parameters.action)
    chat.changes.happened()
    return True


def may_pin(world: World, chat_id: int | str) -> Chat:
    chat = world.writable_chat(chat_id)
    if chat.type != "private" and chat.bot != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def pin_chat_message(world: World, call: Call[PinChatMessage]) -> bool:
    chat = may_pin(world, call.parameters.chat_id)
    message = world.message(chat, call.parameters.message_id, "message to pin not found")
    chat.pinned = [pinned for pinned in chat.pinned if pinned != message.id] + [message.id]
    chat.changes.happened()
    return True


def unpin_chat_message(world: World, call: Call[UnpinChatMessage]) -> bool:
    chat = may_pin(world, call.parameters.chat_id)
    wanted = call.parameters.message_id or (chat.pinned[-1] if chat.pinned else 0)
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(wanted)
    chat.changes.happened()
    return True


def is_editable(message: Message) -> bool:
    """Only the bot's own messages, and none that carries a keyboard of another kind than inline."""
    return message.by_bot and isinstance(message.keyboard, InlineKeyboardMarkup | None)
