"""Saving what an answer says: new entries made, standing ones kept with ids and facts, others dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.document import Canvas
from conversations.canvas.entries import Entry
from conversations.canvas.facets import Block
from conversations.reading.sameness import same_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.document import Answer


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an answer's items: canvas, the answer's entries, which are new, met again, gone."""

    canvas: Canvas
    entries: tuple[int, ...]
    added: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Making(msgspec.Struct, frozen=True, kw_only=True):
    """How items become entries: the block, how one is made, what one that is met again is given."""

    block: Block
    make: Callable[[str], Entry]
    meet: Callable[[Entry], Entry]


def merge(canvas: Canvas, items: Sequence[str], standing: Answer | None, making: Making) -> Merged:
    """Give the canvas with an answer's items in it.

    An item that the block holds already, whichever question it came from, is that entry. Entries of the
    standing answer that are not said again are dropped, unless another answer made them too.
    """
    entries: list[int] = []
    added: list[str] = []
    again: list[str] = []
    former = set(standing.entries) if standing else set()
    for item in items:
        known = next((entry for entry in canvas.block(making.block) if same_item(entry.text, item)), None)
        if known is None:
            canvas = canvas.with_new([making.make(item)])
            entries.append(canvas.next_id - 1)
            added.append(item)
        elif known.id not in entries:
            canvas = canvas.with_changed(making.meet(known))
            entries.append(known.id)
            if known.id not in former:
                again.append(known.text)
    dropped = [
        entry_id for entry_id in former - set(entries) if not _made_elsewhere(canvas, entry_id, standing)
    ]
    gone = tuple(entry.text for entry in canvas.entries if entry.id in dropped)
    return Merged(
        canvas=canvas.without(dropped),
        entries=tuple(entries),
        added=tuple(added),
        again=tuple(again),
        gone=gone,
    )


def _made_elsewhere(canvas: Canvas, entry_id: int, standing: Answer | None) -> bool:
    return any(entry_id in answer.entries for answer in canvas.answers.values() if answer is not standing)
