"""A change that may mean several entries: kept under "To sort" until the founder taps which one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.linking import with_links
from conversations.interview.clause_taking import Taking
from conversations.interview.replies import Unbutton
from conversations.interview.said_changes import changes_told
from conversations.interview.settling import answer_taking
from conversations.interview.sorting import show_blocks_for, show_sorting
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def choose(turn: Turn, number: int, entry_id: int, message: int) -> Phrase | None:
    """Make the change that waits as `number`, of the entry that was tapped; 0 means none of those shown."""
    waiting = next((unsorted for unsorted in turn.canvas.to_sort if unsorted.id == number), None)
    if waiting is None:
        return say("note.gone")
    if not entry_id:
        show_blocks_for(turn, waiting, message)
        return None
    today = turn.now.date()
    told = next(
        (one for one in changes_told(turn.canvas, waiting.text, today) if entry_id in one.entries), None
    )
    entry = turn.canvas.entry(entry_id)
    if told is None or entry is None:
        return say("note.gone")
    rest = tuple(unsorted for unsorted in turn.canvas.to_sort if unsorted.id != number)
    taking = Taking(replace(turn.canvas, to_sort=rest), today)
    if not taking.apply(told.said, entry):
        return say("note.unknown_button")
    turn.canvas = with_links(taking.notes.canvas)
    turn.replies.append(Unbutton(message=message))
    answer_taking(turn, taking)
    if turn.canvas.to_sort:
        show_sorting(turn, turn.canvas.to_sort[0])
    return None
