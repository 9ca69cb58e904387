"""A script that changed while people are in the middle of it: nobody is lost, no answer is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.interview.asking import ask
from conversations.interview.finishing import finish
from conversations.script.machine import RESTING
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def adopt(turn: Turn) -> None:
    """Bring a conversation to the script's version.

    Renamed questions are followed, a removed one leads to the next open question, and the person is told.
    """
    here = turn.conversation
    if here.script_version == turn.script.version:
        return
    script = turn.script
    answers = {script.current(question): answer for question, answer in turn.canvas.answers.items()}
    if answers != turn.canvas.answers:
        turn.canvas = replace(turn.canvas, answers=answers)
    state = script.current(here.state)
    prompt = here.prompt
    if prompt is not None:
        prompt = replace(prompt, question=script.current(prompt.question))
    turn.place(
        script_version=script.version,
        state=state,
        prompt=prompt,
        resume_at=script.current(here.resume_at),
        trail=tuple(q for q in map(script.current, here.trail) if script.has(q)),
        again=tuple(q for q in map(script.current, here.again) if script.has(q)),
        totals={},
    )
    if turn.flow.knows(state):
        return
    turn.close_prompt()
    following = turn.flow.next(RESTING, turn.canvas, turn.conversation.again)
    turn.place(state=following)
    if following == RESTING:
        finish(turn, say("script.changed"))
    else:
        ask(turn, say("script.changed"))
