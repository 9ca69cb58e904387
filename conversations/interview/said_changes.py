"""Which change of which entry a sentence tells, and the entry as it is after it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource, had_as, moved
from conversations.canvas.facets import Evidence, Sourcing, When
from conversations.canvas.money import Amount, restated
from conversations.interview.forms.items import capitalised
from conversations.reading.changes_said import Said, read_said
from conversations.reading.changes_verbs import Action
from conversations.reading.naming import WHOLE, entries_meant, entry_named
from conversations.reading.sameness import same_item
from conversations.reading.usual_periods import with_usual_period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from conversations.canvas.document import Canvas

EVIDENCE = {
    Action.GUESS: Evidence.GUESS,
    Action.ASKED: Evidence.ASKED,
    Action.AGREED: Evidence.AGREED,
    Action.PAID: Evidence.PAID,
}
_ANY = (Activity, Resource, Partner, Cost)
_FITS: dict[Action, tuple[tuple[type[Entry], ...], ...]] = {
    Action.DONE: ((Activity,),),
    Action.LATER: ((Activity,),),
    Action.NOW: ((Activity,),),
    Action.DUE: ((Activity,),),
    Action.OWNED: ((Resource,),),
    Action.LEASED: ((Resource,),),
    Action.BROKEN: ((Resource,),),
    Action.LEFT: ((Partner, Resource),),
    Action.COST: ((Cost,), (Resource,)),
    Action.RAISED: ((Cost,),),
    Action.LOWERED: ((Cost,),),
    Action.REPRICED: ((Cost,),),
    Action.ASKED: ((Partner,), (Resource, Cost)),
    Action.AGREED: ((Partner,), (Resource, Cost)),
}
"""What an action may happen to, the likeliest first; all else may happen to anything."""


class Told(msgspec.Struct, frozen=True):
    """A change that a sentence tells, and the entries that it may mean: several where that isn't clear."""

    said: Said
    entries: tuple[int, ...]


def change_told(canvas: Canvas, words: str, today: date) -> Told | None:
    """Give the change that a sentence tells: one of a single entry where there is one."""
    told = tuple(changes_told(canvas, words, today))
    return next((one for one in told if len(one.entries) == 1), told[0] if told else None)


def changes_told(canvas: Canvas, words: str, today: date) -> Iterator[Told]:
    """Give each way to read a sentence as a change of something on the canvas, surest first."""
    for said in read_said(words, today):
        entries = _meant(canvas, said)
        if entries:
            yield Told(said, entries)


def _meant(canvas: Canvas, said: Said) -> tuple[int, ...]:
    for kinds in _FITS.get(said.action, (_ANY,)):
        fitting = [entry for entry in canvas.entries if isinstance(entry, kinds)]
        names = [(entry.id, entry.text) for entry in fitting]
        if said.whole:
            named = entry_named(said.about, names, WHOLE)
            found: tuple[int, ...] = () if named is None else (named,)
        else:
            found = _apart_from_their_costs(canvas, entries_meant(said.about, names))
        # What is done or put off already is meant only where nothing else is.
        still = tuple(entry.id for entry in fitting if entry.id in found and not _is_so(entry, said.action))
        if found:
            return still or found
    return ()


def _is_so(entry: Entry, action: Action) -> bool:
    if not isinstance(entry, Activity):
        return False
    later = entry.when is When.LATER
    return {Action.DONE: entry.done, Action.LATER: later, Action.NOW: not later}.get(action, False)


def _apart_from_their_costs(canvas: Canvas, found: tuple[int, ...]) -> tuple[int, ...]:
    """Give what is meant without the costs of what is meant: a thing and its price share a name."""
    entries = [entry for entry in canvas.entries if entry.id in found]
    others = [entry for entry in entries if not isinstance(entry, Cost)]
    own = {
        entry.id
        for entry in entries
        if isinstance(entry, Cost)
        and any(entry.about == other.id or same_item(entry.text, other.text) for other in others)
    }
    return tuple(number for number in found if number not in own)


def changed_as_told(canvas: Canvas, entry: Entry, said: Said) -> Entry | None:
    """Give an entry as it is after a change; None where the change doesn't fit it."""
    evidence = EVIDENCE.get(said.action)
    if evidence is not None:
        return replace(entry, evidence=evidence)
    if said.action is Action.RENAMED:
        return replace(entry, text=capitalised(said.name))
    return _of_its_block(canvas, entry, said)


def _of_its_block(canvas: Canvas, entry: Entry, said: Said) -> Entry | None:
    if said.block is not None:
        return moved(entry, said.block)
    match entry:
        case Activity():
            return _activity(entry, said)
        case Resource() if said.action in (Action.OWNED, Action.LEASED):
            return had_as(entry, Sourcing(said.action.value))
        case Cost() if said.amount is not None:
            return _priced(canvas, entry, said, said.amount)
    return None


def _activity(activity: Activity, said: Said) -> Activity | None:
    match said.action:
        case Action.DONE:
            return replace(activity, done=True)
        case Action.LATER:
            return replace(activity, when=When.LATER)
        case Action.NOW:
            return replace(activity, when=When.NOW)
        case Action.DUE if said.due is not None:
            return replace(activity, due=said.due)
    return None


def _priced(canvas: Canvas, cost: Cost, said: Said, amount: Amount) -> Cost | None:
    if said.action in (Action.RAISED, Action.LOWERED):
        return _by(cost, amount, Decimal(1 if said.action is Action.RAISED else -1))
    if said.action is not Action.COST:
        return None
    now = restated(amount, cost.amount or None, canvas.venture.currency)
    return replace(cost, amount=with_usual_period(now, cost.text))


def _by(cost: Cost, difference: Amount, sign: Decimal) -> Cost | None:
    """Give a cost that has risen or fallen; None where it isn't known by how much of what."""
    was = cost.amount
    if not isinstance(was, Amount) or difference.currency not in (None, was.currency):
        return None
    low, high = was.low + sign * difference.low, was.high + sign * difference.high
    if min(low, high) < 0 or difference.period not in (None, was.period):
        return None
    return replace(cost, amount=replace(was, low=min(low, high), high=max(low, high), as_written=""))
