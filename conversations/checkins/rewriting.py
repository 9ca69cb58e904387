"""An answer to a check-in that was edited in the chat: its new words stand, under way and once it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.changes import changes_between, redo
from conversations.canvas.entries import Activity
from conversations.checkins.answering import NOTHING, hear
from conversations.checkins.asking import put_again
from conversations.checkins.checkin import check_in_as_seen_by
from conversations.checkins.correcting import correctable, tell_correction
from conversations.checkins.noting import step_of
from conversations.checkins.progress import Step
from conversations.checkins.rewording import REWORDED
from conversations.cohorts.records import CheckedIn
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.restating import restate
from conversations.reading.remarks import classify_remark
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.checkins.checkin import CheckIn
    from conversations.checkins.progress import Progress
    from conversations.checkins.rewording import AnyCheckIn
    from conversations.interview.replies import About
    from conversations.interview.turn import Turn


def rewrite_answer(turn: Turn, about: About, said: str) -> None:
    """Correct what a message answered to a check-in; then the open question comes back."""
    progress = turn.conversation.check_in
    if progress is not None and (progress.cohort, progress.day) == (about.cohort, about.day):
        if progress.step is step_of(about):
            hear(turn, said)  # it couldn't be read before
            return
        corrected = _reworded(turn, progress, about, said)
        if corrected is not None:
            turn.place(check_in=replace(corrected, ahead=_ahead(turn, progress)))
    else:
        _correct_sent(turn, about, said)
    if turn.conversation.check_in is not None:
        put_again(turn)
    else:
        ask_as_it_stands(turn)


def _correct_sent(turn: Turn, about: About, said: str) -> None:
    last = correctable(turn, about.cohort, about.day)
    if last is None:
        turn.say(say("checkin.closed"))
        return
    corrected = _reworded(turn, last, about, said)
    if corrected is None:
        return
    changes = changes_between(turn.snapshot.canvas, turn.canvas)
    corrected = replace(
        corrected,
        ahead=_names_ahead(turn, last),
        corrected=True,
        canvas=redo(last.canvas, changes) if changes else last.canvas,
    )
    turn.records.append(CheckedIn(corrected))
    _tell(turn, last, corrected)


def _tell(turn: Turn, before: CheckIn, after: CheckIn) -> None:
    """Tell the mentors of a correction that shows in what they see."""
    place = turn.snapshot.cohorts.place_in(after.cohort)
    if place is None:
        return
    shared = place.shared_at(after.at)
    seen = (check_in_as_seen_by(replace(one, corrected=False), shared) for one in (before, after))
    if next(seen) != next(seen):
        tell_correction(turn, after, reworded=before)


def _reworded(turn: Turn, one: AnyCheckIn, about: About, said: str) -> AnyCheckIn | None:
    """Give a check-in with the new words of an answer, and say so; None where they can't be read."""
    step = step_of(about)
    remark = classify_remark(said)
    if remark is not None and remark not in NOTHING:
        turn.say(say("edited.no_answer"))
        return None
    words = "" if remark in NOTHING else said
    if step in (Step.FINISHED, Step.CHANGED):
        restate(turn, about, words)
        corrected: AnyCheckIn | None = replace(one, finished=_finished(turn, one.finished))
    else:
        corrected = REWORDED[step](turn, one, about, words)
    if corrected is not None:
        turn.said_about = _still_about(turn, about, words)
    return corrected


def _still_about(turn: Turn, about: About, said: str) -> About:
    """Give what the message is about from now on: the same answer in its new words, and what it made."""
    made = turn.said_about or about
    came = _came(turn) if made is about else ()
    entries = (*made.entries, *came)
    return replace(about, entries=entries, versions=made.versions, words=said)


def _finished(turn: Turn, names: tuple[str, ...]) -> tuple[str, ...]:
    """Give what is finished after a message was taken back and said anew."""
    before, after = _done(turn.snapshot.canvas), _done(turn.canvas)
    kept = (name for name in names if name in after or name not in before)
    return tuple(dict.fromkeys((*kept, *(name for name in after if name not in before))))


def _done(canvas: Canvas) -> tuple[str, ...]:
    return tuple(activity.text for activity in canvas.of(Activity) if activity.done)


def _came_next(turn: Turn) -> tuple[int, ...]:
    """Give the activities that an edit has put first: those that it made."""
    if turn.said_about is None or step_of(turn.said_about) is not Step.AHEAD:
        return ()
    return _came(turn)


def _came(turn: Turn) -> tuple[int, ...]:
    """Give the entries that are new in this turn."""
    return tuple(range(turn.snapshot.canvas.next_id, turn.canvas.next_id))


def _ahead(turn: Turn, progress: Progress) -> tuple[int, ...]:
    numbers = (*progress.ahead, *_came_next(turn))
    return tuple(number for number in numbers if turn.canvas.entry(number) is not None)


def _names_ahead(turn: Turn, last: CheckIn) -> tuple[str, ...]:
    """Give what comes next by name, after an edit may have renamed some, dropped some and added others."""
    known = {entry.text: entry.id for entry in turn.snapshot.canvas.entries}
    named: list[str] = []
    for name in last.ahead:
        entry = turn.canvas.entry(known[name]) if name in known else None
        if entry is not None or name not in known:
            named.append(entry.text if entry else name)
    came = (turn.canvas.entry(number) for number in _came_next(turn))
    return tuple(dict.fromkeys((*named, *(entry.text for entry in came if entry is not None))))
