"""What people of a cohort are called there: by their first names, told apart where two share one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


class Named(msgspec.Struct, frozen=True):
    """A person and their names, as they gave them to the carrier; the last is often empty."""

    person: int
    first: str
    last: str = ""


def told_apart(people: Iterable[Named]) -> dict[int, str]:
    """Give what each person is called: the first name, with the last one or its initial where it takes that.

    Who shares a first name and has told no last one keeps the first alone.
    """
    namesakes: dict[str, dict[int, Named]] = defaultdict(dict)
    for one in people:
        namesakes[one.first.casefold()][one.person] = one
    return {person: called for group in namesakes.values() for person, called in _called(group).items()}


def _called(group: dict[int, Named]) -> dict[int, str]:
    if len(group) == 1:
        return {person: one.first for person, one in group.items()}
    short = {
        person: f"{one.first} {one.last[0]}." if one.last else one.first for person, one in group.items()
    }
    if len(set(short.values())) == len(group):
        return short
    return {person: f"{one.first} {one.last}".strip() for person, one in group.items()}
