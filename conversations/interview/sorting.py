"""What waits under "To sort": shown with block buttons until the founder says where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.entries import CLASSES, Cost, Entry
from conversations.canvas.facets import Block
from conversations.interview.forms.costs import read_cost
from conversations.interview.replies import Button, Rows
from conversations.words.text import Text, say

if TYPE_CHECKING:
    from conversations.canvas.document import Unsorted
    from conversations.interview.turn import Turn


def show_sorting(turn: Turn, waiting: Unsorted) -> None:
    """Ask where one thing belongs."""
    text, rows = _sorting(turn, waiting)
    turn.say(*text, rows=rows)


def sort_one(turn: Turn, number: int, where: str, message: int) -> None:
    """Put one thing that waits into a block, or drop it (`where` is "no"); then show the next."""
    waiting = next((unsorted for unsorted in turn.canvas.to_sort if unsorted.id == number), None)
    if waiting is not None:
        rest = tuple(unsorted for unsorted in turn.canvas.to_sort if unsorted.id != number)
        turn.canvas = replace(turn.canvas, to_sort=rest)
        if where in {block.value for block in Block}:
            entry = new_entry(waiting.text, Block(where), turn.canvas.venture.currency)
            turn.canvas = turn.canvas.with_new([entry])
    done = say("sort.done", name=waiting.text, block=say(f"sort.to.{where}")) if waiting else say("note.gone")
    if turn.canvas.to_sort:
        text, rows = _sorting(turn, turn.canvas.to_sort[0])
        turn.redraw(message, done, *text, rows=rows)
    else:
        undo = Button(say("button.undo"), f"o:undo:{turn.venture}:{turn.next_version}")
        turn.redraw(message, done, rows=((undo,),) if waiting else ())


def new_entry(text: str, block: Block, currency: str) -> Entry:
    """Give an entry for something said at a quiet moment; a cost's amount is read out of its words."""
    if block is Block.COSTS:
        name, amount = read_cost(text, currency)
        return Cost(id=0, text=name or text, amount=amount or UNSET)
    return CLASSES[block](id=0, text=text)


def _sorting(turn: Turn, waiting: Unsorted) -> tuple[Text, Rows]:
    def button(label: str, where: str) -> Button:
        return Button(say(label), f"o:sort:{turn.venture}:{waiting.id}:{where}")

    blocks = [button(f"block.short.{block.value}", block.value) for block in Block]
    rows = ((blocks[0], blocks[1]), (blocks[2], blocks[3]), (button("button.not_for_canvas", "no"),))
    more = len(turn.canvas.to_sort) - 1
    text: Text = (say("sort.where", name=waiting.text),)
    return ((*text, say("sort.more", n=more)) if more else text, rows)
