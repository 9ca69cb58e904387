"""A nudge: one tap of a mentor, one kind line to the founders, once a day at most and never at night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.checkins.occurrences import when_awake
from conversations.cohorts.calendar import local_day
from conversations.cohorts.tap import Tap, button
from conversations.intents import Intent, ToTeam
from conversations.mentoring.lines import venture_name
from conversations.mentoring.page import found
from conversations.occasions import Told
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def nudge(turn: Turn, tap: Tap) -> Phrase | None:
    """Nudge a venture's founders, kindly, with the check-in a tap away."""
    standing = found(turn, tap)
    if standing is None:
        return say("digest.gone")
    zone = tap.cohort.schedule.zone
    told = Told(
        text=(say("nudge.told", name=tap.place.called, cohort=tap.cohort.name),),
        rows=((button("check_in", "ask", tap.cohort.id),),),
    )
    turn.intents.append(
        Intent(
            name=f"nudge/{tap.cohort.id}",
            occurrence=f"{standing.venture.id}/{local_day(turn.now, zone)}",
            occasion=told,
            to=ToTeam(standing.venture.id),
            at=when_awake(turn.now, zone),
        )
    )
    return say("nudge.done", name=venture_name(standing.venture))
