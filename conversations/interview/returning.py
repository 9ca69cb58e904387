"""Arriving and coming back: the first message, the offer to continue, a break that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.asking import ask, ask_as_it_stands
from conversations.interview.finishing import finish
from conversations.interview.replies import Button
from conversations.script.machine import PAUSED, RESTING, WELCOME
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def start(turn: Turn) -> None:
    """Welcome somebody new; offer somebody known to continue. Never wipes anything."""
    state = turn.conversation.state
    if state == WELCOME:
        begin(turn)
    elif state == RESTING:
        turn.say(say("start.resting", **_named(turn)), rows=start_rows(turn))
    else:
        turn.close_prompt()
        turn.say(say("start.middle", **_named(turn)), rows=start_rows(turn, continuing=True))


def start_rows(turn: Turn, *, continuing: bool = False) -> tuple[tuple[Button, ...], ...]:
    """Give Continue (in the middle), See canvas, Edit (at rest) and Start over."""
    first = (
        Button(say("button.continue"), "o:go")
        if continuing
        else Button(say("button.edit"), f"o:e:{turn.venture}")
    )
    return (
        (first, Button(say("button.see_canvas"), "o:see")),
        (Button(say("button.start_over"), "o:over"),),
    )


def begin(turn: Turn) -> None:
    """Ask the first open question; at the end of all of them, show the canvas."""
    go_on(turn)


def resume(turn: Turn) -> None:
    """Go on where the interview was left."""
    state = turn.conversation.state
    if state == WELCOME:
        begin(turn)
    elif state == RESTING:
        turn.say(say("start.resting", **_named(turn)), rows=start_rows(turn))
    elif state == PAUSED:
        go_on(turn, say("resumed"))
    else:
        ask_as_it_stands(turn, say("resumed"))


def go_on(turn: Turn, *lead: Phrase) -> None:
    """Ask the question where the conversation was left, else the first open one."""
    here = turn.conversation
    resume_at = turn.script.current(here.resume_at)
    if turn.script.has(resume_at):
        state = turn.flow.go(here.state, resume_at, turn.canvas)
    else:
        state = turn.flow.next(here.state, turn.canvas, here.again)
    turn.place(state=state, resume_at="", strikes=0)
    if state == RESTING:
        finish(turn, *lead)
    else:
        ask(turn, *lead)


def _named(turn: Turn) -> dict[str, str]:
    return {"first_name": turn.person.first_name}
