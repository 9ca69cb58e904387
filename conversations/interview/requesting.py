"""What is asked for after a turn: the kinds of new entries, and where things belong that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from conversations.canvas.entries import Cost, Entry, block_of
from conversations.interview.requests import Purpose, Understand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from conversations.canvas.document import Unsorted
    from conversations.interview.turn import Turn


def understand_kinds(turn: Turn, entries: Iterable[int]) -> None:
    """Ask for the kinds of entries that have none yet; they are never asked of the founder."""
    kindless = [entry for entry in map(turn.canvas.entry, entries) if entry and kind_of(entry) is UNSET]
    if not kindless:
        return
    turn.request = Understand(
        purpose=Purpose.KINDS,
        venture=turn.venture,
        ids=tuple(entry.id for entry in kindless),
        texts=tuple(entry.text for entry in kindless),
        blocks=tuple(block_of(entry) for entry in kindless),
    )


def understand_waiting(turn: Turn, waiting: Sequence[Unsorted]) -> None:
    """Ask where things belong that wait to be sorted, beside the kinds that are wanted already."""
    others = turn.request
    turn.request = Understand(
        purpose=Purpose.SORT,
        venture=turn.venture,
        ids=(*(unsorted.id for unsorted in waiting), *(others.ids if others else ())),
        texts=(*(unsorted.text for unsorted in waiting), *(others.texts if others else ())),
        blocks=(*(None for _ in waiting), *(others.blocks if others else ())),
    )


def kind_of(entry: Entry) -> object:
    """Give an entry's kind; of a cost, whether it grows with sales."""
    return entry.behaviour if isinstance(entry, Cost) else entry.kind
