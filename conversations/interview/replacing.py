"""Saving what an answer says: new entries made, standing ones kept with ids and facts, others dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.document import Canvas
from conversations.canvas.entries import Entry, block_of
from conversations.canvas.facets import Block
from conversations.reading.sameness import same_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.document import Answer


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an answer: canvas, its entries, which of them are new, met again, gone, kept."""

    canvas: Canvas
    entries: tuple[int, ...]
    added: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


class Making(msgspec.Struct, frozen=True, kw_only=True):
    """How items become entries: the block, how one is made, what one that is met again is given.

    `said` are the items of the answer that stands, as it was said: an entry that is none of them any more was
    changed since, and isn't dropped for not being said again.
    """

    block: Block
    make: Callable[[str], Entry]
    meet: Callable[[Entry], Entry]
    said: tuple[str, ...] = ()


def merge(canvas: Canvas, items: Sequence[str], standing: Answer | None, making: Making) -> Merged:
    """Give the canvas with an answer's items in it.

    An item that the block holds already, whichever question it came from, is that entry. Entries of the
    standing answer that are not said again are dropped, unless another answer made them too, or they were
    changed since.
    """
    entries: list[int] = []
    added: list[str] = []
    again: list[str] = []
    former = frozenset(standing.entries) if standing else frozenset()
    for item in items:
        known = _known(canvas, item, former, making.block)
        if known is None:
            canvas = canvas.with_new([making.make(item)])
            entries.append(canvas.next_id - 1)
            added.append(item)
        elif known.id not in entries:
            canvas = canvas.with_changed(making.meet(known))
            entries.append(known.id)
            if known.id not in former:
                again.append(known.text)
    unsaid = [entry for entry in canvas.entries if entry.id in former and entry.id not in entries]
    kept = [entry for entry in unsaid if _changed_since(entry, making)]
    gone = [
        entry for entry in unsaid if entry not in kept and not _made_elsewhere(canvas, entry.id, standing)
    ]
    return Merged(
        canvas=canvas.without(entry.id for entry in gone),
        entries=(*entries, *(entry.id for entry in kept)),
        added=tuple(added),
        again=tuple(again),
        gone=tuple(entry.text for entry in gone),
        kept=tuple(entry.text for entry in kept),
    )


def _known(canvas: Canvas, item: str, former: frozenset[int], block: Block) -> Entry | None:
    """Give the entry that an item is already: one of the block, or one that was moved away since."""
    return next(
        (
            entry
            for entry in canvas.entries
            if (block_of(entry) is block or entry.id in former) and same_item(entry.text, item)
        ),
        None,
    )


def _changed_since(entry: Entry, making: Making) -> bool:
    """Whether an entry was reworded or moved since it was said."""
    return block_of(entry) is not making.block or not any(same_item(entry.text, item) for item in making.said)


def _made_elsewhere(canvas: Canvas, entry_id: int, standing: Answer | None) -> bool:
    return any(entry_id in answer.entries for answer in canvas.answers.values() if answer is not standing)
