"""A block that stands still is told in a venture's line, where there is nothing weightier in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.words import load_catalogue
from conversations.canvas.entries import Activity, Partner
from conversations.checkins.checkin import CheckIn
from conversations.cohorts.cohort import Role
from conversations.cohorts.consent import ALL_FOUR, Consent, Part
from conversations.mentoring.lines import line
from conversations.mentoring.standing import standings
from tests.conversations.canvases import coffee_cart
from tests.conversations.cohorts.turning import HERE, NOW, desk, venture

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

FRIDAY = date(2026, 3, 20)
WEEK = timedelta(days=7)
CART = coffee_cart()
PARTNERS: Consent = frozenset({Part.PARTNERS, Part.CHECK_INS})


def answered(day: date, canvas: Canvas = CART, hindrance: str = "") -> CheckIn:
    at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
    return CheckIn(venture="v", cohort=HERE, day=day, at=at, hindrance=hindrance, canvas=canvas)


def weekly(count: int, *, every: timedelta = WEEK) -> list[CheckIn]:
    return [answered(FRIDAY - number * every) for number in range(count)]


def told(check_ins: list[CheckIn], consent: Consent = PARTNERS, now: Canvas = CART) -> str:
    seen = venture(1, now, consent, *check_ins)
    (found,) = standings(replace(desk(Role.MENTOR), ventures=(seen,)), NOW)
    return load_catalogue().label(line(found))


def test_a_block_unchanged_for_five_weeks_is_told() -> None:
    assert "partners unchanged for 5 weeks" in told(weekly(6))


def test_what_is_older_than_the_check_ins_that_are_known_is_told_as_at_least() -> None:
    assert "partners unchanged for 7 weeks" in told(weekly(8))
    assert "partners unchanged for 8+ weeks" in told(weekly(12))


def test_four_weeks_are_long_and_three_are_not() -> None:
    assert "partners unchanged for 4 weeks" in told(weekly(5))
    assert "unchanged" not in told(weekly(4))


def test_four_check_ins_of_two_weeks_are_told_as_check_ins() -> None:
    assert "partners unchanged for 4 check-ins" in told(weekly(5, every=timedelta(days=3)))
    assert "unchanged" not in told(weekly(4, every=timedelta(days=3)))


def test_two_check_ins_four_weeks_apart_are_enough() -> None:
    assert "partners unchanged for 4 weeks" in told(weekly(2, every=timedelta(days=28)))


def test_only_the_block_that_stood_still_the_longest_is_told() -> None:
    first = CART.of(Activity)[0]
    before = CART.with_changed(replace(first, text="Something else"))
    said = told([answered(FRIDAY - n * WEEK, before if n > 4 else CART) for n in range(8)], ALL_FOUR)
    assert "resources unchanged for 7 weeks" in said
    assert said.count("unchanged") == 1


def test_what_stands_in_the_way_is_weightier() -> None:
    first, *rest = weekly(6)
    said = told([replace(first, hindrance="permit waits"), *rest])
    assert "permit waits" in said
    assert "unchanged" not in said


def test_what_changed_is_weightier() -> None:
    now = CART.with_new([Activity(id=0, text="Rent a second cart")])
    said = told(weekly(6), ALL_FOUR, now)
    assert "+ Rent a second cart" in said
    assert "unchanged" not in said


def test_a_block_that_is_not_shared_is_never_told() -> None:
    assert "unchanged" not in told(weekly(6), frozenset({Part.CHECK_INS}))


def test_costs_without_their_amounts_are_not_called_unchanged() -> None:
    assert "unchanged" not in told(weekly(6), frozenset({Part.COSTS}))
    assert "costs unchanged for 5 weeks" in told(weekly(6), frozenset({Part.COSTS, Part.NUMBERS}))


def test_an_empty_block_is_not_told() -> None:
    bare = replace(CART, entries=tuple(e for e in CART.entries if not isinstance(e, Partner)))
    assert "unchanged" not in told([replace(one, canvas=bare) for one in weekly(6)], PARTNERS, bare)
