"""A nudge: one tap of a mentor, one kind line to the founders, once a day at most and never at night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.cohorts.calendar import local_day
from conversations.cohorts.tap import Tap, button
from conversations.intents import Intent
from conversations.mentoring.lines import venture_name
from conversations.mentoring.mornings import comes, send, when_in_words
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
    name = venture_name(standing.venture)
    if standing.answered is not None:
        return say("nudge.answered", name=name, day=standing.answered.day)
    told = Told(
        text=(say("nudge.told", name=tap.place.called, cohort=tap.cohort.name),),
        rows=((button("check_in", "ask", tap.cohort.id),),),
    )
    occurrence = f"{standing.venture.id}/{local_day(turn.now, tap.cohort.schedule.zone)}"
    nudged = Intent(name=f"nudge/{tap.cohort.id}", occurrence=occurrence, occasion=told, at=turn.now)
    send(turn, tap.cohort, standing.venture, nudged)
    hour = when_in_words(comes(tap.cohort, standing.venture, turn.now), turn.now)
    return say("nudge.later", name=name, when=hour) if hour else say("nudge.done", name=name)
