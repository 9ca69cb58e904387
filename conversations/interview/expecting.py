"""Text that is no answer because it was asked for: new words for an entry, something to add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.entries import CLASSES, Cost, Entry
from conversations.canvas.facets import Block
from conversations.canvas.money import Amount, restated
from conversations.interview.asking import ask
from conversations.interview.forms.costs import read_cost
from conversations.interview.forms.items import capitalised, in_pieces
from conversations.interview.receipts import changed_receipt, hint
from conversations.interview.replies import Button
from conversations.reading.amounts import read_amount
from conversations.reading.remarks import Remark, classify_remark
from conversations.reading.splitting import split_items
from conversations.reading.text import clean_text
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def expect_rewording(turn: Turn, entry: Entry) -> None:
    """Ask for new words for an entry."""
    turn.place(expecting=f"reword:{entry.id}")
    turn.say(say("expect.reword", name=entry.text), rows=_never_mind())


def expect_amount(turn: Turn, cost: Cost) -> None:
    """Ask what a cost amounts to."""
    turn.place(expecting=f"amount:{cost.id}")
    turn.say(say("expect.amount", name=cost.text), rows=_never_mind())


def expect_addition(turn: Turn, block: Block) -> None:
    """Ask what to add to a block."""
    turn.place(expecting=f"add:{block.value}")
    turn.say(say("expect.add", block=say(f"block.{block.value}")), rows=_never_mind())


NEVER_MIND = (Remark.STOP, Remark.BACK, Remark.SKIP, Remark.NO, Remark.NONE, Remark.DONT_KNOW, Remark.SAME)


def take_expected(turn: Turn, text: str) -> None:
    """Take the text that was asked for, then go back to the open question, if there is one."""
    verb, _, what = turn.conversation.expecting.partition(":")
    said = clean_text(text).strip()
    if not said:
        turn.say(say("puzzled.empty"), rows=_never_mind())
        return
    turn.place(expecting="")
    if classify_remark(said) in NEVER_MIND:
        turn.say(say("kept"))
    elif verb == "add":
        _add(turn, Block(what), said)
    else:
        _change(turn, verb, int(what), said)
    if turn.question is not None:
        ask(turn)


def _add(turn: Turn, block: Block, text: str) -> None:
    first = turn.canvas.next_id
    items = [capitalised(piece) for item in split_items(text) for piece in in_pieces(item)]
    turn.canvas = turn.canvas.with_new(_made(turn, block, item) for item in items)
    changed_receipt(turn, *range(first, turn.canvas.next_id))


def _made(turn: Turn, block: Block, item: str) -> Entry:
    if block is Block.COSTS:
        name, amount = read_cost(item, turn.canvas.venture.currency)
        return Cost(id=0, text=name or item, amount=amount or UNSET)
    return CLASSES[block](id=0, text=item)


def _change(turn: Turn, verb: str, number: int, said: str) -> None:
    entry = turn.canvas.entry(number)
    if entry is None:
        turn.say(say("note.gone"))
        return
    if verb == "reword":
        words = capitalised(" ".join(said.split()))
        pieces = in_pieces(words)
        turn.canvas = turn.canvas.with_changed(replace(entry, text=pieces[0]))
        turn.canvas = turn.canvas.with_new(replace(entry, text=piece) for piece in pieces[1:])
        changed_receipt(turn, entry.id)
        if turn.question is None and pieces[0] != entry.text:
            hint(turn, say("hint.renamed", name=entry.text, new=pieces[0]))
    elif isinstance(entry, Cost):
        amount = read_amount(said)
        if not isinstance(amount, Amount):
            turn.place(expecting=f"amount:{entry.id}")
            turn.say(say("puzzled.amount"), rows=_never_mind())
            return
        amount = restated(amount, entry.amount or None, turn.canvas.venture.currency)
        turn.canvas = turn.canvas.with_changed(replace(entry, amount=amount))
        changed_receipt(turn, entry.id)
        if turn.question is None:
            hint(turn, say("hint.amount", name=entry.text, amount=amount))


def _never_mind() -> tuple[tuple[Button, ...], ...]:
    return ((Button(say("button.never_mind"), "o:mind"),),)
