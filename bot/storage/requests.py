"""What turns asked for: saved with them, given again after a crash, gone once it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, select, update

from bot.storage import statements
from bot.storage.schema import conversation, person, request
from bot.storage.whose import WHOSE, address_in, person_in
from bot.turns import Pending
from conversations.interview.events import Answering
from conversations.interview.requests import Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.storage.places import Place
    from bot.storage.unit import Unit
    from bot.turns import Arrival

OVERDUE = 10 * 1000
"""Milliseconds after which somebody else may answer a request: whoever held it has died or given up."""
AT_ONCE = 200
A_TURNS = 8
"""How many requests of one turn are looked for where it comes again; none asks for so many."""
JOB = "job/"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Request).decode

_IS_OPEN = select(request.c.key).where(request.c.key == bindparam("this"))
_ASKED = (
    select(request.c.key, request.c.body)
    .where(request.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(request.c.key)
)
_OPEN = (
    select(
        request.c.key,
        request.c.body,
        *WHOSE,
    )
    .join(conversation, conversation.c.id == request.c.conversation)
    .join(person, person.c.id == conversation.c.person)
    .where(request.c.at <= bindparam("before"))
    .order_by(request.c.at)
    .limit(AT_ONCE)
    .with_for_update(of=request, skip_locked=True)
)
_HOLD = update(request).where(request.c.key == bindparam("this")).values(at=bindparam("held_at"))


def save(unit: Unit, place: Place, arrival: Arrival, wanted: Sequence[Request]) -> tuple[Pending, ...]:
    """Save what a turn asks for, take off what it answers, and give the former."""
    if isinstance(arrival.event, Answering):
        answered(unit, arrival)
    asked = []
    for number, one in enumerate(wanted, start=1):
        key = f"{arrival.key}#{number}"
        body = _encode(one).decode()
        unit.later(statements.ADD_REQUEST, key=key, conversation=place.id, body=body, at=unit.now)
        asked.append(
            Pending(key=key, address=arrival.address, person=arrival.person, facts=arrival.facts, request=one)
        )
    return tuple(asked)


def asked_by(unit: Unit, arrival: Arrival) -> tuple[Pending, ...]:
    """Give what an arrival's turn asked for and nobody has answered."""
    keys = [f"{arrival.key}#{number}" for number in range(1, A_TURNS + 1)]
    found = unit.connection.execute(_ASKED, {"keys": keys})
    return tuple(
        Pending(
            key=row.key,
            address=arrival.address,
            person=arrival.person,
            facts=arrival.facts,
            request=_decode(row.body),
        )
        for row in found
    )


def is_open(unit: Unit, arrival: Arrival) -> bool:
    """Tell whether what an arrival answers still waits for an answer."""
    return bool(unit.read(_IS_OPEN, this=arrival.key.removeprefix(JOB)))


def answered(unit: Unit, arrival: Arrival) -> None:
    """Take off what an arrival answers."""
    unit.later(statements.ANSWER_REQUEST, this=arrival.key.removeprefix(JOB))


def pending(unit: Unit, opened_at: int) -> list[Pending]:
    """Give what is overdue; where nobody else lives, also what is from before the store was opened.

    Where others live, too, what is given is held from them until it is overdue again.
    """
    unit.flush()
    sole = unit.locked is None
    found = unit.connection.execute(
        _OPEN, {"before": max(unit.now - OVERDUE, opened_at) if sole else unit.now - OVERDUE}
    ).all()
    if found and not sole:
        unit.connection.execute(_HOLD, [{"this": row.key, "held_at": unit.now} for row in found])
    return [
        Pending(
            key=row.key,
            address=address_in(row),
            person=row.carrier_id,
            facts=person_in(row),
            request=_decode(row.body),
        )
        for row in found
    ]
