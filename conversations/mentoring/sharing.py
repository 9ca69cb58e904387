"""Whether what was made for a mentor may still be shown: consent is looked at again when it is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.facets import Block
from conversations.cohorts.consent import NOTHING, Consent, as_seen_by, shares
from conversations.mentoring.glance import Glance, GlanceRow, Mark

if TYPE_CHECKING:
    from conversations.interview.requests import Draw
    from conversations.interview.turn import Turn
    from conversations.occasions import Told


def still_shared(turn: Turn, drawn: Draw) -> bool:
    """Whether all that was drawn of a cohort's ventures is shared with this mentor at this moment."""
    desk = turn.snapshot.cohorts.desk
    if desk is None or desk.place.cohort.id != drawn.cohort:
        return False
    if drawn.glance is not None:
        return _glance_shared(drawn.glance, desk.consents)
    return as_seen_by(drawn.canvas, desk.consents.get(drawn.of, NOTHING)) == drawn.canvas


def _glance_shared(glance: Glance, consents: dict[str, Consent]) -> bool:
    return all(_row_shared(row, consents.get(row.venture, NOTHING)) for row in glance.rows)


def _row_shared(row: GlanceRow, consent: Consent) -> bool:
    marks = zip(Block, row.marks, strict=True)
    return all(mark is Mark.PRIVATE or shares(consent, block) for block, mark in marks)


def may_tell(turn: Turn, told: Told) -> bool:
    """Whether what is told of a venture may be: it shows nothing of it, or what is shared at this moment."""
    if not told.shows:
        return True
    desk = turn.snapshot.cohorts.desk
    consents = desk.consents if desk is not None else {}
    return all(set(told.shows) <= consents.get(venture, NOTHING) for venture in told.about.ventures)
