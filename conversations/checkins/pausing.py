"""Check-ins left out for some weeks, or for good, and taken up again: one tap each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from conversations.checkins.asking import take_off
from conversations.checkins.planning import answered, change_habit, upcoming
from conversations.cohorts.calendar import local_day
from conversations.cohorts.tap import button
from conversations.interview.taps import is_number
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.replies import Button
    from conversations.interview.turn import Turn

WEEKS = (1, 2, 4)
"""How long a pause can be."""
OFF, ON = "off", "on"


def pause_button(cohort: str) -> Button:
    """Give the button that offers a pause."""
    return button(say("checkin.button.pause"), "pz", cohort)


def pause(turn: Turn, cohort: str, zone: str, rest: tuple[str, ...]) -> Phrase | None:
    """Offer a pause, or do what was chosen."""
    choice = rest[0] if rest else ""
    if is_number(choice) and int(choice) in WEEKS:
        until = local_day(turn.now, zone) + timedelta(weeks=int(choice))
        leave_open(turn, cohort)
        change_habit(turn, cohort, paused_until=until, off=False)
        turn.say(*_told(turn, cohort), rows=_again(cohort))
    elif choice == OFF:
        leave_open(turn, cohort)
        change_habit(turn, cohort, off=True)
        turn.say(say("checkin.off"), rows=_again(cohort))
    elif choice == ON:
        change_habit(turn, cohort, paused_until=None, off=False)
        turn.say(*_told(turn, cohort))
    elif choice:
        return say("note.unknown_button")
    else:
        weeks = tuple(button(say("checkin.button.weeks", n=n), "pz", cohort, n) for n in WEEKS)
        turn.say(say("checkin.pause"), rows=(weeks, (button(say("checkin.button.off"), "pz", cohort, OFF),)))
    return None


def leave_open(turn: Turn, cohort: str) -> None:
    """Take the open check-in of a cohort away: it isn't come back to."""
    progress = turn.conversation.check_in
    if progress is not None and progress.cohort == cohort:
        take_off(turn)
        turn.place(check_in=None)
    answered(turn, cohort)


def _told(turn: Turn, cohort: str) -> tuple[Phrase, ...]:
    coming = upcoming(turn, cohort)
    return (say("checkin.next", day=coming.day) if coming else say("checkin.none_to_come"),)


def _again(cohort: str) -> tuple[tuple[Button, ...], ...]:
    return ((button(say("checkin.button.on"), "pz", cohort, ON),),)
