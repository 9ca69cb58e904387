"""A canvas as flat JSON values, for comparing two of them and for putting single values back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import msgspec

from conversations.canvas.document import Canvas
from conversations.canvas.entries import Cost, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Plain: TypeAlias = "dict[str, Any]"
_NESTED = ("venture", "front_stage", "totals", "answers")
TO_SORT, DISMISSED = "to_sort", "dismissed"
_WHOLE = ("venture", "front_stage", "totals", TO_SORT, DISMISSED)
"""Parts that two canvases have in common as a whole, or not."""
_encode = msgspec.json.Encoder(order="deterministic").encode


class PlainCanvas(NamedTuple):
    """A canvas in flat JSON values, with all that can be compared and put back.

    `entries` are the entries' documents by id, in the canvas's order. `fields` are everything else by path:
    `venture.name`, `answers.promise`, `to_sort.7`. What waits to be sorted is given by its id, what was
    dismissed by its tag, with its place in the list.
    """

    entries: dict[int, Plain]
    fields: Plain


def plain(canvas: Canvas) -> PlainCanvas:
    """Give a canvas in flat JSON values."""
    return _flat(canvas)


def plain_unshared(canvas: Canvas, other: Canvas) -> PlainCanvas:
    """Give a canvas without the very parts that another has, too: nearly all of it, after a turn."""
    parts: dict[str, Any] = {
        part: mine for part in _WHOLE if (mine := getattr(canvas, part)) is not getattr(other, part)
    }
    if canvas.entries is not other.entries:
        shared = {id(entry) for entry in other.entries}
        parts["entries"] = [entry for entry in canvas.entries if id(entry) not in shared]
    if canvas.answers is not other.answers:
        theirs = other.answers
        parts["answers"] = {name: one for name, one in canvas.answers.items() if theirs.get(name) is not one}
    return _flat(parts)


def _flat(parts: Canvas | dict[str, Any]) -> PlainCanvas:
    document: Plain = msgspec.json.decode(_encode(parts))
    entries = {entry["id"]: entry for entry in document.get("entries", ())}
    fields = {f"{part}.{name}": value for part in _NESTED for name, value in document.get(part, {}).items()}
    fields |= {f"{TO_SORT}.{item['id']}": item["text"] for item in document.get(TO_SORT, ())}
    fields |= {f"{DISMISSED}.{tag}": place for place, tag in enumerate(document.get(DISMISSED, ()))}
    return PlainCanvas(entries, fields)


def canvas_from(entries: Iterable[Plain], fields: Mapping[str, Any], next_id: int) -> Canvas:
    """Give the canvas with these entries and fields; msgspec.ValidationError where they make none.

    Links to entries that are not among them are taken off.
    """
    document: Plain = {"next_id": next_id, "entries": list(entries), **{part: {} for part in _NESTED}}
    to_sort: dict[int, str] = {}
    dismissed: list[tuple[int, str]] = []
    for path, value in fields.items():
        part, _, name = path.partition(".")
        if part == TO_SORT:
            to_sort[int(name)] = value
        elif part == DISMISSED:
            dismissed.append((value, name))
        else:
            document[part][name] = value
    document[TO_SORT] = [{"id": number, "text": text} for number, text in sorted(to_sort.items())]
    document[DISMISSED] = [tag for _, tag in sorted(dismissed)]
    canvas = msgspec.convert(document, Canvas)
    return canvas.without(_linked(canvas) - {entry.id for entry in canvas.entries})


def _linked(canvas: Canvas) -> set[int]:
    linked = {number for answer in canvas.answers.values() for number in answer.entries}
    for entry in canvas.entries:
        if isinstance(entry, Resource):
            linked.update(entry.activities, () if entry.partner is None else (entry.partner,))
        elif isinstance(entry, Cost) and entry.about is not None:
            linked.add(entry.about)
    return linked
