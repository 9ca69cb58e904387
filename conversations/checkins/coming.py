"""A check-in comes by itself, is come back to while it is open, and is planned anew when its time changes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from conversations.checkins.pausing import leave_open, pause_button
from conversations.checkins.period import is_settled
from conversations.checkins.planning import (
    answered,
    asked,
    come_back,
    habit_of,
    keep_asked,
    last_missed,
    place_in,
    plan,
    replan,
    stop,
)
from conversations.checkins.starting import go_on_or_begin
from conversations.cohorts.cohort import Cohort, Role
from conversations.cohorts.gathering import plan_group
from conversations.cohorts.records import CheckedIn, CohortSaved, Joined, Left
from conversations.cohorts.tap import button
from conversations.intents import ToConversation
from conversations.interview.replies import About, Button, Say
from conversations.mentoring.coming import plan_digest
from conversations.words.text import say

if TYPE_CHECKING:
    from datetime import datetime

    from conversations.checkins.occasions import CheckInDue, CheckInOpen, PlanChanged
    from conversations.cohorts.desk import Place
    from conversations.interview.turn import Turn
    from conversations.words.text import Phrase

LATE = timedelta(hours=2)
"""What comes so long after it was planned is apologised for."""


def take_due(turn: Turn, due: CheckInDue, planned: datetime) -> None:
    """Begin the check-in that is due: of several that were missed the latest, once."""
    place = place_in(turn, due.cohort) if due.cohort else None
    if (due.cohort and place is None) or habit_of(turn, due.cohort).off:
        return  # the founder has left meanwhile, or the cohort has ended
    day = last_missed(turn, due, planned)
    if is_settled(turn, due.cohort, day):
        keep_asked(turn, due.cohort, day)
        return
    lead = (say("checkin.sorry_late"),) if turn.now - planned > LATE else _whose_clock(turn, place)
    if place is not None and place.venture != turn.venture:
        _point_to_venture(turn, place)
    else:
        go_on_or_begin(turn, place, day, *lead)
    asked(turn, due.cohort, day)


def take_open(turn: Turn, still: CheckInOpen) -> None:
    """Come back to a check-in that is still open, without a sound; one that was answered is left alone."""
    progress = turn.conversation.check_in
    if progress is None or (progress.cohort, progress.day) != (still.cohort, still.day):
        return
    go_on = button(say("button.continue"), "go", still.cohort)
    rows = ((go_on, pause_button(still.cohort)),)
    text = (say("checkin.still_open", day=still.day),)
    turn.replies.append(Say(text, rows, about=About(venture=turn.venture, cohort=still.cohort), silent=True))
    come_back(turn, still.cohort, still.day, still.reminder + 1)


def take_changed(turn: Turn, changed: PlanChanged) -> None:
    """Plan anew what comes by itself; nothing is said."""
    if place_in(turn, changed.cohort) is not None:
        plan(turn, changed.cohort)
    plan_digest(turn, changed.cohort)


def plan_after(turn: Turn) -> None:
    """Have planned anew whatever this turn has changed the time of."""
    for record in turn.records:
        match record:
            case Joined(cohort=cohort):
                replan(turn, cohort)
            case CohortSaved(cohort=cohort) if _time_changed(turn, cohort):
                replan(turn, cohort.id, *Role)
                if cohort.group:
                    plan_group(turn, cohort, ToConversation(cohort.group))
            case Left(cohort=cohort, role=Role.FOUNDER, person=0):
                leave_open(turn, cohort)
                stop(turn, cohort)
            case CheckedIn(check_in=check_in):
                answered(turn, check_in.cohort)
            case _:
                pass


def _time_changed(turn: Turn, cohort: Cohort) -> bool:
    desk = turn.snapshot.cohorts.desk
    if desk is None or desk.place.cohort.id != cohort.id:
        return False
    before = desk.place.cohort
    return _times(before) != _times(cohort)


def _times(cohort: Cohort) -> tuple[object, ...]:
    digest = (cohort.digest_day, cohort.digest_hour)
    return (cohort.schedule, cohort.starts, cohort.ends, cohort.holidays, digest, cohort.ended)


def _whose_clock(turn: Turn, place: Place | None) -> tuple[Phrase, ...]:
    """Say once that founders may have their own clock, where the cohort lets them and it isn't known."""
    if place is None or turn.conversation.zone or habit_of(turn, place.cohort.id).asked is not None:
        return ()
    schedule = place.cohort.schedule
    return (say("zone.by_the_cohorts", zone=schedule.zone),) if schedule.own_zone else ()


def _point_to_venture(turn: Turn, place: Place) -> None:
    rows = ((Button(say("checkin.button.switch"), f"o:v:{place.venture}"), pause_button(place.cohort.id)),)
    turn.say(say("checkin.other_venture", cohort=place.cohort.name), rows=rows)
