"""A look at all ventures of a cohort: at once where they are few, else beside the turns: nobody waits.

What was made of them is said only if all that it rests on is still shared when it is ready.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.consent import NOTHING
from conversations.cohorts.tap import Tap
from conversations.interview.events import Looked
from conversations.interview.requests import Look
from conversations.interview.turn import Turn
from conversations.mentoring import digest, exporting, overview, participation, patterns
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from conversations.cohorts.desk import Desk
    from conversations.interview.snapshot import Snapshot
    from conversations.script.machine import Flow
    from conversations.words.text import Phrase

TRIES = 3
"""How often what is shared may change while it is looked at."""
LOOKS: dict[str, Callable[[Turn, Tap], Phrase | None]] = {
    "dg": digest.show_digest,
    "ov": overview.show_overview,
    "pt": patterns.show_patterns,
    "pa": participation.show_participation,
    "xp": exporting.hand_tables,
}


def look_at(verb: str) -> Callable[[Turn, Tap], Phrase | None]:
    """Give what a button does that looks at all ventures."""

    def look(turn: Turn, tap: Tap) -> Phrase | None:
        if tap.desk.crowded:
            turn.looking = Look(cohort=tap.cohort.id, verb=verb, rest=tap.rest)
            return None
        return LOOKS[verb](turn, tap)

    return look


def look_around(flow: Flow, snapshot: Snapshot, request: Look, now: datetime) -> Looked:
    """Give what is said of a cohort, of which the snapshot has all ventures."""
    desk = snapshot.cohorts.desk
    if desk is None:
        return Looked(request)
    turn = Turn(flow, snapshot, now)
    LOOKS[request.verb](turn, Tap(desk, request.rest))
    consents = {venture.id: venture.consent for venture in desk.ventures}
    return Looked(request, tuple(turn.replies), turn.drawing, consents)


def take_looked(turn: Turn, event: Looked) -> None:
    """Say what was seen; look once more where a part of it isn't shared any more."""
    desk = turn.snapshot.cohorts.desk
    if desk is None or not allowed(desk.place.roles, Action.SEE_DIGEST):
        turn.say(say("cohort.not_in"))
    elif not event.replies and event.drawing is None:
        turn.say(say("look.failed"))
    elif _is_shared(event, desk):
        turn.replies += event.replies
        turn.drawing = event.drawing
    elif event.request.tries < TRIES:
        turn.looking = replace(event.request, tries=event.request.tries + 1)
    else:
        turn.say(say("look.failed"))


def _is_shared(event: Looked, desk: Desk) -> bool:
    return all(consent <= desk.consents.get(venture, NOTHING) for venture, consent in event.consents.items())
