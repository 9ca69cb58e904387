"""Which message is meant by one that rewrites another: the latest that shows its prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from sqlalchemy import bindparam, select

from bot.storage.schema import message
from bot.turns import EditText, TakeButtons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.storage.unit import Unit
    from bot.turns import Queued

_SHOWN = (
    select(message.c.message)
    .where(
        message.c.conversation == bindparam("this"),
        message.c.prompt == bindparam("shown"),
        message.c.direction == "out",
    )
    .order_by(message.c.message.desc())
    .limit(1)
)


def message_that_shows(unit: Unit, lane: int, prompt: str) -> int:
    """Give the carrier's id of the latest message that shows a prompt, 0 where none is known."""
    if lane in unit.touched:
        unit.flush()
    found = unit.read(_SHOWN, this=lane, shown=prompt)
    return found[0][0] if found else 0


def with_targets(unit: Unit, lane: int, queued: Iterable[Queued]) -> Iterator[Queued]:
    """Give all that waits in a lane, what rewrites a message with that message where it is known already.

    It usually is; and where it isn't, delivery has to ask once more, when what shows the prompt was sent.
    """
    shown_on_the_way: set[str] = set()
    for one in queued:
        outgoing = one.outgoing
        prompt = getattr(outgoing, "prompt", "")
        if prompt and isinstance(outgoing, EditText | TakeButtons) and not outgoing.message:
            known = prompt not in shown_on_the_way and message_that_shows(unit, lane, prompt)
            yield replace(one, outgoing=replace(outgoing, message=known)) if known else one
        else:
            yield one
        shown_on_the_way.add(prompt)
