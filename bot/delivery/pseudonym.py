"""Names for chats and turns in the logs, which tell one from another and nothing else."""

from __future__ import annotations

from hashlib import blake2s
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.turns import Address


def pseudonym(address: Address) -> str:
    """Give ten hexadecimal digits that stand for a chat in logs, the same in every process."""
    return _digits(f"{address.carrier}/{address.bot}/{address.chat}")


def pseudonym_of_turn(key: str) -> str:
    """Give ten hexadecimal digits that stand for a turn in logs and in `backstage status`."""
    return _digits(key)


def pseudonym_of_update(key: str) -> str:
    """Give the digits for the update that a turn came of, be it through a request; empty where of none."""
    asked = key.removeprefix("job/").partition("#")[0]
    return _digits(asked) if "/" in asked else ""


def _digits(name: str) -> str:
    return blake2s(name.encode(), digest_size=5).hexdigest()
