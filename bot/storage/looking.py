"""Large cohorts are read beside the writer, on a connection that can only read: turns go on meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.storage.cohorts.loading import cohorts_for
from bot.storage.compiling import Statements
from bot.storage.documents import Documents
from bot.storage.places import place_of
from bot.storage.reading import reading
from bot.storage.stepping import NOTHING_WANTED, snapshot_for
from bot.storage.unit import Unit
from conversations.cohorts.wanting import sight_of
from conversations.interview.events import Addressed

if TYPE_CHECKING:
    from datetime import datetime

    from bot.turns import Pending
    from conversations.interview.requests import Look
    from conversations.interview.snapshot import Snapshot


def snapshot_of(url: str, pending: Pending, look: Look, now: datetime) -> Snapshot:
    """Give all of a cohort that the person who asked may see. Raises `StorageError`."""
    arrival = pending.answered(Addressed())
    with reading(url) as connection:
        unit = Unit(connection, now, Statements())
        place = place_of(unit, arrival)
        snapshot = snapshot_for(Documents(), unit, place, arrival, NOTHING_WANTED)
        return replace(snapshot, cohorts=cohorts_for(unit, place, snapshot.venture, sight_of(look)))
