"""The writes of delivery lanes; `statements.IN_ORDER` says when they are sent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, Text, bindparam, delete, exists, func, null, select, update

from bot.storage.schema import conversation, outgoing

THIS: BindParameter[Any] = bindparam("this")
THIS_SEQ: BindParameter[Any] = bindparam("this_seq")

TAKE_OFF = delete(outgoing).where(outgoing.c.conversation == THIS, outgoing.c.seq == THIS_SEQ)

TAKE_OFF_ALL = delete(outgoing).where(outgoing.c.conversation == THIS)

MARK_THROUGH = (
    update(conversation)
    .where(conversation.c.id == THIS)
    .values(
        delivered_through=func.coalesce(
            select(func.min(outgoing.c.seq) - 1).where(outgoing.c.conversation == THIS).scalar_subquery(),
            conversation.c.seq,
        )
    )
)

HOLD_LANE = (
    update(conversation)
    .where(conversation.c.id == THIS)
    .values(
        delivery_owner=bindparam("new_owner", type_=Text),
        delivery_until=bindparam("new_until", type_=conversation.c.delivery_until.type),
    )
)
"""Claims, renews or, with no owner, releases a lane."""

GO_ON = (
    update(conversation)
    .where(conversation.c.id == THIS)
    .values(
        delivered_through=bindparam("new_through", type_=conversation.c.delivered_through.type),
        delivery_owner=bindparam("new_owner", type_=Text),
        delivery_until=bindparam("new_until", type_=conversation.c.delivery_until.type),
    )
)
"""Renews a lane that more has come into, and notes how far it has come."""

RELEASE_LANE = (
    update(conversation)
    .where(
        conversation.c.id == THIS,
        conversation.c.delivery_owner == bindparam("this_owner"),
        conversation.c.erase_when_delivered.is_(False),
        ~exists().where(outgoing.c.conversation == THIS),
    )
    .values(delivered_through=conversation.c.seq, delivery_owner=null(), delivery_until=0)
)
"""Releases a lane of which everything is delivered, and nothing is to be erased; done at once."""

RENEW_LANE = (
    update(conversation)
    .where(conversation.c.id == THIS, conversation.c.delivery_owner == bindparam("this_owner"))
    .values(delivery_until=bindparam("new_until", type_=conversation.c.delivery_until.type))
)
"""Renews or ends the lease of a lane that nobody else has claimed meanwhile."""

CUT_OFF = update(conversation).where(conversation.c.id == THIS).values(reachable=False)

ERASE = delete(conversation).where(
    conversation.c.id == THIS,
    conversation.c.erase_when_delivered.is_(True),
    ~exists().where(outgoing.c.conversation == THIS),
)
"""What was left of somebody who was forgotten: the address that the last words went to."""
