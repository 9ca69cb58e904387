"""What changed between two canvases, in words: for receipts and for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.words.entry_words import entry_in_words
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.canvas.changes import Change
    from conversations.canvas.document import Canvas


def describe_changes(
    changes: tuple[Change, ...], before: Canvas, after: Canvas
) -> tuple[Phrase, ...]:
    """Give a line for each entry that came, went or changed, and for each line of venture and front stage.

    What only the interview keeps count of (answers, what waits to be sorted) has no line.
    """
    lines: list[Phrase] = []
    for number in dict.fromkeys(change.entry for change in changes if change.entry):
        was, now = before.entry(number), after.entry(number)
        if now is None and was is not None:
            lines.append(say("canvas.change.gone", name=was.text))
        elif now is not None and was is None:
            lines.append(say("canvas.change.came", entry=entry_in_words(after, now)))
        elif now is not None and was is not None and now.text != was.text:
            lines.append(say("canvas.change.reworded", before=was.text, after=now.text))
        elif now is not None:
            lines.append(say("canvas.change.changed", entry=entry_in_words(after, now)))
    fields = [change for change in changes if not change.entry and not change.field.startswith(QUIET)]
    if fields:
        lines.append(say("canvas.change.venture"))
    return tuple(lines)


QUIET = ("answers.", "to_sort.", "dismissed.")
