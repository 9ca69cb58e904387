"""Asking again: a block, or one question. The answers stand until they are replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.answering import standing_answer
from conversations.interview.asking import ask
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.facets import Block
    from conversations.interview.turn import Turn


def redo_block(turn: Turn, block: Block) -> None:
    """Ask a block's questions again; the other blocks stay as they are."""
    questions = tuple(q.id for q in turn.script.in_block(block.value) if q.id in turn.canvas.answers)
    here = turn.conversation
    again = tuple(dict.fromkeys((*here.again, *questions)))
    totals = {known: total for known, total in here.totals.items() if known != block.value}
    turn.place(again=again, totals=totals, resume_at="")
    if not questions:
        turn.say(say("edit.nothing_to_redo"))
        return
    ask_again(turn, questions[0])


def ask_again(turn: Turn, question_id: str) -> None:
    """Ask one question again and show its answer; what was open comes after it."""
    here = turn.conversation
    turn.place(
        state=turn.flow.go(here.state, question_id, turn.canvas),
        again=tuple(dict.fromkeys((*here.again, question_id))),
        strikes=0,
    )
    ask(turn, *standing_answer(turn, question_id))
