"""The server: it listens, has requests answered, and sees that nobody keeps a connection for nothing."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple, Protocol

import structlog

from bot.serving.visit import Request, Visit

if TYPE_CHECKING:
    from collections.abc import Coroutine

GRACE = 1.0
"""Seconds that requests under way have to come to an end when the server closes."""
BACKLOG = 128

log = structlog.get_logger(__name__)


class Patience(NamedTuple):
    """How long is waited, in seconds.

    A request has to be there as a whole within `late`; a connection on which nothing is asked is kept for
    `idle`, longer than web servers before us keep it. Every `look` it is looked after.
    """

    late: float = 30.0
    idle: float = 180.0
    look: float = 10.0


class Answering(Protocol):
    """Who answers requests."""

    most: int
    """Bytes that a request's body may have."""

    def refusal(self, request: Request) -> HTTPStatus | None:
        """Give the status that a request is refused with, its body unread; None where it may go on."""

    def answer(self, request: Request) -> Coroutine[object, object, None]:
        """Answer a request, by its `answer`."""


class Server:
    """Serves at `host:port`, once it is opened; port 0 is any that is free."""

    def __init__(self, answering: Answering, host: str, port: int, patience: Patience | None = None) -> None:
        self.most = answering.most
        self.port = port
        self.refusal = answering.refusal
        self._answer = answering.answer
        self._host = host
        self._patience = patience or Patience()
        self._visits: set[Visit] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._listener: asyncio.Server | None = None
        self._look: asyncio.TimerHandle | None = None

    async def open(self) -> None:
        """Begin to listen. Raises `OSError` where the port is taken."""
        loop = asyncio.get_running_loop()
        self._listener = await loop.create_server(
            lambda: Visit(self, loop), self._host, self.port, backlog=BACKLOG
        )
        self.port = self._listener.sockets[0].getsockname()[1]
        self._look = loop.call_later(self._patience.look, self._look_around)

    async def close(self) -> None:
        """Stop listening, let what is under way come to an end, and hang up."""
        if self._listener is not None:
            self._listener.close()
        if self._look is not None:
            self._look.cancel()
        for visit in tuple(self._visits):
            visit.leave()
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=GRACE)
        left = tuple(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        for visit in tuple(self._visits):
            visit.abort()

    def came(self, visit: Visit) -> None:
        """Hear of a new connection."""
        self._visits.add(visit)

    def left(self, visit: Visit) -> None:
        """Hear that a connection is gone."""
        self._visits.discard(visit)

    def begin(self, request: Request) -> None:
        """Begin to answer a request; returns at once."""
        task = asyncio.create_task(self._answered(request))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answered(self, request: Request) -> None:
        try:
            await self._answer(request)
        except Exception:  # the border of a request: whatever fails, the others go on
            log.exception("request broken")
        if not request.answered:
            request.answer(HTTPStatus.INTERNAL_SERVER_ERROR)

    def _look_around(self) -> None:
        """Hang up on those who have begun a request and not ended it, or have been silent for long."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        for visit in tuple(self._visits):
            if not visit.busy and now - visit.since > (
                self._patience.late if visit.asking else self._patience.idle
            ):
                visit.abort()
        self._look = loop.call_later(self._patience.look, self._look_around)
