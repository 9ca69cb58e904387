"""The script of a turn, from its key to its messages, within one transaction.

Nothing is written before the step has returned but the turn's key and who and where it is about, so that a
step that fails leaves nothing half done; these stay either way: a turn that fails three times is committed as
failed, with an apology.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import bindparam, insert, literal, select, true
from sqlalchemy.exc import SQLAlchemyError

from bot.storage import intents, points, requests, saving, statements
from bot.storage.carrying import carried_before, carry
from bot.storage.cohorts.saving import save_records
from bot.storage.documents import Documents
from bot.storage.exporting import filled_in
from bot.storage.failures import failure_document
from bot.storage.flooding import UNHEARD, is_flood, pleas
from bot.storage.forgetting import forget
from bot.storage.places import Place, place_of, settle
from bot.storage.queueing import Ending, end, take_up
from bot.storage.schema import turn
from bot.storage.stepping import Result, Waiting, result_of, snapshot_for, waiting_for
from bot.storage.team import save_team
from bot.subject import about
from bot.turns import Committed
from conversations.interview.events import Answering, Due, Happened, Looked, Reached

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.storage.lanes import Lanes
    from bot.storage.unit import Unit
    from bot.turns import Apology, Arrival, Looking, Outgoing, Step
    from bot.turns import Reached as Passing
    from conversations.interview.events import Event
    from conversations.interview.requests import Look
    from conversations.interview.snapshot import Snapshot, Wanted

log = structlog.get_logger(__name__)

TRIES = 3
"""How often a step is tried before its turn is set aside."""

_FIRST = insert(turn).from_select(
    ["key", "at", "outcome"],
    select(bindparam("this", type_=turn.c.key.type), bindparam("new_at", type_=turn.c.at.type), literal("ok"))
    # Another worker may be about to commit the same one: it is waited for, and then there already.
    # Without any condition SQLite would take this for the ON of a join.
    .where(true())
    .suffix_with("ON CONFLICT DO NOTHING"),
)


def _nothing_said(_arrival: Arrival) -> Sequence[Outgoing]:
    return ()


def _nothing_seen(_snapshot: Snapshot, request: Look, _now: datetime) -> Looked:
    return Looked(request)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the composition root brings: the pure step, what it wants to see, and what is said if it fails.

    `plea` is said, instead of a step, to somebody who sends far more than they can be answered. `look` is the
    pure look at a large cohort, done beside the turns.
    """

    step: Step
    wanted: Callable[[Event], Wanted]
    apology: Apology
    plea: Apology = _nothing_said
    look: Looking = _nothing_seen


class Turns:
    """Takes arrivals, one at a time, each in the transaction that it is given."""

    def __init__(self, rules: Rules, lanes: Lanes, reached: Passing) -> None:
        self._rules = rules
        self._lanes = lanes
        self._reached = reached
        self._documents = Documents()

    def take_all(self, unit: Unit, arrivals: Sequence[Arrival]) -> list[Committed]:
        """Give what became of each arrival; it counts once the transaction is committed."""
        taken = []
        for arrival in arrivals:
            with about(arrival.key, arrival.address):
                taken.append(self._taken(unit, arrival))
        return taken

    def set_aside(self, unit: Unit, arrival: Arrival, failure: str) -> list[Committed]:
        """Set an arrival aside whose turn can't be written; `failure` is what it failed with."""
        if not unit.at_once(_FIRST, this=arrival.key, new_at=unit.now):
            return [Committed(key=arrival.key, repeated=True)]
        place = settle(unit, place_of(unit, arrival), arrival)
        with about(arrival.key, arrival.address):
            ending = self._set_aside(unit, place, arrival, failure)
        lane = end(unit, self._lanes, place, arrival.address, ending)
        return [Committed(key=arrival.key, set_aside=True, lane=lane)]

    def note_failure(self, unit: Unit, arrival: Arrival, failure: str) -> list[Committed]:
        """Note that an arrival failed, and nothing else of it."""
        unit.at_once(_FIRST, this=arrival.key, new_at=unit.now)
        unit.later(statements.TURN_FAILED, this=arrival.key, why=failure)
        with about(arrival.key, arrival.address):
            log.error("turn noted as failed", what=type(arrival.event).__name__, failures=failure)
        return [Committed(key=arrival.key, set_aside=True)]

    def _taken(self, unit: Unit, arrival: Arrival) -> Committed:
        if not unit.at_once(_FIRST, this=arrival.key, new_at=unit.now):
            lane = take_up(unit, self._lanes, place_of(unit, arrival), arrival.address)
            asked = requests.asked_by(unit, arrival)
            carried = carried_before(unit, arrival)
            return Committed(key=arrival.key, repeated=True, lane=lane, pending=asked, carried=carried)
        self._reached(points.KEY_INSERTED)
        place = place_of(unit, arrival)
        if isinstance(arrival.event, Due) and arrival.key != f"job/{place.intent}":
            return Committed(key=arrival.key, repeated=True)  # the reminder was replaced meanwhile
        if isinstance(arrival.event, Answering) and not requests.is_open(unit, arrival):
            return Committed(key=arrival.key, repeated=True)  # who asked was forgotten meanwhile
        if isinstance(arrival.event, Happened) and not intents.is_open(unit, arrival):
            return Committed(key=arrival.key, repeated=True)  # it was cancelled meanwhile
        place = settle(unit, place, arrival)
        if is_flood(unit, place, arrival):
            return self._unheard(unit, place, arrival)
        self._reached(points.LOADED)
        result = self._tried(unit, place, arrival)
        self._reached(points.STEPPED)
        if isinstance(result, str):
            ending = self._set_aside(unit, place, arrival, result)
        elif result.outcome.forget:
            ending = self._forgotten(unit, place, arrival, result)
        else:
            ending = self._saved(unit, place, arrival, result)
        ending.urgency = arrival.urgency
        carried = carry(unit, place, arrival, ending.waiting) if ending.reachable else None
        lane = end(unit, self._lanes, place, arrival.address, ending)
        self._reached(points.SAVED)
        return Committed(
            key=arrival.key,
            set_aside=isinstance(result, str),
            lane=lane,
            pending=ending.pending,
            wakes=ending.wakes,
            carried=carried,
        )

    def _unheard(self, unit: Unit, place: Place, arrival: Arrival) -> Committed:
        unit.at_once(UNHEARD, this=arrival.key)
        plea = [waiting_for(outgoing) for outgoing in self._rules.plea(arrival)]
        ending = Ending(pleas(unit, place, plea), place.document, reachable=_reachable(place, arrival, None))
        lane = end(unit, self._lanes, place, arrival.address, ending)
        return Committed(key=arrival.key, unheard=True, lane=lane)

    def _tried(self, unit: Unit, place: Place, arrival: Arrival) -> Result | str:
        """Give what the step came to, or the failure that it ended in every time."""
        failure = ""
        for _ in range(TRIES):
            try:
                wanted = self._rules.wanted(arrival.event)
                snapshot = snapshot_for(self._documents, unit, place, arrival, wanted)
                rendered = self._rules.step(arrival, snapshot, unit.at)
                return result_of(self._documents, place, snapshot, rendered)
            except SQLAlchemyError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever a step fails with, it is set aside and told of
                failure = failure_document(error)
        return failure

    def _saved(self, unit: Unit, place: Place, arrival: Arrival, result: Result) -> Ending:
        saving.save_venture(unit, place, arrival, result)
        saving.save_reminder(unit, place, result, fired=isinstance(arrival.event, Due))
        save_records(unit, place, result.outcome.records)
        save_team(unit, place.person or 0, result.outcome.team_records)
        saving.save_heard(unit, place, arrival, result.said_about)
        saving.save_said_in(unit, place, result)
        saving.save_links(unit, place, result)
        waiting = _filled_in(unit, place, result.waiting)
        return Ending(
            waiting,
            result.position,
            reachable=_reachable(place, arrival, result.outcome.reachable),
            pending=requests.save(unit, place, arrival, result.outcome.requests),
            wakes=_intended(unit, place, arrival, result),
        )

    def _forgotten(self, unit: Unit, place: Place, arrival: Arrival, result: Result) -> Ending:
        saving.save_heard(unit, place, arrival, None)
        waiting = _filled_in(unit, place, result.waiting)
        wakes = _intended(unit, place, arrival, result)
        forget(unit, place)
        self._documents.forget()
        reachable = _reachable(place, arrival, result.outcome.reachable)
        if place.owned_by != place.person:  # a group's conversation, which somebody else began
            return Ending(waiting, result.position, reachable=reachable, wakes=wakes)
        return Ending(waiting, None, reachable=reachable, erase=True, wakes=wakes)

    def _set_aside(self, unit: Unit, place: Place, arrival: Arrival, failure: str) -> Ending:
        log.error("turn set aside", what=type(arrival.event).__name__, failures=failure)
        unit.later(statements.TURN_FAILED, this=arrival.key, why=failure)
        if isinstance(arrival.event, Due):
            unit.later(statements.FORGET_REMINDER, this=place.id)
        if isinstance(arrival.event, Answering):
            requests.answered(unit, arrival)
        if isinstance(arrival.event, Happened):
            intents.failed(unit, arrival)
        waiting = [waiting_for(outgoing) for outgoing in self._rules.apology(arrival)]
        return Ending(waiting, place.document, reachable=_reachable(place, arrival, None))


def _reachable(place: Place, arrival: Arrival, told: bool | None) -> bool:  # noqa: FBT001 - a value like the others
    """Tell whether somebody can be written to: who writes can be answered."""
    if told is not None:
        return told
    return place.reachable if isinstance(arrival.event, Due | Happened | Reached | Answering) else True


def _intended(unit: Unit, place: Place, arrival: Arrival, result: Result) -> bool:
    """Save what is intended, note that what this turn came of has happened, and tell whether any is due."""
    if isinstance(arrival.event, Happened):
        intents.taken(unit, arrival)
    return intents.save(unit, place, arrival.address, result.outcome)


def _filled_in(unit: Unit, place: Place, waiting: list[Waiting]) -> list[Waiting]:
    if all(message.body is not None for message in waiting):
        return waiting
    whole = (filled_in(unit, place, message.outgoing) for message in waiting)
    return [waiting_for(outgoing) for outgoing in whole if outgoing is not None]
