"""Taps on buttons: finding the button that a person means, and what came of the tap."""

import re
from dataclasses import dataclass, field

import msgspec

from tests.telegram_server.chats import Chat, Seen, User
from tests.telegram_server.objects import InlineKeyboardButton, JsonObject
from tests.telegram_server.world import Query, World

LEADING_SIGNS = re.compile(r"^[^\w/]+")


@dataclass(frozen=True, eq=False)
class Tap:
    """A tap on an inline button, and how the bot answered it."""

    update_id: int
    label: str
    data: str
    query: Query = field(repr=False)
    world: World = field(repr=False)

    @property
    def answered(self) -> bool:
        return bool(self.query.answers)

    @property
    def text(self) -> str:
        """What popped up, empty where nothing did."""
        return str(self.query.answers[0]["text"]) if self.query.answers else ""

    @property
    def alert(self) -> bool:
        return bool(self.query.answers and self.query.answers[0]["show_alert"])

    async def answer(self, within: float = 10) -> str:
        """What popped up once the bot answered.

        Raises AssertionError where it didn't within so many seconds.
        """

        def look() -> str | None:
            return self.text if self.answered else None

        return await self.world.changes.until(
            look,
            within=within,
            otherwise=lambda: f"the tap on {self.label!r} was not answered\n{self.world.recorder.listing()}",
        )


def button_on(message: Seen, label: str) -> InlineKeyboardButton | None:
    """The button with that label, or the only one that begins with it (signs before the words aside).

    Raises AssertionError where several begin with it.
    """
    buttons = [button for row in message.buttons for button in row]
    for button in buttons:
        if button.text == label:
            return button
    found = [
        button
        for button in buttons
        if button.text.startswith(label) or LEADING_SIGNS.sub("", button.text).startswith(label)
    ]
    if len(found) > 1:
        raise AssertionError(f"{label!r} may mean any of {[button.text for button in found]}")
    return found[0] if found else None


def tap_json(world: World, person: User, chat: Chat, message: Seen, data: str) -> tuple[Query, JsonObject]:
    """A callback query about a message, which the bot gets bare where it is deleted by now."""
    query = world.new_query()
    current = chat.messages.get(message.id)
    gone: JsonObject = {"message_id": message.id, "chat": chat.json(), "date": 0}
    body: JsonObject = {
        "id": query.id,
        "from": person.json(),
        "chat_instance": str(1_000_000 + abs(chat.id)),
        "message": current.json() if current else gone,
        "data": data,
    }
    return query, body


def tap(world: World, person: User, chat: Chat, message: Seen, button: InlineKeyboardButton) -> Tap:
    """Taps a button; raises AssertionError where it opens something instead of asking the bot."""
    if button.callback_data is None:
        raise AssertionError(f"the button {button.text!r} doesn't ask the bot: {msgspec.to_builtins(button)}")
    query, body = tap_json(world, person, chat, message, button.callback_data)
    query.update_id = world.updates.add("callback_query", body, chat.id)
    return Tap(query.update_id, button.text, button.callback_data, query, world)
