"""What a step wants done, as plain values. Nothing here is sent from inside the step."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import msgspec

from conversations.interview.requests import Draw
from conversations.tables import Table
from conversations.words.text import Phrase, Text


class Button(msgspec.Struct, frozen=True):
    """A button: its label, and at most 64 bytes that come back when it is tapped."""

    label: Phrase
    data: str


Rows: TypeAlias = tuple[tuple[Button, ...], ...]


class About(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a message is about: the venture, a question, entries. Kept in the table of messages.

    A digest is about a `cohort` and its `ventures`, in the order of their numbers; what came from a mentor is
    about their `comment`. `versions` are those of the canvas that a message of a quiet moment made, oldest
    first. What answered a check-in of a `cohort` (empty for one's own) and `day` keeps its `words`, empty for
    nothing. What shows other ventures of a cohort, too, `shows` them: it isn't sent once one is taken back.
    """

    venture: str = ""
    question: str = ""
    entries: tuple[int, ...] = ()
    cohort: str = ""
    ventures: tuple[str, ...] = ()
    versions: tuple[int, ...] = ()
    comment: str = ""
    day: date | None = None
    words: str = ""
    shows: tuple[str, ...] = ()


class Say(msgspec.Struct, frozen=True, tag=True):
    """A new message. `prompt` is the token of the prompt that it shows, if any; `silent` makes no sound."""

    text: Text
    rows: Rows = ()
    prompt: str = ""
    about: About = About()
    silent: bool = False


class Redraw(msgspec.Struct, frozen=True, tag=True):
    """A message rewritten in place: that with the id `message`, else the one that shows `prompt`."""

    text: Text
    rows: Rows = ()
    prompt: str = ""
    message: int = 0


class Unbutton(msgspec.Struct, frozen=True, tag=True):
    """The buttons taken off a message: the one with the id `message`, else the one that shows `prompt`."""

    prompt: str = ""
    message: int = 0


class Refresh(msgspec.Struct, frozen=True, tag=True):
    """A pinned message brought up to date: the one that shows `prompt`, as long as it stands."""

    text: Text
    rows: Rows
    prompt: str


class Pin(msgspec.Struct, frozen=True, tag=True):
    """The message that shows `prompt` pinned, without a sound."""

    prompt: str


class Unpin(msgspec.Struct, frozen=True, tag=True):
    """The pin and the buttons taken off the message that shows `prompt`."""

    prompt: str


class Acknowledge(msgspec.Struct, frozen=True, tag=True):
    """A tap acknowledged, with an optional short note over the screen (200 characters at most)."""

    tap: str
    note: Phrase | None = None


class _Made(msgspec.Struct, frozen=True, kw_only=True):
    """What was drawn: `name` and `suffix` are what it is called where it is saved.

    `request` is what was drawn, None where that is no canvas; `file` what the carrier knows it by where it
    was sent before, `content` is empty then; `instead` is said where it turns out not to be there any more
    and can't be drawn again.
    """

    name: Phrase
    suffix: str
    request: Draw | None = None
    content: bytes = b""
    file: str = ""
    caption: Text = ()
    instead: Text = ()
    rows: Rows = ()
    about: About = About()


class Picture(_Made, frozen=True, kw_only=True, tag=True):
    """A picture (PNG) shown in the chat, with a caption and buttons below it."""


class Document(_Made, frozen=True, kw_only=True, tag=True):
    """A file handed over, with a caption and buttons below it."""


class Tables(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Tables handed over as a file: `.csv` of the first, or `.xlsx` of all, a sheet each."""

    name: Phrase
    suffix: str
    sheets: tuple[Table, ...]
    caption: Text = ()
    about: About = About()


class HandExport(msgspec.Struct, frozen=True, tag=True):
    """Everything that is stored about the person, handed over as JSON; the store fills it in."""

    name: str
    caption: Text = ()


class Unsend(msgspec.Struct, frozen=True, tag=True):
    """All messages of the chat that can still be deleted (under 48 hours old) are."""


Reply: TypeAlias = (
    Say
    | Redraw
    | Refresh
    | Pin
    | Unpin
    | Unbutton
    | Acknowledge
    | Picture
    | Document
    | Tables
    | HandExport
    | Unsend
)
