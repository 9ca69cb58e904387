"""What a piece of work is about, known to every log line that comes of it.

Set for each turn and looked at only where a line is logged: names are hashed then, and not before.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from bot.delivery.pseudonym import pseudonym, pseudonym_of_turn, pseudonym_of_update

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.turns import Address

_SUBJECT: ContextVar[tuple[str, Address] | None] = ContextVar("subject", default=None)


@contextmanager
def about(key: str, address: Address) -> Iterator[None]:
    """Let log lines name the turn with this key meanwhile: chat, turn, and the update that it came of."""
    before = _SUBJECT.set((key, address))
    try:
        yield
    finally:
        _SUBJECT.reset(before)


def names() -> dict[str, str]:
    """Give what log lines say of the work at hand, as pseudonyms."""
    subject = _SUBJECT.get()
    if subject is None:
        return {}
    key, address = subject
    named = {"chat": pseudonym(address), "turn": pseudonym_of_turn(key)}
    update = pseudonym_of_update(key)
    return {**named, "update": update} if update else named
