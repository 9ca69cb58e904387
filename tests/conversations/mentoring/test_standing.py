"""Each venture stands in the first group of the digest that fits, who is stuck longest first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.words import load_catalogue
from conversations.canvas.document import Canvas, FrontStage, Volume
from conversations.canvas.entries import Activity
from conversations.canvas.facets import Stage
from conversations.checkins.checkin import CheckIn
from conversations.cohorts.cohort import Role
from conversations.cohorts.consent import ALL_FOUR, EVERYTHING, Part
from conversations.mentoring.lines import line
from conversations.mentoring.patterns import patterns_in_words
from conversations.mentoring.standing import Group, Standing, standings
from tests.conversations.canvases import MONTH, UNIT, canvas_of, coffee_cart, cost, euros, to_do
from tests.conversations.cohorts.turning import HERE, NOW, desk, venture

if TYPE_CHECKING:
    from conversations.cohorts.desk import SeenVenture

FRIDAY = date(2026, 3, 20)
CART = coffee_cart()
LOSING = canvas_of(
    to_do("Brew and serve"),
    cost("Cart", euros("900", MONTH)),
    stage=Stage.EARLY,
    front=FrontStage(price=euros("3", UNIT), volume=Volume(low=Decimal(100), high=Decimal(100))),
)


def answered(weeks_ago: int, canvas: Canvas = CART, hindrance: str = "", *finished: str) -> CheckIn:
    day = FRIDAY - timedelta(days=7 * weeks_ago)
    at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
    return CheckIn(
        venture="v", cohort=HERE, day=day, at=at, hindrance=hindrance, finished=finished, canvas=canvas
    )


def standing(seen: SeenVenture) -> Standing:
    (found,) = standings(replace(desk(Role.MENTOR), ventures=(seen,)), NOW)
    return found


def told(found: Standing) -> str:
    return load_catalogue().label(line(found))


def test_something_in_the_way_is_stuck_and_told_with_how_long() -> None:
    found = standing(venture(1, CART, EVERYTHING, *(answered(n, CART, "permit waits") for n in range(3))))
    assert found.group is Group.STUCK
    assert "permit waits, 3 weeks now" in told(found)


def test_costs_above_revenue_are_a_money_alarm_where_the_numbers_are_shared() -> None:
    assert standing(venture(1, LOSING, EVERYTHING, answered(0, LOSING))).group is Group.MONEY
    private = EVERYTHING - {Part.NUMBERS}
    assert standing(venture(1, LOSING, private, answered(0, LOSING))).group is Group.DONE


def test_a_changed_canvas_is_changed_and_says_how() -> None:
    now = CART.with_new([Activity(id=0, text="Rent a second cart")])
    found = standing(venture(1, now, ALL_FOUR, answered(0, now), answered(1, CART)))
    assert found.group is Group.CHANGED
    assert "+ Rent a second cart" in told(found)


def test_only_finishing_something_is_done_and_celebrated() -> None:
    first = CART.of(Activity)[0]
    now = CART.with_changed(replace(first, done=True))
    found = standing(
        venture(1, now, EVERYTHING - {Part.NUMBERS}, answered(0, now, "", first.text), answered(1, CART))
    )
    assert found.group is Group.DONE
    assert f"🎉 {first.text}" in told(found)


def test_three_weeks_of_silence_are_quiet_and_fewer_not_yet() -> None:
    assert standing(venture(1, CART, ALL_FOUR, answered(3))).group is Group.QUIET
    assert standing(venture(1, CART, ALL_FOUR, answered(2))).group is Group.NOT_YET
    assert standing(venture(1, CART, ALL_FOUR)).group is Group.NOT_YET


def test_who_is_stuck_longest_comes_first() -> None:
    short = venture(1, CART, ALL_FOUR | {Part.CHECK_INS}, answered(0, CART, "no workshop"))
    long = venture(2, CART, ALL_FOUR | {Part.CHECK_INS}, *(answered(n, CART, "permit") for n in range(2)))
    found = standings(replace(desk(Role.MENTOR), ventures=(short, long)), NOW)
    assert [(one.number, one.venture.id) for one in found] == [(1, long.id), (2, short.id)]


def test_a_pattern_counts_without_a_name_and_only_among_five() -> None:
    alone = replace(CART, entries=tuple(e for e in CART.entries if e.text not in ("Lena", "Tom")))
    ventures = tuple(venture(number, alone, ALL_FOUR) for number in range(5))
    words = load_catalogue()
    few = words.label(patterns_in_words(replace(desk(Role.MENTOR), ventures=ventures[:4]))[0])
    assert "Patterns need 5 ventures" in few
    said = words.label(patterns_in_words(replace(desk(Role.MENTOR), ventures=ventures))[0])
    assert "5 of 5" in said
    assert "Bean" not in said
