"""The comparison itself: it sees what is missing, what came twice, and what came at the wrong time."""

from __future__ import annotations

import pytest

from tests.crash.founders import Comparison, Sight

A, B, C = (Sight("sent", html, ()) for html in "ABC")


@pytest.mark.parametrize(
    ("saw", "meant", "expected"),
    [
        ([A, B, C], [A, B, C], Comparison((), 0, ())),
        ([A, A, B, C], [A, B, C], Comparison((), 1, ())),
        ([A, B, B, B], [A, B], Comparison((), 2, ())),
        ([A, A, B], [A, A, B], Comparison((), 0, ())),
        ([A, B], [A, B, C], Comparison((C,), 0, ())),
        ([], [A], Comparison((A,), 0, ())),
        ([A, C, B], [A, B, C], Comparison((B, C), 0, (C, B))),
        ([A, B, A], [A, B], Comparison((), 0, (A,))),
        ([A, C], [A], Comparison((), 0, (C,))),
    ],
    ids=[
        "as meant", "one twice", "one thrice", "meant twice", "the last missing", "nothing came",
        "two changed places", "an old one again", "one that nobody asked for",
    ],
)  # fmt: skip
def test_what_a_founder_saw_is_compared(saw: list[Sight], meant: list[Sight], expected: Comparison) -> None:
    assert Comparison.of(saw, meant) == expected
