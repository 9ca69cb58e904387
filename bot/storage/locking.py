"""Rows that a transaction locks before it looks at them, where workers share a database.

All at once and in the order of their ids, so that two transactions never wait for each other. Where one
process has the database to itself nothing needs a lock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ARRAY, BigInteger, Integer, Text, bindparam, func, select, tuple_

from bot.storage.schema import conversation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.storage.unit import Unit
    from bot.turns import Address


@dataclass(frozen=True, slots=True)
class Touches:
    """The conversations that a piece of work is about, by address or by id."""

    addresses: tuple[Address, ...] = ()
    lanes: tuple[int, ...] = ()


NOTHING = Touches()
LARGEST = 2**63

_WANTED = (
    func.unnest(
        bindparam("carriers", type_=ARRAY(Text)),
        bindparam("bots", type_=ARRAY(BigInteger)),
        bindparam("chats", type_=ARRAY(BigInteger)),
        bindparam("topics", type_=ARRAY(BigInteger)),
    )
    .table_valued("carrier", "bot", "chat", "topic", name="wanted")
    .render_derived()
)
_FOUND = conversation.alias("found")
_BY_ADDRESS = select(_FOUND.c.id).join(
    _WANTED,
    tuple_(_FOUND.c.carrier, _FOUND.c.bot, _FOUND.c.chat, _FOUND.c.topic)
    == tuple_(_WANTED.c.carrier, _WANTED.c.bot, _WANTED.c.chat, _WANTED.c.topic),
)
_BY_ID = select(func.unnest(bindparam("lanes", type_=ARRAY(Integer))))

_LOCK = (
    select(conversation.c.id, conversation.c.delivery_owner)
    .where(conversation.c.id.in_(_BY_ID.union(_BY_ADDRESS)))
    .order_by(conversation.c.id)
    # Their keys stay as they are: rows that only refer to a conversation needn't wait.
    .with_for_update(of=conversation, key_share=True)
)


def lock(unit: Unit, touched: Iterable[Touches]) -> None:
    """Lock conversations until the transaction ends; what is read of them afterwards is the newest."""
    if unit.locked is None:
        return
    everything = tuple(touched)
    addresses = {address for touches in everything for address in touches.addresses if _fits(address)}
    lanes = {lane for touches in everything for lane in touches.lanes} - unit.locked.keys()
    if not addresses and not lanes:
        return
    asked = {
        "lanes": list(lanes),
        "carriers": [address.carrier for address in addresses],
        "bots": [address.bot for address in addresses],
        "chats": [address.chat for address in addresses],
        "topics": [address.topic for address in addresses],
    }
    unit.locked.update((row.id, row.delivery_owner) for row in unit.connection.execute(_LOCK, asked))


def _fits(address: Address) -> bool:
    """Tell whether an address can be stored at all: else there is nothing to lock."""
    return all(-LARGEST <= number < LARGEST for number in (address.bot, address.chat, address.topic))


def is_free_to_change(unit: Unit, lane: int | None) -> bool:
    """Tell whether a conversation that was found is ours to change: locked, or nobody else could."""
    return unit.locked is None or lane is None or lane in unit.locked
