"""The way in: a person's cohorts, and one of them opened with what can be done there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.calendar import local_day
from conversations.cohorts.cohort import Role
from conversations.cohorts.schedule_words import schedule_in_words
from conversations.cohorts.seen_words import parts_in_words
from conversations.cohorts.tap import Tap, button, in_rows
from conversations.reading.text import shorten
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.cohorts.cohort import Cohort
    from conversations.cohorts.desk import Desk, Place
    from conversations.interview.replies import Button, Rows
    from conversations.interview.turn import Turn

WIDE = 30
GONE = timedelta(days=30)
"""How long an owner must be gone before mentors are offered the cohort."""


def show_places(turn: Turn, message: int = 0) -> None:
    """Show a person's cohorts, a button each, and the way to a new one."""
    places = turn.snapshot.cohorts.places
    rows = [
        (button(say("cohort.named", name=shorten(place.cohort.name, WIDE)), "at", place.cohort.id),)
        for place in places
    ]
    text = say("cohort.list", n=len(places)) if places else say("cohort.none")
    turn.redraw(message, text, rows=(*rows, (button("new", "new"),)))


def show_cohort(turn: Turn, tap: Tap) -> None:
    """Show a cohort opened: where it stands, and the buttons that the person's roles allow."""
    text, rows = cohort_in_words(turn, tap.desk), _rows(tap.desk)
    if Role.MENTOR in tap.place.roles and is_orphaned(turn, tap.place):
        text = (*text, say("cohort.orphaned"))
        rows = ((button("take_over", "tk", tap.cohort.id),), *rows)
    turn.redraw(tap.message, *text, rows=rows)


def is_orphaned(turn: Turn, place: Place) -> bool:
    """Whether a cohort's owner has been gone for 30 days."""
    return place.owner_gone_since is not None and turn.now - place.owner_gone_since >= GONE


def cohort_in_words(turn: Turn, desk: Desk) -> tuple[Phrase, ...]:
    """Give a cohort's name, dates and people in words."""
    place = desk.place
    cohort = place.cohort
    head = say("cohort.head", name=cohort.name, week=week_in_words(turn, cohort))
    if place.roles == (Role.FOUNDER,):
        return (head, _founders_part(place))
    ventures = len({member.venture for member in desk.members if member.role is Role.FOUNDER})
    staff = {member.person for member in desk.members if member.role is not Role.FOUNDER}
    people = say(
        "cohort.people",
        ventures=say("cohort.ventures", n=ventures),
        mentors=say("cohort.staff", n=len(staff)),
    )
    return (head, say("cohort.when", schedule=schedule_in_words(cohort), people=people))


def week_in_words(turn: Turn, cohort: Cohort) -> Phrase:
    """Give where the programme stands: week 3 of 12, from when, or over."""
    today = local_day(turn.now, cohort.schedule.zone)
    weeks = cohort.week_of(cohort.ends)
    if cohort.ended or today > cohort.ends:
        return say("cohort.over", day=cohort.ends)
    if today < cohort.starts:
        return say("cohort.begins", day=cohort.starts, weeks=say("cohort.weeks", n=weeks))
    return say("cohort.week", week=cohort.week_of(today), weeks=weeks)


def _founders_part(place: Place) -> Phrase:
    return say("cohort.founder", mentors=place.mentors, shared=parts_in_words(place.consent))


def _rows(desk: Desk) -> Rows:
    this, roles = desk.place.cohort.id, desk.place.roles
    wanted = (
        ("digest", "dg", Action.SEE_DIGEST),
        ("overview", "ov", Action.SEE_DIGEST),
        ("participation", "pa", Action.SEE_DIGEST),
        ("members", "mb", Action.SEE_MEMBERS),
        ("invite", "in", Action.INVITE),
        ("settings", "set", Action.CHANGE_COHORT),
        ("consent", "co", Action.CONSENT),
        ("check_in", "ask", Action.CHECK_IN),
        ("leave", "lv", Action.LEAVE),
    )
    buttons: list[Button] = [
        button(label, verb, this) for label, verb, action in wanted if allowed(roles, action)
    ]
    return in_rows(buttons, 2)
