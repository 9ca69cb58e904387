"""Advice for the terminal and for other programs."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.facets import Stage
from conversations.coach.advising import advise
from conversations.coach.selecting import select, strength
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.coach.advice import Advice
    from conversations.files.canvases import CanvasRead
    from conversations.words.catalogue import Catalogue
    from conversations.words.text import Phrase

WIDTH = 92
_ISOLATES = {0x2068: None, 0x2069: None}
"""What keeps somebody's words in their own direction on a phone; other programs don't want it."""


class AdviceTold(msgspec.Struct, frozen=True):
    """A piece of advice as plain text; `entries` are the entries it is about, as they were written."""

    tag: str
    text: str
    entries: tuple[str, ...]
    why: str
    source: str


class CanvasTold(msgspec.Struct, frozen=True):
    """All the advice that holds for a canvas, weightiest first."""

    id: str
    advice: tuple[AdviceTold, ...]


def as_json(read: CanvasRead, words: Catalogue) -> str:
    """Give all the advice that holds as a line of JSON."""
    told = CanvasTold(read.id, tuple(_told(read, piece, words) for piece in advise(read.canvas)))
    return msgspec.json.encode(told).decode()


def _told(read: CanvasRead, piece: Advice, words: Catalogue) -> AdviceTold:
    return AdviceTold(
        tag=piece.tag,
        text=plainly(words, piece.text),
        entries=tuple(read.written[number] for number in piece.entries if number in read.written),
        why=plainly(words, piece.why),
        source=plainly(words, piece.source),
    )


def as_a_coach(read: CanvasRead, words: Catalogue, most: int) -> Iterator[str]:
    """Give the lines that a person reads: the strength, then the weightiest advice with its reasons."""
    venture = read.canvas.venture
    heading = [venture.name or read.id]
    if isinstance(venture.stage, Stage):
        heading.append(plainly(words, say(f"canvas.stage.{venture.stage.value}")))
    yield " · ".join(heading)
    best = strength(read.canvas)
    if best:
        yield from _wrapped(plainly(words, say("coaching.strongest", strength=best)), "  ")
    pieces = select(read.canvas, most=most)
    if not pieces:
        yield from _wrapped(plainly(words, say("coaching.nothing")), "  ")
    for number, piece in enumerate(pieces, 1):
        yield from _wrapped(plainly(words, piece.text), f"  {number}  ", "     ")
        why = plainly(words, piece.why).partition("\n")[0]
        reason = say("coaching.why", why=why, source=plainly(words, piece.source))
        yield from _wrapped(plainly(words, reason), "     ")
    rest = len({piece.tag for piece in advise(read.canvas)}) - len(pieces)
    if rest:
        yield from _wrapped(plainly(words, say("coaching.more", n=rest)), "  ")


def _wrapped(text: str, first: str, then: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=then or first)


def plainly(words: Catalogue, phrase: Phrase) -> str:
    """Give a phrase without marks of direction."""
    return words.label(phrase).translate(_ISOLATES)
