"""No answer is ever lost: what may go from a canvas in one step, by what the founder did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Resource
from conversations.interview.events import Command, Document, Edited, Said, Tapped, Understood, Unreadable
from conversations.reading.phrases import words_of

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry
    from conversations.interview.events import Event
    from conversations.interview.snapshot import Outcome, Snapshot
    from conversations.script.model import Script

TAKING_AWAY = ("dr", "rm", "one", "undo", "held", "sort", "wh", "ver")
"""Verbs of taps that take something off because a founder says so."""
CHANGING = ("add", "done", "cost")
"""Commands that change entries."""


def check_nothing_lost(script: Script, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
    """Assert that entries and answers only go where they were replaced, deleted or undone."""
    if outcome.forget or outcome.venture != snapshot.venture:
        assert isinstance(event, Tapped), "only a tap may leave a venture or delete it"
        return
    if isinstance(event, Edited) or _verb(event) in TAKING_AWAY:
        return
    before, after = snapshot.canvas, outcome.canvas
    gone = {entry.id for entry in before.entries} - {entry.id for entry in after.entries}
    if isinstance(event, Understood):
        kept = {entry.id: entry.text for entry in after.entries}
        assert all(kept.get(entry.id) == entry.text for entry in before.entries), (
            "understanding lost an entry"
        )
        _sorted_away(before, after)
        return
    if isinstance(event, Said | Tapped) or (isinstance(event, Unreadable | Document) and event.caption):
        standing = before.answers.get(snapshot.conversation.state)
        replaced = set(standing.entries) if standing else set()
        assert gone <= replaced or (not isinstance(event, Tapped) and len(gone) == 1), "an entry was lost"
    elif not _ticked(snapshot, event) and not (isinstance(event, Command) and event.name in CHANGING):
        assert _unlinked(after) == _unlinked(before), f"{event!r} changed entries"
    assert not (gone and isinstance(event, Command)), "a command lost an entry"
    _answers_stand(script, snapshot, event, outcome)
    assert {u.id for u in before.to_sort} <= {u.id for u in after.to_sort}, "something to sort was lost"


def _unlinked(canvas: Canvas) -> list[Entry]:
    """Give the entries without their links, which are inferred wherever a block ends."""
    return [
        replace(entry, activities=()) if isinstance(entry, Resource) else entry for entry in canvas.entries
    ]


def _sorted_away(before: Canvas, after: Canvas) -> None:
    """What waited and waits no more is an entry now, or was one already."""
    waiting = [unsorted for unsorted in before.to_sort if unsorted not in after.to_sort]
    new = len(after.entries) - len(before.entries)
    known = [u for u in waiting if _may_be_known(u.text, before)]
    assert len(waiting) - len(known) <= new <= len(waiting)


def _may_be_known(text: str, canvas: Canvas) -> bool:
    said = set(words_of(text))
    return any(said & set(words_of(entry.text)) for entry in canvas.entries)


def _ticked(snapshot: Snapshot, event: Event) -> bool:
    """Whether a grid is skipped in which something is ticked, which is kept."""
    prompt = snapshot.conversation.prompt
    return isinstance(event, Command) and event.name == "skip" and bool(prompt and prompt.marks)


def _verb(event: Event) -> str:
    if not isinstance(event, Tapped):
        return ""
    parts = event.data.split(":")
    return parts[1] if parts[0] == "o" and len(parts) > 1 else (parts[2] if len(parts) > 2 else "")


def _answers_stand(script: Script, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
    """An answer in words gives way to another answer only, and to that of its own question."""
    answers = snapshot.canvas.answers
    for question, answer in answers.items():
        today = script.current(question)
        now = outcome.canvas.answers.get(today)
        assert now is not None, f"the answer to {question} was lost"
        if today != question and today in answers:
            continue  # answered under both names: the newer stands
        if isinstance(event, Command) and answer.standing == "said" and not _ticked(snapshot, event):
            assert (now.words, now.standing) == (answer.words, "said")
        if today != script.current(snapshot.conversation.state):
            # The rest of a text that was cut into several messages goes on with its answer.
            goes_on = isinstance(event, Said) and now.words.startswith(answer.words)
            assert now.words == answer.words or goes_on
