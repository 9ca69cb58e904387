"""Everything the server knows: the bot, people, chats, queries, files and what waits for the bot."""

from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import count

from tests.telegram_server.calls import Upload
from tests.telegram_server.chats import Chat, Message, User
from tests.telegram_server.clock import Clock
from tests.telegram_server.errors import BotApiError, bad_request, forbidden
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.recorder import Recorder
from tests.telegram_server.updates import UpdateQueue
from tests.telegram_server.waiting import Changes

QUERIES_KEPT = 10_000
FORBIDDEN = {
    "unmet": "bot can't initiate conversation with a user",
    "blocked": "bot was blocked by the user",
    "deactivated": "user is deactivated",
    "left": "bot is not a member of the {type} chat",
    "kicked": "bot was kicked from the {type} chat",
}


@dataclass(eq=False)
class Query:
    """A tap or an inline query: what the bot answered it with, and when it began to be too old."""

    id: str
    asked_at: float
    update_id: int = 0
    answers: list[JsonObject] = field(default_factory=list)


@dataclass
class Webhook:
    """Where and how updates are delivered; no URL means polling."""

    url: str = ""
    secret_token: str | None = None
    max_connections: int = 40
    last_error: str = ""
    last_error_at: int = 0
    version: int = 0

    def goes_as(self, other: "Webhook") -> bool:
        """Whether updates go the same way as with the other."""
        mine = (self.url, self.secret_token, self.max_connections)
        return mine == (other.url, other.secret_token, other.max_connections)


@dataclass
class Profile:
    """What the bot told Telegram about itself, by language (and, for commands, by scope)."""

    commands: dict[tuple[str, str], list[JsonObject]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, JsonObject] = field(default_factory=dict)


class World:
    """The state of one bot's Telegram."""

    def __init__(self, bot: User) -> None:
        self.bot = bot
        self.clock = Clock()
        self.changes = Changes()
        self.updates = UpdateQueue(self.changes)
        self.recorder = Recorder(self.changes)
        self.webhook = Webhook()
        self.profile = Profile()
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, Upload] = {}
        self.queries: OrderedDict[str, Query] = OrderedDict()
        self.inline_messages: dict[str, Message] = {}
        self.reads_all_groups = False
        self.query_lifetime = 60.0
        """Seconds within which a tap has to be answered; Telegram names no number."""
        self._message_ids = count(1)
        self._query_ids = count(4_000_000_000_000_001)
        self._file_ids = count(1)

    def chat(self, chat_id: int | str) -> Chat:
        """The chat with that id or @username.

        Raises BotApiError where the bot has never come across it.
        """
        if isinstance(chat_id, str) and chat_id.startswith("@"):
            wanted = chat_id.removeprefix("@").lower()
            for chat in self.chats.values():
                if chat.person is None and chat.title.lower() == wanted:
                    return chat
            raise bad_request("chat not found")
        try:
            return self.chats[int(chat_id)]
        except (KeyError, ValueError):
            raise bad_request("chat not found") from None

    def writable_chat(self, chat_id: int | str) -> Chat:
        """The chat, where the bot may write to it.

        Raises BotApiError (403) with Telegram's reason where it may not.
        """
        chat = self.chat(chat_id)
        refusal = self.refusal(chat)
        if refusal is not None:
            raise refusal
        return chat

    def refusal(self, chat: Chat) -> BotApiError | None:
        why = FORBIDDEN.get(chat.bot)
        return forbidden(why.format(type=chat.type)) if why else None

    def message(self, chat: Chat, message_id: int | None, missing: str) -> Message:
        """The message; `missing` is how Telegram says that there is none."""
        message = chat.messages.get(message_id or 0)
        if message is None:
            raise bad_request(missing)
        return message

    def new_message(self, chat: Chat, author: User | None) -> Message:
        """A message not yet posted, with the next id: a supergroup counts for itself."""
        if chat.type in ("supergroup", "channel"):
            chat.own_ids += 1
            message_id = chat.own_ids
        else:
            message_id = next(self._message_ids)
        return Message(chat, message_id, self.clock.date(), author)

    def post(self, message: Message) -> None:
        message.chat.messages[message.id] = message
        message.chat.record("sent", message)
        self.changes.happened()

    def edited(self, message: Message, *, only_buttons: bool = False) -> None:
        message.edited_at = message.edited_at if only_buttons else self.clock.date()
        message.chat.record("buttons" if only_buttons else "edited", message)
        self.changes.happened()

    def remove(self, message: Message) -> None:
        del message.chat.messages[message.id]
        message.chat.pinned = [pinned for pinned in message.chat.pinned if pinned != message.id]
        message.chat.record("deleted", message)
        self.changes.happened()

    def new_query(self) -> Query:
        query = Query(str(next(self._query_ids)), self.clock.now())
        self.queries[query.id] = query
        while len(self.queries) > QUERIES_KEPT:
            self.queries.popitem(last=False)
        return query

    def answer_query(self, query_id: str, answer: JsonObject) -> None:
        """Answers a tap or an inline query.

        Raises BotApiError where there is none with that id, or it waited too long.
        """
        query = self.queries.get(query_id)
        if query is None or self.clock.now() - query.asked_at > self.query_lifetime:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        query.answers.append(answer)
        self.changes.happened()

    def keep_file(self, upload: Upload) -> str:
        file_id = f"file-{next(self._file_ids):06}"
        self.files[file_id] = upload
        return file_id
