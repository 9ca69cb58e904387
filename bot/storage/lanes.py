"""Delivery lanes: who sends a chat's messages, and what waits in each, in order.

A lane is held by one process until its lease ends. What was delivered is taken off; a lane with messages and
no living holder is an orphan, which any process may claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace
from sqlalchemy import bindparam, exists, or_, select

from bot.storage import lane_statements, statements, uploads
from bot.storage.schema import conversation, outgoing
from bot.storage.targets import with_targets
from bot.turns import GONE, Address, Delivered, Lane, Outgoing, Queued
from conversations.intents import Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.storage.unit import Unit

LEASE = 12_000
"""How long a lease lasts unless renewed, in milliseconds."""
FOREVER = 2**62
IDLE = 120_000
"""After how long a lane of this process that nothing was heard of is taken up again, in milliseconds."""
LANE_LENGTH = 100
"""How many messages are loaded of a lane at once; the rest come with `more`."""
ORPHANS = 200
"""How many orphaned lanes are claimed at once; the rest come with the next sweep."""

_decoder: msgspec.json.Decoder[Outgoing] = msgspec.json.Decoder(Outgoing)

_LANE = (
    select(
        conversation.c.id,
        conversation.c.carrier,
        conversation.c.bot,
        conversation.c.chat,
        conversation.c.topic,
        conversation.c.delivery_owner,
        conversation.c.delivery_until,
    )
    .where(conversation.c.id == bindparam("this"))
    # One that another worker is busy with isn't orphaned; all others were locked before.
    .with_for_update(key_share=True, skip_locked=True)
)
_QUEUE = (
    select(outgoing.c.seq, outgoing.c.body, outgoing.c.urgency)
    .where(outgoing.c.conversation == bindparam("this"))
    .order_by(outgoing.c.seq)
    .limit(LANE_LENGTH)
)
_WAITING = (  # from what waits, which is little, and not from all conversations
    select(outgoing.c.conversation)
    .distinct()
    .join(conversation, conversation.c.id == outgoing.c.conversation)
    .where(
        or_(
            conversation.c.delivery_owner.is_(None),
            conversation.c.delivery_owner == bindparam("me"),
            conversation.c.delivery_until <= bindparam("expired"),
        ),
    )
    .order_by(outgoing.c.conversation)
)
_MINE = (
    select(conversation.c.id)
    .where(
        conversation.c.id.in_(select(outgoing.c.conversation)),
        conversation.c.delivery_owner == bindparam("me"),
    )
    .order_by(conversation.c.id)
    .with_for_update(of=conversation, key_share=True)
)
_STANDS = select(
    exists().where(outgoing.c.conversation == bindparam("this"), outgoing.c.seq == bindparam("this_seq"))
)


class _Held(NamedTuple):
    lane: int
    carrier: str
    bot: int
    chat: int
    topic: int
    owner: str | None
    until: int

    @property
    def address(self) -> Address:
        return Address(self.carrier, self.bot, self.chat, self.topic)


class Lanes:
    """The lanes of one store: `owner` is unique among the living, `sole` tells that nobody else lives."""

    def __init__(self, owner: str, *, sole: bool) -> None:
        self.owner = owner
        self.sole = sole
        self._held: dict[int, int] = {}  # lanes of this process, and when each was last heard of
        self._abandoned: set[int] = set()

    def free(self, unit: Unit, lane: int, held_by: tuple[str | None, int]) -> bool:
        """Tell whether a lane can be claimed; `held_by` is its stored owner and when the lease ends."""
        owner, until = held_by
        if owner == self.owner and lane not in unit.claimed and lane in self._abandoned:
            return True
        if owner == self.owner and self.sole:
            return lane not in unit.claimed and self._held.get(lane, 0) + IDLE <= unit.now
        return owner is None or self.sole or until <= unit.now

    def claim(self, unit: Unit, lane: int) -> int:
        """Note a lane as this process's, and give when the lease ends; the caller saves both."""
        unit.claimed.add(lane)
        unit.released.discard(lane)
        self._abandoned.discard(lane)
        return unit.now + LEASE

    def committed(self, unit: Unit) -> None:
        """Take note that a transaction's claims and releases are on disk."""
        self._held.update(dict.fromkeys(unit.claimed, unit.now))
        for lane in unit.released:
            self._held.pop(lane, None)

    def abandon(self, lane: int) -> None:
        """Note that nobody delivers a claimed lane after all, so that the next sweep finds it."""
        self._held.pop(lane, None)
        self._abandoned.add(lane)

    def waiting(self, unit: Unit, lane: int, address: Address) -> Lane | None:
        """Give what waits in a lane."""
        rows = unit.read(_QUEUE, this=lane)
        added = unit.added.get(lane)
        known = {one.seq: one.outgoing for one in added.queued} if added else {}
        queued = tuple(
            Queued(seq, known.get(seq) or _decoder.decode(body), Urgency(urgency))
            for seq, body, urgency in rows
        )
        return Lane(conversation=lane, address=address, queued=queued) if queued else None

    def more(self, unit: Unit, lane: int) -> Lane | None:
        """Give what has come into a held lane since, its lease renewed; where nothing has, release it.

        Comes after all else in its transaction, when that is written.
        """
        added = unit.added.get(lane)
        if added is None and unit.at_once(lane_statements.RELEASE_LANE, this=lane, this_owner=self.owner):
            self._release(unit, lane)
            return None
        address = added.address if added else self._address_of(unit, lane)
        found = self._held_on(unit, lane, address) if address else None
        if found is None:
            unit.later(lane_statements.MARK_THROUGH, this=lane)
            unit.later(lane_statements.ERASE, this=lane)
            if address is not None:
                unit.later(lane_statements.HOLD_LANE, this=lane, new_owner=None, new_until=0)
            self._release(unit, lane)
        unit.touched.update((lane, address))
        return found

    def _address_of(self, unit: Unit, lane: int) -> Address | None:
        """Give where a lane leads that this process holds, None where it holds it no longer."""
        held = _held(unit, lane)
        return held.address if held is not None and held.owner == self.owner else None

    def _held_on(self, unit: Unit, lane: int, address: Address) -> Lane | None:
        """Give what waits in a lane that this process holds, where anything does, and hold it for longer."""
        found = self.waiting(unit, lane, address)
        if found is None:
            return None
        unit.later(
            lane_statements.GO_ON,
            this=lane,
            new_through=found.queued[0].seq - 1,
            new_owner=self.owner,
            new_until=self.claim(unit, lane),
        )
        return replace(found, queued=tuple(with_targets(unit, lane, found.queued)))

    def _release(self, unit: Unit, lane: int) -> None:
        unit.claimed.discard(lane)
        unit.released.add(lane)

    def orphaned(self, unit: Unit, running: Iterable[int]) -> list[Lane]:
        """Claim lanes that hold messages and that nobody delivers, and renew the leases of those that run."""
        unit.flush()
        lanes: list[Lane] = []
        asked = {"me": self.owner, "expired": FOREVER if self.sole else unit.now}
        for lane in unit.connection.execute(_WAITING, asked).scalars().all():
            held = _held(unit, lane)
            if held is None or not self.free(unit, lane, (held.owner, held.until)):
                continue
            found = self.waiting(unit, lane, held.address)
            if found:
                self.claim(unit, lane)
                unit.touched.update((lane, held.address))
                lanes.append(found)
            if len(lanes) == ORPHANS:
                break
        for lane in unit.claimed:
            unit.later(lane_statements.HOLD_LANE, this=lane, new_owner=self.owner, new_until=unit.now + LEASE)
        if not self.sole:
            for lane in running:
                unit.later(
                    lane_statements.RENEW_LANE, this=lane, this_owner=self.owner, new_until=unit.now + LEASE
                )
        return lanes

    def let_go(self, unit: Unit) -> None:
        """End the leases of this process, which is going: what is left in its lanes is for others to send."""
        unit.flush()
        left = unit.connection.execute(_MINE, {"me": self.owner}).scalars().all()
        for lane in left:
            unit.later(lane_statements.RENEW_LANE, this=lane, this_owner=self.owner, new_until=0)

    def mark(self, unit: Unit, marks: Iterable[Delivered]) -> frozenset[int]:
        """Take off what was delivered, note how far the lanes have come, and give those others hold now."""
        lanes = self.take_off(unit, marks)
        for lane in lanes:
            unit.later(lane_statements.MARK_THROUGH, this=lane)
            unit.later(lane_statements.ERASE, this=lane)
        if unit.locked is None:
            return frozenset()
        return frozenset(lane for lane in lanes if unit.locked.get(lane) != self.owner)

    def take_off(self, unit: Unit, marks: Iterable[Delivered]) -> set[int]:
        """Take off what was delivered, and give its lanes, which `mark` or `more` have to look after.

        What went out is kept in the map of what messages are about.
        """
        lanes: set[int] = set()
        for done in marks:
            this = {"this": done.conversation, "this_seq": done.seq}
            if done.message:
                unit.later(statements.SENT, **this, this_message=done.message, new_at=unit.now)
            if done.failed == GONE:
                unit.later(statements.UNSHOW, **this)
            if done.upload is not None:
                uploads.keep(unit, done.upload)
            unit.later(lane_statements.TAKE_OFF, **this)
            lanes.add(done.conversation)
        for lane in lanes & self._held.keys():
            self._held[lane] = unit.now
        unit.touched |= lanes
        return lanes


def cut_off(unit: Unit, lane: int) -> None:
    """Drop what waits in a lane, and let nothing in until the person writes again."""
    unit.flush()
    unit.claimed.discard(lane)
    unit.released.add(lane)
    unit.later(lane_statements.TAKE_OFF_ALL, this=lane)
    unit.later(lane_statements.MARK_THROUGH, this=lane)
    unit.later(lane_statements.HOLD_LANE, this=lane, new_owner=None, new_until=0)
    unit.later(lane_statements.CUT_OFF, this=lane)
    unit.later(lane_statements.ERASE, this=lane)
    unit.flush()


def stands(unit: Unit, lane: int, seq: int) -> bool:
    """Tell whether a message still waits to be sent: what it shows may have been taken back."""
    unit.flush()
    return bool(unit.connection.execute(_STANDS, {"this": lane, "this_seq": seq}).scalar())


def _held(unit: Unit, lane: int) -> _Held | None:
    found = unit.read(_LANE, this=lane)
    return _Held(*found[0]) if found else None
