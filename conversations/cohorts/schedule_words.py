"""When check-ins come, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.checkins.schedule import Rhythm
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.checkins.schedule import Schedule
    from conversations.cohorts.cohort import Cohort


def schedule_in_words(cohort: Cohort) -> Phrase:
    """Give a cohort's schedule: "Fridays at 9:00, Europe/Madrid"."""
    return schedule_phrase(cohort.schedule)


def schedule_phrase(schedule: Schedule) -> Phrase:
    """Give a schedule in words."""
    hour = f"{schedule.at:%H:%M}".lstrip("0")
    zone = say("schedule.own_clock", zone=schedule.zone) if schedule.own_zone else schedule.zone
    if schedule.rhythm is Rhythm.MONTHLY:
        return say("schedule.monthly", day=schedule.day_of_month, hour=hour, zone=zone)
    days = tuple(day_name(day) for day in schedule.days)
    key = "schedule.fortnightly" if schedule.rhythm is Rhythm.FORTNIGHTLY else "schedule.weekly"
    return say(key, days=_listed(days), hour=hour, zone=zone)


def day_name(day: int) -> Phrase:
    """Give a weekday's name, 0 for Monday."""
    return say(f"schedule.day.{day}")


def _listed(days: tuple[Phrase, ...]) -> Phrase:
    """Give names a comma apart."""
    listed = days[0]
    for day in days[1:]:
        listed = say("schedule.and", first=listed, second=day)
    return listed
