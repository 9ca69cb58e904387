"""The one call that a turn's acknowledgement carries: kept with the turn's key, not in the chat's lane.

Where the acknowledgement was lost the update comes again, finds its key, and the same call is carried again.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, select

from bot.storage import statements
from bot.storage.schema import turn
from bot.storage.targets import message_that_shows
from bot.turns import AnswerTap, Carried, TakeButtons
from conversations.interview.events import Tapped

if TYPE_CHECKING:
    from bot.storage.places import Place
    from bot.storage.stepping import Waiting
    from bot.storage.unit import Unit
    from bot.turns import Arrival

_CARRIED = select(turn.c.carried).where(turn.c.key == bindparam("this"))
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Carried).decode


def carry(unit: Unit, place: Place, arrival: Arrival, waiting: list[Waiting]) -> Carried | None:
    """Take the message that the acknowledgement is to carry from those that wait, and give it.

    The answer to the tap itself, else the buttons taken off the answered question. Nobody hears what became
    of it: it has to be right as it stands, or no loss.
    """
    if not arrival.carries:
        return None
    answers = ((message, _answering(message, arrival)) for message in waiting)
    buttons = ((message, _taking_buttons(unit, place, message)) for message in waiting)
    for message, found in chain(answers, buttons):
        if found is not None:
            waiting.remove(message)
            # The note above the screen may hold somebody's words, and is no loss.
            kept = AnswerTap(tap=found.tap) if isinstance(found, AnswerTap) else found
            unit.later(statements.CARRY, this=arrival.key, new_carried=_encode(kept).decode())
            return found
    return None


def carried_before(unit: Unit, arrival: Arrival) -> Carried | None:
    """Give what the acknowledgement of a repeated arrival had to carry."""
    found = unit.read(_CARRIED, this=arrival.key)
    return _decode(found[0][0]) if found and found[0][0] else None


def _answering(message: Waiting, arrival: Arrival) -> AnswerTap | None:
    answer, event = message.outgoing, arrival.event
    if isinstance(answer, AnswerTap) and isinstance(event, Tapped) and answer.tap == event.tap:
        return answer
    return None


def _taking_buttons(unit: Unit, place: Place, message: Waiting) -> TakeButtons | None:
    taking = message.outgoing
    # What still waits in the lane may draw the message anew, with its buttons.
    if not isinstance(taking, TakeButtons) or place.id is None or place.delivered_through < place.seq:
        return None
    shown = taking.message or message_that_shows(unit, place.id, taking.prompt)
    return TakeButtons(message=shown) if shown else None
