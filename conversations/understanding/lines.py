"""Phrases to sort, and labelled ones to score, as lines of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from conversations.canvas.facets import Block
from conversations.errors import BackstageError
from conversations.understanding.kinds import KINDS

if TYPE_CHECKING:
    from conversations.understanding.sorter import Sorted


_Shape = TypeVar("_Shape", bound=msgspec.Struct)


class UnreadableLine(BackstageError):
    """A line isn't what was to be read. The text is a key: `json`, `text`, `block` or `kind`."""


class ToSort(msgspec.Struct, frozen=True):
    """A phrase, and the block it stands in where that is known."""

    text: str
    block: Block | None = None


class Entry(msgspec.Struct, frozen=True):
    """A labelled entry of a canvas: a kind of None isn't labelled, an ambiguous block isn't scored."""

    text: str
    block: Block
    kind: str | None = None
    company: str = ""
    block_ambiguous: bool = False


class _Answer(msgspec.Struct):
    text: str
    block: Block | None
    block_confidence: float
    kind: str | None
    kind_confidence: float


def read_to_sort(line: str) -> ToSort:
    """Give the phrase of a line: a JSON object with `text` and an optional `block`, or the line itself.

    Raises UnreadableLine.
    """
    if not line.lstrip().startswith("{"):
        return ToSort(_clean(line.strip()))
    read = _decoded(line, ToSort)
    return ToSort(_clean(read.text.strip()), read.block)


def read_entry(line: str) -> Entry:
    """Give the labelled entry of a line, a JSON object; raises UnreadableLine."""
    read = _decoded(line, Entry)
    if read.kind is not None and read.kind not in KINDS[read.block]:
        raise UnreadableLine("kind")
    return read


def answer(found: Sorted) -> str:
    """Give a sorted phrase as a line of JSON; confidences have three decimals."""
    told = _Answer(
        found.text,
        found.block,
        round(found.block_confidence, 3),
        found.kind,
        round(found.kind_confidence, 3),
    )
    return msgspec.json.encode(told).decode()


def _clean(text: str) -> str:
    if not text or "\ufffd" in text:
        raise UnreadableLine("text")
    return text


def _decoded(line: str, shape: type[_Shape]) -> _Shape:
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise UnreadableLine("json") from error
    try:
        return msgspec.json.decode(line, type=shape)
    except msgspec.ValidationError as error:
        raise UnreadableLine("block" if "$.block" in str(error) else "text") from error
