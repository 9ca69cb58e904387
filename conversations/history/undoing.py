"""Undo: a change taken back, and the last ten of one's own to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.changes import taken_back, undo
from conversations.history.lines import NOTHING_SHOWS, lines_between
from conversations.history.versions import canvases_at
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.replies import Button
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.changes import Revision
    from conversations.interview.turn import Turn

LAST = 10
"""Changes that can be taken back from the list."""
LOOKED_AT = 4
"""Times as many are looked at: what the bot keeps count of by itself has nothing to show."""
LINES = 2
NARROW = 40
IN_A_ROW = 5


def show_undoable(turn: Turn, message: int = 0) -> None:
    """Show the last changes of whoever asks, each with a button that takes it back."""
    revisions = turn.snapshot.revisions
    own = [revision for revision in reversed(revisions) if _is_own(turn, revision)][: LAST * LOOKED_AT]
    around = [number for revision in own for number in (revision.version - 1, revision.version)]
    canvases = canvases_at(turn.snapshot.canvas, revisions, around)
    shown = [
        (one, lines)
        for one in own
        if (lines := lines_between(canvases[one.version - 1], canvases[one.version], LINES, NARROW))
        != NOTHING_SHOWS
    ][:LAST]
    if not shown:
        turn.redraw(message, say("history.nothing_to_undo"))
        return
    told = tuple(
        say("history.undoable", number=number, lines=lines)
        for number, (_, lines) in enumerate(shown, start=1)
    )
    buttons = [
        Button(say("button.number", number=number), f"o:undo:{turn.venture}:{one.version}")
        for number, (one, _) in enumerate(shown, start=1)
    ]
    rows = tuple(tuple(buttons[place : place + IN_A_ROW]) for place in range(0, len(buttons), IN_A_ROW))
    back = (Button(say("history.button.versions"), f"o:ver:{turn.venture}:p:0"),)
    turn.redraw(message, say("history.undo_which", lines=told), rows=(*rows, back))


def take_back(turn: Turn, version: int) -> None:
    """Take a revision back; what has changed since is left as it is, and said."""
    revision = next((known for known in turn.snapshot.revisions if known.version == version), None)
    if revision is None or not _is_own(turn, revision):
        turn.say(say("undo.unknown" if revision is None else "undo.not_yours"))
        return
    before = turn.canvas
    turn.canvas, declined = undo(turn.canvas, revision)
    if turn.canvas == before:
        turn.say(say("undo.already" if taken_back(before, revision) else "undo.changed_since"))
        return
    turn.say(say("undo.partly" if declined else "undo.done"))
    ask_as_it_stands(turn)


def _is_own(turn: Turn, revision: Revision) -> bool:
    return revision.author == str(turn.snapshot.me)
