"""Text that may be an answer or a change: kept, and asked about with two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.replies import Button
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def hold(turn: Turn, text: str, message: int) -> None:
    """Keep text until the founder says what it is. What was held before stays with it."""
    held = f"{turn.conversation.held}\n{text}" if turn.conversation.held else text
    turn.place(held=held, held_message=message)
    rows = (
        (
            Button(say("button.my_answer"), "o:held:answer"),
            Button(say("button.change_canvas"), "o:held:change"),
        ),
    )
    turn.say(say("held.which", words=held), rows=rows)
