"""A check-in begins: its first question, or the interview's next one where that is unfinished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.checkins.asking import put
from conversations.checkins.period import under_way
from conversations.checkins.progress import Progress, Step
from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.calendar import local_day
from conversations.cohorts.consent import Part
from conversations.cohorts.tap import button
from conversations.interview.asking import ask
from conversations.interview.returning import go_on
from conversations.script.machine import RESTING, WELCOME
from conversations.words.text import say

if TYPE_CHECKING:
    from datetime import date

    from conversations.cohorts.desk import Place
    from conversations.cohorts.tap import Tap
    from conversations.interview.turn import Turn
    from conversations.words.text import Phrase


def check_in_now(turn: Turn) -> None:
    """Begin a check-in that the founder asked for: of the venture's cohort, or for themselves."""
    if turn.conversation.state == WELCOME:
        go_on(turn)
        return
    places = turn.snapshot.cohorts.places
    running = [p for p in places if not p.cohort.ended and allowed(p.roles, Action.CHECK_IN)]
    place = next((p for p in running if p.venture == turn.venture), None)
    day = local_day(turn.now, place.cohort.schedule.zone) if place else turn.now.date()
    # Whoever takes part with another venture shall not think that this one's answers go there.
    alone = running and place is None and turn.conversation.state == RESTING
    lead = (say("checkin.for_yourself", cohort=running[0].cohort.name),) if alone else ()
    go_on_or_begin(turn, place, day, *lead)


def check_in_here(turn: Turn, tap: Tap) -> Phrase | None:
    """Begin a check-in from a cohort's screen."""
    if turn.venture != tap.place.venture:
        return say("consent.other_venture")
    go_on_or_begin(turn, tap.place, local_day(turn.now, tap.cohort.schedule.zone))
    return None


def correct(turn: Turn, place: Place | None, rest: tuple[str, ...]) -> Phrase | None:
    """Put what a sent check-in said of obstacles and numbers again; mentors learn that it was corrected."""
    last = turn.snapshot.cohorts.last
    cohort = place.cohort.id if place else ""
    if last is None or (last.day.isoformat(), last.cohort) != ((*rest, "")[0], cohort):
        return say("checkin.too_old")
    progress = _progress(turn, place, last.day)
    names = {entry.text: entry.id for entry in turn.canvas.entries}
    ahead = tuple(names[name] for name in last.ahead if name in names)
    private = last.hindrance_private
    put(
        turn,
        replace(
            progress,
            step=Step.HINDRANCE,
            finished=last.finished,
            ahead=ahead,
            private=private,
            again=True,
            late=last.late,
        ),
    )
    return None


def go_on_or_begin(turn: Turn, place: Place | None, day: date, *lead: Phrase) -> None:
    """Put the open question of a check-in that was begun in a day's period; else begin that day's."""
    progress = under_way(turn, place.cohort.id if place else "", day)
    if progress is None or turn.conversation.state != RESTING:
        _begin(turn, place, day, *lead)
        return
    header = (say("checkin.week", week=progress.week),) if progress.step is not Step.FINISHED else ()
    put(turn, progress, *lead, *header)


def _begin(turn: Turn, place: Place | None, day: date, *lead: Phrase) -> None:
    """Put the first question of a check-in for a day, or the interview's where that isn't finished."""
    if turn.conversation.state != RESTING:
        _go_on_with_interview(turn, place)
        return
    put(turn, _progress(turn, place, day), *lead)


def _progress(turn: Turn, place: Place | None, day: date) -> Progress:
    last = turn.snapshot.cohorts.last
    cohort = place.cohort if place else None
    seen = place is not None and Part.CHECK_INS in place.consent
    return Progress(
        cohort=cohort.id if cohort else "",
        day=day,
        week=cohort.week_of(day) if cohort else (last.week + 1 if last else 1),
        step=Step.FINISHED,
        asked_at=turn.now,
        asks=tuple(metric.name for metric in cohort.metrics) if cohort else (),
        whys=tuple(metric.why for metric in cohort.metrics) if cohort else (),
        mentors=place.mentors if place and seen else (),
        again=last is not None and last.day == day and last.cohort == (cohort.id if cohort else ""),
    )


def _go_on_with_interview(turn: Turn, place: Place | None) -> None:
    stuck = (button(say("checkin.button.stuck"), "stuck", place.cohort.id),) if place else ()
    if turn.question is None:
        go_on(turn, say("checkin.interview_first"))
    else:
        ask(turn, say("checkin.interview_first"), offer=stuck)
