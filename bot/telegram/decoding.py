"""Updates into arrivals: what happened to us, in events of ours, or None where it is nobody's turn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import msgspec
import structlog

from bot.delivery import pseudonym_of_update
from bot.sharing import Inquiry
from bot.telegram.updates import Change, Chat, InlineQuery, Message, Numbered, Query, Update, User
from bot.turns import Address, Arrival
from conversations.interview.events import (
    Addressed,
    Command,
    Document,
    Edited,
    Reach,
    Reached,
    Said,
    Tapped,
    Unreadable,
)
from conversations.interview.snapshot import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.interview.events import Event

Shape = TypeVar("Shape")

CARRIER = "telegram"
GROUPS = ("group", "supergroup")
OUT = ("left", "kicked")

COMMAND = re.compile(r"/([A-Za-z][A-Za-z0-9_]{0,31})(?:@([A-Za-z0-9_]+))?(?:\s+(.*))?\s*", re.DOTALL)

KINDS = {
    "voice": "voice",
    "audio": "voice",
    "sticker": "sticker",
    "photo": "photo",
    "live_photo": "photo",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "document": "document",
    "location": "location",
    "venue": "location",
    "contact": "contact",
}
"""What a message can be beside text. An animation is a document too: the first that fits counts."""
OTHER = frozenset(
    (
        "poll",
        "dice",
        "story",
        "game",
        "paid_media",
        "checklist",
        "invoice",
        "gift",
        "giveaway",
        "rich_message",
    )
)

log = structlog.get_logger(__name__)


class Decoder:
    """Reads the updates of the bot with this id and user name; `skipped` counts those that made no sense."""

    def __init__(self, bot: int, username: str) -> None:
        self._bot = bot
        self._mention = f"@{username}".casefold()
        self.skipped = 0

    def update_id(self, raw: msgspec.Raw | bytes) -> int | None:
        """Give an update's number; None where it has none."""
        numbered = _read(_numbered, raw)
        return numbered.update_id if numbered else None

    def decode(self, raw: msgspec.Raw | bytes) -> Arrival | None:
        """Give the arrival in an update; None for what is nobody's turn. Never raises."""
        update = _read(_update, raw)
        if update is None:
            self._skip(None)
            return None
        try:
            return self._arrival(update)
        except (msgspec.MsgspecError, RecursionError):
            self._skip(update.update_id)
            return None

    def inquiry(self, raw: msgspec.Raw | bytes) -> Inquiry | None:
        """Give what somebody asks for inline, to be answered and forgotten; None for anything else."""
        update = _read(_update, raw)
        query = _read(_inline, update.inline_query) if update and update.inline_query else None
        if query is None:
            return None
        address = self._address(Chat(query.sender.id), 0)
        return Inquiry(query=query.id, address=address, person=query.sender.id, facts=_facts(query.sender))

    def _key(self, update_id: int) -> str:
        return f"{CARRIER}/{self._bot}/{update_id}"

    def _skip(self, update_id: int | None) -> None:
        self.skipped += 1
        name = "" if update_id is None else pseudonym_of_update(self._key(update_id))
        log.warning("update of a strange shape", update=name, skipped=self.skipped)

    def _arrival(self, update: Update) -> Arrival | None:
        key = self._key(update.update_id)
        if update.message:
            return self._message(key, _message(update.message), update.message)
        if update.callback_query:
            return self._tap(key, _query(update.callback_query))
        if update.edited_message:
            return self._edit(key, _message(update.edited_message))
        if update.my_chat_member:
            return self._change(key, _change(update.my_chat_member))
        return None

    def _message(self, key: str, message: Message, raw: msgspec.Raw) -> Arrival | None:
        if message.via_bot is not None or (_by_bot(message) and message.sender_chat is None):
            return None
        event: Event | None
        if message.chat.type == "private":
            event = self._private(message, raw)
        elif message.chat.type in GROUPS and self._addressed(message):
            command = COMMAND.fullmatch(message.text or "")
            brought = (command[3] or "").strip() if command and command[1].lower() == "start" else ""
            event = Addressed(message.message_id, brought)
        else:
            event = None
        return self._from_message(key, message, event) if event else None

    def _private(self, message: Message, raw: msgspec.Raw) -> Event | None:
        number = message.message_id
        if message.text is None:
            kind = _kind(raw)
            if kind == "document" and message.document is not None and message.document.file_id:
                file = message.document
                return Document(file.file_id, file.file_name, file.file_size, message.caption, number)
            return Unreadable(kind, message.caption, number) if kind else None
        command = COMMAND.fullmatch(message.text)
        if command and (not command[2] or f"@{command[2]}".casefold() == self._mention):
            return Command(command[1].lower(), (command[3] or "").strip(), number)
        replied = message.reply_to_message
        return Said(message.text, number, replied.message_id if replied else 0)

    def _edit(self, key: str, message: Message) -> Arrival | None:
        text = message.caption if message.text is None else message.text
        if message.chat.type != "private" or message.via_bot is not None or _by_bot(message) or not text:
            return None
        return self._from_message(key, message, Edited(text, message.message_id))

    def _from_message(self, key: str, message: Message, event: Event) -> Arrival:
        thread = message.message_thread_id if message.is_topic_message else 0
        who = None if message.sender_chat is not None else message.sender
        return Arrival(
            key=key,
            address=self._address(message.chat, thread),
            person=who.id if who else message.chat.id,
            facts=_facts(who),
            event=event,
            message=message.message_id,
        )

    def _tap(self, key: str, query: Query) -> Arrival:
        where = query.message
        thread = where.message_thread_id if where and where.is_topic_message else 0
        return Arrival(
            key=key,
            address=self._address(where.chat if where else Chat(query.sender.id), thread),
            person=query.sender.id,
            facts=_facts(query.sender),
            event=Tapped(query.data, query.id, where.message_id if where else 0),
        )

    def _change(self, key: str, change: Change) -> Arrival | None:
        was, is_ = change.old_chat_member, change.new_chat_member
        was_in = was.status not in OUT and (was.status != "restricted" or was.is_member)
        is_in = is_.status not in OUT and (is_.status != "restricted" or is_.is_member)
        private = change.chat.type == "private"
        if was_in == is_in or not (private or change.chat.type in GROUPS):
            return None
        if private:
            reach = Reach.UNBLOCKED if is_in else Reach.BLOCKED
        else:
            reach = Reach.ADDED if is_in else Reach.REMOVED
        return Arrival(
            key=key,
            address=self._address(change.chat, 0),
            person=change.sender.id,
            facts=_facts(change.sender),
            event=Reached(reach),
        )

    def _addressed(self, message: Message) -> bool:
        replied = message.reply_to_message
        # In a topic every message answers the one that opened it, which may be the bot's.
        if replied and replied.sender and replied.sender.id == self._bot:
            return not (message.is_topic_message and replied.message_id == message.message_thread_id)
        text = message.caption if message.text is None else message.text
        units = text.encode("utf-16-le", "surrogatepass")
        for entity in message.entities or message.caption_entities:
            words = units[entity.offset * 2 : (entity.offset + entity.length) * 2]
            called = words.decode("utf-16-le", "replace").casefold()
            if entity.type == "mention" and called == self._mention:
                return True
            if entity.type == "text_mention" and entity.user and entity.user.id == self._bot:
                return True
            if entity.type == "bot_command" and not entity.offset and called.endswith(self._mention):
                return True
        return False

    def _address(self, chat: Chat, thread: int) -> Address:
        return Address(CARRIER, self._bot, chat.id, thread)


_update = msgspec.json.Decoder(Update).decode
_inline = msgspec.json.Decoder(InlineQuery).decode
_numbered = msgspec.json.Decoder(Numbered).decode
_message = msgspec.json.Decoder(Message).decode
_query = msgspec.json.Decoder(Query).decode
_change = msgspec.json.Decoder(Change).decode
_fields = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


def _read(decode: Callable[[msgspec.Raw | bytes], Shape], raw: msgspec.Raw | bytes) -> Shape | None:
    try:
        return decode(raw)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None


def _by_bot(message: Message) -> bool:
    return message.sender is not None and message.sender.is_bot


def _kind(raw: msgspec.Raw) -> str:
    """Give what a message without text is, empty for service messages such as a pinned message."""
    fields = _fields(raw)
    for name, kind in KINDS.items():
        if name in fields:
            return kind
    return "other" if OTHER & fields.keys() else ""


def _facts(who: User | None) -> Person:
    return Person(who.first_name, who.language_code, who.last_name) if who else Person()
