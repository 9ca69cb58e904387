"""What a check-in asks about: activities under way, those that wait, and one weak or stale entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Cost, Partner, Resource
from conversations.canvas.facets import Evidence, When

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry

PAGE = 6
"""Activities on one page."""
OFFERED = 4
"""Activities that wait and are offered as what comes next."""


def under_way(canvas: Canvas) -> tuple[Activity, ...]:
    """Give the activities for now that aren't done: those with a date or a goal first, regular work last."""
    waiting = [a for a in canvas.of(Activity) if not a.done and a.when is not When.LATER]
    return tuple(sorted(waiting, key=lambda a: (not a.due, not a.preparation)))


def pages_of(canvas: Canvas) -> int:
    """Give how many pages of activities there are, at least one."""
    return max(1, -(-len(under_way(canvas)) // PAGE))


def page_of(canvas: Canvas, page: int) -> tuple[Activity, ...]:
    """Give a page of the activities for now, counted round."""
    first = page % pages_of(canvas) * PAGE
    return under_way(canvas)[first : first + PAGE]


def waiting(canvas: Canvas) -> tuple[Activity, ...]:
    """Give activities that wait under Later, preparations first."""
    later = [a for a in canvas.of(Activity) if a.when is When.LATER and not a.done]
    return tuple(sorted(later, key=lambda a: not a.preparation)[:OFFERED])


def doubtful(canvas: Canvas, week: int) -> Entry | None:
    """Give one entry to ask about: a guess where there is one, else another one each week; None for none."""
    known = [entry for entry in canvas.entries if isinstance(entry, Resource | Partner | Cost)]
    guesses = [entry for entry in known if entry.evidence is Evidence.GUESS]
    weak = guesses or known
    return weak[week % len(weak)] if weak else None
