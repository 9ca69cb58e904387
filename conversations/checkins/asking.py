"""How a check-in's questions are put: a header, the question last and bold, its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.checkins.picking import doubtful, page_of, waiting
from conversations.checkins.progress import Progress, Step
from conversations.checkins.rows import rows_of
from conversations.interview.replies import About, Button, Redraw, Say, Unbutton
from conversations.words.entry_words import entry_in_words
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.interview.turn import Turn


def put(turn: Turn, progress: Progress, *lead: Phrase, undo: bool = False) -> None:
    """Put the question that a check-in stands at, as a new message below `lead`."""
    take_off(turn)
    number = turn.conversation.prompts + 1
    progress = replace(progress, token=f"w{number}", asked_at=turn.now)
    if progress.step is Step.STILL:
        entry = doubtful(turn.canvas, progress.week)
        progress = replace(progress, about=entry.id if entry else 0)
    turn.place(check_in=progress, prompts=number)
    rows = rows_of(turn, progress)
    if undo:
        rows = (*rows, (Button(say("button.undo"), f"o:undo:{turn.venture}:{turn.next_version}"),))
    about = About(venture=turn.venture, question=f"check_in.{progress.step.value}", cohort=progress.cohort)
    turn.replies.append(Say((*lead, *_text(turn, progress)), rows, prompt=progress.token, about=about))


def put_again(turn: Turn, *lead: Phrase) -> None:
    """Put the open question of the check-in once more, with what is tapped on it so far."""
    if turn.conversation.check_in is not None:
        put(turn, turn.conversation.check_in, *lead)


def redraw(turn: Turn, progress: Progress) -> None:
    """Draw the open question anew in its place."""
    turn.place(check_in=progress)
    turn.replies.append(Redraw(_text(turn, progress), rows_of(turn, progress), prompt=progress.token))


def take_off(turn: Turn) -> None:
    """Take the buttons off the question that was open."""
    progress = turn.conversation.check_in
    if progress is not None and progress.token:
        turn.replies.append(Unbutton(prompt=progress.token))
        turn.place(check_in=replace(progress, token=""))


def _text(turn: Turn, progress: Progress) -> Text:
    header = say("checkin.week", week=progress.week) if progress.week else say("checkin.header")
    asked = _ASKED[progress.step](turn, progress)
    return (header, *asked) if progress.step is Step.FINISHED else asked


def _finished(turn: Turn, progress: Progress) -> Text:
    shown = page_of(turn.canvas, progress.page)
    if not shown:
        return (say("checkin.finished_none"),)
    return (say("checkin.finished", lines=tuple(entry_in_words(turn.canvas, entry) for entry in shown)),)


def _ahead(turn: Turn, _progress: Progress) -> Text:
    return (say("checkin.ahead") if waiting(turn.canvas) else say("checkin.ahead_none"),)


def _date(turn: Turn, progress: Progress) -> Text:
    names = tuple(entry.text for entry in map(turn.canvas.entry, progress.ahead) if entry)
    return (say("checkin.date", names=names),)


def _hindrance(_turn: Turn, progress: Progress) -> Text:
    if not progress.cohort:
        return (say("checkin.hindrance"),)
    return (say("checkin.hindrance"), _eyes(progress))


def _eyes(progress: Progress) -> Phrase:
    if progress.private or not progress.mentors:
        return say("checkin.private")
    return say("checkin.seen", n=len(progress.mentors), mentors=progress.mentors)


def _numbers(_turn: Turn, progress: Progress) -> Text:
    lines = tuple(
        say("checkin.number_why", name=name, why=why) if why else say("checkin.number_name", name=name)
        for name, why in zip(progress.asks, progress.whys, strict=True)
    )
    if len(lines) > 1:
        # A single one needs no number: "1 Sales" would read as one sale.
        lines = tuple(
            say("checkin.number", number=number, name=line) for number, line in enumerate(lines, start=1)
        )
    return (say("checkin.numbers", n=len(lines), lines=lines),)


def _still(turn: Turn, progress: Progress) -> Text:
    entry = turn.canvas.entry(progress.about)
    return (say("checkin.still", entry=entry_in_words(turn.canvas, entry)) if entry else say("note.gone"),)


_ASKED: dict[Step, Callable[[Turn, Progress], Text]] = {
    Step.FINISHED: _finished,
    Step.CHANGED: lambda _turn, _progress: (say("checkin.changed"),),
    Step.AHEAD: _ahead,
    Step.DATE: _date,
    Step.HINDRANCE: _hindrance,
    Step.NUMBERS: _numbers,
    Step.STILL: _still,
}
