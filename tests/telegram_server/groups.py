"""Groups and channels: who is in them, the bot among them."""

from collections.abc import Iterable
from itertools import count

from tests.telegram_server.chats import Chat
from tests.telegram_server.members import stand
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.people import Person
from tests.telegram_server.seats import Seat, Sent
from tests.telegram_server.world import World

FIRST_GROUP = -1_002_000_000_001


class Room:
    """A group or a channel with its members; the bot isn't in it before it is added."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat
        self._topics = count(2)

    @property
    def id(self) -> int:
        return self.chat.id

    def seat(self, person: Person, topic: int | None = None) -> Seat:
        """The person in this chat, in one of its topics if one is given."""
        return Seat(self.world, person.user, self.chat, topic)

    async def adds_bot(self, by: Person, *, administrator: bool = False) -> Sent:
        """Adds the bot; in a group it is told twice, as a member and by a service message."""
        update_id = stand(self.world, self.chat, "administrator" if administrator else "member", by.user)
        if self.chat.type == "channel":
            return Sent(update_id, 0, self.id)
        return self._notes(by, {"new_chat_members": [self.world.bot.json()]}, update_id)

    async def removes_bot(self, by: Person) -> Sent:
        return Sent(stand(self.world, self.chat, "kicked", by.user), 0, self.id)

    async def makes_bot_administrator(self, by: Person) -> Sent:
        return Sent(stand(self.world, self.chat, "administrator", by.user), 0, self.id)

    def opens_topic(self, name: str) -> int:
        """A new topic's thread id."""
        if not self.chat.is_forum:
            raise AssertionError(f"{self.chat.title} is no forum")
        thread = next(self._topics)
        self.chat.topics[thread] = name
        return thread

    def _notes(self, by: Person, note: JsonObject, update_id: int) -> Sent:
        message = self.world.new_message(self.chat, by.user)
        message.content = note
        self.world.post(message)
        self.world.updates.add("message", message.json(), self.id)
        return Sent(update_id, message.id, self.id)


class Group(Room):
    """A supergroup, with topics if it is a forum."""


class Channel(Room):
    """A channel: its posts have no author but the channel."""

    async def posts(self, by: Person, text: str) -> Sent:
        return await self.seat(by).says(text)


def room_in(world: World, title: str, members: Iterable[Person], kind: str) -> Chat:
    rooms = sum(1 for chat in world.chats.values() if chat.person is None)
    chat = Chat(FIRST_GROUP - rooms, kind, title)
    chat.members = {person.id: person.user for person in members}
    world.chats[chat.id] = chat
    return chat
