"""Blocks that stand still: shared, filled, and the same for many check-ins or weeks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.entries import block_of
from conversations.canvas.facets import Block
from conversations.cohorts.consent import Part, shares
from conversations.cohorts.desk import WITH_CANVAS

if TYPE_CHECKING:
    from datetime import date

    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry
    from conversations.cohorts.consent import Consent
    from conversations.cohorts.desk import SeenVenture

CHECK_INS = 4
"""After so many check-ins without a change a block is stale,"""
LONG = timedelta(days=28)
"""or after so long, whichever comes first."""


class Stale(msgspec.Struct, frozen=True):
    """A block that has not changed since a check-in: how many came after that one, and the whole weeks.

    `at_least`: it was the same at every check-in that can be seen, so it may be longer.
    """

    block: Block
    check_ins: int
    weeks: int
    at_least: bool = False

    @property
    def long(self) -> bool:
        """Whether it has been so for long, whatever the rhythm of the check-ins."""
        return self.weeks >= LONG // timedelta(weeks=1)


def stale_block(venture: SeenVenture, today: date) -> Stale | None:
    """Give the block of a venture that has stood still the longest, None where none has for long.

    As far as is known: only the latest check-ins come with their canvas.
    """
    blocks = [block for block in Block if _can_be_told(block, venture.consent)]
    known = [_standing_still(block, venture, today) for block in blocks]
    still = [one for one in known if one is not None and (one.long or one.check_ins >= CHECK_INS)]
    return max(still, key=lambda one: one.check_ins, default=None)


def _can_be_told(block: Block, consent: Consent) -> bool:
    """Whether mentors see enough of a block: costs without their amounts may change unseen."""
    return shares(consent, block) and (block is not Block.COSTS or Part.NUMBERS in consent)


def _standing_still(block: Block, venture: SeenVenture, today: date) -> Stale | None:
    known = [one for one in venture.check_ins[:WITH_CANVAS] if _can_be_told(block, venture.shared_at(one.at))]
    same = 0
    for check_in in known:
        if _entries(check_in.canvas, block) != _entries(venture.now_beside(check_in), block):
            break
        same += 1
    if not _entries(venture.canvas, block) or not same:
        return None
    since = venture.check_ins[same - 1].day
    at_least = same == WITH_CANVAS or same == len(known) < len(venture.check_ins)
    return Stale(block, same - 1, (today - since) // timedelta(weeks=1), at_least=at_least)


def _entries(canvas: Canvas, block: Block) -> tuple[Entry, ...]:
    return tuple(entry for entry in canvas.entries if block_of(entry) is block)
