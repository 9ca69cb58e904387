"""On which days check-ins come, and at which moment: a pure function of what was chosen.

Whoever is asked at nine is asked at nine by the clock on their wall, on both sides of a clock change. An hour
that the clocks skip comes as much later as they were put forward; one that comes twice counts the first time.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from conversations.checkins.schedule import Rhythm, Schedule

DAY = timedelta(days=1)
HORIZON = 800
"""Days that are looked ahead: more than two years of holidays are no schedule."""
QUIET_FROM, QUIET_UNTIL = time(21), time(8)
"""Between these local hours nobody is written to who didn't ask for it."""


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """All that tells a founder's check-ins. Days are local, in the schedule's zone.

    `starts` and `ends` are the programme's first and last day (None: it has none); weeks of a fortnightly
    schedule are counted from the first. `holidays` have no check-in; a monthly one comes on the next day
    that is none. `paused_until` is the first day on which the founder wants to be asked again.
    """

    schedule: Schedule
    starts: date | None = None
    ends: date | None = None
    holidays: frozenset[date] = frozenset()
    paused_until: date | None = None


class Occurrence(msgspec.Struct, frozen=True):
    """One check-in: its local day, by which it is known, and the moment it comes (UTC)."""

    day: date
    at: datetime


def next_occurrence(calendar: Calendar, after: datetime, last: date | None = None) -> Occurrence | None:
    """Give the first check-in strictly after a moment (aware), None where none is to come.

    `last` is the day of the last one: whoever has travelled since is not asked twice on it.
    """
    zone = ZoneInfo(calendar.schedule.zone)
    for day in _days_from(after.astimezone(zone).date(), calendar.ends):
        if (last is not None and day <= last) or not _falls_on(calendar, day):
            continue
        at = moment_of(day, calendar.schedule.at, zone)
        if at is not None and at > after:
            return Occurrence(day, at)
    return None


def _falls_on(calendar: Calendar, day: date) -> bool:
    """Whether a check-in comes on a local day."""
    if calendar.starts is not None and day < calendar.starts:
        return False
    if calendar.ends is not None and day > calendar.ends:
        return False
    if calendar.paused_until is not None and day < calendar.paused_until:
        return False
    if calendar.schedule.rhythm is Rhythm.MONTHLY:
        return _is_day_of_month(calendar, day)
    return day not in calendar.holidays and _is_day_of_week(calendar, day)


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """Give the moment (UTC) of a local day and hour, None where the zone skipped that day altogether."""
    moment = datetime.combine(day, at, zone).astimezone(UTC)
    return moment if moment.astimezone(zone).date() == day else None


def when_awake(moment: datetime, zone: str) -> datetime:
    """Give a moment (aware), or the next morning's first hour where it lies in somebody's night."""
    local = moment.astimezone(ZoneInfo(zone))
    clock = local.time()
    if QUIET_UNTIL <= clock < QUIET_FROM:
        return moment
    day = local.date() if clock < QUIET_UNTIL else local.date() + DAY
    return moment_of(day, QUIET_UNTIL, ZoneInfo(zone)) or moment


def _days_from(day: date, ends: date | None) -> list[date]:
    last = min(date.max - DAY, ends or date.max - DAY)
    return [day + DAY * number for number in range(min(HORIZON, (last - day).days + 1))]


def _is_day_of_week(calendar: Calendar, day: date) -> bool:
    schedule = calendar.schedule
    if day.weekday() not in schedule.days:
        return False
    return schedule.rhythm is Rhythm.WEEKLY or _weeks_since(calendar.starts, day) % 2 == 0


def _weeks_since(starts: date | None, day: date) -> int:
    """Give how many weeks, from Monday to Sunday, lie between the first day's and this day's."""
    first = starts or date(1970, 1, 5)
    return ((day - DAY * day.weekday()) - (first - DAY * first.weekday())).days // 7


def _is_day_of_month(calendar: Calendar, day: date) -> bool:
    if day in calendar.holidays:
        return False
    chosen = _chosen(calendar.schedule, day)
    if chosen > day:
        chosen = _chosen(calendar.schedule, day.replace(day=1) - DAY)
    # It comes on the chosen day, or on the first afterwards that is no holiday.
    return all(chosen + DAY * number in calendar.holidays for number in range((day - chosen).days))


def _chosen(schedule: Schedule, day: date) -> date:
    """Give the chosen day of a day's month: a shorter month's last."""
    return day.replace(day=min(schedule.day_of_month, monthrange(day.year, day.month)[1]))
