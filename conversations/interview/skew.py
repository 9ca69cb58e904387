"""A script that changed while people are in the middle of it: nobody is lost, no answer is dropped."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.interview.finishing import finish
from conversations.script.machine import RESTING
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.interview.turn import Turn
    from conversations.script.model import Script


class Adopted(Enum):
    """What became of a conversation's place."""

    AS_IT_WAS = "as it was"
    ELSEWHERE = "elsewhere"


def adopt(turn: Turn) -> Adopted:
    """Bring a conversation to the script's version; give whether it had to go on elsewhere.

    Renamed questions are followed. A removed one leads to the next open question, and the person is told; to
    put that question is left to the step.
    """
    here = turn.conversation
    script = turn.script
    turn.canvas = under_current_ids(script, turn.canvas)
    if (here.script_version, here.playbook) == (script.version, script.id):
        return Adopted.AS_IT_WAS
    state = script.current(here.state)
    prompt = here.prompt
    if prompt is not None:
        prompt = replace(prompt, question=script.current(prompt.question))
    turn.place(
        playbook=script.id,
        script_version=script.version,
        state=state,
        prompt=prompt,
        resume_at=script.current(here.resume_at),
        trail=tuple(q for q in map(script.current, here.trail) if script.has(q)),
        again=tuple(q for q in map(script.current, here.again) if script.has(q)),
        totals={},
    )
    if turn.flow.knows(state):
        return Adopted.AS_IT_WAS
    turn.close_prompt()
    following = turn.flow.next(RESTING, turn.canvas, turn.conversation.again)
    turn.place(state=following)
    if following == RESTING:
        finish(turn, say("script.changed"))
    else:
        turn.say(say("script.changed"))
    return Adopted.ELSEWHERE


def under_current_ids(script: Script, canvas: Canvas) -> Canvas:
    """Give the canvas with its answers under today's ids of their questions."""
    if not any(question in script.renamed for question in canvas.answers):
        return canvas
    answers = {
        script.current(question): answer
        for question, answer in canvas.answers.items()
        if question == script.current(question) or script.current(question) not in canvas.answers
    }
    return replace(canvas, answers=answers)
