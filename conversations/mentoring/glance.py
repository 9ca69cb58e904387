"""A cohort at a glance, as plain values: what its picture, and the words in its place, are made of."""

from __future__ import annotations

from enum import Enum

import msgspec


class Mark(Enum):
    """How a block of a venture stands. STALE is filled, by somebody who has long not answered."""

    FILLED = "filled"
    CHANGED = "changed"
    STALE = "stale"
    EMPTY = "empty"
    PRIVATE = "private"


class GlanceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A venture: its id, number in the digest, name, a mark a block, and whether something blocks it."""

    venture: str = ""
    number: int
    name: str
    marks: tuple[Mark, ...]
    stuck: bool = False


class Glance(msgspec.Struct, frozen=True, kw_only=True):
    """A cohort's ventures, `more` of which are not among the rows.

    `week` is the programme's, 0 before it begins and after it has ended; `cohort` is its id.
    """

    cohort: str
    name: str
    week: int = 0
    weeks: int = 0
    rows: tuple[GlanceRow, ...] = ()
    more: int = 0
