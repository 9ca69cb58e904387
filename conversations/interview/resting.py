"""At rest: what a message surely says is written down, a clause at a time; the rest waits under "To sort"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.document import Unsorted
from conversations.canvas.entries import Activity, Cost, Entry
from conversations.canvas.facets import Block
from conversations.canvas.linking import with_links
from conversations.interview.celebrating import celebrate
from conversations.interview.clause_taking import Taking
from conversations.interview.expecting import expect_amount
from conversations.interview.forms.items import capitalised, with_currency_of
from conversations.interview.receipts import read_receipt
from conversations.interview.replies import Button
from conversations.interview.requesting import understand_kinds, understand_waiting
from conversations.interview.sorting import show_sorting
from conversations.reading.remarks import Remark, classify_remark
from conversations.reading.splitting import split_items
from conversations.reading.statements import read_statements
from conversations.reading.text import clean_text
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.interview.turn import Turn
    from conversations.reading.changes_verbs import Action


def hear_at_rest(turn: Turn, text: str) -> None:
    """Take text while no question is open."""
    said = clean_text(text).strip()
    if not said:
        turn.say(say("puzzled.empty"))
        return
    remark = classify_remark(said)
    if remark is not None:
        turn.say(say(_REMARKS.get(remark, "rest.hello")))
        return
    take_change(turn, said)


_REMARKS = {Remark.HELP: "help.text", Remark.CLARIFY: "help.text", Remark.STOP: "pause.nothing"}


def take_change(turn: Turn, said: str) -> None:
    """Write down what a message surely says, a clause at a time; keep the rest under "To sort"."""
    turn.canvas = with_currency_of(turn.canvas, said)
    taking = Taking(turn.canvas, turn.now.date())
    unread = [clause.words for clause in read_statements(said) if not taking.take(clause)]
    turn.canvas = with_links(taking.notes.canvas)
    if taking.anything:
        answer_taking(turn, taking)
    elif not taking.undecided:
        turn.canvas = turn.snapshot.canvas
    ask_which(turn, taking.undecided)
    whole = not taking.anything and not taking.undecided
    waiting = split_items(said) or (said,) if whole else [i for words in unread for i in split_items(words)]
    if waiting:
        understand_waiting(turn, _kept(turn, waiting))


def answer_taking(turn: Turn, taking: Taking) -> None:
    """Celebrate what was finished, or say in a receipt what was read; ask what that leaves open."""
    notes = taking.notes
    done = [entry for entry in map(turn.canvas.entry, taking.finished) if isinstance(entry, Activity)]
    if done:
        celebrate(turn, done, notes.touched)
    elif notes.touched or notes.again or notes.dropped:
        read_receipt(turn, notes.touched, notes.again)
    understand_kinds(turn, notes.touched)
    for action, entry in taking.news:
        if isinstance(entry, Cost):
            expect_amount(turn, entry)
        else:
            _ask_what_now(turn, action, entry)


def _ask_what_now(turn: Turn, action: Action, entry: Entry) -> None:
    off = Button(say("button.drop_it"), f"o:rm:{turn.venture}:{entry.id}")
    repair = Button(say("button.something_to_do"), f"o:add:{turn.venture}:{Block.ACTIVITIES.value}")
    turn.say(say(f"news.{action.value}", name=entry.text), rows=((off, repair),))


def ask_which(turn: Turn, undecided: Sequence[str]) -> None:
    """Keep changes that may mean several entries, and ask about the first which one is meant."""
    if undecided:
        show_sorting(turn, _kept(turn, undecided)[0])


def _kept(turn: Turn, items: Sequence[str]) -> tuple[Unsorted, ...]:
    """Give things kept under "To sort"."""
    # Their numbers come from the canvas's counter, so that an old button never means something newer.
    first = turn.canvas.next_id
    waiting = tuple(Unsorted(number, capitalised(item)) for number, item in enumerate(items, start=first))
    turn.canvas = replace(turn.canvas, to_sort=turn.canvas.to_sort + waiting, next_id=first + len(waiting))
    return waiting
