"""/edit: blocks, and a block's entries, drawn in place: three taps to a change at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.facets import Block
from conversations.interview.entry_screen import show_entry
from conversations.interview.replies import Button
from conversations.interview.taps import is_number
from conversations.reading.text import shorten
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

PAGE = 6
WIDE = 26
SETUP = ("name", "stage", "promise", "work")
"""Questions of the set-up that can be asked again one by one, beside the blocks."""


def show_blocks(turn: Turn, message: int = 0) -> None:
    """Show the blocks, each with how many entries it has."""
    blocks = [
        Button(
            say("edit.block", block=say(f"block.short.{block.value}"), count=len(turn.canvas.block(block))),
            _data(turn, "b", block.value, "0"),
        )
        for block in Block
    ]
    asked = [
        Button(say(f"edit.again.{question}"), _data(turn, "q", question))
        for question in SETUP
        if turn.script.has(question)
    ]
    rows = (tuple(blocks[:2]), tuple(blocks[2:]), tuple(asked[:2]), tuple(asked[2:]))
    turn.redraw(message, say("edit.blocks"), rows=rows)


def show_block(turn: Turn, block: Block, page: int, message: int) -> None:
    """Show a block's entries, a page of six."""
    entries = turn.canvas.block(block)
    count = max(1, -(-len(entries) // PAGE))
    page = min(page, count - 1)
    rows: list[tuple[Button, ...]] = [
        (Button(say("edit.name", name=shorten(entry.text, WIDE)), _data(turn, "n", str(entry.id))),)
        for entry in entries[page * PAGE : (page + 1) * PAGE]
    ]
    if count > 1:
        following = str((page + 1) % count)
        turning = Button(
            say("grid.page", page=page + 1, pages=count), _data(turn, "b", block.value, following)
        )
        rows.append((turning,))
    add = Button(say("button.add"), _data(turn, "add", block.value))
    again = Button(say("button.redo_block"), _data(turn, "redo", block.value))
    rows.append((add, again) if entries else (add,))
    rows.append((Button(say("button.back"), _data(turn, "e")),))
    key = "edit.entries" if entries else "edit.empty"
    turn.redraw(message, say(key, block=say(f"block.{block.value}")), rows=tuple(rows))


def show_fixable(turn: Turn, numbers: str) -> Phrase | None:
    """Show what a receipt told of, to be fixed: one entry with its actions; a note where none is left."""
    ids = [int(number) for number in numbers.split("-") if is_number(number)]
    entries = [entry for entry in map(turn.canvas.entry, ids) if entry is not None]
    if not entries:
        return say("note.gone")
    # A message of its own, so that the receipt keeps its Undo.
    if len(entries) == 1:
        show_entry(turn, entries[0], message=0)
        return None
    rows = tuple(
        (Button(say("edit.name", name=shorten(entry.text, WIDE)), _data(turn, "n", str(entry.id))),)
        for entry in entries
    )
    turn.say(say("fix.which"), rows=rows)
    return None


def _data(turn: Turn, verb: str, *arguments: str) -> str:
    return ":".join(("o", verb, turn.venture, *arguments))
