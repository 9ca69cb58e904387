"""Cities and days as owners write them."""

from datetime import date

import pytest

from conversations.cohorts.calendar import days_said, monday_from, zones_named

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("said", "zones"),
    [
        ("Madrid", ("Europe/Madrid",)),
        ("new york", ("America/New_York",)),
        ("kathmandu", ("Asia/Kathmandu",)),
        ("Europe/Berlin", ("Europe/Berlin",)),
        ("UTC+2", ("Etc/GMT-2",)),
        ("-3", ("Etc/GMT+3",)),
        ("utc", ("UTC",)),
        ("UTC+15", ()),
        ("Atlantis", ()),
        ("x", ()),
    ],
)
def test_a_city_names_its_clock(said: str, zones: tuple[str, ...]) -> None:
    assert zones_named(said) == zones


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("6 April", [date(2026, 4, 6)]),
        ("1 March", [date(2027, 3, 1)]),
        ("2026-12-24", [date(2026, 12, 24)]),
        ("31 Dec - 1 Jan", [date(2026, 12, 31), date(2027, 1, 1)]),
        ("6 April, 7 April 2027", [date(2026, 4, 6), date(2027, 4, 7)]),
        ("whenever", []),
        ("31 Feb", []),
        ("1 April - 1 March", []),
    ],
)
def test_days_are_read(said: str, days: list[date]) -> None:
    assert list(days_said(said, TODAY)) == days


def test_a_programme_begins_on_a_monday() -> None:
    assert monday_from(date(2026, 3, 2)) == date(2026, 3, 2)
    assert monday_from(TODAY) == date(2026, 3, 9)
