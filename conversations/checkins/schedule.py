"""When check-ins come, as it was chosen. The next moment is worked out elsewhere, from this alone."""

from __future__ import annotations

from datetime import time
from enum import Enum

import msgspec

FRIDAY = 4
NINE = time(9, 0)


class Rhythm(Enum):
    """How often a check-in comes."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


class Schedule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The days and the local hour of check-ins, in the IANA `zone`.

    `days` are weekdays from 0 (Monday) to 6, one or several; monthly ones come on `day_of_month`, or on a
    shorter month's last day. With `own_zone` a founder who has told theirs is asked at that local hour.
    """

    rhythm: Rhythm = Rhythm.WEEKLY
    days: tuple[int, ...] = (FRIDAY,)
    day_of_month: int = 1
    at: time = NINE
    zone: str = "UTC"
    own_zone: bool = False
