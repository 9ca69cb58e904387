"""The writes of links; `statements.IN_ORDER` says when they are sent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, bindparam, case, exists, insert, null, select, update

from bot.storage.schema import link, link_use

THIS: BindParameter[Any] = bindparam("this")

ADD_LINK = insert(link)

USE_LINK = (
    update(link)
    .where(link.c.id == THIS)
    .values(
        purpose=case((link.c.uses_left == 1, null()), else_=link.c.purpose),
        uses=link.c.uses + 1,
        uses_left=link.c.uses_left - 1,
    )
)
"""A use counted; what a link carried that is used up now is gone."""

USED_BY = insert(link_use).from_select(
    ["link", "person", "at"],
    select(
        bindparam("this", type_=link_use.c.link.type),
        bindparam("this_person", type_=link_use.c.person.type),
        bindparam("new_at", type_=link_use.c.at.type),
    ).where(~exists().where(link_use.c.link == THIS, link_use.c.person == bindparam("this_person"))),
)

REVOKE_LINK = update(link).where(link.c.id == THIS).values(revoked=True, purpose=null())
