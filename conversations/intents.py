"""What a step wants to happen later, or in another conversation: it becomes a turn of its own there."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TypeAlias

import msgspec

from conversations.cohorts.cohort import Role
from conversations.occasions import Occasion


class Urgency(Enum):
    """How an intent goes out: at once, as what answers somebody; or paced, as what goes to many."""

    REPLY = "reply"
    BROADCAST = "broadcast"


class Here(msgspec.Struct, frozen=True, tag=True):
    """The conversation that the step is in."""


class ToPerson(msgspec.Struct, frozen=True, tag=True):
    """A person, by their id in the store: their private conversation with this bot."""

    person: int


class ToConversation(msgspec.Struct, frozen=True, tag=True):
    """A conversation with this bot, by its id in the store: a group's."""

    conversation: int


class ToTeam(msgspec.Struct, frozen=True, tag=True):
    """Everybody a venture belongs to, but for whose turn it is."""

    venture: str


class ToCohort(msgspec.Struct, frozen=True, tag=True):
    """Everybody who has one of these roles in a cohort at the end of the turn."""

    cohort: str
    roles: tuple[Role, ...]


Recipient: TypeAlias = Here | ToPerson | ToConversation | ToTeam | ToCohort


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """Something that shall happen to a recipient: at `at` (aware), or at once.

    Of all with the same name and occurrence one comes to a recipient, once, however often it is intended:
    `check-in/<cohort>` with the day as its occurrence, for one. `until` is when it is of no use any more;
    it is kept till then for somebody who can't be reached. Of broadcasts with different names one goes out
    of each in turn, so that a large one doesn't hold up a small one.
    """

    name: str
    occasion: Occasion
    occurrence: str = ""
    to: Recipient = Here()
    at: datetime | None = None
    until: datetime | None = None
    urgency: Urgency = Urgency.REPLY


class Cancelled(msgspec.Struct, frozen=True, kw_only=True):
    """An intent that shall not happen after all, if it hasn't yet; all of its name without `occurrence`.

    With `after` (aware) only what is to come later: what is due by then comes all the same.
    """

    name: str
    occurrence: str | None = None
    to: Recipient = Here()
    after: datetime | None = None
