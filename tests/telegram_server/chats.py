"""Users, chats and messages as the server keeps them."""

from collections import deque
from dataclasses import dataclass, field

import msgspec

from tests.telegram_server.entities import Formatted
from tests.telegram_server.keyboards import Keyboard, inline_rows
from tests.telegram_server.objects import InlineKeyboardButton, InlineKeyboardMarkup, JsonObject
from tests.telegram_server.waiting import Changes

EVENTS_KEPT = 5_000


@dataclass(eq=False)
class User:
    """A person, or the bot."""

    id: int
    first_name: str
    language_code: str | None = None
    username: str | None = None
    is_bot: bool = False
    last_name: str | None = None

    def json(self) -> JsonObject:
        values: JsonObject = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            values["last_name"] = self.last_name
        if self.username:
            values["username"] = self.username
        if self.language_code:
            values["language_code"] = self.language_code
        return values


@dataclass(frozen=True)
class Seen:
    """A message as it stood when somebody looked at it.

    `text` is what is visible, `html` what the bot sent; `rows` are the labels of its buttons.
    """

    id: int
    chat_id: int
    text: str
    html: str
    author: str
    by_bot: bool
    date: int
    edited: bool
    buttons: tuple[tuple[InlineKeyboardButton, ...], ...]
    keyboard: Keyboard | None
    kind: str
    file_id: str | None
    reply_to: int | None
    entities: tuple[str, ...] = ()

    @property
    def rows(self) -> list[list[str]]:
        return [[button.text for button in row] for row in self.buttons]

    @property
    def labels(self) -> list[str]:
        return [label for row in self.rows for label in row]


@dataclass(eq=False)
class Message:
    """A message in a chat; `content` holds what isn't text (a sticker, a document, a service note)."""

    chat: "Chat"
    id: int
    date: int
    author: User | None
    formatted: Formatted = field(default_factory=Formatted)
    html: str = ""
    content: JsonObject = field(default_factory=dict)
    keyboard: Keyboard | None = None
    reply_to: "Message | None" = None
    thread: int | None = None
    edited_at: int | None = None
    inline_id: str | None = None

    @property
    def by_bot(self) -> bool:
        return self.author is not None and self.author.is_bot

    @property
    def kind(self) -> str:
        return next(iter(self.content), "text")

    @property
    def file_id(self) -> str | None:
        held = self.content.get(self.kind)
        if isinstance(held, list) and held:
            held = held[-1]
        return str(held["file_id"]) if isinstance(held, dict) and "file_id" in held else None

    def json(self, *, with_reply: bool = True) -> JsonObject:
        values: JsonObject = {"message_id": self.id, "date": self.date, "chat": self.chat.json()}
        if self.author is not None and self.chat.type != "channel":
            values["from"] = self.author.json()
        if self.chat.type == "channel":
            values["sender_chat"] = self.chat.json()
        values |= self.content | self.formatted_json()
        if isinstance(self.keyboard, InlineKeyboardMarkup):
            values["reply_markup"] = msgspec.to_builtins(self.keyboard)
        if self.reply_to is not None and with_reply:
            values["reply_to_message"] = self.reply_to.json(with_reply=False)
        if self.thread is not None:
            values |= {"message_thread_id": self.thread, "is_topic_message": True}
        if self.edited_at is not None:
            values["edit_date"] = self.edited_at
        return values

    def formatted_json(self) -> JsonObject:
        if not self.formatted.text:
            return {}
        text, entities = ("caption", "caption_entities") if self.content else ("text", "entities")
        values: JsonObject = {text: self.formatted.text}
        if self.formatted.entities:
            values[entities] = msgspec.to_builtins(self.formatted.entities)
        return values

    def seen(self) -> Seen:
        return Seen(
            id=self.id,
            chat_id=self.chat.id,
            text=self.formatted.text,
            html=self.html,
            author=self.author.first_name if self.author else self.chat.title,
            by_bot=self.by_bot,
            date=self.date,
            edited=self.edited_at is not None,
            buttons=inline_rows(self.keyboard),
            keyboard=self.keyboard,
            kind=self.kind,
            file_id=self.file_id,
            reply_to=self.reply_to.id if self.reply_to else None,
            entities=tuple(entity.type for entity in self.formatted.entities),
        )


@dataclass(frozen=True)
class Event:
    """Something that happened in a chat: `change` is sent, edited, buttons, deleted or tapped.

    A tap is noted with the person and the label.
    """

    number: int
    change: str
    message: Seen
    person: str = ""
    label: str = ""


@dataclass(eq=False)
class Chat:
    """A chat: private, group, supergroup or channel; `bot` is where the bot stands in it.

    The bot is unmet, member, administrator, left, kicked, blocked or (with a person gone) deactivated.
    """

    id: int
    type: str
    title: str
    person: User | None = None
    is_forum: bool = False
    bot: str = "unmet"
    members: dict[int, User] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    actions: list[str] = field(default_factory=list)
    events: deque[Event] = field(default_factory=lambda: deque(maxlen=EVENTS_KEPT))
    happened: int = 0
    own_ids: int = 0
    changes: Changes = field(default_factory=Changes)

    def json(self) -> JsonObject:
        values: JsonObject = {"id": self.id, "type": self.type}
        if self.person is not None:
            values["first_name"] = self.person.first_name
            if self.person.username:
                values["username"] = self.person.username
        else:
            values["title"] = self.title
        if self.is_forum:
            values["is_forum"] = True
        return values

    def record(self, change: str, message: Message) -> None:
        self.happened += 1
        self.events.append(Event(self.happened, change, message.seen()))
        self.changes.happened()

    def record_tap(self, message: Seen, person: str, label: str) -> None:
        self.happened += 1
        self.events.append(Event(self.happened, "tapped", message, person, label))
        self.changes.happened()

    def keyboard(self) -> Keyboard | None:
        """The keyboard that stands below the input field, as the last message with one left it."""
        for message in reversed(self.messages.values()):
            if message.by_bot and message.keyboard and not isinstance(message.keyboard, InlineKeyboardMarkup):
                return message.keyboard
        return None
