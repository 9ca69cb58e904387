"""Fix last: what the last answer made is reworded, moved, deleted or rejoined, in the message itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import block_of, moved
from conversations.canvas.facets import Block
from conversations.interview.asking import redraw
from conversations.interview.expecting import expect_rewording
from conversations.interview.taps import is_number
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.position import Saved
    from conversations.interview.turn import Turn


def fix(turn: Turn, choice: str, message: int) -> Phrase | None:
    """Do what a tap of Fix last asks; give the short note to acknowledge it with, None for none."""
    verb, _, rest = choice.partition(":")
    if verb in ("fix", "fixed"):
        page = rest if is_number(rest) else "0"
        _unfold(turn, f"fix:{page}" if verb == "fix" else "", message)
        return None
    if verb == "one":
        return _rejoin(turn, message)
    number, _, block = rest.partition(":")
    entry = turn.canvas.entry(int(number)) if is_number(number) else None
    if entry is None:
        _unfold(turn, "fix", message)
        return say("note.gone")
    if verb == "mv":
        _unfold(turn, f"move:{entry.id}", message)
        return None
    if verb == "re":
        expect_rewording(turn, entry)
        return None
    if verb == "to" and block in {known.value for known in Block}:
        if block_of(entry) is not Block(block):
            turn.canvas = turn.canvas.with_changed(moved(entry, Block(block)))
            _lead(turn, say("fix.moved", name=entry.text, block=say(f"block.{block}")))
    elif verb == "dr":
        turn.canvas = turn.canvas.without([entry.id])
        _lead(turn, say("fix.dropped", name=entry.text))
    _unfold(turn, "fix", message)
    return None


def _rejoin(turn: Turn, message: int) -> Phrase | None:
    """Make what was split one entry again, in the founder's own words."""
    saved = turn.conversation.saved
    pieces = [entry for entry in turn.canvas.entries if saved and _is_piece(turn, entry.id, saved)]
    if saved is None or not pieces:
        return say("note.gone")
    words = " ".join(saved.words.split())
    whole = replace(pieces[0], text=words)
    turn.canvas = turn.canvas.with_changed(whole).without([piece.id for piece in pieces[1:]])
    turn.place(saved=replace(saved, entries=(whole.id,), split=False))
    _lead(turn, say("fix.rejoined", name=words))
    _unfold(turn, "", message)
    return None


def _is_piece(turn: Turn, entry_id: int, saved: Saved) -> bool:
    """Whether an entry came of this answer alone: what another answer made too isn't a piece of this one."""
    others = (answer for question, answer in turn.canvas.answers.items() if question != saved.question)
    return entry_id in saved.entries and not any(entry_id in answer.entries for answer in others)


def _unfold(turn: Turn, unfolded: str, message: int) -> None:
    prompt = turn.conversation.prompt
    if prompt is not None:
        turn.place(prompt=replace(prompt, unfolded=unfolded))
        redraw(turn, message)


def _lead(turn: Turn, line: Phrase) -> None:
    """Say in the message's first line what the fix did, in place of the receipt that no longer holds."""
    prompt = turn.conversation.prompt
    if prompt is not None:
        turn.place(prompt=replace(prompt, lead=(line, *prompt.lead[1:])))
