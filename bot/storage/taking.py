"""Arrivals become turns: a chat's together and in order, and one that can't be written is set aside."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from bot.storage.errors import StorageError, Unwritable
from bot.storage.locking import Touches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.storage.transaction import Turns
    from bot.storage.unit import Unit
    from bot.storage.writers import Writers
    from bot.turns import Address, Arrival, Committed


class Taking:
    """Hands arrivals to the writer. `unclaimed` is given each turn that was taken and nobody heard of."""

    def __init__(self, writer: Writers, turns: Turns, unclaimed: Callable[[Committed], None]) -> None:
        self._writer = writer
        self._turns = turns
        self._unclaimed = unclaimed

    async def take(self, arrivals: Sequence[Arrival]) -> list[Committed]:
        """Give what became of each arrival, once all are on disk. Raises the error of one that isn't."""
        if len(arrivals) == 1:
            return await self._alone((arrivals[0],))
        chats: dict[Address, list[int]] = {}
        for place, arrival in enumerate(arrivals):
            chats.setdefault(arrival.address, []).append(place)
        together = [tuple(arrivals[place] for place in places) for places in chats.values()]
        # A chat's arrivals stand or fall together: none overtakes one before it that has to come again.
        taken = await asyncio.gather(*map(self._begun, together), return_exceptions=True)
        settled = [
            await self._apart(chat) if isinstance(what, Unwritable) else what
            for chat, what in zip(together, taken, strict=True)
        ]
        found: dict[int, Committed] = {}
        failed: list[BaseException] = []
        for places, what in zip(chats.values(), settled, strict=True):
            if isinstance(what, BaseException):
                failed.append(what)
            else:
                found.update(zip(places, what, strict=True))
        if failed:
            self._unclaimed_all(found.values())
            raise failed[0]
        return [found[place] for place in range(len(arrivals))]

    async def _alone(self, chat: tuple[Arrival]) -> list[Committed]:
        try:
            return await self._begun(chat)
        except Unwritable:
            taken = await self._apart(chat)
        if isinstance(taken, StorageError):
            raise taken
        return taken

    def _begun(self, chat: tuple[Arrival, ...]) -> asyncio.Future[list[Committed]]:
        """Hand a chat's arrivals to the writer, to be taken in one transaction."""
        return self._do(chat[0].address, partial(self._turns.take_all, arrivals=chat))

    async def _apart(self, chat: tuple[Arrival, ...]) -> list[Committed] | StorageError:
        """Take a chat's arrivals one by one, since one of them can't be written; that one is set aside."""
        committed: list[Committed] = []
        for arrival in chat:
            try:
                committed.append(await self._taken_or_set_aside(arrival))
            except StorageError as error:
                self._unclaimed_all(committed)
                return error
        return committed

    async def _taken_or_set_aside(self, arrival: Arrival) -> Committed:
        failure = ""
        for _ in range(TRIES):
            try:
                return (await self._begun((arrival,)))[0]
            except Unwritable as error:
                failure = error.failure
        try:
            set_aside = partial(self._turns.set_aside, arrival=arrival, failure=failure)
            return (await self._do(arrival.address, set_aside))[0]
        except Unwritable:  # not even where it is about, or an apology: nobody can be told
            only_noted = partial(self._turns.note_failure, arrival=arrival, failure=failure)
            return (await self._do(arrival.address, only_noted))[0]

    def _do(
        self, address: Address, run: Callable[[Unit], list[Committed]]
    ) -> asyncio.Future[list[Committed]]:
        return self._writer.do("turn", run, self._unclaimed_all, Touches(addresses=(address,)))

    def _unclaimed_all(self, committed: Iterable[Committed]) -> None:
        for turn in committed:
            self._unclaimed(turn)


TRIES = 3
"""How often an arrival is tried by itself before it is set aside."""
