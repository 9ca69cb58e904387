"""What somebody holds: the venture that their own chat is at, looked up without a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, select

from bot.sharing import Held
from bot.storage.moments import moment
from bot.storage.schema import conversation, membership, person, upload, venture

if TYPE_CHECKING:
    from bot.storage.unit import Unit
    from bot.turns import Address

PICTURE = "picture"

_HELD = (
    select(venture.c.id, venture.c.document, upload.c.file, upload.c.digest, upload.c.at)
    .select_from(
        conversation.join(venture, venture.c.id == conversation.c.venture)
        .join(
            person,
            and_(
                person.c.carrier == conversation.c.carrier,
                person.c.carrier_id == bindparam("asking", type_=person.c.carrier_id.type),
            ),
        )
        .join(membership, and_(membership.c.venture == venture.c.id, membership.c.person == person.c.id))
        .outerjoin(
            upload,
            and_(
                upload.c.venture == venture.c.id,
                upload.c.bot == conversation.c.bot,
                upload.c.form == PICTURE,
            ),
        )
    )
    .where(
        conversation.c.carrier == bindparam("carrier"),
        conversation.c.bot == bindparam("bot"),
        conversation.c.chat == bindparam("chat"),
        conversation.c.topic == bindparam("topic"),
    )
)


def held_by(unit: Unit, address: Address, asking: int) -> Held | None:
    """Give what a person's chat is at, None where there is nothing that they are a member of."""
    unit.flush()
    row = unit.connection.execute(
        _HELD,
        {
            "carrier": address.carrier,
            "bot": address.bot,
            "chat": address.chat,
            "topic": address.topic,
            "asking": asking,
        },
    ).one_or_none()
    if row is None:
        return None
    return Held(
        venture=row.id,
        document=row.document,
        file=row.file or "",
        digest=row.digest or "",
        sent_at=None if row.at is None else moment(row.at),
    )
