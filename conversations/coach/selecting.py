"""Which pieces of advice are said, and the strength that opens them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from conversations.coach.advising import weightiest_first
from conversations.coach.strengths import STRENGTHS
from conversations.coach.tuning import AS_SOURCED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conversations.canvas.document import Canvas
    from conversations.coach.advice import Advice
    from conversations.coach.tuning import Tuning
    from conversations.words.text import Phrase


def select(
    canvas: Canvas, most: int = 3, already: Iterable[str] = (), tuning: Tuning = AS_SOURCED
) -> tuple[Advice, ...]:
    """Give the weightiest pieces of advice, one a tag, without the tags that were given already."""
    return tuple(islice(one_a_tag(weightiest_first(canvas, tuning=tuning), already), most))


def one_a_tag(advice: Iterable[Advice], already: Iterable[str] = ()) -> Iterator[Advice]:
    """Give the first piece of advice of each tag, without the tags that were given already."""
    said = set(already)
    for piece in advice:
        if piece.tag not in said:
            said.add(piece.tag)
            yield piece


def strength(canvas: Canvas) -> Phrase | None:
    """Give one thing that is truly good about the canvas; None where nothing is sure."""
    return next((found for look in STRENGTHS if (found := look(canvas)) is not None), None)
