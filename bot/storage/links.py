"""Links as they are stored: by the digest of their token, with what they carry and who used them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import and_, bindparam, delete, or_, select, update

from bot.storage import link_statements as statements
from bot.storage.moments import millis, moment
from bot.storage.schema import link, link_use
from conversations.links.link import Followed, MadeLink, Standing, digest_of
from conversations.links.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row

    from bot.storage.unit import Unit
    from conversations.links.link import NewLink

REMEMBERED = 30 * 24 * 3600 * 1000
"""How long a link that has run out is still known as such, in milliseconds."""

_encode = msgspec.json.Encoder().encode
_purpose: msgspec.json.Decoder[Purpose] = msgspec.json.Decoder(Purpose)

_BY_DIGEST = (
    select(link, link_use.c.at.label("used_at"))
    .select_from(
        link.outerjoin(
            link_use, and_(link_use.c.link == link.c.id, link_use.c.person == bindparam("this_person"))
        )
    )
    .where(link.c.digest == bindparam("digest"))
    .with_for_update(of=link)
)
_TO_TARGET = (
    select(link)
    .where(
        link.c.target == bindparam("target"),
        link.c.purpose.is_not(None),
        link.c.revoked.is_(False),
        or_(link.c.expires_at.is_(None), link.c.expires_at > bindparam("now")),
        or_(link.c.uses_left.is_(None), link.c.uses_left > 0),
    )
    .order_by(link.c.id)
)


def followed(unit: Unit, token: str, person: int) -> Followed:
    """Give what a token leads to, the link locked until the transaction ends."""
    row = unit.connection.execute(
        _BY_DIGEST, {"digest": digest_of(token), "this_person": person}
    ).one_or_none()
    if row is None:
        return Followed(token=token)
    standing = _standing(row, unit.now)
    return Followed(
        token=token,
        standing=standing,
        id=row.id,
        purpose=_purpose.decode(row.purpose) if standing is Standing.GOOD else None,
        expires_at=moment(row.expires_at) if row.expires_at is not None else None,
        yours=row.used_at is not None,
    )


def _standing(row: Row[tuple[object, ...]], now: int) -> Standing:
    if row.revoked:
        return Standing.REVOKED
    if row.uses_left is not None and row.uses_left <= 0:
        return Standing.USED_UP
    if row.expires_at is not None and row.expires_at <= now:
        return Standing.EXPIRED
    return Standing.GOOD


def links_to(unit: Unit, target: str) -> tuple[MadeLink, ...]:
    """Give the links to a target that can be followed, oldest first."""
    rows = unit.connection.execute(_TO_TARGET, {"target": target, "now": unit.now}).all()
    return tuple(
        MadeLink(
            id=row.id,
            purpose=_purpose.decode(row.purpose),
            expires_at=moment(row.expires_at) if row.expires_at is not None else None,
            uses=row.uses,
            uses_left=row.uses_left,
        )
        for row in rows
    )


def keep(unit: Unit, links: Sequence[NewLink], made_by: int | None) -> None:
    """Keep new links; `made_by` is a person, None for the operator."""
    for new in links:
        unit.later(
            statements.ADD_LINK,
            digest=new.digest,
            purpose=_encode(new.purpose).decode(),
            target=new.target,
            made_by=made_by,
            made_at=unit.now,
            expires_at=millis(new.expires_at) if new.expires_at is not None else None,
            uses=0,
            uses_left=new.uses,
            revoked=False,
        )


def count_use(unit: Unit, this: int, person: int) -> None:
    """Count a use of a link, and note who used it."""
    unit.later(statements.USE_LINK, this=this)
    unit.later(statements.USED_BY, this=this, this_person=person, new_at=unit.now)


def revoke(unit: Unit, these: Sequence[int]) -> None:
    """Let links lead nowhere from now on."""
    for this in these:
        unit.later(statements.REVOKE_LINK, this=this)


def forget_links(unit: Unit, person: int) -> None:
    """Delete the links that a person made, and that they used others'."""
    theirs = select(link.c.id).where(link.c.made_by == person)
    unit.connection.execute(
        delete(link_use).where(or_(link_use.c.person == person, link_use.c.link.in_(theirs)))
    )
    unit.connection.execute(delete(link).where(link.c.made_by == person))


def prune_links(unit: Unit) -> int:
    """Delete what is carried by links that ran out, and those that did over a month ago; give how many."""
    ran_out = update(link).where(link.c.expires_at <= unit.now, link.c.purpose.is_not(None))
    unit.connection.execute(ran_out.values(purpose=None))
    long_out = select(link.c.id).where(link.c.expires_at < unit.now - REMEMBERED)
    unit.connection.execute(delete(link_use).where(link_use.c.link.in_(long_out)))
    return unit.connection.execute(delete(link).where(link.c.id.in_(long_out))).rowcount
