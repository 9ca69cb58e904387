"""The digest's head: the week that it counts, and who has joined within a week."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bot.words import load_catalogue
from conversations.checkins.checkin import CheckIn
from conversations.cohorts.cohort import Role
from conversations.cohorts.consent import EVERYTHING
from conversations.interview.position import Conversation
from conversations.interview.snapshot import Person, Snapshot
from conversations.interview.turn import Turn
from conversations.mentoring.heading import head
from conversations.mentoring.standing import standings
from tests.conversations.canvases import coffee_cart
from tests.conversations.cohorts.turning import COHORT, FRESH, HERE, VENTURE, desk, flow, venture

if TYPE_CHECKING:
    from conversations.cohorts.desk import SeenVenture

CART = coffee_cart()


def answered(number: int, *days: date) -> SeenVenture:
    """Give a venture that has answered on these days, the latest first."""
    given = (
        CheckIn(venture="v", cohort=HERE, day=day, at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
        for day in days
    )
    return venture(number, CART, EVERYTHING, *given)


def headed(day: date, *ventures: SeenVenture) -> list[str]:
    now = datetime(day.year, day.month, day.day, 8, 0, tzinfo=UTC)
    snapshot = Snapshot(
        person=Person("Ana", "en"),
        conversation=Conversation(),
        venture=VENTURE,
        canvas=CART,
        fresh_venture=FRESH,
    )
    found = standings(replace(desk(Role.MENTOR), ventures=ventures), now)
    return [load_catalogue().label(phrase) for phrase in head(Turn(flow(), snapshot, now), COHORT, found)]


FRIDAY, MONDAY, TUESDAY = date(2026, 3, 20), date(2026, 3, 23), date(2026, 3, 24)


@pytest.mark.parametrize(
    ("day", "ventures", "said"),
    [
        (FRIDAY, [answered(1, FRIDAY), answered(2)], "week 3 of 12 · 1 of 2 answered"),
        (MONDAY, [answered(1, FRIDAY), answered(2)], "week 3 of 12 · 1 of 2 answered"),
        (MONDAY, [answered(1), answered(2)], "week 3 of 12 · 0 of 2 answered"),
        (TUESDAY, [answered(1), answered(2)], "week 4 of 12 · 0 of 2 answered"),
        (
            TUESDAY,
            [answered(1, TUESDAY, FRIDAY), answered(2, FRIDAY), answered(3, FRIDAY)],
            "week 3 of 12 · 3 of 3 answered",
        ),
        (date(2026, 5, 25), [answered(1, date(2026, 5, 22))], "week 12 of 12 · 1 of 1 answered"),
    ],
    ids=["its own day", "the monday after", "monday, nobody", "tuesday, nobody", "one was early", "the last"],
)
def test_the_head_names_the_week_that_it_counts(day: date, ventures: list[SeenVenture], said: str) -> None:
    assert headed(day, *ventures) == [f"Harbour Lab · {said}"]


def test_who_has_joined_within_a_week_is_named() -> None:
    (_counted, new) = headed(date(2026, 3, 6), answered(1), answered(2))
    assert new == "👋 New: Founder 1 · Founder 2"


def test_of_many_who_are_new_six_are_named() -> None:
    (_counted, new) = headed(date(2026, 3, 6), *(answered(number) for number in range(1, 9)))
    assert new.endswith("Founder 6 and 2 more")
