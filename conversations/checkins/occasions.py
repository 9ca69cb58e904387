"""What happens to a founder's check-ins without their doing."""

from __future__ import annotations

from datetime import date

import msgspec


class CheckInDue(msgspec.Struct, frozen=True, tag="check-in-due"):
    """It is time for the check-in of a day; `cohort` is empty where a founder checks in for themselves."""

    cohort: str
    day: date


class CheckInOpen(msgspec.Struct, frozen=True, tag="check-in-open"):
    """A check-in was asked a while ago and may still be unanswered."""

    cohort: str
    day: date
    reminder: int


class PlanChanged(msgspec.Struct, frozen=True, tag="plan-changed"):
    """When check-ins and digests of a cohort come is to be worked out anew."""

    cohort: str
