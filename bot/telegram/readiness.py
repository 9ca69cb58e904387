"""Whether the bot can do its work: asked by load balancers, often."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

REMEMBERED = 10.0
"""Seconds for which an answer is taken as known, so that probes cost Telegram and the store nothing."""


class Readiness:
    """Tells whether the store and Telegram answer."""

    def __init__(
        self,
        store_answers: Callable[[], Awaitable[bool]],
        telegram_answers: Callable[[], Awaitable[bool]],
        now: Callable[[], float],
    ) -> None:
        self._asked = (store_answers, telegram_answers)
        self._now = now
        self._known: bool | None = None
        self._known_until = 0.0

    async def __call__(self) -> bool:
        """Give whether both answer, from at most ten seconds ago."""
        if self._known is None or self._now() >= self._known_until:
            answers = [await ask() for ask in self._asked]
            self._known = all(answers)
            self._known_until = self._now() + REMEMBERED
        return self._known
