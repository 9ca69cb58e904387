"""Check-ins for a founder without a cohort: offered once, after the summary; a tap settles it."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from conversations.checkins.planning import change_habit, upcoming
from conversations.checkins.schedule import FRIDAY, Schedule
from conversations.cohorts.schedule_words import day_name
from conversations.cohorts.tap import button, in_rows
from conversations.interview.taps import is_number
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

DAYS = range(7)


def offer_weekly(turn: Turn) -> None:
    """Ask once whether to ask once a week; whoever is in a cohort has its check-ins."""
    if turn.conversation.weekly_offered or turn.conversation.habits or turn.conversation.joined:
        return
    turn.place(weekly_offered=True)
    rows = (
        (
            button(say("weekly.button.fridays"), "wk", "", FRIDAY),
            button(say("weekly.button.other"), "wk", "", "other"),
            button(say("weekly.button.no"), "wk", "", "no"),
        ),
    )
    turn.say(say("weekly.offer"), rows=rows)


def settle_weekly(turn: Turn, rest: tuple[str, ...], message: int) -> Phrase | None:
    """Take the answer: a day, other days shown, or no. The hour is the answer's: they are awake then."""
    choice = rest[0] if rest else ""
    if choice == "other":
        days = [button(day_name(day), "wk", "", day) for day in DAYS]
        turn.redraw(message, say("weekly.which"), rows=in_rows(days, 2))
    elif choice == "no":
        turn.redraw(message, say("weekly.no"))
    elif is_number(choice) and int(choice) in DAYS:
        zone = turn.conversation.zone or "UTC"
        schedule = Schedule(
            days=(int(choice),), at=time(turn.now.hour), zone="UTC" if zone == "UTC" else zone
        )
        change_habit(turn, "", schedule=schedule, off=False)
        coming = upcoming(turn, "")
        turn.redraw(message, say("weekly.yes", day=coming.day) if coming else say("weekly.no"))
    else:
        return say("note.unknown_button")
    return None
