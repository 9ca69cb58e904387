"""Fix last, as rows of buttons: reword, move, delete what the last answer made, or rejoin it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.facets import Block
from conversations.interview.forms.base import Choice, Choices
from conversations.interview.forms.grid import PAGE, pages
from conversations.reading.text import MAX_ENTRY, shorten
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.entries import Entry
    from conversations.interview.turn import Turn

NAME_WIDTH = 11


def fix_rows(turn: Turn, unfolded: str) -> Choices:
    """Give the rows that Fix last unfolds to: `fix:<page>` for the list, `move:<id>` for where to move it."""
    saved = turn.conversation.saved
    unfolding, _, rest = unfolded.partition(":")
    if saved is None or unfolding not in ("fix", "move"):
        return ()
    if unfolding == "move":
        moving = rest
        blocks = [Choice(say(f"block.short.{block.value}"), f"to:{moving}:{block.value}") for block in Block]
        return ((blocks[0], blocks[1]), (blocks[2], blocks[3]), (Choice(say("button.done"), "fix"),))
    made = [entry for entry in turn.canvas.entries if entry.id in saved.entries]
    page = min(int(rest or 0), pages(len(made)) - 1)
    rows = [_row(entry) for entry in made[page * PAGE : (page + 1) * PAGE]]
    if pages(len(made)) > 1:
        following = f"fix:{(page + 1) % pages(len(made))}"
        rows.append((Choice(say("grid.page", page=page + 1, pages=pages(len(made))), following),))
    if saved.split and len(made) > 1 and len(saved.words) <= MAX_ENTRY:
        rows.append((Choice(say("button.one_thing"), "one"),))
    return (*rows, (Choice(say("button.done"), "fixed"),))


def _row(entry: Entry) -> tuple[Choice, ...]:
    return (
        Choice(say("button.reword", name=shorten(entry.text, NAME_WIDTH)), f"re:{entry.id}"),
        Choice(say("button.move"), f"mv:{entry.id}"),
        Choice(say("button.drop"), f"dr:{entry.id}"),
    )
