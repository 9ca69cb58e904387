"""What was understood after the commit: things said at a quiet moment find a block, entries a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource, block_of
from conversations.canvas.facets import ActivityKind, Behaviour, Block, PartnerKind, ResourceKind
from conversations.interview.receipts import changed_receipt
from conversations.interview.requests import Purpose, Sense, Understand
from conversations.interview.sorting import new_entry, show_sorting
from conversations.script.machine import RESTING

if TYPE_CHECKING:
    from conversations.canvas.document import Unsorted
    from conversations.interview.events import Understood
    from conversations.interview.turn import Turn


def understand_kinds(turn: Turn, block: str, entries: tuple[int, ...]) -> None:
    """Ask for the kinds of entries that have none yet; they are never asked of the founder."""
    if block not in {known.value for known in Block}:
        return
    kindless = [entry for entry in turn.canvas.entries if entry.id in entries and _kind_of(entry) is UNSET]
    if kindless:
        turn.request = Understand(
            purpose=Purpose.KINDS,
            venture=turn.venture,
            ids=tuple(entry.id for entry in kindless),
            texts=tuple(entry.text for entry in kindless),
            block=Block(block),
        )


def understand_waiting(turn: Turn, waiting: tuple[Unsorted, ...]) -> None:
    """Ask where things belong that wait to be sorted."""
    turn.request = Understand(
        purpose=Purpose.SORT,
        venture=turn.venture,
        ids=tuple(unsorted.id for unsorted in waiting),
        texts=tuple(unsorted.text for unsorted in waiting),
    )


def understood(turn: Turn, event: Understood) -> None:
    """Take what was understood, unless the founder has gone to another venture meanwhile."""
    request = event.request
    if request.venture != turn.venture:
        return
    senses = dict(zip(request.ids, event.senses, strict=False))
    if request.purpose is Purpose.KINDS:
        _give_kinds(turn, senses)
    else:
        _sort(turn, request, senses)


def _give_kinds(turn: Turn, senses: dict[int, Sense]) -> None:
    for number, sense in senses.items():
        entry = turn.canvas.entry(number)
        if entry is not None and sense.block is block_of(entry) and _kind_of(entry) is UNSET:
            turn.canvas = turn.canvas.with_changed(_with_kind(entry, sense.kind))


def _sort(turn: Turn, request: Understand, senses: dict[int, Sense]) -> None:
    """Put what is sure into its block, with a receipt; ask about the rest."""
    waiting = {unsorted.id: unsorted for unsorted in turn.canvas.to_sort if unsorted.id in request.ids}
    first = turn.canvas.next_id
    if turn.conversation.state == RESTING:
        for number, unsorted in waiting.items():
            block = senses[number].block if number in senses else None
            if block is not None:
                _place(turn, unsorted, block, senses[number].kind)
    added = tuple(range(first, turn.canvas.next_id))
    if added:
        changed_receipt(turn, *added)
    left = [unsorted for unsorted in turn.canvas.to_sort if unsorted.id in waiting]
    if left:
        show_sorting(turn, left[0])


def _place(turn: Turn, unsorted: Unsorted, block: Block, kind: str) -> None:
    entry = new_entry(unsorted.text, block, turn.canvas.venture.currency)
    rest = tuple(other for other in turn.canvas.to_sort if other.id != unsorted.id)
    turn.canvas = replace(turn.canvas, to_sort=rest).with_new([_with_kind(entry, kind)])


def _kind_of(entry: Entry) -> object:
    return entry.behaviour if isinstance(entry, Cost) else entry.kind


def _with_kind(entry: Entry, kind: str) -> Entry:
    """Give an entry with its kind; where none is sure, or none fits, it stays without."""
    match entry:
        case Activity() if kind in {known.value for known in ActivityKind}:
            return replace(entry, kind=ActivityKind(kind))
        case Resource() if kind in {known.value for known in ResourceKind}:
            return replace(entry, kind=ResourceKind(kind))
        case Partner() if kind in {known.value for known in PartnerKind}:
            return replace(entry, kind=PartnerKind(kind))
        case Cost() if kind in {known.value for known in Behaviour} and entry.behaviour is UNSET:
            return replace(entry, behaviour=Behaviour(kind))
    return entry
