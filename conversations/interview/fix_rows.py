"""Fix last, as rows of buttons: reword, move, delete what the last answer made, or rejoin it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.facets import Block
from conversations.interview.forms.base import Choice, Choices
from conversations.reading.text import shorten
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

NAME_WIDTH = 11


def fix_rows(turn: Turn, unfolded: str) -> Choices:
    """Give the rows that Fix last unfolds to: `fix` for the list, `move:<id>` for the blocks to move to."""
    saved = turn.conversation.saved
    if saved is None or not (unfolded == "fix" or unfolded.startswith("move:")):
        return ()
    if unfolded.startswith("move:"):
        moving = unfolded.removeprefix("move:")
        blocks = [Choice(say(f"block.short.{block.value}"), f"to:{moving}:{block.value}") for block in Block]
        return ((blocks[0], blocks[1]), (blocks[2], blocks[3]), (Choice(say("button.done"), "fix"),))
    rows: list[tuple[Choice, ...]] = []
    for entry_id in saved.entries:
        entry = turn.canvas.entry(entry_id)
        if entry is not None:
            name = shorten(entry.text, NAME_WIDTH)
            rows.append(
                (
                    Choice(say("button.reword", name=name), f"re:{entry_id}"),
                    Choice(say("button.move"), f"mv:{entry_id}"),
                    Choice(say("button.drop"), f"dr:{entry_id}"),
                )
            )
    if saved.split and len(rows) > 1:
        rows.append((Choice(say("button.one_thing"), "one"),))
    return (*rows, (Choice(say("button.done"), "fixed"),))
