"""An earlier canvas from another file, its entries numbered as those of the later one that say the same."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Cost, Resource, block_of

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry


def numbered_as(canvas: Canvas, later: Canvas) -> Canvas:
    """Give an earlier canvas in whose entries have the ids of those in `later` with the same block and words.

    For canvases whose ids tell nothing, as those in the plain form. Others get ids that `later` doesn't have.
    """
    known = {_words(entry): entry.id for entry in reversed(later.entries)}
    fresh = count(max(canvas.next_id, later.next_id))
    taken: set[int] = set()
    ids = {}
    for entry in canvas.entries:
        found = known.get(_words(entry), 0)
        ids[entry.id] = found if found and found not in taken else next(fresh)
        taken.add(ids[entry.id])
    entries = tuple(_renumbered(entry, ids) for entry in canvas.entries)
    return replace(canvas, entries=entries, next_id=next(fresh))


def _words(entry: Entry) -> tuple[str, str]:
    return block_of(entry).value, " ".join(entry.text.casefold().split())


def _renumbered(entry: Entry, ids: dict[int, int]) -> Entry:
    match entry:
        case Resource():
            return replace(
                entry,
                id=ids[entry.id],
                partner=ids.get(entry.partner or 0),
                activities=tuple(ids[known] for known in entry.activities if known in ids),
            )
        case Cost():
            return replace(entry, id=ids[entry.id], about=ids.get(entry.about or 0))
    return replace(entry, id=ids[entry.id])
