"""Numbers that a cohort asks for are read from one reply."""

import pytest

from conversations.checkins.checkin import Number
from conversations.checkins.numbers_said import read_numbers

BOTH = ("Revenue", "Customers")


@pytest.mark.parametrize(
    ("said", "names", "found"),
    [
        ("1 900, 2 35", BOTH, [("Revenue", "900"), ("Customers", "35")]),
        ("2 35", BOTH, [("Customers", "35")]),
        ("1) 1,200 EUR; 2) 35", BOTH, [("Revenue", "1,200 EUR"), ("Customers", "35")]),
        ("900\n35", BOTH, [("Revenue", "900"), ("Customers", "35")]),
        ("about 900 a month", BOTH[:1], [("Revenue", "about 900 a month")]),
        ("900", BOTH, []),
        ("3 900", BOTH, []),
        ("plenty", BOTH[:1], []),
    ],
)
def test_a_reply_is_read(said: str, names: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert read_numbers(said, names) == tuple(Number(name, value) for name, value in found)
