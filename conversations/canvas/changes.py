"""Revisions: what changed between two canvases, and how to take it back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.plain import DISMISSED, canvas_from, plain, plain_unshared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conversations.canvas.document import Canvas
    from conversations.canvas.plain import Plain

WHOLE = "*"
"""The field of a change that is about a whole entry: it came, went or moved to another block."""
ORDER = "order"
"""The field of a change in the order of the entries, as lists of ids."""


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """One field that changed, as JSON values. `entry` is 0 for the venture, front stage and answers.

    `field` is a path such as `text`, `venture.name`, `answers.promise`; an entry that came, went or moved to
    another block has the field `*` and whole documents. A side that is absent (not asked, not there) is
    UNSET, and missing when stored; None is the founder's "I don't know".
    """

    entry: int
    field: str
    before: Any = UNSET
    after: Any = UNSET


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """One turn's changes to a canvas. `version` is the canvas's version that they made.

    `name` is what the canvas had come to with them ("finished"), empty for an ordinary change.
    """

    version: int
    author: str
    turn: str
    at: datetime
    changes: tuple[Change, ...]
    name: str = ""


def changes_between(before: Canvas, after: Canvas) -> tuple[Change, ...]:
    """Give what changed, entries first; empty where nothing did. The counter of ids is left out."""
    old, new = plain_unshared(before, after), plain_unshared(after, before)
    return (
        *_entry_changes(old.entries, new.entries),
        *_order_change(before, after),
        *(Change(0, *sides) for sides in _differing(old.fields, new.fields)),
    )


def _entry_changes(old: dict[int, Plain], new: dict[int, Plain]) -> Iterator[Change]:
    for number in sorted(old.keys() | new.keys()):
        before, after = old.get(number), new.get(number)
        if before is None or after is None or before["block"] != after["block"]:
            yield Change(
                number, WHOLE, UNSET if before is None else before, UNSET if after is None else after
            )
        else:
            yield from (Change(number, *sides) for sides in _differing(before, after))


def _order_change(before: Canvas, after: Canvas) -> Iterator[Change]:
    if before.entries is after.entries:
        return
    old, new = ([entry.id for entry in canvas.entries] for canvas in (before, after))
    # Entries that come and go in the order of their ids, as nearly all do, need no list of the order.
    if old != new and (old != sorted(old) or new != sorted(new)):
        yield Change(0, ORDER, old, new)


def _differing(before: Plain, after: Plain) -> Iterator[tuple[str, Any, Any]]:
    for field in sorted(before.keys() | after.keys()):
        sides = before.get(field, UNSET), after.get(field, UNSET)
        if sides[0] != sides[1]:
            yield field, *sides


def undo(canvas: Canvas, revision: Revision) -> tuple[Canvas, tuple[Change, ...]]:
    """Give the canvas with a revision taken back, and the changes that were declined.

    A change is declined where its field has changed since, or its entry is gone. Ids stay used up.
    """
    return _with_taken_back(canvas, revision.changes)


def redo(canvas: Canvas, changes: Iterable[Change]) -> Canvas:
    """Give a canvas with changes made to it that were made to another; those that don't fit are left out."""
    turned = (Change(one.entry, one.field, one.after, one.before) for one in changes)
    after, _declined = _with_taken_back(canvas, turned)
    known = max((entry.id for entry in after.entries), default=0)
    return replace(after, next_id=max(after.next_id, known + 1))


def _with_taken_back(canvas: Canvas, changes: Iterable[Change]) -> tuple[Canvas, tuple[Change, ...]]:
    entries, fields = plain(canvas)
    order = list(entries)
    wanted: list[int] = []
    declined: list[Change] = []
    for change in changes:
        if change.field == ORDER:
            done = order == change.after
            wanted = change.before if done else []
        elif change.entry == 0:
            done = _put_back(fields, change)
        else:
            done = _undo_entry(entries, change)
        if not done:
            declined.append(change)
    numbers = _in_order(entries, order, wanted)
    return canvas_from([entries[number] for number in numbers], fields, canvas.next_id), tuple(declined)


def taken_back(canvas: Canvas, revision: Revision) -> bool:
    """Whether everything that a revision changed is as it was before it."""
    entries, fields = plain(canvas)
    return all(_now(entries, fields, change) == change.before for change in revision.changes)


def _now(entries: dict[int, Plain], fields: Plain, change: Change) -> object:
    if change.field == ORDER:
        return list(entries)
    if change.entry == 0:
        return fields.get(change.field, UNSET)
    entry = entries.get(change.entry, UNSET)
    if change.field == WHOLE or entry is UNSET:
        return entry
    return entry.get(change.field, UNSET)


def _undo_entry(entries: dict[int, Plain], change: Change) -> bool:
    """Take back one change to an entry, in place; False where it has to be declined."""
    if change.field != WHOLE:
        entry = entries.get(change.entry)
        return entry is not None and _put_back(entry, change)
    if entries.get(change.entry, UNSET) != change.after:
        return False
    if change.before is UNSET:
        del entries[change.entry]
    else:
        entries[change.entry] = change.before
    return True


def _put_back(fields: Plain, change: Change) -> bool:
    now = fields.get(change.field, UNSET)
    if change.field.startswith(DISMISSED):
        # Where a dismissed tag stands in the list says nothing; that it stands there does.
        same = (now is UNSET) == (change.after is UNSET)
    else:
        same = now == change.after
    if same and change.before is UNSET:
        fields.pop(change.field, None)
    elif same:
        fields[change.field] = change.before
    return same


def _in_order(entries: dict[int, Plain], order: list[int], wanted: list[int]) -> list[int]:
    """Give the ids in the wanted order; where there is none, what came back before the next greater id."""
    if wanted:
        return sorted(entries, key=lambda number: wanted.index(number) if number in wanted else len(wanted))
    numbers = [number for number in order if number in entries]
    for number in sorted(entries.keys() - set(order)):
        greater = (place for place, other in enumerate(numbers) if other > number)
        numbers.insert(next(greater, len(numbers)), number)
    return numbers
