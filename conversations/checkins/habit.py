"""How a founder takes check-ins: kept with the conversation, for each cohort and for themselves."""

from __future__ import annotations

from datetime import date

import msgspec

from conversations.checkins.schedule import Schedule


class Habit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A founder's check-ins in a cohort, or for themselves.

    `asked` is the day of the last one that was asked. Until `paused_until` none is; none at all once it is
    `off`. `schedule` is a founder's own choice: without one there are none outside a cohort.
    """

    asked: date | None = None
    paused_until: date | None = None
    off: bool = False
    schedule: Schedule | None = None


NEW = Habit()
