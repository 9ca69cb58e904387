"""Whom an intent is for: the conversations that it is to happen in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from bot.storage.schema import cohort_member, conversation, membership, person
from conversations.intents import Here, ToCohort, ToConversation, ToPerson, ToTeam

if TYPE_CHECKING:
    from bot.storage.places import Place
    from bot.storage.unit import Unit
    from bot.turns import Address
    from conversations.intents import Recipient

_WITH_THIS_BOT = (conversation.c.carrier == bindparam("carrier"), conversation.c.bot == bindparam("bot"))
_PRIVATE = (
    select(conversation.c.id)
    .join(person, person.c.id == bindparam("this"))
    .where(
        *_WITH_THIS_BOT,
        person.c.carrier == conversation.c.carrier,
        conversation.c.chat == person.c.carrier_id,
    )
    .order_by(conversation.c.topic)
    .limit(1)
)
_ONE = select(conversation.c.id).where(*_WITH_THIS_BOT, conversation.c.id == bindparam("this"))
_TEAM = (
    select(membership.c.person)
    .where(membership.c.venture == bindparam("this"), membership.c.person != bindparam("but"))
    .order_by(membership.c.person)
)
_COHORT = (
    select(cohort_member.c.person)
    .where(
        cohort_member.c.cohort == bindparam("this"),
        cohort_member.c.role.in_(bindparam("roles", expanding=True)),
    )
    .distinct()
    .order_by(cohort_member.c.person)
)


def conversations_of(unit: Unit, place: Place, address: Address, recipient: Recipient) -> list[int]:
    """Give the conversations, with the bot of `address`, that a recipient is found in; none where unknown."""
    match recipient:
        case Here():
            return [place.id or 0]
        case ToPerson(person=this):
            return _found(unit, address, [this])
        case ToConversation(conversation=this):
            bot = {"carrier": address.carrier, "bot": address.bot}
            return list(unit.connection.execute(_ONE, {"this": this, **bot}).scalars())
        case ToTeam(venture=venture):
            members = unit.connection.execute(_TEAM, {"this": venture, "but": place.person}).scalars()
            return _found(unit, address, list(members))
        case ToCohort(cohort=this, roles=roles):
            named = {"this": this, "roles": [role.value for role in roles]}
            return _found(unit, address, list(unit.connection.execute(_COHORT, named).scalars()))


def _found(unit: Unit, address: Address, people: list[int]) -> list[int]:
    bot = {"carrier": address.carrier, "bot": address.bot}
    chats = (unit.connection.execute(_PRIVATE, {"this": this, **bot}).scalar() for this in people)
    return [chat for chat in chats if chat is not None]
