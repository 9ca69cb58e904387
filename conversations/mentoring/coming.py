"""The digest comes by itself, on the day and at the hour that the owner chose."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.weekly import Weekly, plan_weekly, stop_weekly
from conversations.intents import Here
from conversations.interview.requests import Look
from conversations.mentoring.digest import say_digest
from conversations.mentoring.occasions import DigestDue

if TYPE_CHECKING:
    from datetime import datetime

    from conversations.cohorts.desk import Place
    from conversations.interview.turn import Turn

STALE = timedelta(days=1)
"""A digest that is missed by more isn't sent: it would tell of a week that is nearly over."""


def plan_digest(turn: Turn, cohort: str) -> None:
    """Plan the next digest of a cohort for this mentor, none for who is no mentor of it any more."""
    place = _place(turn, cohort)
    name = f"digest/{cohort}"
    if place is None:
        stop_weekly(turn, name, Here())
        return
    weekly = Weekly(name=name, hour=place.cohort.digest_hour, occasion=lambda day: DigestDue(cohort, day))
    plan_weekly(turn, place.cohort, weekly)


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
    place = turn.snapshot.cohorts.place_in(cohort)
    may = place is not None and allowed(place.roles, Action.SEE_DIGEST) and not place.cohort.ended
    return place if may else None
