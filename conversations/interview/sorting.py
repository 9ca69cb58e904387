"""What waits under "To sort": shown with block buttons until the founder says where it belongs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import CLASSES, Cost, Entry, block_of
from conversations.canvas.facets import Block
from conversations.interview.noting import known_as
from conversations.interview.replies import Button, Rows
from conversations.interview.requesting import understand_kinds
from conversations.interview.said_changes import change_told
from conversations.reading.statements_paying import read_named_cost
from conversations.reading.text import shorten
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from conversations.canvas.document import Unsorted
    from conversations.interview.said_changes import Told
    from conversations.interview.turn import Turn

CANDIDATES = 6
"""Entries that a change is asked about at once."""
WIDE, NARROW = 26, 16


def show_sorting(turn: Turn, waiting: Unsorted, likely: Block | None = None) -> None:
    """Ask where one thing belongs; the block that it likely belongs to is offered first."""
    text, rows = _sorting(turn, waiting, likely)
    turn.say(*text, rows=rows)


def sort_one(turn: Turn, number: int, where: str, message: int) -> None:
    """Put one thing that waits into a block, or drop it (`where` is "no"); then show the next."""
    waiting = next((unsorted for unsorted in turn.canvas.to_sort if unsorted.id == number), None)
    done = say("note.gone")
    if waiting is not None:
        done = say("sort.done", name=waiting.text, block=say("sort.to.no"))
        rest = tuple(unsorted for unsorted in turn.canvas.to_sort if unsorted.id != number)
        turn.canvas = replace(turn.canvas, to_sort=rest)
        if where in {block.value for block in Block}:
            done = _put(turn, waiting, Block(where))
    if turn.canvas.to_sort:
        text, rows = _sorting(turn, turn.canvas.to_sort[0])
        turn.redraw(message, done, *text, rows=rows)
    else:
        undo = Button(say("button.undo"), f"o:undo:{turn.venture}:{turn.next_version}")
        turn.redraw(message, done, rows=((undo,),) if waiting else ())


def show_blocks_for(turn: Turn, waiting: Unsorted, message: int) -> None:
    """Ask where one thing belongs after all, that was taken for a change."""
    turn.redraw(message, *_asked(turn, waiting), rows=_blocks(turn, waiting))


def _put(turn: Turn, waiting: Unsorted, block: Block) -> Phrase:
    """Put one thing into a block, unless it stands there already; give what was done."""
    entry = new_entry(waiting.text, block, turn.canvas.venture.currency)
    if known_as(turn.canvas.block(block), entry.text) is not None:
        return say("sort.again", name=entry.text)
    # It keeps its number, so that editing the message that it came in still finds it.
    turn.canvas = turn.canvas.with_placed(replace(entry, id=waiting.id))
    understand_kinds(turn, [waiting.id])
    if isinstance(entry, Cost) and entry.amount:
        return say(
            "sort.done_with", name=entry.text, amount=entry.amount, block=say(f"sort.to.{block.value}")
        )
    return say("sort.done", name=entry.text, block=say(f"sort.to.{block.value}"))


def new_entry(text: str, block: Block, currency: str) -> Entry:
    """Give an entry for something said at a quiet moment; a cost's amount is read out of its words."""
    if block is not Block.COSTS:
        return CLASSES[block](id=0, text=text)
    cost = read_named_cost(text)
    if cost is None or cost.amount is None:
        return Cost(id=0, text=text)
    amount = replace(cost.amount, currency=cost.amount.currency or currency or None)
    return Cost(id=0, text=cost.name or text, amount=amount)


def _sorting(turn: Turn, waiting: Unsorted, likely: Block | None = None) -> tuple[Text, Rows]:
    told = change_told(turn.canvas, waiting.text, turn.now.date())
    if told is None:
        return _asked(turn, waiting), _blocks(turn, waiting, likely)
    return _asked(turn, waiting, "sort.which"), _candidates(turn, waiting, told)


def _candidates(turn: Turn, waiting: Unsorted, told: Told) -> Rows:
    """Give a button for each entry that a change may mean."""

    def button(label: Phrase, entry: int) -> tuple[Button, ...]:
        return (Button(label, f"o:wh:{turn.venture}:{waiting.id}:{entry}"),)

    entries = [entry for entry in map(turn.canvas.entry, told.entries[:CANDIDATES]) if entry is not None]
    names = Counter(entry.text.casefold() for entry in entries)
    rows = [
        button(
            say(
                "sort.candidate_of",
                name=shorten(entry.text, NARROW),
                block=say(f"block.short.{block_of(entry).value}"),
            )
            if names[entry.text.casefold()] > 1
            else say("sort.candidate", name=shorten(entry.text, WIDE)),
            entry.id,
        )
        for entry in entries
    ]
    return (*rows, button(say("button.none_of_these"), 0))


def _blocks(turn: Turn, waiting: Unsorted, likely: Block | None = None) -> Rows:
    def button(label: str, where: str) -> Button:
        return Button(say(label), f"o:sort:{turn.venture}:{waiting.id}:{where}")

    blocks = [button(f"block.short.{block.value}", block.value) for block in Block]
    rows: Rows = ((blocks[0], blocks[1]), (blocks[2], blocks[3]), (button("button.not_for_canvas", "no"),))
    if likely is not None:
        others = tuple(blocks[place] for place, block in enumerate(Block) if block is not likely)
        first = button(f"sort.likely.{likely.value}", likely.value)
        rows = ((first,), others, rows[-1])
    return rows


def _asked(turn: Turn, waiting: Unsorted, key: str = "sort.where") -> Text:
    more = len(turn.canvas.to_sort) - 1
    text: Text = (say(key, name=waiting.text),)
    return (*text, say("sort.more", n=more)) if more else text
