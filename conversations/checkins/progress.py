"""How far a check-in has come: kept with the conversation until it is sent."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

import msgspec

from conversations.checkins.checkin import Number


class Step(Enum):
    """The questions of a check-in, in order."""

    FINISHED = "finished"
    CHANGED = "changed"
    AHEAD = "ahead"
    DATE = "date"
    HINDRANCE = "hindrance"
    NUMBERS = "numbers"
    STILL = "still"


class Progress(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A check-in under way. `step` is the question that is open, shown by the prompt `token`.

    `marks` are ids of activities that are tapped, `ahead` those that come next; `about` is the entry that is
    asked about, 0 for none. `mentors` are the first names of those who see it, none where nobody does.
    `asks` are the cohort's numbers by name. `again` tells that it was sent before and is being corrected.
    """

    cohort: str = ""
    day: date
    week: int = 0
    step: Step
    token: str = ""
    asked_at: datetime
    marks: tuple[int, ...] = ()
    page: int = 0
    finished: tuple[str, ...] = ()
    ahead: tuple[int, ...] = ()
    hindrance: str = ""
    private: bool = False
    numbers: tuple[Number, ...] = ()
    asks: tuple[str, ...] = ()
    whys: tuple[str, ...] = ()
    about: int = 0
    mentors: tuple[str, ...] = ()
    again: bool = False
    late: bool = False
