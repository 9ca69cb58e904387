"""A resting interview gets one message after a day, one after a week, then none."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from conversations.checkins.occurrences import when_awake
from conversations.interview.asking import open_questions
from conversations.interview.replies import About, Button, Say
from conversations.script.machine import RESTING, WELCOME
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

NAME = "unfinished"
AFTER = (timedelta(days=1), timedelta(days=7))
"""How long after the founder last wrote each reminder comes: at an hour at which they were awake."""
EARLY = timedelta(minutes=1)
"""A reminder that comes earlier than this was set before the founder wrote again: it is no longer wanted."""


def next_reminder(turn: Turn) -> datetime | None:
    """Give when the next reminder of an unfinished interview is due, None where there is none to come."""
    here = turn.conversation
    unfinished = here.state not in (WELCOME, RESTING)
    if not unfinished or here.spoke_at is None or here.reminders >= len(AFTER) or turn.forget:
        return None
    due = here.spoke_at + AFTER[here.reminders]
    zone = _zone(turn)
    return when_awake(due, zone) if zone else due


def _zone(turn: Turn) -> str:
    """Give the founder's own zone, else their cohort's where it is known, else none.

    It is known when a reminder is due, which is put off then where it would come at night.
    """
    theirs = (place.cohort for place in turn.snapshot.cohorts.places if place.venture == turn.venture)
    return turn.conversation.zone or next((cohort.schedule.zone for cohort in theirs), "")


def remind(turn: Turn) -> None:
    """Say how little is left, without a sound, with one tap to go on and one to hear no more of it."""
    due = next_reminder(turn)
    if due is None or due - turn.now > EARLY:
        return
    turn.place(reminders=turn.conversation.reminders + 1)
    block, count = open_questions(turn)
    rows = ((Button(say("button.continue"), "o:go"), Button(say("button.not_now"), "o:quiet")),)
    text = say("reminder.left", n=count, block=say(f"block.{block}")) if block else say("reminder.place")
    turn.replies.append(Say((text,), rows, about=About(venture=turn.venture), silent=True))


def silence(turn: Turn) -> None:
    """Remind no more until the founder writes again."""
    turn.place(reminders=len(AFTER))
    turn.say(say("reminder.off"))
