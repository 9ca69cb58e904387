"""A venture's history as its mentors see it: what changed from check-in to check-in, in words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from conversations.cohorts.consent import NOTHING
from conversations.cohorts.desk import WITH_CANVAS
from conversations.cohorts.tap import Tap, button
from conversations.history.lines import NOTHING_SHOWS, lines_between
from conversations.interview.replies import About, Say
from conversations.mentoring.lines import venture_name
from conversations.mentoring.page import found
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.cohorts.desk import SeenVenture
    from conversations.interview.turn import Turn

LINES, WIDTH = 3, 60
"""Lines of one check-in, and the columns of a name in them: eight check-ins fit one message."""


def show_past(turn: Turn, tap: Tap) -> Phrase | None:
    """Show what changed between a venture's latest check-ins, newest first."""
    standing = found(turn, tap)
    if standing is None:
        return say("digest.gone")
    seen, this = standing.venture, tap.cohort.id
    text = (say("past.head", name=venture_name(seen)), *_told(seen))
    rows = (
        (button("comment", "cm", this, seen.id), button("page", "pg", this, seen.id)),
        (button("digest", "dg", this),),
    )
    turn.replies.append(Say(text, rows, about=About(cohort=this, ventures=(seen.id,))))
    return None


def _told(seen: SeenVenture) -> tuple[Phrase, ...]:
    """Give a paragraph for each check-in with something in it that differs from the one before it."""
    if seen.consent == NOTHING:
        return (say("consent.nothing_seen"),)
    steps = tuple(pairwise(seen.check_ins[:WITH_CANVAS]))
    if not steps:
        return (say("past.too_few"),)
    changed = (
        (after.day, lines_between(before.canvas, seen.beside(before, after.canvas), LINES, WIDTH))
        for after, before in steps
    )
    told = tuple(say("past.step", day=day, lines=lines) for day, lines in changed if lines != NOTHING_SHOWS)
    return told or (say("past.nothing", n=len(steps)),)
