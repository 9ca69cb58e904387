"""Where an arrival belongs: its conversation, person and venture as they are stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, exists, insert, select, update

from bot.storage.locking import Touches, is_free_to_change, lock
from bot.storage.schema import (
    cohort_member,
    cohort_playbook,
    conversation,
    intent,
    membership,
    person,
    venture,
)

if TYPE_CHECKING:
    from sqlalchemy import CursorResult

    from bot.storage.unit import Unit
    from bot.turns import Address, Arrival


class Place(NamedTuple):
    """The rows of one arrival. Ids are None where nothing is stored yet.

    `document`, `canvas`: stored JSON. `role` is the arriving person's in the conversation's venture, None
    where they have none; `shared`: it belongs to others, too; `programme`:
    the playbook of the cohort that it takes part in.
    """

    id: int | None = None
    owned_by: int | None = None
    document: str | None = None
    seq: int = 0
    delivered_through: int = 0
    delivery_owner: str | None = None
    delivery_until: int = 0
    reachable: bool = True
    person: int | None = None
    first_name: str | None = None
    language: str | None = None
    venture: str | None = None
    canvas: str | None = None
    version: int | None = None
    role: str | None = None
    intent: int | None = None
    due_at: int | None = None
    due_as: str | None = None
    shared: bool = False
    programme: str | None = None
    last_name: str | None = None


_OTHER = membership.alias("other")
_PLACE = (
    select(
        conversation.c.id,
        conversation.c.person,
        conversation.c.document,
        conversation.c.seq,
        conversation.c.delivered_through,
        conversation.c.delivery_owner,
        conversation.c.delivery_until,
        conversation.c.reachable,
        person.c.id,
        person.c.first_name,
        person.c.language,
        conversation.c.venture,
        venture.c.document,
        venture.c.version,
        membership.c.role,
        intent.c.id,
        intent.c.due_at,
        intent.c.name,
        exists()
        .where(_OTHER.c.venture == conversation.c.venture, _OTHER.c.person != membership.c.person)
        .label("shared"),
        select(cohort_playbook.c.document)
        .join(cohort_member, cohort_member.c.cohort == cohort_playbook.c.cohort)
        .where(cohort_member.c.venture == conversation.c.venture)
        .order_by(cohort_member.c.since.desc())
        .limit(1)
        .scalar_subquery()
        .label("programme"),
        person.c.last_name,
    )
    .select_from(
        conversation.outerjoin(
            person,
            and_(
                person.c.carrier == conversation.c.carrier,
                person.c.carrier_id == bindparam("carrier_id", type_=person.c.carrier_id.type),
            ),
        )
        .outerjoin(venture, venture.c.id == conversation.c.venture)
        .outerjoin(membership, and_(membership.c.venture == venture.c.id, membership.c.person == person.c.id))
        .outerjoin(intent, and_(intent.c.conversation == conversation.c.id, intent.c.body.is_(None)))
    )
    .where(
        conversation.c.carrier == bindparam("carrier"),
        conversation.c.bot == bindparam("bot"),
        conversation.c.chat == bindparam("chat"),
        conversation.c.topic == bindparam("topic"),
    )
)

_PERSON = select(person.c.id, person.c.first_name, person.c.language, person.c.last_name).where(
    person.c.carrier == bindparam("carrier"), person.c.carrier_id == bindparam("carrier_id")
)


def place_of(unit: Unit, arrival: Arrival) -> Place:
    """Give what is stored where an arrival belongs, locked until the transaction ends."""
    address = arrival.address
    if address in unit.touched:
        unit.flush()
    place = _read(unit, address, arrival.person)
    if not is_free_to_change(unit, place.id):  # it came into being since the transaction began
        lock(unit, (Touches(lanes=(place.id or 0,)),))
        place = _read(unit, address, arrival.person)
    if place.venture in unit.touched or place.id in unit.touched:
        unit.flush()
        place = _read(unit, address, arrival.person)
    return place


def _read(unit: Unit, address: Address, carrier_id: int) -> Place:
    found = unit.read(
        _PLACE,
        carrier=address.carrier,
        bot=address.bot,
        chat=address.chat,
        topic=address.topic,
        carrier_id=carrier_id,
    )
    if found:
        place = Place(*found[0])
        return place._replace(reachable=bool(place.reachable))
    known = unit.read(_PERSON, carrier=address.carrier, carrier_id=carrier_id)
    if not known:
        return Place()
    return Place(**dict(zip(("person", "first_name", "language", "last_name"), known[0], strict=True)))


def settle(unit: Unit, place: Place, arrival: Arrival) -> Place:
    """Give the place with person and conversation stored, and the person's name and language up to date."""
    place = _with_person(unit, place, arrival)
    if place.id is None:
        return place._replace(id=_new_conversation(unit, place, arrival.address), owned_by=place.person)
    if place.owned_by is None:
        unit.connection.execute(
            update(conversation).where(conversation.c.id == place.id).values(person=place.person)
        )
        return place._replace(owned_by=place.person)
    return place


def _with_person(unit: Unit, place: Place, arrival: Arrival) -> Place:
    told = arrival.facts
    names = ("first_name", "language", "last_name")
    facts = {name: storable(getattr(told, name)) for name in names}
    if place.person is None:
        made = unit.connection.execute(
            insert(person), {"carrier": arrival.address.carrier, "carrier_id": arrival.person, **facts}
        )
        return place._replace(person=_key_of(made))
    if any(getattr(place, name) != told for name, told in facts.items()):
        unit.connection.execute(update(person).where(person.c.id == place.person).values(facts))
    return place


def _new_conversation(unit: Unit, place: Place, address: Address) -> int:
    made = unit.connection.execute(
        insert(conversation),
        {
            "carrier": address.carrier,
            "bot": address.bot,
            "chat": address.chat,
            "topic": address.topic,
            "person": place.person,
            "seq": 0,
            "delivered_through": 0,
            "delivery_until": 0,
            "reachable": True,
            "erase_when_delivered": False,
        },
    )
    this = _key_of(made)
    if unit.locked is not None:
        unit.locked[this] = None
    return this


def _key_of(made: CursorResult[Any]) -> int:
    (number,) = made.inserted_primary_key or (0,)
    return int(number)


def storable(text: str) -> str:
    """Give a text that every database takes: no half characters, no NUL."""
    return text.encode(errors="replace").decode().replace("\0", "")
