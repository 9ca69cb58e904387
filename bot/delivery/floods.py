"""Whether it is one chat that gets too much, or all together: Telegram asks to wait in the same words.

The whole bot is meant where several chats in a row are asked to wait and nothing goes out to any other.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.delivery.pace import Pace

WITHIN = 2.0
"""Seconds within which several chats are told to wait where the whole bot is meant."""
SEVERAL = 3


class Floods:
    """Notes who was asked to wait."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._told: deque[tuple[float, int]] = deque(maxlen=64)

    def told(self, conversation: int) -> bool:
        """Note that a chat was asked to wait, and tell whether by now the whole bot is meant."""
        now = self._pace.now()
        self._told.append((now, conversation))
        return len({chat for at, chat in self._told if at > now - WITHIN}) >= SEVERAL

    def went(self) -> None:
        """Note that something went out: so it was those chats alone."""
        self._told.clear()
