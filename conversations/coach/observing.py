"""The one observation that a block's end may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.coach.advising import weightiest_first
from conversations.coach.tuning import AS_SOURCED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conversations.canvas.document import Canvas
    from conversations.canvas.facets import Block
    from conversations.coach.advice import Advice
    from conversations.coach.tuning import Tuning

SKIPPED = "skipped"


def observe_block(
    canvas: Canvas, block: Block, already: Iterable[str] = (), tuning: Tuning = AS_SOURCED
) -> Advice | None:
    """Give the weightiest advice about a block just finished, None where there is none.

    Left out are the tags in `already`, and whatever rests on a question that was just skipped.
    """
    said = frozenset(already)
    skipped = {name for name, answer in canvas.answers.items() if answer.standing == SKIPPED}
    found = weightiest_first(canvas, dismissed=said, tuning=tuning, about=block)
    pieces = (piece for piece in found if piece.block is block)
    return next((piece for piece in pieces if not skipped.intersection(piece.rests_on)), None)
