"""One answer in a period settles it: who checks in by hand before they are asked isn't asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.checkins.occurrences import DAY
from conversations.checkins.planning import habit_of, keep_asked, place_in, upcoming
from conversations.checkins.schedule import Rhythm, Schedule
from conversations.cohorts.calendar import WEEK

if TYPE_CHECKING:
    from datetime import date

    from conversations.checkins.progress import Progress
    from conversations.interview.turn import Turn


def settle(turn: Turn, cohort: str, day: date) -> None:
    """Let a check-in of that day count as the next one that would come, where both are of one period."""
    coming = upcoming(turn, cohort)
    if coming is not None and _counts_for(turn, cohort, day, coming.day):
        keep_asked(turn, cohort, coming.day)


def is_settled(turn: Turn, cohort: str, day: date) -> bool:
    """Whether the check-in that comes on a day was answered earlier in its period, by whomever of a team."""
    last = turn.snapshot.cohorts.last
    if last is None or last.cohort != cohort or last.venture != turn.venture or last.day >= day:
        return False
    return _counts_for(turn, cohort, last.day, day)


def under_way(turn: Turn, cohort: str, day: date) -> Progress | None:
    """Give the check-in that was begun in a day's period and isn't finished, None where there is none.

    It is that day's from then on, unless it is an earlier occurrence that stayed open.
    """
    progress = turn.conversation.check_in
    if progress is None or progress.again or progress.cohort != cohort or progress.day > day:
        return None
    if _counts_for(turn, cohort, progress.day, day):
        return replace(progress, day=day)
    schedule, near = _schedule_and_nearness(turn, cohort, progress.day, day)
    return progress if near and not _asks_on(schedule, _days(progress.day + DAY, day + DAY)) else None


def _counts_for(turn: Turn, cohort: str, day: date, occurrence: date) -> bool:
    """Whether what is answered on a day is what an occurrence on it or later would ask.

    So it is within the programme's week, and in the week before one of those that come more seldom; of
    several in a week the next counts.
    """
    schedule, near = _schedule_and_nearness(turn, cohort, day, occurrence)
    return near and not _asks_on(schedule, _days(day, occurrence))


def _schedule_and_nearness(turn: Turn, cohort: str, day: date, later: date) -> tuple[Schedule, bool]:
    place = place_in(turn, cohort) if cohort else None
    schedule = place.cohort.schedule if place else habit_of(turn, cohort).schedule or Schedule()
    if schedule.rhythm is not Rhythm.WEEKLY:
        return schedule, later - day < WEEK
    if place is not None:
        return schedule, place.cohort.week_of(day) == place.cohort.week_of(later)
    return schedule, day.isocalendar()[:2] == later.isocalendar()[:2]


def _asks_on(schedule: Schedule, days: list[date]) -> bool:
    return schedule.rhythm is not Rhythm.MONTHLY and any(day.weekday() in schedule.days for day in days)


def _days(first: date, end: date) -> list[date]:
    return [first + DAY * number for number in range((end - first).days)]
