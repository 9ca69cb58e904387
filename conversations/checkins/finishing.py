"""A check-in is done: kept, what was finished celebrated, and what is different since last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.changes import changes_between
from conversations.checkins.asking import take_off
from conversations.checkins.checkin import BETWEEN, CheckIn
from conversations.checkins.correcting import tell_correction
from conversations.checkins.period import settle
from conversations.checkins.planning import upcoming
from conversations.cohorts.calendar import local_day
from conversations.cohorts.records import CheckedIn
from conversations.cohorts.tap import button
from conversations.interview.handing import want_picture
from conversations.words.change_words import describe_changes
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from datetime import date

    from conversations.checkins.progress import Progress
    from conversations.interview.turn import Turn

LINES = 8
"""Changes that are told; the rest is counted."""


def complete(turn: Turn, progress: Progress) -> None:
    """Keep the check-in, and say what it came to, with the new picture below."""
    take_off(turn)
    turn.place(check_in=None)
    turn.named = f"checkin:{progress.day.isoformat()}"
    kept = _kept(turn, progress)
    if not progress.again:
        kept = together(turn.snapshot.cohorts.last, kept)
    turn.records.append(CheckedIn(kept))
    settle(turn, kept.cohort, kept.day)
    if progress.again and progress.cohort:
        tell_correction(turn, kept)
    text = [_opening(progress)]
    changed = since_last(turn)
    if changed:
        text.append(say("checkin.since", lines=changed))
    if progress.cohort:
        text.append(_told(progress))
    coming = upcoming(turn, progress.cohort)
    if coming is not None:
        text.append(say("checkin.next_one", day=coming.day))
    again = button(say("checkin.button.correct"), "cor", progress.cohort, progress.day.isoformat())
    turn.say(*text, rows=((again,),))
    want_picture(turn)


def _kept(turn: Turn, progress: Progress) -> CheckIn:
    ahead = tuple(entry.text for entry in map(turn.canvas.entry, progress.ahead) if entry)
    return CheckIn(
        venture=turn.venture,
        cohort=progress.cohort,
        day=progress.day,
        week=progress.week,
        at=turn.now,
        finished=progress.finished,
        ahead=ahead,
        hindrance=progress.hindrance,
        hindrance_private=progress.private,
        numbers=progress.numbers,
        late=progress.late or _today(turn, progress.cohort) > progress.day,
        corrected=progress.again,
        canvas=turn.canvas,
    )


def _today(turn: Turn, cohort: str) -> date:
    """Give what day it is where the founder, or else the cohort, is."""
    place = turn.snapshot.cohorts.place_in(cohort)
    schedule = place.cohort.schedule if place is not None else None
    own = turn.conversation.zone if schedule is None or schedule.own_zone else ""
    return local_day(turn.now, own or (schedule.zone if schedule else "UTC"))


def together(earlier: CheckIn | None, later: CheckIn) -> CheckIn:
    """Give a check-in with what a co-founder has answered for the same day: neither takes the other's place.

    What either kept private stays so.
    """
    if earlier is None or (earlier.cohort, earlier.day) != (later.cohort, later.day):
        return later
    hindrances = tuple(dict.fromkeys(said for said in (earlier.hindrance, later.hindrance) if said))
    numbers = {number.name: number for number in (*earlier.numbers, *later.numbers)}
    return replace(
        later,
        finished=tuple(dict.fromkeys((*earlier.finished, *later.finished))),
        ahead=tuple(dict.fromkeys((*earlier.ahead, *later.ahead))),
        hindrance=BETWEEN.join(hindrances),
        hindrance_private=earlier.hindrance_private or later.hindrance_private,
        numbers=tuple(numbers.values()),
        late=earlier.late and later.late,
        corrected=earlier.corrected,
    )


def _opening(progress: Progress) -> Phrase:
    if progress.again:
        return say("checkin.corrected")
    if progress.finished:
        return say("checkin.done_finished", n=len(progress.finished), names=progress.finished)
    if progress.hindrance:
        return say("checkin.done_stuck")
    return say("checkin.done")


def _told(progress: Progress) -> Phrase:
    if progress.mentors:
        return say("checkin.told", n=len(progress.mentors), mentors=progress.mentors)
    return say("checkin.told_private")


def since_last(turn: Turn) -> tuple[Phrase, ...]:
    """Give a line for each change since the last check-in, none where it is the first."""
    last = turn.snapshot.cohorts.last
    if last is None:
        return ()
    lines = describe_changes(changes_between(last.canvas, turn.canvas), last.canvas, turn.canvas)
    more = len(lines) - LINES
    return (*lines[:LINES], say("checkin.more", n=more)) if more > 0 else lines
