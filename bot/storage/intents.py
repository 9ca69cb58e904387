"""What shall happen later or elsewhere: saved with the turn that wants it, given when it is due, taken once.

A row without a body is a conversation's reminder, of which there is one. A row that was taken stays for a
while without what it said, so that the same isn't made again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Text, bindparam, delete, func, insert, or_, select, update

from bot.storage import statements
from bot.storage.moments import millis, moment
from bot.storage.recipients import conversations_of
from bot.storage.schema import conversation, intent, person
from bot.storage.whose import WHOSE, address_in, person_in
from bot.turns import Address, Arrival
from conversations.interview.events import Due, Happened
from conversations.occasions import decode_occasion, encode_occasion

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from sqlalchemy import Row

    from bot.storage.places import Place
    from bot.storage.unit import Unit
    from conversations.intents import Urgency
    from conversations.interview.snapshot import Outcome

AT_ONCE = 200
"""How many are given at once; the rest come with the next call."""
HELD = 60 * 1000
"""Milliseconds that what was given is kept from other processes."""
KEPT = 60 * 24 * 3600 * 1000
"""How long it is remembered that something was taken, in milliseconds."""
AGAIN = 24 * 3600 * 1000
"""After how long what failed is tried again, in milliseconds."""
TRIES = 3
"""On how many days at most something is tried that fails."""
JOB = "job/"
TAKEN = "null"
"""The body of what was taken: not a word of it is kept."""

_USEFUL = or_(intent.c.until.is_(None), intent.c.until > bindparam("now"))
_ROUND = func.row_number().over(partition_by=intent.c.name, order_by=(intent.c.due_at, intent.c.id))
"""The how manyth of its name: of each name the first goes first, then of each the second, and so on."""
_DUE = (
    select(
        intent.c.id,
        intent.c.name,
        intent.c.occurrence,
        intent.c.body,
        intent.c.due_at,
        *WHOSE,
    )
    .join(conversation, conversation.c.id == intent.c.conversation)
    .join(person, person.c.id == conversation.c.person)
    .where(
        intent.c.due_at <= bindparam("now"),
        intent.c.urgency == bindparam("urgency"),
        intent.c.held_until <= bindparam("free_at"),
        conversation.c.reachable.is_(True),
        _USEFUL,
    )
    .order_by(_ROUND, intent.c.due_at, intent.c.id)
    .limit(AT_ONCE)
)
_HOLD = update(intent).where(intent.c.id == bindparam("this")).values(held_until=bindparam("until_then"))
_OPEN = select(intent).where(intent.c.id == bindparam("this"), intent.c.due_at <= bindparam("now"), _USEFUL)
_CANCEL = delete(intent).where(
    intent.c.conversation == bindparam("this"),
    intent.c.name == bindparam("called"),
    intent.c.body.is_not(None),
    intent.c.due_at.is_not(None),
    or_(bindparam("on", type_=Text).is_(None), intent.c.occurrence == bindparam("on", type_=Text)),
    intent.c.due_at > bindparam("after", type_=intent.c.due_at.type),
)


def save(unit: Unit, place: Place, address: Address, outcome: Outcome) -> bool:
    """Cancel and save what a turn wants, and tell whether any of it is due at once."""
    if not outcome.intents and not outcome.cancelled:
        return False
    unit.flush()  # what was gathered may be about the same
    for gone in outcome.cancelled:
        for this in conversations_of(unit, place, address, gone.to):
            named = {"this": this, "called": gone.name, "on": gone.occurrence}
            unit.connection.execute(_CANCEL, named | {"after": _or_none(gone.after) or -1})
    due_at_once = False
    for wanted in outcome.intents:
        due_at = unit.now if wanted.at is None else millis(wanted.at)
        for this in conversations_of(unit, place, address, wanted.to):
            due_at_once = due_at_once or due_at <= unit.now
            unit.later(
                statements.ADD_INTENT,
                this=this,
                called=wanted.name,
                on=wanted.occurrence,
                new_body=encode_occasion(wanted.occasion).decode(),
                new_urgency=wanted.urgency.value,
                new_due_at=due_at,
                new_until=_or_none(wanted.until),
                new_at=unit.now,
            )
    return due_at_once


def due(unit: Unit, urgency: Urgency, *, sole: bool) -> list[Arrival]:
    """Give what has come due for people who can be reached; each stays until its turn.

    Where others live, too, what is given is held for a minute, so that they see to the rest.
    """
    unit.flush()
    free_at = unit.now + HELD if sole else unit.now
    found = unit.connection.execute(
        _DUE, {"now": unit.now, "urgency": urgency.value, "free_at": free_at}
    ).all()
    if found and not sole:
        held = [{"this": row.id, "until_then": unit.now + HELD} for row in found]
        unit.connection.execute(_HOLD, held)
    return [_arrival(row, urgency) for row in found]


def is_open(unit: Unit, arrival: Arrival) -> bool:
    """Tell whether the intent of an arrival is still wanted."""
    return _open(unit, arrival) is not None


def taken(unit: Unit, arrival: Arrival) -> None:
    """Note that an intent has happened; what it said is kept no longer."""
    unit.later(statements.TAKE_INTENT, this=_number(arrival), new_body=TAKEN, new_at=unit.now)


def failed(unit: Unit, arrival: Arrival) -> None:
    """Have what failed tried again a day later, on three days at most: it is better late than forgotten."""
    row = _open(unit, arrival)
    if row is None:
        return
    if row.tries + 1 >= TRIES:
        taken(unit, arrival)
        return
    # A row of its own: its id is part of the turn's key, and that one is spent.
    unit.connection.execute(delete(intent).where(intent.c.id == row.id))
    later = row._asdict() | {"due_at": unit.now + AGAIN, "tries": row.tries + 1, "held_until": 0}
    del later["id"]
    unit.connection.execute(insert(intent), later)


def prune(unit: Unit) -> None:
    """Delete what is of no use any more, and what was taken long ago."""
    unit.connection.execute(
        delete(intent).where(
            or_(
                intent.c.due_at.is_not(None) & (intent.c.until <= unit.now),
                intent.c.due_at.is_(None) & (intent.c.at < unit.now - KEPT),
            )
        )
    )


def _open(unit: Unit, arrival: Arrival) -> Row[Any] | None:
    return unit.connection.execute(_OPEN, {"this": _number(arrival), "now": unit.now}).one_or_none()


def _number(arrival: Arrival) -> int:
    return int(arrival.key.removeprefix(JOB))


def _or_none(at: datetime | None) -> int | None:
    return None if at is None else millis(at)


def _arrival(row: Row[*tuple[Any, ...]], urgency: Urgency) -> Arrival:
    return Arrival(
        key=f"{JOB}{row.id}",
        address=address_in(row),
        person=row.carrier_id,
        facts=person_in(row),
        event=Due(row.name)
        if row.body is None
        else Happened(
            occasion=decode_occasion(row.body.encode()),
            name=row.name,
            occurrence=row.occurrence,
            planned=moment(row.due_at),
        ),
        urgency=urgency,
    )
