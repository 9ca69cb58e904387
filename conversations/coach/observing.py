"""The one observation that a block's end may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.coach.advising import advise
from conversations.coach.rulebook import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conversations.canvas.document import Canvas
    from conversations.canvas.facets import Block
    from conversations.coach.advice import Advice

SKIPPED = "skipped"


def observe_block(canvas: Canvas, block: Block, already: Iterable[str] = ()) -> Advice | None:
    """Give the weightiest advice about a block just finished, None where there is none.

    Left out are the tags in `already`, and whatever rests on a question that was just skipped.
    """
    said = frozenset(already)
    skipped = {name for name, answer in canvas.answers.items() if answer.standing == SKIPPED}
    open_rules = [one for one in RULES if one.tag not in said and not skipped.intersection(one.rests_on)]
    return next((piece for piece in advise(canvas, rules=open_rules) if piece.block is block), None)
