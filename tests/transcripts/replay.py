"""Plays a transcript's founder against the running bot, and writes down what they see."""

import re
from collections.abc import Iterator
from html import unescape

from conversations.canvas.document import Canvas
from conversations.canvas.facets import Block
from tests.running import RunningBot
from tests.telegram_server import Person, Seen, Tap
from tests.telegram_server.chats import Event
from tests.transcripts.steps import Edits, Passing, Restart, Says, Sends, Step, Taps, Transcript

INDENT = "    "
_MARKS = {"<b>": "*", "</b>": "*", "<i>": "_", "</i>": "_"}
_TAG = re.compile("|".join(_MARKS))
_SIGNS = re.compile(r"^[^\w/]+")
_ISOLATES = {0x2068: None, 0x2069: None}
"""What keeps somebody's words in their own direction; on the phone it is not seen."""


class Replay:
    """One founder's interview with one bot."""

    def __init__(self, bot: RunningBot, founder: Person) -> None:
        self.bot = bot
        self.founder = founder
        self._told = 0

    async def plays(self, transcript: Transcript) -> str:
        """Give the transcript as it reads now."""
        written = [*transcript.head, ""]
        for line, step in transcript.steps:
            tap = await self._does(step)
            await self.bot.settled(self.founder)
            written += [line, "", *self._seen(tap)]
        return "\n".join([*written, self._end(), ""])

    async def _does(self, step: Step) -> Tap | None:
        founder = self.founder
        match step:
            case Says(text=text):
                await founder.says(text)
            case Taps(label=label, old=old):
                shown, message = self._button(label, old=old)
                return await founder.taps(shown, on=message)
            case Edits(was=was, becomes=becomes):
                mine = [message for message in founder.chat if not message.by_bot]
                await founder.edits(next(m for m in reversed(mine) if m.text.startswith(was)), becomes)
            case Sends(what=what, caption=caption):
                await self._sends(what, caption)
            case Restart():
                await self.bot.restarts()
            case Passing(time=time):
                self.bot.server.clock.advance(time)
        return None

    async def _sends(self, what: str, caption: str) -> None:
        match what:
            case "sticker":
                await self.founder.sends_sticker()
            case "voice message":
                await self.founder.sends_voice()
            case "photo":
                await self.founder.sends_photo(caption)
            case _:
                await self.founder.sends_location()

    def _button(self, label: str, *, old: bool) -> tuple[str, Seen]:
        """Give the button that is meant, as it is labelled, on the newest message that has it.

        With `old`, on the newest that had it and has it no more, as it looked then.
        """
        now = {message.id: message for message in self.founder.chat}
        looks = [event.message for event in self.founder.room.events] if old else list(now.values())
        for message in reversed(looks):
            gone = message.id not in now or now[message.id].labels != message.labels
            for shown in message.labels:
                if (gone or not old) and _means(shown, label):
                    return shown, message
        raise AssertionError(f"{label!r} is nowhere\n{self.founder.screen()}")

    def _seen(self, tap: Tap | None) -> list[str]:
        """Give what came since the last look: new and rewritten messages, and what popped up."""
        room = self.founder.room
        events = [event for event in room.events if event.message.by_bot and event.change != "tapped"]
        new = [event for event in events if event.number > self._told]
        before = {e.message.id: e.message for e in events if e.number <= self._told}
        self._told = room.happened
        lines = [f"  (over the screen: {tap.text})", ""] if tap is not None and tap.text else []
        return [*lines, *(line for event in new for line in _told(event, before.get(event.message.id)))]

    def _end(self) -> str:
        canvas = self.bot.canvas(self.founder)
        counts = ", ".join(f"{len(canvas.block(block))} {block.value}" for block in Block)
        state = self.bot.position(self.founder).state
        return f"= {self.founder.actions} actions, {len(canvas.entries)} entries ({counts}), {state}"


def _means(shown: str, label: str) -> bool:
    """Tell whether a button is meant: by all of its label, or its beginning, without signs before it."""
    bare = shown.translate(_ISOLATES)
    return bare == label or bare.startswith(label) or _SIGNS.sub("", bare).startswith(label)


def filled_blocks(canvas: Canvas) -> set[Block]:
    """Give the blocks that hold something."""
    return {block for block in Block if canvas.block(block)}


def _told(event: Event, before: Seen | None) -> Iterator[str]:
    """Give a message as lines: bold as *this*, italics as _this_, its buttons in brackets.

    Where buttons alone changed, the changed ones; buttons that are taken away go without saying.
    """
    message = event.message
    if event.change == "deleted":
        yield "  (a message of Backstage is gone)"
    elif event.change == "sent":
        yield "  Backstage:"
        yield from _words(message)
    elif before is not None and before.html != message.html:
        yield "  Backstage, in the same place:"
        yield from _words(message)
    elif before is not None and message.rows:
        yield "  Backstage, in the same place:"
        same_places = zip(before.rows, message.rows, strict=False)
        changed = [row for was, row in same_places if was != row]
        yield from _buttons(changed if len(before.rows) == len(message.rows) else message.rows)
    else:
        return
    yield ""


def _words(message: Seen) -> Iterator[str]:
    attached = "" if message.kind == "text" else f"[{message.kind}] "
    words = unescape(_TAG.sub(lambda tag: _MARKS[tag.group()], attached + message.html))
    yield from (f"{INDENT}{line}".rstrip() for line in words.split("\n"))
    yield from _buttons(message.rows)


def _buttons(rows: list[list[str]]) -> Iterator[str]:
    yield from (INDENT + " ".join(f"[{label}]" for label in row) for row in rows)
