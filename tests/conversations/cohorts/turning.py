"""Turns of somebody in a cohort, without a store: what a step is given, and what it gives back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from bot.interviewing import built_in_script
from conversations.checkins.checkin import check_in_as_seen_by
from conversations.cohorts.cohort import Cohort, Member, Role
from conversations.cohorts.consent import EVERYTHING, Consent, as_seen_by
from conversations.cohorts.desk import Cohorts, Comment, Desk, Place, SeenVenture
from conversations.interview.position import Conversation
from conversations.interview.replies import Acknowledge
from conversations.interview.snapshot import Outcome, Person, Snapshot
from conversations.interview.step import step
from conversations.script.machine import RESTING, Flow
from tests.conversations.canvases import coffee_cart

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.checkins.checkin import CheckIn
    from conversations.interview.events import Event

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
HERE = "harbour-lab-0001"
VENTURE = "bean-wheels-0001"
FRESH = "fresh-id-1234567"
ME = 7
COHORT = Cohort(id=HERE, name="Harbour Lab", starts=date(2026, 3, 2), ends=date(2026, 5, 24))
COMMENT = Comment(
    id="comment-00000001",
    cohort=HERE,
    venture=VENTURE,
    author=ME,
    name="Ana",
    text="try the market office",
    at=NOW,
)


@cache
def flow() -> Flow:
    return Flow(built_in_script())


def venture(number: int, canvas: Canvas, consent: Consent = EVERYTHING, *check_ins: CheckIn) -> SeenVenture:
    """Give a venture as mentors see it, of a founder with that number."""
    founder = Member(
        person=number,
        name=f"Founder {number}",
        role=Role.FOUNDER,
        since=datetime(2026, 3, 2, tzinfo=UTC),
        venture=f"venture-{number:08d}",
        finished=True,
    )
    return SeenVenture(
        id=founder.venture,
        founders=(founder,),
        consent=consent,
        canvas=as_seen_by(canvas, consent),
        check_ins=tuple(check_in_as_seen_by(one, consent) for one in check_ins),
    )


def desk(*roles: Role) -> Desk:
    """Give the cohort opened by somebody with these roles: a mentor Jo, and Lena's venture."""
    since = datetime(2026, 3, 2, tzinfo=UTC)
    lena = Member(person=8, name="Lena", role=Role.FOUNDER, since=since, venture=VENTURE, finished=True)
    jo = Member(person=9, name="Jo", role=Role.MENTOR, since=since)
    seen = SeenVenture(
        id=VENTURE,
        founders=(lena,),
        consent=EVERYTHING,
        canvas=as_seen_by(coffee_cart(), EVERYTHING),
        comments=(COMMENT,),
    )
    place = Place(
        cohort=COHORT,
        roles=roles,
        venture=VENTURE,
        consent=frozenset(),
        mentors=("Ana",),
        owner_gone_since=datetime(2026, 1, 1, tzinfo=UTC),
    )
    return Desk(place=place, members=(lena, jo), ventures=(seen,), comments=(COMMENT,))


def takes(event: Event, opened: Desk | None, conversation: Conversation | None = None) -> Outcome:
    """Give what a step makes of an event, by somebody at rest with the coffee cart."""
    snapshot = Snapshot(
        person=Person("Ana", "en"),
        me=ME,
        conversation=conversation or Conversation(state=RESTING, script_version=flow().script.version),
        venture=VENTURE,
        canvas=coffee_cart(),
        version=3,
        fresh_venture=FRESH,
        fresh_secret="not-a-secret",
        cohorts=Cohorts(fresh=FRESH, places=(opened.place,) if opened else (), desk=opened),
    )
    return step(flow(), snapshot, event, NOW)


def note_of(outcome: Outcome) -> str:
    """Give the key of the note over the screen, empty where there is none."""
    notes = [reply.note for reply in outcome.replies if isinstance(reply, Acknowledge)]
    return notes[0].key if notes and notes[0] is not None else ""
