"""A piece of advice opened: why it is given, what would be done about it, and a way to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.coach.advising import advise
from conversations.interview.acting import action_button
from conversations.interview.replies import About, Button
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def explain(turn: Turn, tag: str) -> Phrase | None:
    """Open a piece of advice; give a note where it no longer holds."""
    piece = next((known for known in advise(turn.canvas, tuning=turn.script.coach) if known.tag == tag), None)
    if piece is None:
        return say("note.advice_gone")
    rows = [tuple(action_button(turn, action) for action in piece.actions)] if piece.actions else []
    rows.append((Button(say("button.not_relevant"), f"o:not:{turn.venture}:{tag}"),))
    turn.say(
        piece.text,
        say("coach.why", why=piece.why, source=piece.source),
        rows=tuple(rows),
        about=About(venture=turn.venture, entries=piece.entries),
    )
    return None


def dismiss(turn: Turn, tag: str) -> Phrase | None:
    """Never give a piece of advice again."""
    if tag not in turn.canvas.dismissed:
        turn.canvas = replace(turn.canvas, dismissed=(*turn.canvas.dismissed, tag))
    return say("note.dismissed")


def asks_for(turn: Turn, question: str) -> bool:
    """Whether some advice asks for the answer to a question: then a button may put it again."""
    actions = (action for piece in advise(turn.canvas, tuning=turn.script.coach) for action in piece.actions)
    return turn.script.has(question) and any(action.question == question for action in actions)
