"""Names for chats in the logs, which tell one from another and nothing else."""

from __future__ import annotations

from hashlib import blake2s
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.turns import Address


def pseudonym(address: Address) -> str:
    """Give ten hexadecimal digits that stand for a chat in logs, the same in every process."""
    return blake2s(f"{address.carrier}/{address.bot}/{address.chat}".encode(), digest_size=5).hexdigest()
