"""The end of a turn: its messages at the end of the chat's lane, and the lane claimed if it is free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.storage import lane_statements, statements
from bot.storage.targets import with_targets
from bot.turns import ExportHere, Lane, Queued, UnsendHere
from conversations.intents import Urgency

if TYPE_CHECKING:
    from bot.storage.lanes import Lanes
    from bot.storage.places import Place
    from bot.storage.stepping import Waiting
    from bot.storage.unit import Unit
    from bot.turns import Address, Pending


@dataclass(slots=True)
class Ending:
    """How a turn ends: what waits to be sent, and the position's document.

    `erase`: the person was forgotten, and the conversation goes once this is delivered. `wakes`: something
    intended is due at once.
    """

    waiting: list[Waiting]
    position: str | None
    reachable: bool
    erase: bool = False
    pending: tuple[Pending, ...] = ()
    wakes: bool = False
    urgency: Urgency = Urgency.REPLY


def end(unit: Unit, lanes: Lanes, place: Place, address: Address, ending: Ending) -> Lane | None:
    """Save position and messages, and give the lane where this process has to deliver it."""
    this = place.id or 0
    waiting = ending.waiting if ending.reachable else []
    backlog = place.delivered_through < place.seq and not ending.erase and ending.reachable
    owner, until = place.delivery_owner, place.delivery_until
    claimed = bool(waiting or backlog) and lanes.free(unit, this, (owner, until))
    if claimed:
        owner, until = lanes.owner, lanes.claim(unit, this)
    queued = _queue(unit, place, waiting, ending.urgency)
    if claimed and not backlog:
        queued = tuple(with_targets(unit, this, queued))
    unit.later(
        statements.SAVE_POSITION,
        this=this,
        new_document=ending.position,
        new_seq=place.seq + len(waiting),
        new_delivery_owner=owner,
        new_delivery_until=until,
        new_reachable=ending.reachable,
        new_erase=ending.erase,
    )
    if not ending.reachable:
        unit.later(lane_statements.TAKE_OFF_ALL, this=this)
    if ending.erase or not ending.reachable:
        unit.later(lane_statements.MARK_THROUGH, this=this)
        unit.later(lane_statements.ERASE, this=this)
    unit.touched.update((this, address))
    if not claimed:
        if queued and owner == lanes.owner:
            before = unit.added.get(this)
            known = before.queued if before else ()
            unit.added[this] = Lane(conversation=this, address=address, queued=known + queued)
        return None
    if backlog:
        unit.flush()
        return lanes.waiting(unit, this, address)
    return Lane(conversation=this, address=address, queued=queued)


def take_up(unit: Unit, lanes: Lanes, place: Place, address: Address) -> Lane | None:
    """Claim the lane of a repeated turn, where it is free and something waits in it."""
    this = place.id
    held_by = place.delivery_owner, place.delivery_until
    if this is None or place.delivered_through >= place.seq or not lanes.free(unit, this, held_by):
        return None
    unit.later(lane_statements.HOLD_LANE, this=this, new_owner=lanes.owner, new_until=lanes.claim(unit, this))
    unit.touched.update((this, address))
    unit.flush()
    return lanes.waiting(unit, this, address)


def _queue(unit: Unit, place: Place, waiting: list[Waiting], urgency: Urgency) -> tuple[Queued, ...]:
    queued: list[Queued] = []
    for seq, message in enumerate(waiting, start=place.seq + 1):
        if message.body is None or isinstance(message.outgoing, ExportHere | UnsendHere):
            continue  # never: stand-ins were filled in
        queued.append(Queued(seq, message.outgoing, urgency=urgency))
        unit.later(
            statements.ADD_OUTGOING,
            conversation=place.id,
            seq=seq,
            body=message.body,
            prompt=message.prompt,
            about=message.about,
            urgency=urgency.value,
            at=unit.now,
        )
    return tuple(queued)
