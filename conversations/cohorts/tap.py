"""Buttons of cohorts, `c:<verb>:<cohort>:...`, and what a tap on one brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from conversations.cohorts.authority import allowed
from conversations.cohorts.wanting import TAP
from conversations.interview.replies import Button
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.cohorts.authority import Action
    from conversations.cohorts.cohort import Cohort
    from conversations.cohorts.desk import Desk, Place
    from conversations.interview.turn import Turn


class Tap(NamedTuple):
    """A tap that was allowed: the cohort it is about, what stands behind it, and where the button was."""

    desk: Desk
    rest: tuple[str, ...] = ()
    message: int = 0

    @property
    def place(self) -> Place:
        """The person's place in the cohort."""
        return self.desk.place

    @property
    def cohort(self) -> Cohort:
        """The cohort."""
        return self.desk.place.cohort


def data(verb: str, cohort: str = "", *rest: str | int) -> str:
    """Give what a button carries: at most 64 bytes."""
    return TAP + ":".join((verb, cohort, *map(str, rest)))


def button(label: str | Phrase, verb: str, cohort: str = "", *rest: str | int) -> Button:
    """Give a button; `label` is a phrase, or a key below `cohort.button`."""
    named = say(f"cohort.button.{label}") if isinstance(label, str) else label
    return Button(named, data(verb, cohort, *rest))


def awaited(turn: Turn, what: str, action: Action) -> Desk | None:
    """Give the cohort that waits for a file of this kind, where this person may send it; None elsewhere."""
    desk = turn.snapshot.cohorts.desk
    waits = turn.conversation.expecting.startswith(data(what))
    return desk if waits and desk is not None and allowed(desk.place.roles, action) else None


def in_rows(buttons: list[Button], across: int) -> tuple[tuple[Button, ...], ...]:
    """Give buttons in rows of so many."""
    return tuple(tuple(buttons[start : start + across]) for start in range(0, len(buttons), across))
