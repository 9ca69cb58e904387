"""Rules about the show itself, without which the backstage can't be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.coach.advice import Found, rule
from conversations.coach.looking import open_question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

_ASKED_BY = {"value_proposition": "promise", "customers": "customers", "revenue": "earn"}


@rule("ask_frontstage", source="BLK", weight=88, block=None)
def ask_frontstage(canvas: Canvas) -> Iterator[Found]:
    """Speak about the first of promise, customers and revenue that was asked about and stayed open."""
    for part, question in _ASKED_BY.items():
        said = getattr(canvas.front_stage, part)
        if said is None or (not isinstance(said, str) and open_question(canvas, question)):
            yield Found(wording=part)
            return
