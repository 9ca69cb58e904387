"""A cohort at a glance: a row a venture, a mark a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.facets import Block
from conversations.cohorts.consent import shares
from conversations.cohorts.tap import Tap, button
from conversations.mentoring.lines import venture_name
from conversations.mentoring.standing import Group, Standing, before, standings
from conversations.reading.text import shorten
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

PAGE = 30
WIDE = 22
MARKS = {"private": "🔒", "empty": "⬜", "changed": "🟦", "filled": "🟩", "blocked": "🟥"}


def show_overview(turn: Turn, tap: Tap) -> None:
    """Show all ventures by blocks, marked: filled, changed since last time, empty, private, stuck."""
    rows = tuple(_row(standing) for standing in standings(tap.desk, turn.now)[:PAGE])
    text = say("overview.text", name=tap.cohort.name, lines=rows) if rows else say("digest.nobody")
    back = ((button("digest", "dg", tap.cohort.id), button("back", "at", tap.cohort.id)),)
    turn.redraw(0, text, rows=back)


def _row(standing: Standing) -> Phrase:
    marks = "".join(MARKS[block_mark(standing, block)] for block in Block)
    stuck = MARKS["blocked"] if standing.group is Group.STUCK else ""
    name = shorten(venture_name(standing.venture), WIDE)
    return say("overview.row", marks=marks + stuck, number=standing.number, name=name)


def block_mark(standing: Standing, block: Block) -> str:
    """Give how a block of a venture stands: `private`, `empty`, `changed` or `filled`."""
    venture = standing.venture
    if not shares(venture.consent, block):
        return "private"
    entries = venture.canvas.block(block)
    base = before(venture)
    if base is not None and base.canvas.block(block) != entries:
        return "changed"
    return "filled" if entries else "empty"
