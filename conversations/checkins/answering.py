"""Answers to a check-in's questions, by tap or by words; each is saved at once, and the next is put."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Activity
from conversations.canvas.facets import When
from conversations.checkins.asking import put, put_again, redraw
from conversations.checkins.finishing import complete
from conversations.checkins.noting import note_answer
from conversations.checkins.numbers_said import read_numbers
from conversations.checkins.picking import doubtful, under_way, waiting
from conversations.checkins.progress import Progress, Step
from conversations.interview.celebrating import celebrated_line
from conversations.interview.forms.activities import TWO_WEEKS, month_end
from conversations.interview.forms.items import capitalised, in_pieces
from conversations.interview.resting import take_change
from conversations.interview.taps import is_number
from conversations.reading.dates import read_deadline
from conversations.reading.remarks import Remark, classify_remark
from conversations.reading.splitting import split_items
from conversations.reading.text import clean_text
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from conversations.interview.turn import Turn

WHILE_AGO = timedelta(hours=12)
"""What is written this long after a question is no answer to it, but something for the canvas."""
LONGEST_HINDRANCE = 300
NOTHING = (Remark.NONE, Remark.NO, Remark.SKIP, Remark.DONT_KNOW, Remark.SAME)


def tap(turn: Turn, rest: tuple[str, ...]) -> Phrase | None:
    """Take a tap on a question of the check-in; one on an old question is answered, never obeyed."""
    day, step, choice = (*rest, "", "", "")[:3]
    progress = turn.conversation.check_in
    if progress is None or (progress.day.isoformat(), progress.step.value) != (day, step):
        return say("note.answered")
    if is_number(choice) and progress.step in (Step.FINISHED, Step.AHEAD):
        return _mark(turn, progress, int(choice))
    answer = _TAPS.get((progress.step, choice))
    if answer is None:
        return say("note.unknown_button")
    answer(turn, progress)
    return None


def _mark(turn: Turn, progress: Progress, number: int) -> Phrase | None:
    offered = under_way(turn.canvas) if progress.step is Step.FINISHED else waiting(turn.canvas)
    if number not in {activity.id for activity in offered}:
        return say("note.gone")
    marks = tuple(n for n in progress.marks if n != number)
    redraw(turn, replace(progress, marks=marks if number in progress.marks else (*marks, number)))
    return None


def _finish(turn: Turn, progress: Progress) -> None:
    """Mark what was tapped as done, and go on."""
    done = [entry for entry in map(turn.canvas.entry, progress.marks) if isinstance(entry, Activity)]
    for activity in done:
        turn.canvas = turn.canvas.with_changed(replace(activity, done=True))
    names = tuple(activity.text for activity in done)
    going = replace(progress, finished=(*progress.finished, *names), marks=(), step=Step.CHANGED)
    if done:
        put(turn, going, celebrated_line(names), undo=True)
    else:
        put(turn, going)


def _turn_page(turn: Turn, progress: Progress) -> None:
    redraw(turn, replace(progress, page=progress.page + 1))


def _to(step: Step) -> Callable[[Turn, Progress], None]:
    def go(turn: Turn, progress: Progress) -> None:
        put(turn, replace(progress, step=step, marks=()))

    return go


def _take_up(turn: Turn, progress: Progress) -> None:
    """Bring what was tapped from Later to now; then ask for the date."""
    chosen = [entry for entry in map(turn.canvas.entry, progress.marks) if isinstance(entry, Activity)]
    for activity in chosen:
        turn.canvas = turn.canvas.with_changed(replace(activity, when=When.NOW))
    ahead = tuple(activity.id for activity in chosen)
    put(turn, replace(progress, ahead=ahead, marks=(), step=Step.DATE if ahead else Step.HINDRANCE))


def _dated(due: Callable[[date], date | None]) -> Callable[[Turn, Progress], None]:
    def set_date(turn: Turn, progress: Progress) -> None:
        _set_due(turn, progress, due(turn.now.date()))
        put(turn, replace(progress, step=Step.HINDRANCE))

    return set_date


def _set_due(turn: Turn, progress: Progress, day: date | None) -> None:
    for entry in map(turn.canvas.entry, progress.ahead):
        if isinstance(entry, Activity):
            turn.canvas = turn.canvas.with_changed(replace(entry, due=day))


def _keep_private(turn: Turn, progress: Progress) -> None:
    redraw(turn, replace(progress, private=not progress.private))


def _unhindered(turn: Turn, progress: Progress) -> None:
    _after_hindrance(turn, replace(progress, hindrance=""))


def _after_hindrance(turn: Turn, progress: Progress) -> None:
    thanks = (say("checkin.thanks"),) if progress.hindrance else ()
    if progress.asks:
        put(turn, replace(progress, step=Step.NUMBERS), *thanks)
    else:
        after_numbers(turn, progress, *thanks)


def after_numbers(turn: Turn, progress: Progress, *lead: Phrase) -> None:
    """Ask about one doubtful entry, or be done where there is none, or it was asked before."""
    if progress.again or doubtful(turn.canvas, progress.week) is None:
        complete(turn, progress)
    else:
        put(turn, replace(progress, step=Step.STILL), *lead)


def _still_true(turn: Turn, progress: Progress) -> None:
    complete(turn, progress)


def _drop(turn: Turn, progress: Progress) -> None:
    turn.canvas = turn.canvas.without([progress.about])
    complete(turn, progress)


def _changed_how(turn: Turn, progress: Progress) -> None:
    entry = turn.canvas.entry(progress.about)
    if entry is None:
        complete(turn, progress)
        return
    turn.say(say("checkin.changed_how", name=entry.text))


_TAPS: dict[tuple[Step, str], Callable[[Turn, Progress], None]] = {
    (Step.FINISHED, "go"): _finish,
    (Step.FINISHED, "none"): _to(Step.HINDRANCE),
    (Step.FINISHED, "page"): _turn_page,
    (Step.CHANGED, "none"): _to(Step.AHEAD),
    (Step.AHEAD, "go"): _take_up,
    (Step.DATE, "d14"): _dated(lambda today: today + TWO_WEEKS),
    (Step.DATE, "dend"): _dated(month_end),
    (Step.DATE, "dnone"): _dated(lambda _today: None),
    (Step.HINDRANCE, "none"): _unhindered,
    (Step.HINDRANCE, "private"): _keep_private,
    (Step.NUMBERS, "none"): after_numbers,
    (Step.STILL, "yes"): _still_true,
    (Step.STILL, "drop"): _drop,
    (Step.STILL, "other"): _changed_how,
}


def hear(turn: Turn, text: str) -> None:
    """Take words while a check-in is under way: the answer to its question, or something for the canvas."""
    progress = turn.conversation.check_in
    said = clean_text(text).strip()
    if progress is None or not said:
        turn.say(say("puzzled.empty"))
        return
    remark = classify_remark(said)
    if remark in (Remark.STOP, Remark.HELP, Remark.CLARIFY):
        put_again(turn, say("checkin.explained"))
    elif turn.now - progress.asked_at > WHILE_AGO and progress.step is not Step.HINDRANCE:
        take_change(turn, said)
        put_again(turn)
    else:
        words = "" if remark in NOTHING else said
        _HEARD[progress.step](turn, progress, words)
        note_answer(turn, progress, words)


def _hear_changes(turn: Turn, progress: Progress, said: str) -> None:
    """Take what has changed; several messages may tell it, so the tap on Nothing else ends it."""
    if not said:
        put(turn, replace(progress, step=Step.AHEAD, marks=()))
        return
    take_change(turn, said)
    done = {a.id for a in turn.snapshot.canvas.of(Activity) if a.done}
    fresh = tuple(a.text for a in turn.canvas.of(Activity) if a.done and a.id not in done)
    put(turn, replace(progress, step=Step.AHEAD, marks=(), finished=(*progress.finished, *fresh)))


def _hear_ahead(turn: Turn, progress: Progress, said: str) -> None:
    if not said:
        put(turn, replace(progress, step=Step.HINDRANCE, marks=()))
        return
    first = turn.canvas.next_id
    turn.canvas = turn.canvas.with_new(Activity(id=0, text=item, when=When.NOW) for item in named_ahead(said))
    ahead = (*progress.marks, *range(first, turn.canvas.next_id))
    _take_up(turn, replace(progress, marks=ahead))


def named_ahead(said: str) -> list[str]:
    """Give what comes next, by name, as it was said."""
    if not said:
        return []
    return [capitalised(piece) for item in split_items(said) or (said,) for piece in in_pieces(item)]


def _hear_date(turn: Turn, progress: Progress, said: str) -> None:
    """Take a day in words; it is said back as a date, so that a wrong guess shows and can be undone."""
    day = read_deadline(said, turn.now.date())
    if said and day is None:
        put(turn, progress, say("checkin.date_unclear"))
    elif day is not None and day < turn.now.date():
        put(turn, progress, say("checkin.date_past", date=day))
    else:
        _set_due(turn, progress, day)
        lead = (say("checkin.dated", date=day),) if day else ()
        put(turn, replace(progress, step=Step.HINDRANCE), *lead, undo=day is not None)


def _hear_hindrance(turn: Turn, progress: Progress, said: str) -> None:
    _after_hindrance(turn, replace(progress, hindrance=hindrance_said(said)))


def hindrance_said(said: str) -> str:
    """Give what is in the way, as it is kept of what was said."""
    return " ".join(said.split())[:LONGEST_HINDRANCE]


def _hear_numbers(turn: Turn, progress: Progress, said: str) -> None:
    numbers = read_numbers(said, progress.asks)
    if said and not numbers:
        put(turn, progress, say("checkin.numbers_unclear"))
        return
    after_numbers(turn, replace(progress, numbers=numbers))


def _hear_still(turn: Turn, progress: Progress, said: str) -> None:
    entry = turn.canvas.entry(progress.about)
    if entry is not None and said:
        turn.canvas = turn.canvas.with_changed(replace(entry, text=capitalised(" ".join(said.split()))))
    complete(turn, progress)


_HEARD: dict[Step, Callable[[Turn, Progress, str], None]] = {
    Step.FINISHED: _hear_changes,
    Step.CHANGED: _hear_changes,
    Step.AHEAD: _hear_ahead,
    Step.DATE: _hear_date,
    Step.HINDRANCE: _hear_hindrance,
    Step.NUMBERS: _hear_numbers,
    Step.STILL: _hear_still,
}
