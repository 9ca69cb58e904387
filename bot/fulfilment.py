"""What turns ask for, done outside their transactions: in a bounded pool, and back as turns of their own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import structlog

from bot.delivery import Pace
from bot.editions import edition_of
from bot.subject import about
from conversations.errors import BackstageError
from conversations.interview.events import Drawn, Fetched, Looked, Understood
from conversations.interview.requests import Draw, Fetch, Look

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.seams import TurnStore
    from bot.turns import Arrival, Pending
    from conversations.interview.events import Answering
    from conversations.interview.requests import Sense, Understand

    Understanding: TypeAlias = Callable[[Understand], tuple[Sense, ...]]
    Drawing: TypeAlias = Callable[[Draw], Awaitable[bytes | None]]
    Fetching: TypeAlias = Callable[[Fetch], Awaitable[bytes | None]]
    Take: TypeAlias = Callable[[Sequence[Arrival]], Awaitable[object]]

WAITING = 1000
"""Requests that may wait in this process; what is beyond stays in the store until the next look."""

TRIES = 7
"""How often an answer's turn is tried; with the waits between, over about half a minute."""

log = structlog.get_logger(__name__)


def nothing_understood(_request: Understand) -> tuple[Sense, ...]:
    """Understand nothing, so that the founder is asked."""
    return ()


async def nothing_drawn(_request: Draw) -> bytes | None:
    """Draw nothing: the words have to do."""
    return None


async def nothing_fetched(_file: Fetch) -> bytes | None:
    """Fetch nothing: the founder is told."""
    return None


def nothing_to_begin() -> None:
    """Begin nothing."""


async def nothing_to_close() -> None:
    """Close nothing."""


@dataclass(frozen=True)
class Skills:
    """What turns may ask for, done by whoever can; the defaults can nothing, as is enough for most tests.

    `draw` gives a file, None where nobody draws. `fetch` gives a
    file's content, None where it can't be had. `begin` makes ready ahead of the first request; `close` ends
    what the skills have running.
    """

    understand: Understanding = nothing_understood
    draw: Drawing = nothing_drawn
    fetch: Fetching = nothing_fetched
    begin: Callable[[], None] = nothing_to_begin
    close: Callable[[], Awaitable[None]] = nothing_to_close


class Fulfilment:
    """Answers requests beside the turns, so that nobody else's turn waits.

    What is to be understood is, one request after the other, on a thread of its own. Skills may take long,
    and may raise anything: then nothing was understood, drawn, fetched.
    `begin` names who takes the answers' turns; else the store alone does, and what they say waits in it.
    """

    def __init__(self, store: TurnStore, skills: Skills, pace: Pace | None = None) -> None:
        self._store = store
        self._skills = skills
        self._pace = pace or Pace()
        self._take: Take = store.take
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="fulfilment")
        self._tasks: dict[str, asyncio.Task[None]] = {}

    @property
    def running(self) -> int:
        """How many requests this process has taken on and not answered."""
        return len(self._tasks)

    def begin(self, take: Take) -> None:
        """Let the answers' turns be taken by `take`, which delivers what they say."""
        self._take = take

    def make_ready(self) -> None:
        """Let the skills load what they need ahead of the first request; returns at once."""
        self._skills.begin()

    def carry(self, pending: Pending) -> None:
        """Begin with a request; returns at once. One that is under way already is left alone."""
        if pending.key in self._tasks or len(self._tasks) >= WAITING:
            return
        task = asyncio.create_task(self.fulfil(pending))
        self._tasks[pending.key] = task
        task.add_done_callback(lambda _: self._tasks.pop(pending.key, None))

    async def fulfil(self, pending: Pending) -> None:
        """Answer one request, and return when the answer's turn is taken."""
        with about(f"job/{pending.key}", pending.address):
            await self._fulfil(pending)

    async def _fulfil(self, pending: Pending) -> None:
        try:
            answered = pending.answered(await self._answer(pending))
            await self._insist(answered)
        except BackstageError as error:
            # It stays in the store, and is found there by the next look.
            log.warning("request left", kind=type(error).__name__)

    async def _insist(self, answered: Arrival) -> None:
        """Let an answer's turn be taken, with growing waits where the store can't; raises its last error."""
        for failures in range(1, TRIES):
            try:
                await self._take((answered,))
            except BackstageError as error:
                log.warning("answer not taken", kind=type(error).__name__, failures=failures)
                await self._pace.sleep(self._pace.wait_after(failures))
            else:
                return
        await self._take((answered,))

    async def look(self) -> None:
        """Take up what others left, or what this process could not hold."""
        for pending in await self._store.pending():
            self.carry(pending)

    async def close(self) -> None:
        """Stop; what is not answered stays in the store."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._pool.shutdown(wait=False, cancel_futures=True)
        await self._skills.close()

    async def _answer(self, pending: Pending) -> Answering:
        request = pending.request
        if isinstance(request, Draw):
            # What was sent before, and hasn't changed since, is neither drawn nor uploaded again.
            bot = pending.address.bot
            file = await self._store.uploaded(bot, edition_of(request)) if request.keeps else ""
            return Drawn(request, file=file) if file else Drawn(request, await self.drawn(request))
        if isinstance(request, Fetch):
            return Fetched(request, await self._fetched(request))
        if isinstance(request, Look):
            return await self._looked(pending, request)
        loop = asyncio.get_running_loop()
        sensing = loop.run_in_executor(self._pool, copy_context().run, self._sensed, request)
        return Understood(request, await sensing)

    async def drawn(self, request: Draw) -> bytes | None:
        """Give what was to be drawn, empty where it can't be."""
        try:
            return await self._skills.draw(request)
        except Exception as error:  # noqa: BLE001 - the border of a job: whatever fails, the words are there
            log.warning("not drawn", kind=type(error).__name__)
            return b""

    async def _looked(self, pending: Pending, request: Look) -> Looked:
        try:
            return await self._store.look(pending, request)
        except BackstageError:
            raise  # the store can't be used now: it is found again by the next look
        except Exception as error:  # noqa: BLE001 - the border of a job: whatever fails, the mentor is told
            log.warning("not looked at", kind=type(error).__name__)
            return Looked(request)

    async def _fetched(self, request: Fetch) -> bytes | None:
        try:
            return await self._skills.fetch(request)
        except Exception as error:  # noqa: BLE001 - the border of a job: whatever fails, the founder is told
            log.warning("not fetched", kind=type(error).__name__)
            return None

    def _sensed(self, request: Understand) -> tuple[Sense, ...]:
        try:
            return self._skills.understand(request)
        except Exception as error:  # noqa: BLE001 - the border of a job: whatever fails, the founder is asked
            log.warning("not understood", kind=type(error).__name__)
            return ()
