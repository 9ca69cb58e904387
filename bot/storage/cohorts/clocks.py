"""The time zones that founders have told, for what is sent to them: it isn't to come at their night."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Text, and_, bindparam, or_, select

from bot.storage.schema import cohort_member, conversation, person
from conversations.cohorts.wanting import ALL

if TYPE_CHECKING:
    from bot.storage.unit import Unit


class _Clock(msgspec.Struct):
    zone: str = ""


_clocks = msgspec.json.Decoder(_Clock)
_ONLY = bindparam("only", type_=Text)
_DOCUMENTS = (
    select(cohort_member.c.person, conversation.c.document)
    .join(person, person.c.id == cohort_member.c.person)
    .join(
        conversation,
        and_(conversation.c.carrier == person.c.carrier, conversation.c.chat == person.c.carrier_id),
    )
    .where(
        cohort_member.c.cohort == bindparam("this"),
        or_(_ONLY == ALL, cohort_member.c.venture == _ONLY),
        conversation.c.document.is_not(None),
    )
)


def zones_of(unit: Unit, this: str, only: str) -> dict[int, str]:
    """Give the zones that a cohort's founders have told, by person: of one venture, or of all with `*`."""
    rows = unit.connection.execute(_DOCUMENTS, {"this": this, "only": only})
    told = ((row.person, _clocks.decode(row.document).zone) for row in rows)
    return {who: zone for who, zone in told if zone}
