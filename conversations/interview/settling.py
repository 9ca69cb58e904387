"""What a message at a quiet moment comes to: a receipt, a question, or something to be sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.document import Unsorted
from conversations.canvas.entries import Activity, Cost, Entry
from conversations.canvas.facets import Block
from conversations.canvas.linking import with_links
from conversations.interview.celebrating import celebrate
from conversations.interview.expecting import expect_amount
from conversations.interview.forms.items import capitalised
from conversations.interview.receipts import read_receipt
from conversations.interview.replies import About, Button
from conversations.interview.requesting import understand_kinds, understand_waiting
from conversations.interview.sorting import show_sorting
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from conversations.canvas.document import Canvas
    from conversations.interview.clause_taking import Taking
    from conversations.interview.turn import Turn
    from conversations.reading.changes_verbs import Action


def settle(turn: Turn, taking: Taking, former: About | None = None) -> None:
    """Put what was taken on the canvas and say so; ask what is in doubt; keep the rest under "To sort".

    `former` is what the message was about before it was edited.
    """
    if taking.anything:
        turn.canvas = with_links(taking.notes.canvas)
        answer_taking(turn, taking)
    if taking.undecided:
        show_sorting(turn, _kept(turn, taking.undecided)[0])
    if taking.waiting:
        understand_waiting(turn, _kept(turn, taking.waiting))
    _note_what_it_made(turn, former)


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


def _kept(turn: Turn, items: Iterable[str]) -> tuple[Unsorted, ...]:
    """Give things kept under "To sort"."""
    # Their numbers come from the canvas's counter, so that an old button never means something newer.
    first = turn.canvas.next_id
    waiting = tuple(Unsorted(number, capitalised(item)) for number, item in enumerate(items, start=first))
    turn.canvas = replace(turn.canvas, to_sort=turn.canvas.to_sort + waiting, next_id=first + len(waiting))
    return waiting


def _note_what_it_made(turn: Turn, former: About | None) -> None:
    """Note what the message made and changed, so that editing it changes that."""
    if turn.canvas == turn.snapshot.canvas:
        return
    known = {
        number for number in _numbers(turn.snapshot.canvas) if not former or number not in former.entries
    }
    turn.said_about = About(
        venture=turn.venture,
        entries=tuple(number for number in _numbers(turn.canvas) if number not in known),
        versions=(*(former.versions if former else ()), turn.next_version),
    )


def _numbers(canvas: Canvas) -> Sequence[int]:
    return [*(entry.id for entry in canvas.entries), *(waiting.id for waiting in canvas.to_sort)]
