"""A canvas as flat JSON values, for comparing two of them and for putting single values back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from conversations.canvas.document import Canvas, encode_canvas
from conversations.canvas.entries import Cost, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Plain: TypeAlias = "dict[str, Any]"
_NESTED = ("venture", "front_stage", "totals", "answers")
TO_SORT, DISMISSED = "to_sort", "dismissed"


def plain_entries(canvas: Canvas) -> dict[int, Plain]:
    """Give each entry's JSON document by id, in the canvas's order."""
    return {entry["id"]: entry for entry in _plain(canvas).get("entries", [])}


def plain_fields(canvas: Canvas) -> Plain:
    """Give everything but the entries by path: `venture.name`, `answers.promise`, `to_sort.7`.

    What waits to be sorted is given by its id, what was dismissed by its tag, with its place in the list.
    """
    document = _plain(canvas)
    fields = {f"{part}.{name}": value for part in _NESTED for name, value in document.get(part, {}).items()}
    fields |= {f"{TO_SORT}.{item['id']}": item["text"] for item in document.get(TO_SORT, [])}
    return fields | {f"{DISMISSED}.{tag}": place for place, tag in enumerate(document.get(DISMISSED, []))}


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


def _plain(canvas: Canvas) -> Plain:
    document: Plain = msgspec.json.decode(encode_canvas(canvas))
    return document
