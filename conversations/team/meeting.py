"""Two people answer the same question at the same moment: nothing is overwritten, and the second is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.interview.answering import settle, standing_answer
from conversations.interview.asking import form_of, view
from conversations.interview.forms.base import Answered
from conversations.interview.replies import Button
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn
    from conversations.script.model import Question

ADD = "add"
THEIRS = "theirs"


def meet(turn: Turn, question: Question, said: str, message: int) -> None:
    """Keep what was said, and ask what is to become of it: somebody else was a moment faster."""
    turn.place(held=said, held_message=message)
    row = [
        Button(say("team.button.mine"), "o:held:answer"),
        Button(say("team.button.theirs"), f"o:held:{THEIRS}"),
    ]
    if question.form in ADDING:
        row.insert(0, Button(say("team.button.add"), f"o:held:{ADD}"))
    turn.say(
        say("team.meanwhile"),
        *standing_answer(turn, question.id),
        say("team.yours", words=said),
        rows=(tuple(row),),
    )


def add_answer(turn: Turn, question: Question, said: str, message: int) -> None:
    """Add what was said to the answer that stands, so that both are kept."""
    standing = turn.canvas.answers.get(question.id)
    alone = dict(turn.canvas.answers)
    alone.pop(question.id, None)
    seen = replace(view(turn, question), canvas=replace(turn.canvas, answers=alone))
    heard = form_of(question).hear(seen, said)
    if isinstance(heard, Answered) and standing is not None:
        heard = replace(
            heard,
            words=f"{standing.words}\n{heard.words}".strip(),
            entries=tuple(dict.fromkeys((*standing.entries, *heard.entries))),
        )
    settle(turn, question, heard, message)


ADDING = frozenset({"items", "people", "partners", "costs"})
"""Forms whose answers are lists, so that two of them make one."""
