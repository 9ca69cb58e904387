"""At rest: what is written is a change to the canvas where that is sure; else it waits under "To sort"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.document import Unsorted
from conversations.canvas.entries import Activity, Cost, Entry, Resource, had_as
from conversations.canvas.facets import Sourcing
from conversations.interview.forms.items import capitalised
from conversations.interview.receipts import changed_receipt
from conversations.interview.understanding import understand_waiting
from conversations.reading.changes_said import Action, SaidChange, read_change
from conversations.reading.remarks import Remark, classify_remark
from conversations.reading.splitting import split_items
from conversations.reading.text import clean_text
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.interview.turn import Turn


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
    """Make the change that a sentence says; else keep its parts under "To sort", to be understood."""
    change = _read(turn, said)
    entry = turn.canvas.entry(change.entry_id) if change is not None else None
    if change is not None and entry is not None and _apply(turn, entry, change):
        changed_receipt(turn, entry.id)
        return
    items = split_items(said) or (said,)
    # Their numbers come from the canvas's counter, so that an old button never means something newer.
    first = turn.canvas.next_id
    waiting = tuple(Unsorted(number, capitalised(item)) for number, item in enumerate(items, start=first))
    turn.canvas = replace(turn.canvas, to_sort=turn.canvas.to_sort + waiting, next_id=first + len(waiting))
    understand_waiting(turn, waiting)


def _read(turn: Turn, said: str) -> SaidChange | None:
    """Give the one change that a sentence says; where a thing and its cost share a name, the verb tells."""
    canvas = turn.canvas
    for entries in (canvas.entries, canvas.of(Cost), (*canvas.of(Activity), *canvas.of(Resource))):
        change = read_change(said, [(entry.id, entry.text) for entry in entries])
        if change is not None and (entries is canvas.entries or _fits(canvas, change)):
            return change
    return None


def _fits(canvas: Canvas, change: SaidChange) -> bool:
    """Whether a change that fits several entries means this one: amounts are of costs, the rest isn't."""
    return (change.action is Action.COST) == isinstance(canvas.entry(change.entry_id), Cost)


def _apply(turn: Turn, entry: Entry, change: SaidChange) -> bool:
    """Make a change that was said; False where it doesn't fit the entry."""
    if change.action is Action.DROP:
        turn.canvas = turn.canvas.without([entry.id])
        return True
    after: Entry | None = None
    match entry, change.action:
        case Activity(), Action.DONE:
            after = replace(entry, done=True)
        case Resource(), Action.OWNED:
            after = had_as(entry, Sourcing.OWNED)
        case Resource(), Action.LEASED:
            after = had_as(entry, Sourcing.LEASED)
        case Cost(), Action.COST if change.amount is not None:
            currency = change.amount.currency or turn.canvas.venture.currency or None
            former = entry.amount.period if entry.amount else None
            period = change.amount.period or former
            after = replace(entry, amount=replace(change.amount, currency=currency, period=period))
        case Resource(), Action.COST if change.amount is not None:
            amount = replace(
                change.amount, currency=change.amount.currency or turn.canvas.venture.currency or None
            )
            priced = next((cost for cost in turn.canvas.of(Cost) if cost.about == entry.id), None)
            if priced is None:
                turn.canvas = turn.canvas.with_new(
                    [Cost(id=0, text=entry.text, amount=amount, about=entry.id)]
                )
                return True
            after = replace(priced, amount=amount)
    if after is None or after == entry:
        return False
    turn.canvas = turn.canvas.with_changed(after)
    return True
