"""Telegram's updates, as far as the bot reads them. Whatever else they hold is skipped unread."""

from __future__ import annotations

from msgspec import Raw, Struct, field

ABSENT = Raw(b"")


class User(Struct, frozen=True):
    """Who did something."""

    id: int
    is_bot: bool = False
    first_name: str = ""
    last_name: str = ""
    language_code: str = ""


class Chat(Struct, frozen=True):
    """Where: `type` is private, group, supergroup or channel."""

    id: int
    type: str = "private"


class Entity(Struct, frozen=True):
    """A part of a text, in UTF-16 code units."""

    type: str
    offset: int
    length: int
    user: User | None = None


class Replied(Struct, frozen=True):
    """The message that a message answers."""

    message_id: int
    sender: User | None = field(default=None, name="from")


class Document(Struct, frozen=True):
    """A file."""

    file_id: str = ""
    file_name: str = ""
    file_size: int = 0


class Message(Struct, frozen=True):
    """A message."""

    message_id: int
    chat: Chat
    sender: User | None = field(default=None, name="from")
    text: str | None = None
    caption: str = ""
    document: Document | None = None
    entities: tuple[Entity, ...] = ()
    caption_entities: tuple[Entity, ...] = ()
    reply_to_message: Replied | None = None
    message_thread_id: int = 0
    is_topic_message: bool = False
    via_bot: User | None = None
    sender_chat: Chat | None = None


class Where(Struct, frozen=True):
    """The message under a tapped button; one that is too old has neither text nor date."""

    message_id: int
    chat: Chat
    message_thread_id: int = 0
    is_topic_message: bool = False


class Query(Struct, frozen=True):
    """A tap on a button."""

    id: str
    sender: User = field(name="from")
    message: Where | None = None
    data: str = ""


class InlineQuery(Struct, frozen=True):
    """Somebody typed the bot's name in some chat."""

    id: str
    sender: User = field(name="from")


class Standing(Struct, frozen=True):
    """What somebody is in a chat: member, administrator, restricted, left, kicked."""

    status: str
    is_member: bool = False


class Change(Struct, frozen=True):
    """The bot's own standing changed."""

    chat: Chat
    sender: User = field(name="from")
    old_chat_member: Standing
    new_chat_member: Standing


class Update(Struct, frozen=True):
    """One update; of the kinds at most one is there, and it is read when it is known to be wanted."""

    update_id: int
    message: Raw = ABSENT
    edited_message: Raw = ABSENT
    callback_query: Raw = ABSENT
    my_chat_member: Raw = ABSENT
    inline_query: Raw = ABSENT


class Numbered(Struct, frozen=True):
    """An update of which nothing is wanted but its number."""

    update_id: int
