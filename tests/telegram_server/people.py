"""A person with a phone: their private chat with the bot, and the groups they sit in."""

import re
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import msgspec

from tests.telegram_server.chats import Chat, Seen, User
from tests.telegram_server.entities import from_html, plain
from tests.telegram_server.members import stand
from tests.telegram_server.objects import (
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    JsonObject,
)
from tests.telegram_server.seats import PATIENCE, Seat, Sent
from tests.telegram_server.world import Query, World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
FIRST_PERSON = 5_000_000_001


Result: TypeAlias = InlineQueryResultArticle | InlineQueryResultCachedPhoto


@dataclass(frozen=True, eq=False)
class InlineQuery:
    """What a person typed after the bot's name in some chat, and what the bot offers."""

    update_id: int
    text: str
    query: Query = field(repr=False)
    world: World = field(repr=False)

    async def results(self, within: float = PATIENCE) -> list[Result]:
        """The offered results, once the bot answered; AssertionError where it didn't in so many seconds."""
        return msgspec.convert((await self.answer(within))["results"], list[Result])

    async def answer(self, within: float = PATIENCE) -> JsonObject:
        """All that the bot answered with; AssertionError where it didn't in so many seconds."""

        def look() -> JsonObject | None:
            return self.query.answers[0] if self.query.answers else None

        return await self.world.changes.until(
            look,
            within=within,
            otherwise=lambda: f"the inline query was not answered\n{self.world.recorder.listing()}",
        )


class HasChat(Protocol):
    """A group or a channel."""

    chat: Chat


class Person(Seat):
    """A person in their private chat with the bot; `inside` takes them to a group."""

    @property
    def id(self) -> int:
        """The person's id, which is the private chat's too."""
        return self.user.id

    def inside(self, room: HasChat, topic: int | None = None) -> Seat:
        """The same person in another chat."""
        return Seat(self.world, self.user, room.chat, topic)

    async def starts(self, payload: str = "") -> Sent:
        """Presses Start, coming through a deep link where there is a payload.

        Raises AssertionError where Telegram would not open such a link.
        """
        if not PAYLOAD.fullmatch(payload):
            raise AssertionError(f"no deep link carries {payload!r}")
        return self._send(text=f"/start {payload}".strip())

    def is_called(self, first_name: str, last_name: str | None = None) -> None:
        """Changes the name on the account: bots see it with the next thing the person does."""
        self.user.first_name, self.user.last_name = first_name, last_name

    async def blocks_bot(self) -> Sent:
        return self._stands("blocked")

    async def unblocks_bot(self) -> Sent:
        return self._stands("member")

    def wrote_long_ago(self) -> None:
        """Has written to the bot before the test began: it may write to them."""
        self.room.bot = "member"

    async def closes_account(self) -> None:
        """Deletes the account: bots aren't told, and learn when they write."""
        self.room.bot = "deactivated"

    def _stands(self, standing: str) -> Sent:
        update_id = stand(self.world, self.room, standing, self.user)
        self._updates.append(update_id)
        return Sent(update_id, 0, self.room.id)

    async def asks_inline(self, text: str, offset: str = "") -> InlineQuery:
        """Types `@bot text` in some chat."""
        query = self.world.new_query()
        body: JsonObject = {"id": query.id, "from": self.user.json(), "query": text, "offset": offset}
        query.update_id = self.world.updates.add("inline_query", body, self.id)
        return InlineQuery(query.update_id, text, query, self.world)

    async def chooses(self, offered: InlineQuery, result: InlineQueryResultArticle, where: Seat) -> Seen:
        """Posts an offered result in a chat; the bot is told if it asked for chosen results."""
        content = result.input_message_content
        read = from_html if content.parse_mode else plain
        message = self.world.new_message(where.room, self.user)
        message.formatted = read(content.message_text)
        message.html, message.keyboard = content.message_text, result.reply_markup
        message.inline_id = f"inline-{offered.query.id}-{result.id}"
        self.world.inline_messages[message.inline_id] = message
        self.world.post(message)
        body: JsonObject = {
            "result_id": result.id,
            "from": self.user.json(),
            "query": offered.text,
            "inline_message_id": message.inline_id,
        }
        self.world.updates.add("chosen_inline_result", body, self.id)
        return message.seen()


def person_in(world: World, name: str, language: str | None, username: str | None) -> Person:
    """A new person, whom the bot hasn't met."""
    people = sum(1 for chat in world.chats.values() if chat.person is not None)
    user = User(FIRST_PERSON + people, name, language, username)
    chat = Chat(user.id, "private", name, person=user)
    world.chats[chat.id] = chat
    return Person(world, user, chat)
