"""How far a check-in has come: kept with the conversation until it is sent."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from conversations.checkins.checkin import Number


class Progress(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A check-in under way. `step` is the question that is open; taps carry `day` and it.

    `marks` are ids of activities tapped as finished; `ahead` are those that come next; `asked` is the entry
    that is asked about, 0 for none. `message` is where the question stands, for redrawing.
    """

    cohort: str = ""
    day: date
    week: int = 0
    step: str
    began: datetime
    version: int = 0
    """The canvas's version when it began, so that what the check-in changed can be told."""
    marks: tuple[int, ...] = ()
    page: int = 0
    finished: tuple[str, ...] = ()
    ahead: tuple[int, ...] = ()
    hindrance: str = ""
    hindrance_private: bool = False
    numbers: tuple[Number, ...] = ()
    asked: int = 0
    mentor: str = ""
    """First name of the one who sees it, empty where nobody does."""
