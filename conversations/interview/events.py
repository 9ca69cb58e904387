"""What can happen to a conversation. Carriers decode their updates into these and nothing else."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TypeAlias

import msgspec

from conversations.cohorts.consent import Part
from conversations.interview.replies import Reply
from conversations.interview.requests import Draw, Fetch, Look, Sense, Understand
from conversations.occasions import Occasion


class Said(msgspec.Struct, frozen=True, tag=True):
    """Somebody wrote `text`. `reply_to` is the carrier's id of the message it answers, 0 for none."""

    text: str
    message: int = 0
    reply_to: int = 0


class Edited(msgspec.Struct, frozen=True, tag=True):
    """Somebody changed the earlier message `message` into `text`."""

    text: str
    message: int


class Tapped(msgspec.Struct, frozen=True, tag=True):
    """A button was tapped. `tap` is the carrier's id to acknowledge it by, `message` where it was."""

    data: str
    tap: str
    message: int = 0


class Command(msgspec.Struct, frozen=True, tag=True):
    """A command such as `/start`: `name` without slash and bot, lower case; `rest` is what followed."""

    name: str
    rest: str = ""
    message: int = 0


class Unreadable(msgspec.Struct, frozen=True, tag=True):
    """Something that can't be read. `kind`: voice, sticker, photo, video, location, contact, document, other.

    `caption` is what was written beside it, which can be read.
    """

    kind: str
    caption: str = ""
    message: int = 0


class Document(msgspec.Struct, frozen=True, tag=True):
    """A file came: `file` is what the carrier knows it by, `size` is in bytes, 0 where that isn't known."""

    file: str
    name: str = ""
    size: int = 0
    caption: str = ""
    message: int = 0


class Addressed(msgspec.Struct, frozen=True, tag=True):
    """Somebody spoke to the bot in a group. `token` is what a link that was opened there brought."""

    message: int = 0
    token: str = ""


class Reach(Enum):
    """What became of the way to a person or a group."""

    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    ADDED = "added"
    REMOVED = "removed"


class Reached(msgspec.Struct, frozen=True, tag=True):
    """The bot was blocked or unblocked by a person, or added to or removed from a group."""

    reach: Reach


class Due(msgspec.Struct, frozen=True, tag=True):
    """A reminder that was set has come due. `name` is what it was set as."""

    name: str


class Happened(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What was intended for this conversation, here or in another, has come. `planned` is for when (aware).

    Well after `planned`: the bot was down meanwhile, or nobody could be reached.
    """

    occasion: Occasion
    name: str
    occurrence: str = ""
    planned: datetime


class Understood(msgspec.Struct, frozen=True, tag=True):
    """What was to be understood has been: one sense a phrase, none where nothing was understood."""

    request: Understand
    senses: tuple[Sense, ...] = ()


class Drawn(msgspec.Struct, frozen=True, tag=True):
    """What was to be drawn is ready: empty where it could not be drawn, None where nobody draws here.

    `file` is what the carrier knows it by where it was sent before; then nothing was drawn.
    """

    request: Draw
    content: bytes | None = None
    file: str = ""


class Fetched(msgspec.Struct, frozen=True, tag=True):
    """A file that was to be fetched has been; None where it couldn't be."""

    request: Fetch
    content: bytes | None = None


class Looked(msgspec.Struct, frozen=True, tag=True):
    """A large cohort was looked at: what is said of it, and what of it is to be drawn; nothing if it failed.

    `consents` is what each venture shared then: what is said rests on it.
    """

    request: Look
    replies: tuple[Reply, ...] = ()
    drawing: Draw | None = None
    consents: dict[str, frozenset[Part]] = {}


Answering: TypeAlias = Understood | Drawn | Fetched | Looked
"""What comes of a request."""
Event: TypeAlias = (
    Said
    | Edited
    | Tapped
    | Command
    | Unreadable
    | Document
    | Addressed
    | Reached
    | Due
    | Happened
    | Understood
    | Drawn
    | Fetched
    | Looked
)
