"""All lanes together: started by turns and by the sweep, drained at the end."""

from __future__ import annotations

import asyncio
from contextvars import Context
from typing import TYPE_CHECKING

import structlog

from bot.delivery.errors import SendError
from bot.delivery.floods import Floods
from bot.delivery.lane import LaneRun
from bot.delivery.means import Left, Means
from bot.delivery.pace import Bucket, Pace
from bot.delivery.pseudonym import pseudonym
from conversations.errors import BackstageError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from bot.seams import Messenger, TurnStore
    from bot.turns import Address, Lane, Outgoing, Reached

LAST_SENDS = 0.6
"""Seconds that sends in flight get, of those given to drain, before they are broken off."""

log = structlog.get_logger(__name__)


def _unwatched(_step: str) -> None:
    """Take no notice: nobody watches in production."""


async def _answers() -> bool:
    return True


class Delivery:
    """Carries lanes to their chats.

    `bucket` keeps the rate, one of its own where none is given. `answers` tells whether the messenger answers
    at all at the moment; it is asked before a message that may have arrived is sent again.
    """

    def __init__(  # noqa: PLR0913 - what all lanes share
        self,
        store: TurnStore,
        messenger: Messenger,
        pace: Pace | None = None,
        *,
        bucket: Bucket | None = None,
        answers: Callable[[], Awaitable[bool]] = _answers,
        reached: Reached = _unwatched,
    ) -> None:
        pace = pace or Pace()
        self._means = Means(
            store=store,
            messenger=messenger,
            pace=pace,
            bucket=bucket or Bucket(pace),
            floods=Floods(pace),
            slots=asyncio.Semaphore(pace.at_once),
            answers=answers,
            reached=reached,
            closing=asyncio.Event(),
        )
        self._runs: dict[int, LaneRun] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._ended_one = asyncio.Event()
        self._left = False

    @property
    def lanes(self) -> int:
        """How many chats something is being sent to right now."""
        return len(self._runs)

    def carry(self, lane: Lane) -> None:
        """Begin to deliver a lane, or join it to the chat's running one; returns at once.

        Where too much is under way it is left in the store, which holds more than memory does.
        """
        run = self._runs.get(lane.conversation)
        if run is not None:
            run.add(lane)
            return
        if len(self._runs) >= self._means.pace.lanes:
            self._left = True
            self._means.store.leave(lane.conversation)
            return
        run = self._runs[lane.conversation] = LaneRun(lane, self._means)
        run.add(lane)
        self._spawn(self._run(lane.conversation, run))

    async def room(self) -> int:
        """Return once there is room for further broadcasts, with how many: the rest waits in the store."""
        while True:
            self._ended_one.clear()
            under_way = sum(run.broadcasts for run in self._runs.values())
            if under_way < self._means.pace.ready or self._means.closing.is_set():
                return max(1, self._means.pace.ready - under_way)
            await self._ended_one.wait()

    def send_aside(self, address: Address, outgoing: Outgoing) -> None:
        """Send something once, outside any lane, and forget it: a tap acknowledged for the second time."""
        self._spawn(self._send_aside(address, outgoing))

    async def sweep(self) -> None:
        """Take up the lanes that nobody delivers any more, those that were left among them."""
        try:
            lanes = await self._means.store.orphaned(tuple(self._runs))
        except BackstageError as error:
            log.warning("sweep failed", kind=type(error).__name__)
            return
        self._left = bool(lanes) and self._left
        if lanes:
            log.info("lanes taken up", lanes=len(lanes))
        for lane in lanes:
            self.carry(lane)

    async def sweep_for_ever(self) -> None:
        """Sweep now and then every `pace.sweep_every` seconds, until the process closes.

        While lanes are left in the store, sweep as soon as half of what may be under way is done.
        """
        try:
            while True:
                await self.sweep()
                await self._until_worth_a_sweep()
        except Left:
            return

    async def _until_worth_a_sweep(self) -> None:
        """Wait, for less where lanes were left and there is room for them. Raises `Left`."""
        waits = (
            asyncio.create_task(self._means.pause(self._means.pace.sweep_every)),
            asyncio.create_task(self._room_for_what_was_left()),
        )
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)
        if self._means.closing.is_set():
            raise Left

    async def _room_for_what_was_left(self) -> None:
        while not self._left or len(self._runs) > self._means.pace.lanes // 2:
            self._ended_one.clear()
            await self._ended_one.wait()

    async def drain(self, seconds: float = 4.0) -> None:
        """Send what can be sent within `seconds`; what waits for anything stays in the store."""
        self._means.closing.set()
        self._ended_one.set()
        await self._wait(seconds - LAST_SENDS)
        self._means.halted = True
        await self._wait(LAST_SENDS)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        if left:
            log.warning("drained with lanes left", lanes=len(left))

    async def _wait(self, seconds: float) -> None:
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=seconds)

    async def _run(self, conversation: int, run: LaneRun) -> None:
        try:
            await run.run()
        finally:
            self._runs.pop(conversation, None)
            self._ended_one.set()

    async def _send_aside(self, address: Address, outgoing: Outgoing) -> None:
        try:
            async with self._means.slots:
                await self._means.messenger.send(address, outgoing)
        except SendError as error:
            log.info("not sent aside", chat=pseudonym(address), kind=type(error).__name__)

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.create_task(work, context=Context())  # not the turn's that began it: it serves others
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("lane broken", exc_info=error)
