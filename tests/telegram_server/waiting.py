"""Waiting for something to happen without looking at a watch."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Changes:
    """Wakes everyone who waits each time something happened."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def happened(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def until(
        self, look: Callable[[], Found | None], *, within: float, otherwise: Callable[[], str]
    ) -> Found:
        """What `look` finds, looked for again after each change.

        Raises AssertionError with the text of `otherwise` after `within` seconds.
        """
        try:
            async with asyncio.timeout(within):
                return await self._found(look)
        except TimeoutError:
            raise AssertionError(otherwise()) from None

    async def _found(self, look: Callable[[], Found | None]) -> Found:
        while True:
            following = self._next
            found = look()
            if found is not None:
                return found
            await following.wait()
