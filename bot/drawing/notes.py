"""An activity, a resource or a partner as a note: what is told by a mark is not said again in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.drawing.sheet import Note
from bot.drawing.shown import runs_right_to_left
from conversations.canvas.entries import Entry, Resource
from conversations.canvas.facets import Evidence, Sourcing
from conversations.words.entry_words import facets_of, mark_of
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.document import Canvas
    from conversations.words.catalogue import Catalogue
    from conversations.words.text import Phrase

TOLD_BY_MARKS = frozenset(
    {f"canvas.facet.sourcing.{sourcing.value}" for sourcing in Sourcing}
    | {f"canvas.facet.evidence.{evidence.value}" for evidence in Evidence}
)
"""What needn't be said in words, as a mark tells it."""

_NO_BREAK = "\u00a0"
_BETWEEN = " · "
_SHORT = 14
"""Characters that stand together on a line."""

_TOLD_UNDER_COSTS = "canvas.facet.amount"


def note_of(canvas: Canvas, entry: Entry, words: Catalogue) -> Note:
    """Give an entry as a note."""
    said = [
        phrase
        for phrase in facets_of(canvas, entry)
        if phrase.key not in TOLD_BY_MARKS and phrase.key != _TOLD_UNDER_COSTS
    ]
    facets = in_one_line(said, words)
    return Note(
        id=entry.id,
        text=entry.text,
        rtl=runs_right_to_left(entry.text),
        facets=facets,
        facets_rtl=runs_right_to_left(facets),
        mark=mark_of(entry),
        marks=marks_of(entry),
    )


def in_one_line(said: Sequence[Phrase], words: Catalogue) -> str:
    """Give what is known of an entry in one line; a short part of it is not torn apart."""
    line = ""
    for part in (words.label(phrase) for phrase in reversed(said)):
        kept = part.replace(" ", _NO_BREAK) if len(part) <= _SHORT else part
        line = words.label(say("canvas.facets", first=kept, rest=line)) if line else kept
    return line.replace(_BETWEEN, f"{_NO_BREAK}{_BETWEEN.lstrip()}")


def marks_of(entry: Entry) -> tuple[str, ...]:
    """Give the marks behind an entry: how it is had, how sure the founder is of it."""
    marks = []
    if isinstance(entry, Resource) and entry.sourcing in (Sourcing.LEASED, Sourcing.PARTNER):
        marks.append("leased" if entry.sourcing is Sourcing.LEASED else "partner")
    if isinstance(entry.evidence, Evidence):
        marks.append(entry.evidence.value)
    return tuple(marks)
