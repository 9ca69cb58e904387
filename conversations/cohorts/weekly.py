"""What comes once a week on a cohort's digest day: to each mentor, and to the cohort's group."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import msgspec

from conversations.checkins.occurrences import Calendar, next_occurrence
from conversations.checkins.schedule import Schedule
from conversations.intents import Cancelled, Here, Intent, Recipient, Urgency
from conversations.occasions import Occasion

if TYPE_CHECKING:
    from conversations.cohorts.cohort import Cohort
    from conversations.interview.turn import Turn

AFTERWARDS = timedelta(days=7)
"""The last week's check-ins are told of after the programme's end."""


class Weekly(msgspec.Struct, frozen=True, kw_only=True):
    """What comes, by the name of its intents: at a local `hour`, -1 for never, with the day's occasion."""

    name: str
    hour: int
    occasion: Callable[[date], Occasion]
    to: Recipient = Here()


def plan_weekly(turn: Turn, cohort: Cohort, weekly: Weekly) -> None:
    """Plan when it comes next, in place of any later; what is due still comes."""
    stop_weekly(turn, weekly.name, weekly.to)
    if cohort.ended or weekly.hour < 0:
        return
    schedule = Schedule(days=(cohort.digest_day,), at=time(weekly.hour), zone=cohort.schedule.zone)
    calendar = Calendar(schedule=schedule, starts=cohort.starts, ends=cohort.ends + AFTERWARDS)
    coming = next_occurrence(calendar, turn.now)
    if coming is not None:
        turn.intents.append(
            Intent(
                name=weekly.name,
                occurrence=coming.day.isoformat(),
                at=coming.at,
                occasion=weekly.occasion(coming.day),
                to=weekly.to,
                urgency=Urgency.BROADCAST,
            )
        )


def stop_weekly(turn: Turn, name: str, to: Recipient) -> None:
    """Let it come no more, but for what is due already."""
    turn.cancelled.append(Cancelled(name=name, to=to, after=turn.now))
