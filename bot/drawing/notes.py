"""An activity, a resource or a partner as a note: what is told by a mark is not said again in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.drawing.shown import runs_right_to_left
from bot.drawing.sheet import Note
from conversations.canvas.entries import Activity, Entry, Resource
from conversations.canvas.facets import Evidence, Sourcing, When
from conversations.words.entry_words import facets_of, in_a_line

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.words.catalogue import Catalogue

_TOLD_BY_MARKS = frozenset({f"canvas.facet.sourcing.{sourcing.value}" for sourcing in Sourcing})
_TOLD_UNDER_COSTS = "canvas.facet.amount"


def note_of(canvas: Canvas, entry: Entry, words: Catalogue) -> Note:
    """Give an entry as a note."""
    said = [
        phrase
        for phrase in facets_of(canvas, entry)
        if phrase.key not in _TOLD_BY_MARKS and phrase.key != _TOLD_UNDER_COSTS
    ]
    facets = words.label(in_a_line(said)) if said else ""
    return Note(
        id=entry.id,
        text=entry.text,
        rtl=runs_right_to_left(entry.text),
        facets=facets,
        facets_rtl=runs_right_to_left(facets),
        mark=_mark(entry),
        marks=marks_of(entry),
    )


def marks_of(entry: Entry) -> tuple[str, ...]:
    """Give the marks behind an entry: how it is had, how sure the founder is of it."""
    marks = []
    if isinstance(entry, Resource) and entry.sourcing in (Sourcing.LEASED, Sourcing.PARTNER):
        marks.append("leased" if entry.sourcing is Sourcing.LEASED else "partner")
    if isinstance(entry.evidence, Evidence):
        marks.append(entry.evidence.value)
    return tuple(marks)


def _mark(entry: Entry) -> str:
    if not isinstance(entry, Activity):
        return "plain"
    if entry.done:
        return "done"
    if entry.starred:
        return "starred"
    return "later" if entry.when is When.LATER else "plain"
