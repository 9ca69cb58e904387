"""What the buttons of an observation or of advice do, with a receipt, in place where the button stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Entry, moved
from conversations.canvas.facets import Block
from conversations.interview.asking import ask, redraw
from conversations.interview.receipts import changed_lines, read_receipt
from conversations.interview.replies import Button
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

ACTS = ("move",)
"""The verbs of such buttons."""


def act(turn: Turn, verb: str, entry: Entry, value: str, message: int) -> Phrase | None:
    """Do what a button asks; give a note where that can't be done, or is done already."""
    after = _acted(verb, entry, value)
    if after is None:
        return say("note.unknown_button")
    if after == entry:
        return say("note.so_already")
    turn.canvas = turn.canvas.with_changed(after)
    acted(turn, (entry.id,), message)
    return None


def acted(turn: Turn, entries: tuple[int, ...], message: int) -> None:
    """Say what is different now: in the open question's message where the button stood there, else anew."""
    prompt = turn.conversation.prompt
    shown = prompt is not None and any(button.data == turn.tapped for button in prompt.offer)
    if prompt is not None and shown:
        undo = Button(say("button.undo"), f"o:undo:{turn.venture}:{turn.next_version}")
        line = say("receipt.changed", lines=changed_lines(turn))
        turn.place(prompt=replace(prompt, lead=(*prompt.lead[:-1], line), offer=(undo,)))
        redraw(turn, message)
        return
    read_receipt(turn, entries)
    if turn.question is not None:
        ask(turn, marks=prompt.marks if prompt else {})


def _acted(verb: str, entry: Entry, value: str) -> Entry | None:
    if verb == "move" and value in {block.value for block in Block}:
        return moved(entry, Block(value))
    return None
