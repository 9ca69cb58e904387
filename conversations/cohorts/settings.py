"""A cohort's settings: one message that shows them all, rewritten in place as they are changed."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.checkins.schedule import Rhythm
from conversations.cohorts.calendar import WEEK, days_said, local_day, monday_from
from conversations.cohorts.cohort import BUILT_IN, Metric
from conversations.cohorts.playbooks import playbook_in_words
from conversations.cohorts.records import CohortSaved
from conversations.cohorts.schedule_words import day_name, schedule_in_words
from conversations.cohorts.tap import Tap, button, data, in_rows
from conversations.interview.taps import is_number
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.checkins.schedule import Schedule
    from conversations.cohorts.cohort import Cohort
    from conversations.interview.replies import Button
    from conversations.interview.turn import Turn

HOURS = range(7, 21)
LENGTHS = (4, 6, 8, 10, 12, 16, 20, 26)
MONDAYS = 6
DAYS_OF_MONTH = (1, 5, 10, 15, 20, 25, 28, 31)
ON_DEMAND = 99
"""What the button carries for a digest that comes only when it is asked for."""
MOST_NUMBERS = 4
LONGEST = 60
RHYTHMS = tuple(Rhythm)
NEVER = -1
WORDED = ("called", "programme", "numbers", "holidays", "zone")
"""What is changed by writing."""


def show_settings(turn: Turn, tap: Tap, cohort: Cohort | None = None) -> None:
    """Show all settings, a button for each."""
    shown = cohort or tap.cohort
    weeks = shown.week_of(shown.ends)
    lines = (
        say("cohort.set.schedule", schedule=schedule_in_words(shown)),
        say("cohort.set.dates", start=shown.starts, end=shown.ends, weeks=say("cohort.weeks", n=weeks)),
        _digest(shown),
        *((say("cohort.set.programme", programme=shown.programme),) if shown.programme else ()),
        *(_numbers(shown) if shown.metrics else ()),
        *((say("cohort.set.playbook", name=playbook_in_words(shown)),) if shown.playbook != BUILT_IN else ()),
        *((say("cohort.set.holidays", n=len(shown.holidays)),) if shown.holidays else ()),
    )
    buttons = [
        button(name, "ch", shown.id, name)
        for name in ("day", "hour", "clock", "rhythm", "start", "length", "digest_day", "digest_hour")
    ]
    buttons += [button(name, "wr", shown.id, name) for name in WORDED]
    buttons.append(button("interview", "pb", shown.id))
    buttons.append(button("group", "gr", shown.id))
    last = (button("invite", "in", shown.id), button("back", "at", shown.id), button("end", "end", shown.id))
    turn.redraw(
        tap.message, say("cohort.set", name=shown.name, lines=lines), rows=(*in_rows(buttons, 3), last)
    )


def _digest(cohort: Cohort) -> Phrase:
    if cohort.digest_hour == NEVER:
        return say("cohort.set.digest_never")
    return say("cohort.set.digest", day=day_name(cohort.digest_day), hour=f"{cohort.digest_hour}:00")


def _numbers(cohort: Cohort) -> tuple[Phrase, ...]:
    return (say("cohort.set.numbers", names=tuple(metric.name for metric in cohort.metrics)),)


def offer_choices(turn: Turn, tap: Tap) -> None:
    """Show what a setting can be, a button each."""
    name = tap.rest[0] if tap.rest else ""
    if name not in _CHOICES:
        return
    buttons = [
        button(label, "to", tap.cohort.id, name, value) for value, label in _CHOICES[name](turn, tap.cohort)
    ]
    rows = (*in_rows(buttons, 4 if name in ("hour", "digest_hour", "length") else 2), _back(tap))
    turn.redraw(tap.message, say(f"cohort.choose.{name}"), rows=rows)


def _back(tap: Tap) -> tuple[Button, ...]:
    return (button("back", "set", tap.cohort.id),)


def _check_in_days(_turn: Turn, cohort: Cohort) -> list[tuple[int, Phrase]]:
    schedule = cohort.schedule
    if schedule.rhythm is Rhythm.MONTHLY:
        return [(day, say("schedule.of_month", day=day)) for day in DAYS_OF_MONTH]
    marked = ((day, "cohort.chosen" if day in schedule.days else "cohort.not_chosen") for day in range(7))
    return [(day, say(mark, name=day_name(day))) for day, mark in marked]


def _days(_turn: Turn, _cohort: Cohort) -> list[tuple[int, Phrase]]:
    return [(day, day_name(day)) for day in range(7)]


def _hours(_turn: Turn, _cohort: Cohort) -> list[tuple[int, Phrase]]:
    return [(hour, say("cohort.named", name=f"{hour}:00")) for hour in HOURS]


def _digest_hours(turn: Turn, cohort: Cohort) -> list[tuple[int, Phrase]]:
    return [*_hours(turn, cohort), (ON_DEMAND, say("cohort.button.only_asked"))]


def _clocks(_turn: Turn, _cohort: Cohort) -> list[tuple[int, Phrase]]:
    return [(number, say(f"schedule.clock.{number}")) for number in range(2)]


def _rhythms(_turn: Turn, _cohort: Cohort) -> list[tuple[int, Phrase]]:
    return [(number, say(f"schedule.rhythm.{rhythm.value}")) for number, rhythm in enumerate(RHYTHMS)]


def _starts(turn: Turn, cohort: Cohort) -> list[tuple[int, Phrase]]:
    # From last Monday on: a programme may have begun already.
    first = monday_from(local_day(turn.now, cohort.schedule.zone)) - WEEK
    days = [first + number * WEEK for number in range(MONDAYS)]
    return [(day.toordinal(), say("cohort.day", day=day)) for day in days]


def _lengths(_turn: Turn, _cohort: Cohort) -> list[tuple[int, Phrase]]:
    return [(weeks, say("cohort.weeks", n=weeks)) for weeks in LENGTHS]


_CHOICES: dict[str, Callable[[Turn, Cohort], list[tuple[int, Phrase]]]] = {
    "day": _check_in_days,
    "hour": _hours,
    "clock": _clocks,
    "rhythm": _rhythms,
    "start": _starts,
    "length": _lengths,
    "digest_day": _days,
    "digest_hour": _digest_hours,
}


def choose(turn: Turn, tap: Tap) -> None:
    """Set what was chosen, and show all settings again."""
    name, value = (*tap.rest, "", "")[:2]
    if name not in _CHOICES or not is_number(value):
        return
    if int(value) not in dict(_CHOICES[name](turn, tap.cohort)):
        offer_choices(turn, tap)  # what was offered once can't be chosen any more, such as a day gone by
        return
    changed = _changed(tap.cohort, name, int(value))
    turn.records.append(CohortSaved(changed))
    if name == "day" and changed.schedule.rhythm is not Rhythm.MONTHLY:
        # Days are toggled: there may be more to choose.
        offer_choices(turn, tap._replace(desk=replace(tap.desk, place=replace(tap.place, cohort=changed))))
    else:
        show_settings(turn, tap, changed)


def _changed(cohort: Cohort, name: str, value: int) -> Cohort:
    match name:
        case "day" | "hour" | "clock" | "rhythm":
            return replace(cohort, schedule=_rescheduled(cohort.schedule, name, value))
        case "start":
            starts = type(cohort.starts).fromordinal(value)
            return replace(cohort, starts=starts, ends=starts + (cohort.ends - cohort.starts))
        case "length":
            return replace(cohort, ends=cohort.starts + value * WEEK - timedelta(days=1))
        case "digest_day":
            return replace(cohort, digest_day=value)
    return replace(cohort, digest_hour=value if value in HOURS else NEVER)


def _rescheduled(schedule: Schedule, name: str, value: int) -> Schedule:
    if name == "hour":
        return replace(schedule, at=time(value))
    if name == "clock":
        return replace(schedule, own_zone=bool(value))
    if name == "rhythm":
        return replace(schedule, rhythm=RHYTHMS[value])
    if schedule.rhythm is Rhythm.MONTHLY:
        return replace(schedule, day_of_month=value)
    return replace(schedule, days=tuple(sorted(set(schedule.days) ^ {value})) or (value,))


def ask_words(turn: Turn, tap: Tap) -> None:
    """Ask for what is changed by writing."""
    name = tap.rest[0] if tap.rest else ""
    if name in WORDED:
        turn.place(expecting=data(name, tap.cohort.id))
        turn.say(say(f"cohort.write.{name}"), rows=((button("never_mind", "set", tap.cohort.id),),))


def take_called(turn: Turn, tap: Tap, said: str) -> None:
    """Take another name for the cohort."""
    _keep(turn, tap, replace(tap.cohort, name=_line(said)))


def take_programme(turn: Turn, tap: Tap, said: str) -> None:
    """Take the programme's name."""
    _keep(turn, tap, replace(tap.cohort, programme=_line(said)))


def take_numbers(turn: Turn, tap: Tap, said: str) -> None:
    """Take the numbers that are asked for at each check-in, one a line: "Revenue: to see the runway"."""
    metrics = []
    for line in said.splitlines():
        name, _, why = line.partition(":")
        if name.strip():
            metrics.append(Metric(name=_line(name), why=_line(why)))
    _keep(turn, tap, replace(tap.cohort, metrics=tuple(metrics[:MOST_NUMBERS])))


def take_holidays(turn: Turn, tap: Tap, said: str) -> None:
    """Take days without a check-in; where they can't be read, ask again."""
    cohort = tap.cohort
    days = days_said(said, local_day(turn.now, cohort.schedule.zone))
    if not days:
        turn.place(expecting=data("holidays", cohort.id))
        turn.say(say("cohort.holidays_unclear"))
        return
    _keep(turn, tap, replace(cohort, holidays=tuple(sorted({*cohort.holidays, *days}))))


def _keep(turn: Turn, tap: Tap, changed: Cohort) -> None:
    turn.records.append(CohortSaved(changed))
    show_settings(turn, tap, changed)


def _line(said: str) -> str:
    return " ".join(said.split())[:LONGEST]
