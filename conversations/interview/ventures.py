"""A person's ventures: the list, and going from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.replies import Button
from conversations.interview.returning import go_on, start_rows
from conversations.interview.skew import under_current_ids
from conversations.reading.text import shorten
from conversations.script.machine import RESTING
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

WIDE = 24


def show_ventures(turn: Turn) -> None:
    """Show the ventures, the current one marked, and a way to start another."""
    rows = [
        (
            Button(
                say(
                    "venture.current" if known.id == turn.venture else "venture.other",
                    name=say("venture.named", name=shorten(known.name, WIDE))
                    if known.name
                    else say("venture.unnamed"),
                ),
                f"o:v:{known.id}",
            ),
        )
        for known in turn.snapshot.ventures
    ]
    new = (Button(say("button.start_new"), "o:over"),)
    turn.say(say("venture.list", n=len(turn.snapshot.ventures)), rows=(*rows, new))


def switch(turn: Turn, venture: str) -> None:
    """Go to another of the person's ventures, where its interview was left."""
    if venture == turn.venture:
        turn.say(say("venture.here"), rows=start_rows(turn, continuing=turn.conversation.state != RESTING))
        return
    if turn.snapshot.other is None:
        turn.say(say("venture.not_yours"))
        return
    turn.go_to(venture, under_current_ids(turn.script, turn.snapshot.other), turn.snapshot.other_version)
    name = turn.canvas.venture.name
    go_on(turn, say("venture.switched", name=name) if name else say("venture.switched_unnamed"))
