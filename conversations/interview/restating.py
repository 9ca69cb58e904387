"""A message of a quiet moment that was edited: what it changed is taken back, what it says now is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.changes import WHOLE, undo
from conversations.interview.clause_taking import Taking
from conversations.interview.receipts import changed_receipt
from conversations.interview.settling import settle
from conversations.interview.shortcuts import read_shortcut
from conversations.reading.sameness import same_item

if TYPE_CHECKING:
    from conversations.canvas.changes import Revision
    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry
    from conversations.interview.replies import About
    from conversations.interview.turn import Turn


def restate(turn: Turn, about: About, said: str) -> None:
    """Do what a message says now instead of what it said; entries that it still names keep id and facts.

    It may say nothing any more.
    """
    own = [revision for revision in turn.snapshot.revisions if revision.version in about.versions]
    taking = Taking(_taken_back(turn.canvas, own, about), turn.now.date())
    if said and not read_shortcut(taking, said):
        taking.hear(said)
    made = [entry for entry in taking.notes.canvas.entries if entry.id in about.entries]
    again = {entry.id for entry in made if any(same_item(entry.text, item) for item in taking.waiting)}
    taking.leave([entry.text for entry in made if entry.id in again])
    named = {*again, *taking.notes.touched, *taking.notes.met}
    gone = [entry.id for entry in made if entry.id not in named and not _changed_since(entry, own)]
    taking.notes.canvas = taking.notes.canvas.without(gone)
    turn.canvas = taking.notes.canvas
    if not taking.anything and turn.canvas.entries != turn.snapshot.canvas.entries:
        changed_receipt(turn)
    settle(turn, taking, about)
    if not turn.replies and turn.request is None:
        changed_receipt(turn)


def _taken_back(canvas: Canvas, own: list[Revision], about: About) -> Canvas:
    """Give the canvas as if the message hadn't been said, but for the entries that it made."""
    for revision in reversed(own):
        changes = tuple(change for change in revision.changes if not _came(change.field, change.before))
        canvas, _ = undo(canvas, replace(revision, changes=changes))
    waiting = tuple(unsorted for unsorted in canvas.to_sort if unsorted.id not in about.entries)
    return replace(canvas, to_sort=waiting)


def _came(field: str, before: object) -> bool:
    return field == WHOLE and before is UNSET


def _changed_since(entry: Entry, own: list[Revision]) -> bool:
    """Whether an entry was reworded or moved since the message made it."""
    made = [
        change.after
        for revision in own
        for change in revision.changes
        if change.entry == entry.id and _came(change.field, change.before)
    ]
    return bool(made) and made[-1]["text"] != entry.text
