"""Whoever joins a cohort first and only then comes to their venture takes part with that one.

A place held with an empty venture is of no use to a founder who has gone on to another: it goes along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.cohorts.cohort import Role
from conversations.cohorts.records import Joined, Left, Moved

if TYPE_CHECKING:
    from conversations.cohorts.desk import Place
    from conversations.interview.turn import Turn


def take_places_along(turn: Turn) -> None:
    """Take part with the venture that this turn has gone to, where the one before has no entry yet.

    What its mentors may see is asked once its interview is finished.
    """
    if turn.snapshot.canvas.entries:
        return
    for place in _left_behind(turn, turn.snapshot.venture):
        turn.records.append(Moved(cohort=place.cohort.id, left=turn.snapshot.venture, venture=turn.venture))
        _ask_later(turn, place)


def leave_places(turn: Turn, left: str) -> None:
    """Take part with the venture that this turn is at: the one that was left isn't theirs any more."""
    for place in _left_behind(turn, left):
        turn.records += (
            Left(cohort=place.cohort.id, role=Role.FOUNDER),
            Joined(cohort=place.cohort.id, role=Role.FOUNDER, venture=turn.venture),
        )
        _ask_later(turn, place)


def wait_for_consent(turn: Turn, cohort: str, name: str) -> None:
    """Keep in mind to ask what a cohort's mentors may see once the interview of this venture is finished."""
    here = turn.conversation
    turn.place(joined={**here.joined, cohort: name}, joined_with={**here.joined_with, cohort: turn.venture})


def _left_behind(turn: Turn, left: str) -> list[Place]:
    if turn.venture == left:
        return []
    return [
        place
        for place in turn.snapshot.cohorts.places
        if place.venture == left and Role.FOUNDER in place.roles and not place.cohort.ended
    ]


def _ask_later(turn: Turn, place: Place) -> None:
    wait_for_consent(turn, place.cohort.id, place.cohort.name)
