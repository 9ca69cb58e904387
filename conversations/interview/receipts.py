"""Receipts of changes outside the questions: what is different now, with Undo and, of words read, Fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.changes import changes_between
from conversations.canvas.entries import Cost, block_of
from conversations.interview.replies import About, Button
from conversations.words.change_words import describe_changes
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.interview.replies import Rows
    from conversations.interview.turn import Turn
    from conversations.words.text import Phrase

HINTS = 3
"""So many changes made by taps end with the sentence that would have done them."""


FIXABLE = 6
"""Entries that one Fix offers: as many as fit a button's 64 bytes, and a phone."""


def changed_receipt(turn: Turn, *entries: int) -> None:
    """Say what this turn changed, in a line, with Undo."""
    changes = changes_between(turn.snapshot.canvas, turn.canvas)
    if not changes:
        turn.say(say("receipt.unchanged"))
        return
    lines = describe_changes(changes, turn.snapshot.canvas, turn.canvas) or (say("receipt.kept"),)
    undo = Button(say("button.undo"), f"o:undo:{turn.venture}:{turn.next_version}")
    turn.say(
        say("receipt.changed", lines=lines),
        rows=((undo,),),
        about=About(venture=turn.venture, entries=tuple(entries)),
    )


def read_receipt(turn: Turn, entries: Sequence[int], again: Sequence[str] = ()) -> None:
    """Say what was read out of words: what is different now, with Undo and Fix; what was known."""
    lines = changed_lines(turn)
    said = [say("receipt.changed", lines=lines)] if lines else []
    if again:
        said.append(say("receipt.known", names=tuple(dict.fromkeys(again))))
    about = About(venture=turn.venture, entries=tuple(entries))
    turn.say(
        *said or [say("receipt.unchanged")], rows=reading_rows(turn, entries) if lines else (), about=about
    )


def reading_rows(turn: Turn, entries: Sequence[int]) -> Rows:
    """Give Undo, and Fix for the entries that are still there."""
    row = [Button(say("button.undo"), f"o:undo:{turn.venture}:{turn.next_version}")]
    standing = [str(number) for number in entries if turn.canvas.entry(number) is not None]
    if standing:
        row.append(Button(say("button.fix_it"), f"o:fix:{turn.venture}:{'-'.join(standing[:FIXABLE])}"))
    return (tuple(row),)


def changed_lines(turn: Turn) -> tuple[Phrase, ...]:
    """Give a line for each change of this turn; a new cost of a new thing is told with the thing."""
    before, after = turn.snapshot.canvas, turn.canvas
    changes = changes_between(before, after)
    told = {
        cost.id
        for cost in after.of(Cost)
        if cost.about is not None and before.entry(cost.id) is None and before.entry(cost.about) is None
    }
    lines: list[Phrase] = []
    for number in dict.fromkeys(change.entry for change in changes if change.entry not in told):
        own = describe_changes([change for change in changes if change.entry == number], before, after)
        entry = after.entry(number)
        if entry is not None and before.entry(number) is None:
            block = say(f"block.short.{block_of(entry).value}")
            own = tuple(say("receipt.placed", line=line, block=block) for line in own)
        lines += own
    return tuple(lines) or ((say("receipt.kept"),) if changes else ())


def hint(turn: Turn, sentence: Phrase) -> None:
    """Tell, after the first few changes by tap, the sentence that would have done it."""
    if turn.conversation.hints < HINTS:
        turn.place(hints=turn.conversation.hints + 1)
        turn.say(say("hint.just_write", sentence=sentence))
