"""First names, and no more of a name than it takes to tell two people apart."""

import pytest

from conversations.cohorts.naming import Named, told_apart


@pytest.mark.parametrize(
    ("people", "called"),
    [
        ([("Ana", "Ruiz"), ("Jo", "")], ["Ana", "Jo"]),
        ([("Ana", "Ruiz"), ("ana", "Kovač")], ["Ana R.", "ana K."]),
        ([("Ana", "Ruiz"), ("Ana", "")], ["Ana R.", "Ana"]),
        ([("Ana", "Ruiz"), ("Ana", "Rey")], ["Ana Ruiz", "Ana Rey"]),
        ([("Ana", ""), ("Ana", "")], ["Ana", "Ana"]),
    ],
)
def test_people_are_called(people: list[tuple[str, str]], called: list[str]) -> None:
    named = [Named(number, *names) for number, names in enumerate(people)]
    assert list(told_apart(named).values()) == called


def test_one_person_in_two_roles_is_told_apart_from_nobody() -> None:
    assert told_apart([Named(1, "Ana", "Ruiz"), Named(1, "Ana", "Ruiz")]) == {1: "Ana"}
