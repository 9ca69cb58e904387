"""A canvas from a file holds what one of our own holds, and nothing that would trip us later.

A canvas that the bot wrote comes out as it went in. Another may have been written by hand, or by a program:
links to entries that aren't there are taken off, what can't be shown or added up is refused.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from conversations.canvas.entries import Activity, Cost, Partner, Resource
from conversations.errors import NotACanvas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry

MOST_ENTRIES = 1000
LONGEST = 10_000
"""Characters of one text: as much as a founder can type into one answer."""
MOST_DIGITS = 15
"""Of an amount, on each side of the point."""


def sound(canvas: Canvas) -> Canvas:
    """Give the canvas with its links and counter in order.

    Raises `NotACanvas`: `entries` where an id stands twice or isn't positive, `figures` where an amount can't
    be one, `large` where there is more than can be shown, `signs` where a text holds control characters.
    """
    ids = [*(entry.id for entry in canvas.entries), *(waiting.id for waiting in canvas.to_sort)]
    if len(canvas.entries) > MOST_ENTRIES or len(canvas.to_sort) > MOST_ENTRIES:
        raise NotACanvas("large")
    if len(set(ids)) < len(ids) or any(number < 1 for number in ids):
        raise NotACanvas("entries")
    for value in _values(canvas):
        _check(value)
    linked = _with_sound_links(canvas)
    return msgspec.structs.replace(linked, next_id=max((canvas.next_id, *(number + 1 for number in ids))))


def _check(value: object) -> None:
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise NotACanvas("large")
        if any(sign not in "\n\t" and unicodedata.category(sign) in ("Cc", "Cs") for sign in value):
            raise NotACanvas("signs")
    elif isinstance(value, Decimal):
        figure = value.as_tuple()
        if not value.is_finite() or value < 0 or abs(value.adjusted()) > MOST_DIGITS:
            raise NotACanvas("figures")
        if len(figure.digits) > 2 * MOST_DIGITS:
            raise NotACanvas("figures")


def _values(value: Any) -> Iterator[object]:  # noqa: ANN401 - whatever a canvas is made of
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _values(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from _values(item)
    else:
        yield value


def _with_sound_links(canvas: Canvas) -> Canvas:
    there = {entry.id: entry for entry in canvas.entries}
    entries = tuple(_linked(entry, there) for entry in canvas.entries)
    answers = {
        question: msgspec.structs.replace(
            answer, entries=tuple(number for number in answer.entries if number in there)
        )
        for question, answer in canvas.answers.items()
    }
    return msgspec.structs.replace(canvas, entries=entries, answers=answers)


def _linked(entry: Entry, there: dict[int, Entry]) -> Entry:
    if isinstance(entry, Resource):
        partner = entry.partner if isinstance(there.get(entry.partner or 0), Partner) else None
        activities = tuple(one for one in entry.activities if isinstance(there.get(one), Activity))
        return msgspec.structs.replace(entry, partner=partner, activities=activities)
    if isinstance(entry, Cost) and entry.about not in there:
        return msgspec.structs.replace(entry, about=None)
    return entry
