"""By when something is to be done, as founders answer it."""

from __future__ import annotations

from datetime import date

import pytest

from conversations.reading.dates import read_deadline

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("by Friday", date(2026, 3, 6)),
        ("Friday!", date(2026, 3, 6)),
        ("until tomorrow", date(2026, 3, 3)),
        ("end of March", date(2026, 3, 31)),
        ("by the end of February", date(2027, 2, 28)),
        ("end of the week", date(2026, 3, 6)),
        ("by the end of next week", date(2026, 3, 13)),
        ("end of next year", date(2027, 12, 31)),
        ("before 3 April", date(2026, 4, 3)),
        ("2 weeks", date(2026, 3, 16)),
        ("within a month", date(2026, 4, 2)),
        ("2026-02-01", date(2026, 2, 1)),
    ],
)
def test_a_deadline_in_words_is_a_day(said: str, day: date) -> None:
    assert read_deadline(said, MONDAY) == day


@pytest.mark.parametrize("said", ["soon", "by 31 February", "when the permit is there", "", "by"])
def test_what_is_no_day_is_none(said: str) -> None:
    assert read_deadline(said, MONDAY) is None
