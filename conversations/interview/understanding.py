"""What was understood after the commit: things said at a quiet moment find a block, entries a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.entries import Activity, Cost, Entry, Resource, block_of, of_kind
from conversations.canvas.facets import Behaviour, Block, Serves
from conversations.canvas.linking import with_links
from conversations.canvas.money import Period
from conversations.interview.noting import Notes, known_as
from conversations.interview.receipts import read_receipt
from conversations.interview.requesting import kind_of
from conversations.interview.requests import Purpose, Sense, Understand
from conversations.interview.sorting import new_entry, show_sorting
from conversations.reading.changes_said import asks_for_change
from conversations.reading.statements import may_stand
from conversations.script.machine import RESTING

if TYPE_CHECKING:
    from conversations.canvas.document import Unsorted
    from conversations.interview.events import Understood
    from conversations.interview.turn import Turn


def understood(turn: Turn, event: Understood) -> None:
    """Take what was understood, unless the founder has gone to another venture meanwhile."""
    request = event.request
    if request.venture != turn.venture:
        return
    senses = dict(zip(request.ids, event.senses, strict=False))
    _give_kinds(turn, senses)
    if request.purpose is Purpose.SORT:
        _sort(turn, request, senses)


def _give_kinds(turn: Turn, senses: dict[int, Sense]) -> None:
    for number, sense in senses.items():
        entry = turn.canvas.entry(number)
        if entry is None or sense.block is not block_of(entry):
            continue
        if kind_of(entry) is UNSET:
            turn.canvas = turn.canvas.with_changed(_serving(_with_kind(entry, sense.kind), sense))
        if sense.elsewhere not in (None, sense.block) and _may_move(entry):
            turn.place(elsewhere={**turn.conversation.elsewhere, str(number): sense.elsewhere.value})


def _may_move(entry: Entry) -> bool:
    """Whether a phrase's sound may tell that an entry stands wrong: not where its question says what it is.

    "Web shop" is a way to reach people when that was asked; a partner or a cost may be called like a thing.
    """
    match entry:
        case Activity():
            return not set(entry.serves) - {Serves.VALUE_PROPOSITION}
        case Resource():
            return True
    return False


def _sort(turn: Turn, request: Understand, senses: dict[int, Sense]) -> None:
    """Put what is sure into its block, with a receipt; ask about the rest.

    Where the conversation has moved on to a question, everything is offered, nothing put anywhere.
    """
    waiting = {unsorted.id: unsorted for unsorted in turn.canvas.to_sort if unsorted.id in request.ids}
    notes = Notes(turn.canvas)
    if turn.conversation.state == RESTING:
        for number, unsorted in waiting.items():
            sense = senses.get(number, Sense())
            if sense.block is not None and sense.sure and _names_something(unsorted.text):
                _place(notes, unsorted, sense.block, sense)
    turn.canvas = with_links(notes.canvas)
    if notes.touched or notes.again:
        read_receipt(turn, notes.touched, notes.again)
    left = [unsorted for unsorted in turn.canvas.to_sort if unsorted.id in waiting]
    if left:
        show_sorting(turn, left[0], senses.get(left[0].id, Sense()).block)


def _names_something(text: str) -> bool:
    """Whether words may stand on a canvas: not news of something, a change of something, or a lone number."""
    return may_stand(text) and not asks_for_change(text) and any(letter.isalpha() for letter in text)


def _place(notes: Notes, unsorted: Unsorted, block: Block, sense: Sense) -> None:
    entry = _with_kind(new_entry(unsorted.text, block, notes.canvas.venture.currency), sense.kind)
    entry = _serving(entry, sense)
    rest = tuple(other for other in notes.canvas.to_sort if other.id != unsorted.id)
    notes.canvas = replace(notes.canvas, to_sort=rest)
    known = known_as(notes.canvas.block(block), entry.text)
    if known is None:
        notes.place(replace(entry, id=unsorted.id))
    elif isinstance(known, Cost) and isinstance(entry, Cost) and entry.amount:
        notes.change(replace(known, amount=entry.amount))
    else:
        notes.change(known)


def _with_kind(entry: Entry, kind: str) -> Entry:
    """Give an entry with its kind; where none is sure, or none fits, it stays without."""
    if not isinstance(entry, Cost):
        return of_kind(entry, kind) or entry
    fits = kind in {known.value for known in Behaviour} and _agrees(entry, Behaviour(kind))
    return replace(entry, behaviour=Behaviour(kind)) if fits else entry


def _serving(entry: Entry, sense: Sense) -> Entry:
    """Give an activity with the part of the show that it surely serves, where no question has told that."""
    if sense.serves is None or not isinstance(entry, Activity) or entry.serves or entry.preparation:
        return entry
    return replace(entry, serves=(sense.serves,))


def _agrees(cost: Cost, behaviour: Behaviour) -> bool:
    """Whether it may behave so: what is paid per unit grows with sales, a monthly sum seldom does."""
    if cost.behaviour is not UNSET:
        return False
    if not cost.amount or cost.amount.period is None:
        return True
    return (cost.amount.period is Period.UNIT) == (behaviour is Behaviour.VARIABLE)
