"""The buttons under a check-in's questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.checkins.picking import page_of, pages_of, waiting
from conversations.checkins.progress import Progress, Step
from conversations.cohorts.wanting import TAP
from conversations.interview.forms.activities import month_end
from conversations.interview.replies import Button, Rows
from conversations.reading.text import shorten
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.interview.turn import Turn

WIDE = 24


def rows_of(turn: Turn, progress: Progress) -> Rows:
    """Give the buttons of the question that a check-in stands at."""
    return _ROWS[progress.step](turn, progress)


def _finished(turn: Turn, progress: Progress) -> Rows:
    known = page_of(turn.canvas, progress.page)
    rows: list[tuple[Button, ...]] = [(_toggle(progress, one.id, one.text),) for one in known]
    pages = pages_of(turn.canvas)
    if pages > 1:
        label = say("checkin.button.page", page=progress.page % pages + 1, pages=pages)
        rows.append((_button(progress, label, "page"),))
    none = _button(progress, say("checkin.button.nothing_new"), "none")
    rows.append((none, _button(progress, say("checkin.button.next"), "go")))
    if progress.cohort or progress.cohort in turn.conversation.habits:
        rows.append((Button(say("checkin.button.pause"), f"{TAP}pz:{progress.cohort}"),))
    return tuple(rows)


def _changed(_turn: Turn, progress: Progress) -> Rows:
    return ((_button(progress, say("checkin.button.nothing_else"), "none"),),)


def _ahead(turn: Turn, progress: Progress) -> Rows:
    later = tuple((_toggle(progress, one.id, one.text),) for one in waiting(turn.canvas))
    label = say("checkin.button.next" if progress.marks else "checkin.button.nothing_new")
    return (*later, (_button(progress, label, "go"),))


def _date(turn: Turn, progress: Progress) -> Rows:
    end = say("button.until", date=month_end(turn.now.date()))
    labels = ((say("button.two_weeks"), "d14"), (end, "dend"), (say("button.no_date"), "dnone"))
    return (tuple(_button(progress, label, choice) for label, choice in labels),)


def _hindrance(_turn: Turn, progress: Progress) -> Rows:
    nothing = _button(progress, say("checkin.button.nothing"), "none")
    if not progress.cohort or not progress.mentors:
        return ((nothing,),)
    label = say("checkin.button.show" if progress.private else "checkin.button.private")
    return ((nothing, _button(progress, label, "private")),)


def _numbers(_turn: Turn, progress: Progress) -> Rows:
    return ((_button(progress, say("button.skip"), "none"),),)


def _still(_turn: Turn, progress: Progress) -> Rows:
    labels = (("yes", "yes"), ("changed", "other"), ("drop", "drop"))
    return (tuple(_button(progress, say(f"checkin.button.{key}"), choice) for key, choice in labels),)


_ROWS: dict[Step, Callable[[Turn, Progress], Rows]] = {
    Step.FINISHED: _finished,
    Step.CHANGED: _changed,
    Step.AHEAD: _ahead,
    Step.DATE: _date,
    Step.HINDRANCE: _hindrance,
    Step.NUMBERS: _numbers,
    Step.STILL: _still,
}


def _toggle(progress: Progress, number: int, text: str) -> Button:
    name = shorten(text, WIDE)
    mark = "cohort.chosen" if number in progress.marks else "cohort.not_chosen"
    return _button(progress, say(mark, name=name), str(number))


def _button(progress: Progress, label: Phrase, choice: str) -> Button:
    return Button(label, f"{TAP}ci:{progress.cohort}:{progress.day}:{progress.step.value}:{choice}")
