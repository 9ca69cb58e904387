"""What mentors send founders comes in daytime: by each one's own clock, else by the cohort's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from conversations.checkins.occurrences import when_awake
from conversations.intents import Intent, ToPerson, ToTeam
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from conversations.cohorts.cohort import Cohort
    from conversations.cohorts.desk import SeenVenture
    from conversations.interview.turn import Turn


class Morning(NamedTuple):
    """When something comes to the first of a venture's founders, and the zone whose clock that is by."""

    at: datetime
    zone: str


def comes(cohort: Cohort, venture: SeenVenture, at: datetime) -> Morning:
    """Give when what is sent at a moment comes to the first of a venture's founders."""
    zones = {founder.zone or cohort.schedule.zone for founder in venture.founders}
    return min(Morning(when_awake(at, zone), zone) for zone in zones or {cohort.schedule.zone})


def when_in_words(morning: Morning, at: datetime) -> Phrase | None:
    """Give the hour on the founders' wall at which it comes, None where it comes at once."""
    if morning.at <= at:
        return None
    local = morning.at.astimezone(ZoneInfo(morning.zone))
    return say("morning.hour", hour=f"{local.hour}:{local:%M}")


def send(turn: Turn, cohort: Cohort, venture: SeenVenture, intent: Intent) -> None:
    """Send something to everybody of a venture, at `intent.at` or when it is morning where they are.

    Of the same name and occurrence one comes to each: who has a clock of their own is first.
    """
    turn.intents += _to_each(turn, cohort, venture, intent)


def _to_each(turn: Turn, cohort: Cohort, venture: SeenVenture, intent: Intent) -> Iterator[Intent]:
    at = intent.at or turn.now
    for founder in venture.founders:
        if founder.zone and founder.person != turn.snapshot.me:
            yield replace(intent, to=ToPerson(founder.person), at=when_awake(at, founder.zone))
    yield replace(intent, to=ToTeam(venture.id), at=when_awake(at, cohort.schedule.zone))
