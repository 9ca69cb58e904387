"""The buttons of advice: what each carries, and what it does, with a receipt in place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.entries import Activity, Cost, Entry, Resource, had_as, moved
from conversations.canvas.facets import Behaviour, Block, Evidence, Sourcing, When
from conversations.coach.actions import Do
from conversations.coach.advising import advise
from conversations.interview.asking import ask_as_it_stands, redraw
from conversations.interview.forms.items import capitalised
from conversations.interview.receipts import changed_lines, read_receipt
from conversations.interview.replies import Button
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.coach.actions import Action
    from conversations.interview.turn import Turn

MOVE, MARK, PARK, REMOVE, SPLIT = "move", "mk", "lt", "rm", "sp"
ACTS = (MOVE, MARK, PARK, REMOVE, SPLIT)
"""The verbs that are done at once; the others ask for words, or put a question."""


def action_button(turn: Turn, action: Action) -> Button:
    """Give the button for what a piece of advice would do."""
    block = action.block.value if action.block else ""
    how = action.marked
    parts = {
        Do.ADD: ("add", block),
        Do.REWORD: ("re", str(action.entry)),
        Do.MARK: (MARK, str(action.entry), how.value if how else ""),
        Do.PRICE: ("am", str(action.entry)),
        Do.LATER: (PARK, str(action.entry)),
        Do.MOVE: (MOVE, str(action.entry), block),
        Do.SPLIT: (SPLIT, str(action.entry)),
        Do.REMOVE: (REMOVE, str(action.entry)),
        Do.ASK: ("q", action.question),
    }[action.do]
    return Button(action.label, ":".join(("o", parts[0], turn.venture, *parts[1:])))


def act(turn: Turn, verb: str, entry: Entry, value: str, message: int) -> Phrase | None:
    """Do what a button asks; give a note where that can't be done, or is done already."""
    after = _done(turn.canvas, verb, entry, value)
    if after is None:
        return say("note.unknown_button")
    if after == turn.canvas:
        return say("note.so_already")
    first = turn.canvas.next_id
    turn.canvas = after
    _tell(turn, (entry.id, *range(first, after.next_id)), message)
    return None


def _tell(turn: Turn, entries: tuple[int, ...], message: int) -> None:
    """Say what is different now: in the open question's message where the button stood there, else anew."""
    prompt = turn.conversation.prompt
    if prompt is not None and any(button.data == turn.tapped for button in prompt.offer):
        undo = Button(say("button.undo"), f"o:undo:{turn.venture}:{turn.next_version}")
        line = say("receipt.changed", lines=changed_lines(turn))
        turn.place(prompt=replace(prompt, lead=(*prompt.lead[:-1], line), offer=(undo,)))
        redraw(turn, message)
        return
    read_receipt(turn, entries)
    ask_as_it_stands(turn)


def _done(canvas: Canvas, verb: str, entry: Entry, value: str) -> Canvas | None:
    """Give the canvas when it is done, the same where it is so already, None where it doesn't fit."""
    if verb == REMOVE:
        return canvas.without([entry.id])
    if verb == SPLIT:
        return _split(canvas, entry)
    after = _changed(verb, entry, value)
    return None if after is None else canvas.with_changed(after)


def _changed(verb: str, entry: Entry, value: str) -> Entry | None:
    match entry, verb:
        case _, "mk" if value in {sure.value for sure in Evidence}:
            return replace(entry, evidence=Evidence(value))
        case _, "move" if value in {block.value for block in Block}:
            return moved(entry, Block(value))
        case Activity(), "lt":
            return replace(entry, when=When.LATER)
        case Resource(), "mk" if value in {sourcing.value for sourcing in Sourcing}:
            return had_as(entry, Sourcing(value))
        case Cost(), "mk" if value in {behaviour.value for behaviour in Behaviour}:
            return replace(entry, behaviour=Behaviour(value))
    return None


def _split(canvas: Canvas, entry: Entry) -> Canvas:
    """Give the canvas with an entry split as advised now; the same where it isn't advised any more."""
    actions = (action for piece in advise(canvas) for action in piece.actions)
    parts = next((a.parts for a in actions if a.do is Do.SPLIT and a.entry == entry.id), ())
    if not parts:
        return canvas
    named = [capitalised(part) for part in parts]
    whole = canvas.with_changed(replace(entry, text=named[0]))
    # What is known of the whole holds for each part, but an amount, which would be counted again.
    rest = replace(entry, amount=UNSET) if isinstance(entry, Cost) else entry
    return whole.with_new(replace(rest, text=text) for text in named[1:])
