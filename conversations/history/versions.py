"""A canvas's versions as a person thinks of them: a day's changes together, and what has a name apart."""

from __future__ import annotations

from datetime import UTC, date
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.rewinding import Rewinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo

    from conversations.canvas.changes import Revision
    from conversations.canvas.document import Canvas


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """The canvas at the end of a day, or when something was named.

    It holds the revisions from `first` to `last`, which is the version that the canvas had then. `name` is
    what happened, empty for a plain day.
    """

    first: int
    last: int
    day: date
    name: str = ""


def versions_of(revisions: Sequence[Revision], zone: tzinfo = UTC) -> tuple[Version, ...]:
    """Give the versions that revisions, oldest first, made; newest first. Days are the zone's."""
    parts: list[tuple[tuple[date, int], Revision]] = []
    named = 0
    for revision in revisions:
        parts.append(((revision.at.astimezone(zone).date(), named), revision))
        named += bool(revision.name)
    found = []
    for (day, _), group in groupby(parts, key=lambda part: part[0]):
        members = [revision for _, revision in group]
        found.append(
            Version(first=members[0].version, last=members[-1].version, day=day, name=members[-1].name)
        )
    return tuple(reversed(found))


def canvases_at(canvas: Canvas, revisions: Sequence[Revision], wanted: Iterable[int]) -> dict[int, Canvas]:
    """Give the canvas as it was at each wanted version; 0 is before anything was written.

    `canvas` is as it is now, `revisions` are all since the oldest that is wanted, oldest first.
    """
    left = sorted(set(wanted), reverse=True)
    found: dict[int, Canvas] = {}
    rewinding = Rewinding(canvas)
    for revision in reversed(revisions):
        while left and left[0] >= revision.version:
            found[left.pop(0)] = rewinding.canvas
        if not left:
            return found
        rewinding.back(revision)
    oldest = rewinding.canvas
    return found | dict.fromkeys(left, oldest)
