"""Whom an intent is for: the conversations that it is to happen in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, select

from bot.storage.schema import cohort_member, conversation, membership, person
from conversations.intents import Here, ToCohort, ToConversation, ToPerson, ToTeam

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    from bot.storage.places import Place
    from bot.storage.unit import Unit
    from bot.turns import Address
    from conversations.intents import Recipient

_WITH_THIS_BOT = (conversation.c.carrier == bindparam("carrier"), conversation.c.bot == bindparam("bot"))
_ONE = select(conversation.c.id).where(*_WITH_THIS_BOT, conversation.c.id == bindparam("this"))


def _private(*whom: ColumnElement[bool]) -> Select[int]:
    """Give the query of people's private conversations, each one's first."""
    return (
        select(func.min(conversation.c.id))
        .select_from(person)
        .join(
            conversation,
            and_(conversation.c.carrier == person.c.carrier, conversation.c.chat == person.c.carrier_id),
        )
        .where(*_WITH_THIS_BOT, *whom)
        .group_by(person.c.id)
        .order_by(person.c.id)
    )


_PRIVATE = _private(person.c.id == bindparam("this"))
_TEAM = _private(
    person.c.id != bindparam("but"),
    person.c.id.in_(select(membership.c.person).where(membership.c.venture == bindparam("this"))),
)
_COHORT = _private(
    person.c.id.in_(
        select(cohort_member.c.person).where(
            cohort_member.c.cohort == bindparam("this"),
            cohort_member.c.role.in_(bindparam("roles", expanding=True)),
        )
    )
)


def conversations_of(unit: Unit, place: Place, address: Address, recipient: Recipient) -> list[int]:
    """Give the conversations, with the bot of `address`, that a recipient is found in; none where unknown."""
    with_bot = {"carrier": address.carrier, "bot": address.bot}

    def found(query: Select[int], **asked: Any) -> list[int]:  # noqa: ANN401 - the query's parameters
        return list(unit.connection.execute(query, with_bot | asked).scalars())

    match recipient:
        case Here():
            return [place.id or 0]
        case ToPerson(person=this):
            return found(_PRIVATE, this=this)
        case ToConversation(conversation=this):
            return found(_ONE, this=this)
        case ToTeam(venture=venture):
            return found(_TEAM, this=venture, but=place.person)
        case ToCohort(cohort=this, roles=roles):
            return found(_COHORT, this=this, roles=[role.value for role in roles])
