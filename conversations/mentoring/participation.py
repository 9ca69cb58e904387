"""Who answered when, over the weeks of a programme: as bars in the chat, and for the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from conversations.cohorts.calendar import local_day
from conversations.cohorts.tap import Tap, button
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from datetime import date

    from conversations.checkins.checkin import CheckIn
    from conversations.cohorts.desk import Desk, SeenVenture
    from conversations.interview.turn import Turn

BAR = 12
"""Signs of a full bar: it fits a phone beside its numbers."""
FULL, EMPTY = "▇", "·"


class Week(msgspec.Struct, frozen=True):
    """How many of the ventures answered in a week, and how many things were finished."""

    number: int
    answered: int
    late: int
    finished: int


def weeks_so_far(desk: Desk, today: date) -> range:
    """Give the programme's weeks up to today's, none before it begins."""
    cohort = desk.place.cohort
    return range(1, cohort.week_of(min(today, cohort.ends)) + 1)


def participation(desk: Desk, today: date) -> tuple[Week, ...]:
    """Give how each week was answered so far."""
    return tuple(_week(desk, number) for number in weeks_so_far(desk, today))


def _week(desk: Desk, number: int) -> Week:
    found = [one for one in (answered_in(desk, venture, number) for venture in desk.ventures) if one]
    return Week(
        number,
        answered=len(found),
        late=sum(one.late for one in found),
        finished=sum(len(one.finished) for one in found),
    )


def answered_in(desk: Desk, venture: SeenVenture, week: int) -> CheckIn | None:
    """Give the check-in of a venture in a week, None where there is none."""
    cohort = desk.place.cohort
    return next((one for one in venture.check_ins if cohort.week_of(one.day) == week), None)


def show_participation(turn: Turn, tap: Tap) -> None:
    """Show a bar a week: how many answered; with the files a tap away."""
    this = tap.cohort.id
    weeks = participation(tap.desk, local_day(turn.now, tap.cohort.schedule.zone))
    lines = tuple(_bar(week, len(tap.desk.ventures)) for week in weeks)
    text = (
        say("participation.text", name=tap.cohort.name, lines=lines) if lines else say("participation.none")
    )
    rows = (
        (button("xlsx", "xp", this, "xlsx"), button("csv", "xp", this, "csv")),
        (button("digest", "dg", this), button("back", "at", this)),
    )
    turn.say(text, rows=rows)


def _bar(week: Week, ventures: int) -> Phrase:
    signs = round(BAR * week.answered / ventures) if ventures else 0
    bar = FULL * signs + EMPTY * (BAR - signs)
    return say("participation.week", bar=bar, week=week.number, answered=week.answered, ventures=ventures)
