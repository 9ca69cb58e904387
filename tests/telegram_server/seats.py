"""A person in one chat: what they say, tap, send and see there."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from tests.telegram_server import attachments
from tests.telegram_server.chats import Chat, Event, Message, Seen, User
from tests.telegram_server.entities import typed
from tests.telegram_server.keyboards import Keyboard
from tests.telegram_server.objects import InlineKeyboardButton, JsonObject, ReplyKeyboardMarkup
from tests.telegram_server.screen import screen_of, transcript_of
from tests.telegram_server.taps import Tap, button_on, tap
from tests.telegram_server.world import World

Condition = Callable[[], bool]
LONGEST = 4096
PATIENCE = 60.0
"""Seconds that a person waits for the bot before the test fails."""


@dataclass(frozen=True)
class Sent:
    """What a person did: its update (0 where the bot isn't told) and its message (0 where there is none)."""

    update_id: int
    message_id: int
    chat_id: int


class Seat:
    """Acts for a person in a chat, in one of its topics if one is given."""

    def __init__(self, world: World, person: User, chat: Chat, topic: int | None = None) -> None:
        self.world = world
        self.user = person
        self.room = chat
        self.topic = topic
        self._seen = chat.happened
        self._updates: list[int] = []
        self._taps: list[Tap] = []
        self.actions = 0
        """How many messages, edits and taps the person has made here."""

    @property
    def name(self) -> str:
        return self.user.first_name

    # what the person does

    async def says(self, text: str) -> Sent:
        """Sends a text, as it is: Telegram's limits for people are not enforced."""
        return self._send(text=text)

    async def pastes(self, text: str) -> list[Sent]:
        """Sends a long text as Telegram's apps do: in messages of at most 4,096 characters."""
        pieces = [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]
        return [self._send(text=piece) for piece in pieces]

    async def command(self, text: str) -> Sent:
        """Sends a command, with its slash."""
        return self._send(text=text)

    async def replies_to(self, message: Seen | Sent, text: str) -> Sent:
        return self._send(text=text, reply_to=self._message(message))

    async def edits(self, message: Seen | Sent, text: str) -> Sent:
        """Edits one of the person's own messages (its text, or its caption)."""
        edited = self._message(message)
        if edited.author is not self.user:
            raise AssertionError(f"{self.name} can't edit what {edited.seen().author} wrote")
        edited.formatted, edited.html = typed(text), text
        self.world.edited(edited)
        kind = "edited_channel_post" if self.room.type == "channel" else "edited_message"
        return self._tell(kind, edited)

    async def deletes(self, message: Seen | Sent) -> None:
        """Deletes a message; bots aren't told."""
        self.world.remove(self._message(message))

    async def sends_sticker(self) -> Sent:
        return self._send(content=attachments.sticker(self.world))

    async def sends_voice(self) -> Sent:
        return self._send(content=attachments.voice(self.world))

    async def sends_video(self, caption: str = "") -> Sent:
        return self._send(text=caption, content=attachments.video(self.world))

    async def sends_photo(self, caption: str = "") -> Sent:
        return self._send(text=caption, content=attachments.photo(self.world))

    async def sends_document(
        self, name: str = "plan.pdf", content: bytes = b"%PDF-", caption: str = ""
    ) -> Sent:
        return self._send(text=caption, content=attachments.document(self.world, name, content))

    async def sends_location(self) -> Sent:
        return self._send(content=attachments.location())

    async def sends_contact(self) -> Sent:
        return self._send(content=attachments.contact(self.name))

    async def sends(self, content: JsonObject, caption: str = "") -> Sent:
        """Sends anything else, given as the fields of a Bot API message: `{"dice": {...}}`."""
        return self._send(text=caption, content=content)

    async def taps(self, label: str, on: Seen | None = None) -> Tap:
        """Taps the button with that label, or the only one that begins so, on the newest message with one.

        With `on`, on that message as it looked then, even where the button is gone by now.
        Raises AssertionError where there is no such button.
        """
        for message in [on] if on else reversed(self.chat):
            button = button_on(message, label)
            if button is not None:
                return self._tapped(message, tap(self.world, self.user, self.room, message, button))
        raise AssertionError(f"{self.name} sees no button {label!r}\n{self.screen()}")

    async def presses(self, label: str) -> Sent:
        """Presses a key of the keyboard below the input field: its label is sent as a message."""
        keyboard = self.keyboard
        keys = (
            [key.text for row in keyboard.keyboard for key in row]
            if isinstance(keyboard, ReplyKeyboardMarkup)
            else []
        )
        if label not in keys:
            raise AssertionError(f"{self.name} has no key {label!r}, only {keys}")
        return self._send(text=label)

    async def forges(self, data: str, on: Seen | None = None) -> Tap:
        """Sends a tap that no button makes, as a modified client can."""
        forged = InlineKeyboardButton(text="forged", callback_data=data)
        message = on or self.last
        return self._tapped(message, tap(self.world, self.user, self.room, message, forged))

    # what the person sees

    @property
    def chat(self) -> list[Seen]:
        """The messages that are there now, oldest first; in a topic, its own."""
        messages = self.room.messages.values()
        return [message.seen() for message in messages if self.topic in (None, message.thread)]

    @property
    def last(self) -> Seen:
        """The newest message of the bot."""
        found = [message for message in self.chat if message.by_bot]
        if not found:
            raise AssertionError(f"the bot has not written to {self.name}")
        return found[-1]

    @property
    def keyboard(self) -> Keyboard | None:
        """The keyboard below the input field."""
        return self.room.keyboard()

    def screen(self) -> str:
        """The chat as text, as a phone shows it."""
        return screen_of(self.room.title if self.room.person is None else self.name, self.chat)

    def transcript(self) -> str:
        """All that happened here, in order: what was said, tapped and edited, but not buttons alone."""
        return transcript_of(self.room.events)

    async def sees(self, text: str = "", *, button: str | None = None, within: float = PATIENCE) -> Seen:
        """The first new or edited message of the bot that holds the text, and the button if one is given.

        New is what came after the person's last action and after what was seen last. A message whose
        buttons alone changed counts only where a button is asked for.
        Raises AssertionError with the screen after `within` seconds.
        """

        def look() -> Event | None:
            return next((event for event in self._new() if shows(event, text, button)), None)

        event = await self.room.changes.until(
            look, within=within, otherwise=lambda: self._not_seen(text, button, within)
        )
        self._seen = event.number
        return event.message

    async def settled(self, *conditions: Condition, within: float = PATIENCE) -> None:
        """Returns once the bot has acknowledged all that the person did and answered every tap.

        The conditions, if any, must hold too. Raises AssertionError after `within` seconds.
        """

        def look() -> bool | None:
            done = all(self.world.updates.is_acknowledged(update_id) for update_id in self._updates)
            done = done and all(tap.answered or not tap.update_id for tap in self._taps)
            done = done and not self.world.recorder.running(self.room.id)
            return True if done and all(condition() for condition in conditions) else None

        await self.world.changes.until(look, within=within, otherwise=self._not_settled)

    def _new(self) -> list[Event]:
        newest = takewhile(lambda event: event.number > self._seen, reversed(self.room.events))
        return [event for event in newest if event.message.by_bot and event.change != "tapped"][::-1]

    def _not_seen(self, text: str, button: str | None, within: float) -> str:
        wanted = f"{text!r}" + (f" with a button {button!r}" if button else "")
        new = [f"  {event.change}: {event.message.text!r}" for event in self._new()] or ["  nothing"]
        return "\n".join(
            [f"{self.name} did not see {wanted} within {within} s. New was:", *new, self.screen(),
             self.world.recorder.listing()]
        )  # fmt: skip

    def _not_settled(self) -> str:
        updates = self.world.updates
        waiting = [str(update_id) for update_id in self._updates if not updates.is_acknowledged(update_id)]
        taps = [tap.label for tap in self._taps if not tap.answered]
        return "\n".join(
            [f"not acknowledged: {waiting}; taps not answered: {taps}", self.screen(),
             self.world.recorder.listing()]
        )  # fmt: skip

    # how it is sent

    def _message(self, message: Seen | Sent) -> Message:
        message_id = message.id if isinstance(message, Seen) else message.message_id
        return self.room.messages[message_id]

    def _tapped(self, message: Seen, made: Tap) -> Tap:
        self.actions += 1
        self.room.record_tap(message, self.name, made.label)
        self._seen = self.room.happened
        self._taps.append(made)
        self._updates.append(made.update_id)
        return made

    def _send(
        self, *, text: str = "", content: JsonObject | None = None, reply_to: Message | None = None
    ) -> Sent:
        if self.room.type == "private" and self.room.bot in ("blocked", "deactivated"):
            raise AssertionError(f"{self.name} has blocked the bot and can't write to it")
        if self.room.bot == "unmet" and self.room.type == "private":
            self.room.bot = "member"
        message = self.world.new_message(self.room, self.user)
        message.formatted, message.html, message.content = typed(text), text, content or {}
        message.reply_to, message.thread = reply_to, self.topic
        self.world.post(message)
        return self._tell("channel_post" if self.room.type == "channel" else "message", message)

    def _tell(self, kind: str, message: Message) -> Sent:
        self.actions += 1
        self._seen = self.room.happened
        update_id = 0
        if self._bot_hears(message):
            update_id = self.world.updates.add(kind, message.json(), self.room.id)
        self._updates.append(update_id)
        return Sent(update_id, message.id, self.room.id)

    def _bot_hears(self, message: Message) -> bool:
        """In groups, with privacy mode: commands, replies to the bot, mentions of it; elsewhere all."""
        if self.room.bot in ("left", "kicked", "unmet"):
            return False
        if self.room.type in ("private", "channel") or self.world.reads_all_groups:
            return True
        if self.room.bot == "administrator" or (message.reply_to is not None and message.reply_to.by_bot):
            return True
        address, text = f"@{self.world.bot.username}", message.formatted.text
        command = text.split(maxsplit=1)[0] if text.startswith("/") else ""
        return address in text or (bool(command) and "@" not in command)


def shows(event: Event, text: str, button: str | None) -> bool:
    """Whether what happened put the text, and the button, before a person's eyes."""
    if event.change == "deleted" or (event.change == "buttons" and button is None):
        return False
    labels = [label for row in event.message.rows for label in row]
    return text in event.message.text and (button is None or button in labels)
