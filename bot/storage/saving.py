"""Writes what a step came to: position, canvas, revision, reminder, the map of messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from bot.storage import links, statements, ventures
from bot.storage.moments import millis
from conversations.intents import Urgency
from conversations.interview.events import Answering, Due, Happened, Reached, Tapped

if TYPE_CHECKING:
    from bot.storage.places import Place
    from bot.storage.stepping import Result
    from bot.storage.unit import Unit
    from bot.turns import Arrival

SNAPSHOT_EVERY = 20
"""Every so many versions the whole canvas is kept beside the changes."""
WITHOUT_MESSAGE = (Tapped, Reached, Due, Happened, *get_args(Answering))
"""Events that no message of the person's came with."""


def save_venture(unit: Unit, place: Place, arrival: Arrival, result: Result) -> None:
    """Save the canvas where it changed, with what changed, and the venture where it is new."""
    this = result.outcome.venture
    if result.founded:
        version = 0 if result.canvas is None else 1
        ventures.found(unit, this, place.person or 0, (result.canvas or "{}", version, unit.now))
    elif result.canvas is not None:
        unit.later(statements.SAVE_CANVAS, this=this, was=result.version, new_document=result.canvas)
        unit.touched.add(this)
    if result.switched:
        ventures.point_at(unit, place.id or 0, this)
    if result.changes is not None:
        version = result.version + 1
        unit.later(
            statements.ADD_REVISION,
            venture=this,
            version=version,
            author=str(place.person),
            turn=arrival.key,
            at=unit.now,
            changes=result.changes,
            snapshot=result.canvas if version % SNAPSHOT_EVERY == 0 else None,
            name=result.outcome.named or None,
        )
    elif result.outcome.named:
        unit.later(statements.NAME_REVISION, this=this, new_name=result.outcome.named)


def save_reminder(unit: Unit, place: Place, result: Result, *, fired: bool) -> None:
    """Replace the conversation's reminder; one that has fired is gone even where it is set as before."""
    outcome = result.outcome
    due_at = None if outcome.remind_at is None else millis(outcome.remind_at)
    if (due_at, outcome.remind_as or None) == (place.due_at, place.due_as or None) and not fired:
        return
    if place.intent is not None:
        unit.later(statements.FORGET_REMINDER, this=place.id)
    if due_at is not None:
        unit.later(
            statements.ADD_REMINDER,
            conversation=place.id,
            name=outcome.remind_as,
            occurrence="",
            urgency=Urgency.BROADCAST.value,
            due_at=due_at,
            held_until=0,
            tries=0,
            at=unit.now,
        )


def save_links(unit: Unit, place: Place, result: Result) -> None:
    """Keep the links that were made, count a use of the one followed, let revoked ones lead nowhere."""
    outcome = result.outcome
    if outcome.links:
        links.keep(unit, outcome.links, place.person)
    if outcome.followed:
        links.count_use(unit, outcome.followed, place.person or 0)
    if outcome.revoked:
        links.revoke(unit, outcome.revoked)


def save_said_in(unit: Unit, place: Place, result: Result) -> None:
    """Note what an earlier message turned out to be about."""
    message = result.outcome.said_in
    if message and result.said_about is not None:
        this = {"this": place.id, "this_message": message}
        unit.later(statements.HEAR_ABOUT, **this, new_about=result.said_about)


def save_heard(unit: Unit, place: Place, arrival: Arrival, about: str | None) -> None:
    """Note the incoming message, and what it was about."""
    if not arrival.message or isinstance(arrival.event, WITHOUT_MESSAGE):
        return
    this = {"this": place.id, "this_message": arrival.message}
    unit.later(statements.HEAR, **this, new_about=about, new_at=unit.now)
    if about is not None:
        unit.later(statements.HEAR_ABOUT, **this, new_about=about)
