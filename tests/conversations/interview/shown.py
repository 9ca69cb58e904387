"""What a founder has before them: messages with their buttons, as they read once rendered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from bot.rendering import render
from bot.turns import (
    AnswerTap,
    EditText,
    ExportHere,
    Pin,
    Pinning,
    RefreshText,
    SendFile,
    SendPicture,
    SendText,
    TakeButtons,
    Unpin,
    UnsendHere,
)
from bot.words import load_catalogue
from conversations.interview.replies import About
from tests.telegram_server.entities import from_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.turns import Label, Rendered
    from conversations.interview.replies import Reply
    from conversations.script.model import Script
    from conversations.words.catalogue import Catalogue

Rows = tuple[tuple["Label", ...], ...]


@cache
def words() -> Catalogue:
    """The real catalogue, read once."""
    return load_catalogue()


@dataclass
class Message:
    """One message of the bot: its id, what a person reads in it, and the buttons that it has now."""

    id: int
    html: str
    rows: Rows
    prompt: str
    about: About
    silent: bool = False

    @property
    def text(self) -> str:
        return from_html(self.html).text

    @property
    def labels(self) -> list[str]:
        return [label.text for row in self.rows for label in row]


@dataclass
class Screen:
    """All messages of the bot in a chat, and what the last event brought: texts, notes, files."""

    messages: list[Message] = field(default_factory=list)
    fresh: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    unsent: bool = False
    drawn: list[Message] = field(default_factory=list)
    next_id: int = 5001
    pinned: Message | None = None

    def twin(self) -> Screen:
        """Give a screen that shows the same and changes by itself."""
        twins = {message.id: replace(message) for message in self.messages}
        return replace(
            self,
            messages=list(twins.values()),
            drawn=[twins[message.id] for message in self.drawn],
            pinned=twins[self.pinned.id] if self.pinned else None,
            fresh=list(self.fresh),
        )

    def show(self, replies: tuple[Reply, ...], script: Script, *, anew: bool = True) -> None:
        """Put what a step answers on the screen, in the script's words; `anew` forgets what was fresh."""
        if anew:
            self.fresh, self.notes, self.files, self.drawn, self.unsent = [], [], [], [], False
        for outgoing in render(replies, words().with_texts(script.texts) if script.texts else words()):
            if isinstance(outgoing, Pinning):
                self._put_pinned(outgoing)
            else:
                self._put(outgoing)

    def _put(self, outgoing: Rendered | object) -> None:
        match outgoing:
            case SendText(html=html, rows=rows, prompt=prompt, about=about, silent=silent):
                message = Message(self.next_id, html, rows, prompt, about, silent)
                self.next_id += 1
                self.messages.append(message)
                self._drew(message)
            case EditText(html=html, rows=rows):
                edited = self._target(outgoing.prompt, outgoing.message)
                if edited is not None:
                    edited.html, edited.rows = html, rows
                    self._drew(edited)
            case TakeButtons(prompt=prompt, message=number):
                bared = self._target(prompt, number)
                if bared is not None:
                    bared.rows = ()
            case AnswerTap(note=note):
                self.notes.append(note)
            case SendPicture() | SendFile():
                self.files.append(outgoing.name)
                self.messages.append(Message(self.next_id, outgoing.html, outgoing.rows, "", About()))
                self.next_id += 1
                self._drew(self.last)
            case ExportHere(name=name):
                self.files.append(name)
            case UnsendHere():
                self.unsent = True

    def _put_pinned(self, outgoing: Pinning) -> None:
        message = self._target(outgoing.prompt, 0)
        assert message is not None, "what was pinned was never sent"
        match outgoing:
            case RefreshText(html=html, rows=rows):
                message.html, message.rows = html, rows
            case Pin():
                self.pinned = message
            case Unpin():
                self.pinned, message.rows = None, ()

    def _drew(self, message: Message) -> None:
        self.fresh.append(message.text)
        self.drawn.append(message)

    def _target(self, prompt: str, number: int) -> Message | None:
        known = (m for m in reversed(self.messages) if (m.id == number if number else m.prompt == prompt))
        return next(known, None)

    def buttons(self) -> Iterator[tuple[Message, Label]]:
        """Every button on the screen, those of the newest message first."""
        for message in reversed(self.messages):
            for row in message.rows:
                yield from ((message, label) for label in row)

    @property
    def last(self) -> Message:
        return self.messages[-1]

    def __str__(self) -> str:
        lines = [*(f"({note})" for note in self.notes if note), *self.fresh]
        if self.drawn:
            lines += [" ".join(f"[{label.text}]" for label in row) for row in self.drawn[-1].rows]
        return "\n".join(lines)
