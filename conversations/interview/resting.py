"""At rest: what a message surely says is written down, a clause at a time; the rest waits under "To sort"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.document import Unsorted
from conversations.canvas.entries import Activity, Cost, Entry, Resource, had_as
from conversations.canvas.facets import Sourcing
from conversations.canvas.linking import with_links
from conversations.interview.celebrating import celebrate
from conversations.interview.forms.items import capitalised, with_currency_of
from conversations.interview.noting import Notes, is_clear, known_thing, may_mean
from conversations.interview.receipts import read_receipt
from conversations.interview.requesting import understand_kinds, understand_waiting
from conversations.reading.changes_said import Action, SaidChange, read_change
from conversations.reading.remarks import Remark, classify_remark
from conversations.reading.splitting import split_items
from conversations.reading.statements import read_statements
from conversations.reading.statements_facts import Had, Paid
from conversations.reading.text import clean_text
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.document import Canvas
    from conversations.interview.turn import Turn
    from conversations.reading.statements_facts import Clause


def hear_at_rest(turn: Turn, text: str) -> None:
    """Take text while no question is open."""
    said = clean_text(text).strip()
    if not said:
        turn.say(say("puzzled.empty"))
        return
    remark = classify_remark(said)
    if remark is not None:
        turn.say(say(_REMARKS.get(remark, "rest.hello")))
        return
    take_change(turn, said)


_REMARKS = {Remark.HELP: "help.text", Remark.CLARIFY: "help.text", Remark.STOP: "pause.nothing"}


def take_change(turn: Turn, said: str) -> None:
    """Write down what a message surely says, a clause at a time; keep the rest under "To sort"."""
    turn.canvas = with_currency_of(turn.canvas, said)
    notes = Notes(turn.canvas)
    finished: list[int] = []
    unread = [clause.words for clause in read_statements(said) if not _take(notes, clause, finished)]
    turn.canvas = with_links(notes.canvas)
    taken = bool(notes.touched or notes.again or notes.dropped)
    if taken:
        answer_reading(turn, notes, finished)
    else:
        turn.canvas = turn.snapshot.canvas
    waiting = (
        [item for words in unread for item in split_items(words)] if taken else split_items(said) or (said,)
    )
    if waiting:
        _keep(turn, waiting)


def answer_reading(turn: Turn, notes: Notes, finished: Sequence[int]) -> None:
    """Celebrate what was finished, or say in a receipt what was read."""
    done = [entry for entry in map(turn.canvas.entry, finished) if isinstance(entry, Activity)]
    if done:
        celebrate(turn, done, notes.touched)
    else:
        read_receipt(turn, notes.touched, notes.again)
    understand_kinds(turn, notes.touched)


def _keep(turn: Turn, items: Sequence[str]) -> None:
    """Keep things under "To sort", to be understood."""
    # Their numbers come from the canvas's counter, so that an old button never means something newer.
    first = turn.canvas.next_id
    waiting = tuple(Unsorted(number, capitalised(item)) for number, item in enumerate(items, start=first))
    turn.canvas = replace(turn.canvas, to_sort=turn.canvas.to_sort + waiting, next_id=first + len(waiting))
    understand_waiting(turn, waiting)


def _take(notes: Notes, clause: Clause, finished: list[int]) -> bool:
    """Write a clause down; False where it says nothing sure."""
    if _is_of_the_known(notes.canvas, clause):
        return _change(notes, clause, finished) or _note(notes, clause)
    return _note(notes, clause) or _change(notes, clause, finished)


def _is_of_the_known(canvas: Canvas, clause: Clause) -> bool:
    """Whether a clause may speak of what stands under another name: "the van", "rent is 900 now"."""
    return any(
        (isinstance(fact, Had) and fact.pointed and known_thing(canvas, fact) is None)
        or isinstance(fact, Paid)
        for fact in clause.facts
    )


def _note(notes: Notes, clause: Clause) -> bool:
    if not clause.facts or not is_clear(notes.canvas, clause.facts):
        return False
    notes.write(clause.facts)
    return True


def _change(notes: Notes, clause: Clause, finished: list[int]) -> bool:
    """Make the change of an entry that a clause tells; False where it tells none, or none that fits."""
    change = _read(notes.canvas, clause.words)
    entry = notes.canvas.entry(change.entry_id) if change is not None else None
    if change is None or entry is None or _is_of_another(clause, entry):
        return False
    if change.action is Action.DROP:
        notes.drop(entry)
        return True
    if change.action is Action.COST and isinstance(entry, Resource) and change.amount is not None:
        notes.price(entry.text, change.amount, entry)
        return True
    after = _after(notes.canvas, entry, change)
    if after is None:
        return False
    notes.change(after)
    if change.action is Action.DONE and after != entry:
        finished.append(entry.id)
    return True


def _is_of_another(clause: Clause, entry: Entry) -> bool:
    """Whether a clause prices something else that only shares a word with the entry."""
    return any(isinstance(fact, Paid) and not may_mean(fact.name, entry.text) for fact in clause.facts)


def _read(canvas: Canvas, said: str) -> SaidChange | None:
    """Give the one change that a sentence says; where a thing and its cost share a name, the verb tells."""
    for entries in (canvas.entries, canvas.of(Cost), (*canvas.of(Activity), *canvas.of(Resource))):
        change = read_change(said, [(entry.id, entry.text) for entry in entries])
        if change is not None and (entries is canvas.entries or _fits(canvas, change)):
            return change
    return None


def _fits(canvas: Canvas, change: SaidChange) -> bool:
    """Whether a change that fits several entries means this one: amounts are of costs, the rest isn't."""
    return (change.action is Action.COST) == isinstance(canvas.entry(change.entry_id), Cost)


def _after(canvas: Canvas, entry: Entry, change: SaidChange) -> Entry | None:
    """Give an entry as it is after a change; None where the change doesn't fit it."""
    match entry, change.action:
        case Activity(), Action.DONE:
            return replace(entry, done=True)
        case Resource(), Action.OWNED:
            return had_as(entry, Sourcing.OWNED)
        case Resource(), Action.LEASED:
            return had_as(entry, Sourcing.LEASED)
        case Cost(), Action.COST if change.amount is not None:
            currency = change.amount.currency or canvas.venture.currency or None
            former = entry.amount.period if entry.amount else None
            period = change.amount.period or former
            return replace(entry, amount=replace(change.amount, currency=currency, period=period))
    return None
