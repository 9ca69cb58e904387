"""Canvases in JSON lines: the bot's own export, its stored canvases, and the plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from conversations.canvas.document import Canvas, decode_canvas
from conversations.errors import CanvasFromNewerVersion, NotACanvas
from conversations.files.soundness import sound
from conversations.plain_form.reading import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator


STORED = {"canvas", "entries", "schema"}
"""Fields that only the bot's own JSON has."""


class CanvasRead(msgspec.Struct, frozen=True):
    """A canvas from a file: its id there, and each entry as it was written, by id.

    `stored` tells that it is one of the bot's own, whose entries keep their ids; `line` is counted from 1.
    """

    id: str
    canvas: Canvas
    written: dict[int, str]
    document: dict[str, Any]
    stored: bool = False
    line: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing on it: a venture that was begun and left."""
        return not self.canvas.entries and not self.canvas.venture.name


class BadLine(msgspec.Struct, frozen=True):
    """A line, counted from 1, that holds no canvas. `reason`: json, newer, one of `NotACanvas`."""

    number: int
    reason: str


def canvases_in(raw: bytes) -> Iterator[CanvasRead | BadLine]:
    """Give the canvases of a file, in order, and the lines that hold none.

    An export may have several canvases, and may be spread over lines if the file holds nothing else.
    """
    lines = raw.splitlines()
    whole = _whole(lines)
    for number, document in enumerate(whole, 1) if whole else _by_line(lines):
        if isinstance(document, BadLine):
            yield document
            continue
        try:
            yield from _canvases(document, number)
        except NotACanvas as error:
            yield BadLine(number, str(error))
        except CanvasFromNewerVersion:
            yield BadLine(number, "newer")


def _whole(lines: list[bytes]) -> list[Any]:
    """Give the documents of a file that is one JSON value over several lines; nothing where it isn't."""
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2 or filled[0].rstrip()[-1:] not in (b"{", b"["):  # noqa: PLR2004 - one line is a line
        return []
    try:
        document = msgspec.json.decode(b"\n".join(lines))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return []
    return document if isinstance(document, list) else [document]


def _by_line(lines: list[bytes]) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(lines, 1):
        bare = line.removeprefix(b"\xef\xbb\xbf").strip()
        if not bare:
            continue
        try:
            yield number, msgspec.json.decode(bare)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            yield number, BadLine(number, "json")


def _canvases(document: object, number: int) -> Iterator[CanvasRead]:
    if isinstance(document, dict) and isinstance(document.get("ventures"), list):
        for place, venture in enumerate(document["ventures"], 1):
            yield _stored(venture, f"{number}.{place}")
    elif isinstance(document, dict) and document.keys() & STORED:
        yield _stored(document, str(number))
    else:
        plain = read_plain(document)
        name = plain.id or plain.canvas.venture.name or str(number)
        found = document if isinstance(document, dict) else {}
        yield CanvasRead(name, plain.canvas, plain.written, found, line=number)


def _stored(venture: object, otherwise: str) -> CanvasRead:
    """Give a canvas as the bot stores it, by itself or within a venture of an export."""
    if not isinstance(venture, dict):
        raise NotACanvas("object")
    document = venture.get("canvas", venture)
    try:
        canvas = sound(decode_canvas(msgspec.json.encode(document)))
    except msgspec.ValidationError:
        raise NotACanvas("entries") from None
    name = str(venture.get("id") or "") or canvas.venture.name or otherwise
    return CanvasRead(name, canvas, {entry.id: entry.text for entry in canvas.entries}, venture, stored=True)
