"""The digest comes by itself, on the day and at the hour that the owner chose."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from conversations.checkins.occurrences import Calendar, next_occurrence
from conversations.checkins.schedule import Schedule
from conversations.cohorts.authority import Action, allowed
from conversations.intents import Cancelled, Intent, Urgency
from conversations.interview.requests import Look
from conversations.mentoring.digest import say_digest
from conversations.mentoring.occasions import DigestDue

if TYPE_CHECKING:
    from datetime import datetime

    from conversations.cohorts.cohort import Cohort
    from conversations.cohorts.desk import Place
    from conversations.interview.turn import Turn

AFTERWARDS = timedelta(days=7)
"""The last week's check-ins are read about after the programme's end."""
STALE = timedelta(days=1)
"""A digest that is missed by more isn't sent: it would tell of a week that is nearly over."""


def plan_digest(turn: Turn, cohort: str) -> None:
    """Plan the next digest of a cohort for this mentor, in place of any later; what is due still comes."""
    place = _place(turn, cohort)
    name = f"digest/{cohort}"
    turn.cancelled.append(Cancelled(name=name, after=turn.now))
    calendar = _calendar(place.cohort) if place else None
    coming = next_occurrence(calendar, turn.now) if calendar else None
    if coming is not None:
        turn.intents.append(
            Intent(
                name=name,
                occurrence=coming.day.isoformat(),
                at=coming.at,
                occasion=DigestDue(cohort, coming.day),
                urgency=Urgency.BROADCAST,
            )
        )


def take_digest_due(turn: Turn, due: DigestDue, planned: datetime) -> None:
    """Say the digest that is due, where there is a venture to tell of, and plan the next."""
    desk = turn.snapshot.cohorts.desk
    fresh = turn.now - planned < STALE
    if desk is not None and fresh and _place(turn, due.cohort) is not None:
        if desk.crowded:
            turn.looking = Look(cohort=due.cohort, verb="dg")
        elif desk.ventures:
            say_digest(turn, desk)
    plan_digest(turn, due.cohort)


def _place(turn: Turn, cohort: str) -> Place | None:
    for place in turn.snapshot.cohorts.places:
        if place.cohort.id == cohort and allowed(place.roles, Action.SEE_DIGEST) and not place.cohort.ended:
            return place
    return None


def _calendar(cohort: Cohort) -> Calendar | None:
    if cohort.digest_hour < 0:
        return None
    schedule = Schedule(days=(cohort.digest_day,), at=time(cohort.digest_hour), zone=cohort.schedule.zone)
    return Calendar(schedule=schedule, starts=cohort.starts, ends=cohort.ends + AFTERWARDS)
