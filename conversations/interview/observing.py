"""The one observation at a block's end: something that very surely stands in the wrong block, else advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import block_of
from conversations.coach.observing import observe_block
from conversations.interview.acting import MOVE, action_button
from conversations.interview.replies import Button
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.facets import Block
    from conversations.interview.turn import Turn
    from conversations.words.text import Text

BUTTONS = 2
"""Buttons that an observation has at most."""


def observe(turn: Turn, block: Block) -> tuple[Text, tuple[Button, ...]]:
    """Give the observation and its buttons, nothing where there is none. It isn't made again."""
    moving = _misplaced(turn, block)
    if moving is not None:
        return moving
    observation = observe_block(
        turn.canvas, block, already=turn.conversation.observed, tuning=turn.script.coach
    )
    if observation is None:
        return (), ()
    turn.place(observed=(*turn.conversation.observed, observation.tag))
    offer = tuple(action_button(turn, action) for action in observation.actions[:BUTTONS])
    return (say("readback.observation", advice=observation.text),), offer


def _misplaced(turn: Turn, block: Block) -> tuple[Text, tuple[Button, ...]] | None:
    """Give the offer to move the first entry that belongs elsewhere; None where all stand well."""
    known = turn.conversation.elsewhere
    entry = next((entry for entry in turn.canvas.block(block) if str(entry.id) in known), None)
    if entry is None or known[str(entry.id)] == block_of(entry).value:
        return None
    # One at most: who leaves this one where it is isn't asked about the others.
    turn.place(elsewhere={})
    other = known[str(entry.id)]
    text = say(
        "readback.elsewhere",
        name=entry.text,
        other=say(f"readback.one.{other}"),
        here=say(f"readback.one.{block.value}"),
    )
    return (text,), (Button(say(f"sort.likely.{other}"), f"o:{MOVE}:{turn.venture}:{entry.id}:{other}"),)
