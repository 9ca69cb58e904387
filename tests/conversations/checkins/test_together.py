"""Two co-founders answer the same check-in: neither takes the other's place."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace

from conversations.checkins.checkin import CheckIn, Number
from conversations.checkins.finishing import together

LENA = CheckIn(
    venture="v",
    cohort="c",
    day=date(2026, 3, 6),
    week=1,
    at=datetime(2026, 3, 6, 9, 0, tzinfo=UTC),
    finished=("Get street permit",),
    hindrance="the council is slow",
    numbers=(Number("Revenue", "900"),),
)
TOM = replace(
    LENA,
    at=datetime(2026, 3, 7, 9, 0, tzinfo=UTC),
    finished=("Get street permit", "Test the grinder"),
    hindrance="the grinder is loud",
    numbers=(Number("Revenue", "950"), Number("Customers", "40")),
    late=True,
)


def test_both_answers_are_kept() -> None:
    both = together(LENA, TOM)
    assert both.finished == ("Get street permit", "Test the grinder")
    assert both.hindrance == "the council is slow; the grinder is loud"
    assert both.numbers == (Number("Revenue", "950"), Number("Customers", "40"))
    assert not both.late
    assert not both.corrected


def test_what_one_kept_private_stays_private() -> None:
    assert together(replace(LENA, hindrance_private=True), TOM).hindrance_private


def test_another_day_or_cohort_is_another_check_in() -> None:
    assert together(replace(LENA, day=date(2026, 2, 27)), TOM) == TOM
    assert together(replace(LENA, cohort=""), TOM) == TOM
    assert together(None, TOM) == TOM
