"""/add, /done and /cost, for people who like commands; without words each offers buttons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import UNSET

from conversations.canvas.entries import CLASSES, Activity, Cost, Entry
from conversations.canvas.facets import Block
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.clause_taking import Taking
from conversations.interview.expecting import expect_addition, expect_amount
from conversations.interview.forms.costs import read_cost
from conversations.interview.forms.items import capitalised, in_pieces, with_currency_of
from conversations.interview.noting import known_as
from conversations.interview.replies import Button
from conversations.interview.settling import settle
from conversations.reading.changes_said import Said
from conversations.reading.changes_verbs import Action
from conversations.reading.naming import entries_meant
from conversations.reading.splitting import split_items
from conversations.reading.text import clean_text, fold, shorten
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from conversations.interview.replies import Rows
    from conversations.interview.turn import Turn

OFFERED = 8
"""Entries that are offered as buttons."""
WIDE = 26
_BLOCK = re.compile(
    r"(?:to )?(?:key )?(activit(?:y|ies)|resources?|partners?|costs?(?: structure)?)\s*(?::|\s|$)\s*"
)
_COMMAND = re.compile(r"/(add|done|cost)(?:@\w+)?\s+(\S.*)", re.DOTALL | re.IGNORECASE)


def add(turn: Turn, rest: str) -> None:
    """Add what was written to the block that it begins with, else to where it belongs; ask without words."""
    block, words = _block_said(_cleaned(rest))
    if words:
        taking = _begun(turn, words)
        _take_addition(taking, block, words)
        settle(turn, taking)
        ask_as_it_stands(turn)
    elif block is not None:
        expect_addition(turn, block)
    else:
        label = "block.short"
        blocks = [
            Button(say(f"{label}.{block.value}"), f"o:add:{turn.venture}:{block.value}") for block in Block
        ]
        turn.say(say("add.where"), rows=(tuple(blocks[:2]), tuple(blocks[2:])))


def done(turn: Turn, rest: str) -> None:
    """Mark the activity that was named as done; offer those that may be meant, or all that are open."""
    words = _cleaned(rest)
    taking = _begun(turn, words)
    found = _activities_meant(turn.canvas.of(Activity), words) if words else ()
    if len(found) == 1:
        taking.apply(Said(action=Action.DONE, about=words), found[0])
        settle(turn, taking)
    elif found:
        turn.say(say("done.which", words=words), rows=_buttons(turn, found, "fi"))
    else:
        still = [activity for activity in turn.canvas.of(Activity) if not activity.done]
        usage = say("done.unknown", words=words) if words else say("done.usage")
        turn.say(usage if still else say("done.nothing_open"), rows=_buttons(turn, still, "fi"))
    ask_as_it_stands(turn)


def cost(turn: Turn, rest: str) -> None:
    """Set what something costs; ask how much, or of which, where that wasn't said."""
    words = _cleaned(rest)
    name, amount = read_cost(words, turn.canvas.venture.currency) if words else ("", None)
    known = _costs_meant(turn.canvas.of(Cost), name) if name else ()
    if name and amount is not None:
        taking = _begun(turn, words)
        _take_cost(taking, words)
        settle(turn, taking)
    elif len(known) == 1:
        expect_amount(turn, known[0])
        return
    else:
        usage = say("cost.how_much", words=words) if words else say("cost.usage")
        turn.say(usage, rows=_buttons(turn, known or turn.canvas.of(Cost), "am"))
    ask_as_it_stands(turn)


SHORTCUTS: dict[str, Callable[[Turn, str], None]] = {"add": add, "done": done, "cost": cost}


def read_shortcut(taking: Taking, text: str) -> bool:
    """Take a message that is one of these commands, with words; False where it is none."""
    command = _COMMAND.fullmatch(clean_text(text).strip())
    if command is None:
        return False
    words = command[2]
    if command[1].lower() == "add":
        _take_addition(taking, *_block_said(words))
    elif command[1].lower() == "cost":
        _take_cost(taking, words)
    else:
        for activity in _activities_meant(taking.notes.canvas.of(Activity), words)[:1]:
            taking.apply(Said(action=Action.DONE, about=words), activity)
    return True


def finish(turn: Turn, activity: Activity) -> Phrase | None:
    """Mark an activity as done from a button of /done; give a note where it is so already."""
    if activity.done:
        return say("note.so_already")
    taking = _begun(turn, "")
    taking.apply(Said(action=Action.DONE, about=activity.text), activity)
    settle(turn, taking)
    ask_as_it_stands(turn)
    return None


def _cleaned(rest: str) -> str:
    return clean_text(rest).strip()


def _begun(turn: Turn, words: str) -> Taking:
    return Taking(with_currency_of(turn.canvas, words), turn.now.date())


def _block_said(words: str) -> tuple[Block | None, str]:
    """Give the block that words begin with, and the words after it."""
    named = _BLOCK.match(fold(words))
    if named is None:
        return None, words
    return next(block for block in Block if block.value[:4] == named[1][:4]), words[named.end() :]


def _take_addition(taking: Taking, block: Block | None, words: str) -> None:
    if block is None:
        taking.hear_additions(words)
        return
    for piece in (piece for item in split_items(words) for piece in in_pieces(item)):
        entry = _made(taking, block, capitalised(piece))
        known = known_as(taking.notes.canvas.block(block), entry.text)
        if known is None:
            taking.notes.add(entry)
        elif isinstance(known, Cost) and isinstance(entry, Cost) and entry.amount:
            taking.notes.price(known.text, entry.amount, None)
        else:
            taking.notes.change(known)


def _made(taking: Taking, block: Block, item: str) -> Entry:
    if block is Block.COSTS:
        name, amount = read_cost(item, taking.notes.canvas.venture.currency)
        return Cost(id=0, text=name or item, amount=amount or UNSET)
    return CLASSES[block](id=0, text=item)


def _take_cost(taking: Taking, words: str) -> None:
    """Price the cost that is named, a new one where none is; which of several is asked."""
    canvas = taking.notes.canvas
    name, amount = read_cost(words, canvas.venture.currency)
    if amount is None or not name:
        return
    known = _costs_meant(canvas.of(Cost), name)
    if len(known) > 1:
        taking.undecided.append(f"{name} = {amount.as_written or amount.low}")
    else:
        taking.notes.price(known[0].text if known else name, amount, None)


def _activities_meant(activities: Sequence[Activity], words: str) -> tuple[Activity, ...]:
    found = entries_meant(words, [(activity.id, activity.text) for activity in activities])
    meant = tuple(activity for activity in activities if activity.id in found)
    return tuple(activity for activity in meant if not activity.done) or meant


def _costs_meant(costs: Sequence[Cost], name: str) -> tuple[Cost, ...]:
    found = entries_meant(name, [(one.id, one.text) for one in costs])
    return tuple(one for one in costs if one.id in found)


def _buttons(turn: Turn, entries: Sequence[Entry], verb: str) -> Rows:
    return tuple(
        (Button(say("edit.name", name=shorten(entry.text, WIDE)), f"o:{verb}:{turn.venture}:{entry.id}"),)
        for entry in entries[:OFFERED]
    )
