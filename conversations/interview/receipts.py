"""Receipts of changes outside the questions: what is different now, with Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.changes import changes_between
from conversations.interview.replies import About, Button
from conversations.words.change_words import describe_changes
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

HINTS = 3
"""So many changes made by taps end with the sentence that would have done them."""


def changed_receipt(turn: Turn, *entries: int) -> None:
    """Say what this turn changed, in a line, with Undo."""
    changes = changes_between(turn.snapshot.canvas, turn.canvas)
    if not changes:
        turn.say(say("receipt.unchanged"))
        return
    lines = describe_changes(changes, turn.snapshot.canvas, turn.canvas) or (say("receipt.kept"),)
    undo = Button(say("button.undo"), f"o:undo:{turn.venture}:{turn.next_version}")
    turn.say(
        say("receipt.changed", lines=lines),
        rows=((undo,),),
        about=About(venture=turn.venture, entries=tuple(entries)),
    )


def hint(turn: Turn, key: str, name: str) -> None:
    """Tell, after the first few changes by tap, the sentence that would have done it."""
    if turn.conversation.hints < HINTS:
        turn.place(hints=turn.conversation.hints + 1)
        turn.say(say("hint.just_write", sentence=say(key, name=name)))
