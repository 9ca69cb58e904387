"""Connections to Telegram that stay open: one request at a time on each, and no more work than that takes.

A general HTTP client spends ten times as long on a request as the request itself: cookies, redirects,
proxies, traces. Here a request is written, and `httptools` reads the answer.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import httptools

from bot.telegram.errors import NeverWritten, Unanswered

if TYPE_CHECKING:
    from telegram.error import NetworkError

IDLE = 45.0
"""Seconds that an idle connection is kept: under the minute after which Telegram closes it."""
PORTS = {"http": 80, "https": 443}
FIRST_FINAL = 200


class Connection(asyncio.Protocol):
    """One connection."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.idle_since = 0.0
        self._loop = loop
        self._transport: asyncio.Transport | None = None
        self._parser = httptools.HttpResponseParser(self)
        self._body: list[bytes] = []
        self._answered: asyncio.Future[tuple[int, bytes]] | None = None
        self._patience: asyncio.TimerHandle | None = None

    @property
    def open(self) -> bool:
        """Whether neither side has hung up."""
        # A transport knows it before `connection_lost` is called; to write on then is an error in uvloop.
        return self._transport is not None and not self._transport.is_closing()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way there."""
        self._transport = cast("asyncio.Transport", transport)  # of a TCP connection, whichever loop it is

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits that no answer comes."""
        self._transport = None
        self._fails(Unanswered("ServerDisconnected" if exc is None else type(exc).__name__))

    def data_received(self, data: bytes) -> None:
        """Read on in the answer."""
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as error:
            self._fails(Unanswered(type(error).__name__))
            self.close()

    def on_body(self, body: bytes) -> None:
        """Keep a part of the answer's body."""
        self._body.append(body)

    def on_message_complete(self) -> None:
        """Hand the answer over, unless it only announces another."""
        status = self._parser.get_status_code()
        if status < FIRST_FINAL:
            return
        body, self._body = b"".join(self._body), []
        if not self._parser.should_keep_alive():
            self.close()
        answered = self._ended()
        if answered is not None:
            answered.set_result((status, body))

    def send(self, request: bytes, patience: float) -> asyncio.Future[tuple[int, bytes]]:
        """Write a request and give the future of its answer: status and body, or `Unanswered`."""
        answered = self._answered = self._loop.create_future()
        if self._transport is None or self._transport.is_closing():
            self._fails(Unanswered("ServerDisconnected"))
            return answered
        self._transport.write(request)
        self._patience = self._loop.call_later(patience, self._gives_up)
        return answered

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.abort()

    def _gives_up(self) -> None:
        self._fails(Unanswered("TimeoutError"))
        self.close()

    def _fails(self, error: NetworkError) -> None:
        answered = self._ended()
        if answered is not None:
            answered.set_exception(error)

    def _ended(self) -> asyncio.Future[tuple[int, bytes]] | None:
        """Give the future that waits for an answer, None where nobody waits."""
        answered, self._answered = self._answered, None
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        return None if answered is None or answered.done() else answered


class Connections:
    """Connections to the server of a URL, at most so many; `connect` seconds are waited for a free one."""

    def __init__(self, scheme: str, netloc: str, most: int, connect: float) -> None:
        where = urlsplit(f"//{netloc}")
        self._host = where.hostname or ""
        self._port = where.port or PORTS[scheme]
        self._tls = ssl.create_default_context() if scheme == "https" else None
        self._most = most
        self._connect = connect
        self._count = 0
        self._idle: list[Connection] = []
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def exchange(self, request: bytes, patience: float) -> tuple[int, bytes]:
        """Give status and body of the answer; raises `NeverWritten`, `Unanswered`. Times in seconds."""
        connection = self._idle_one() or await self._fresh_one()
        try:
            return await connection.send(request, patience)
        except asyncio.CancelledError:
            connection.close()
            raise
        finally:
            self._give_back(connection)

    def close(self) -> None:
        """Hang up everywhere."""
        for connection in self._idle:
            connection.close()
        self._idle.clear()

    def _idle_one(self) -> Connection | None:
        # The one used last: those that are too many grow old, and are closed.
        while self._idle:
            connection = self._idle.pop()
            if connection.open and asyncio.get_running_loop().time() - connection.idle_since < IDLE:
                return connection
            connection.close()
            self._count -= 1
        return None

    async def _fresh_one(self) -> Connection:
        failure: NeverWritten
        try:
            async with asyncio.timeout(self._connect):
                return await self._room_for_one()
        except (OSError, ValueError) as error:
            failure = NeverWritten(type(error).__name__)
        raise failure  # outside of the handler, so that the error that may tell the address isn't its context

    async def _room_for_one(self) -> Connection:
        loop = asyncio.get_running_loop()
        while self._count >= self._most:
            free = loop.create_future()
            self._waiting.append(free)
            await free
            connection = self._idle_one()
            if connection is not None:
                return connection
        self._count += 1
        try:
            _, connection = await loop.create_connection(
                lambda: Connection(loop), self._host, self._port, ssl=self._tls
            )
        except BaseException:
            self._count -= 1
            self._wake_one()
            raise
        return connection

    def _give_back(self, connection: Connection) -> None:
        if connection.open:
            connection.idle_since = asyncio.get_running_loop().time()
            self._idle.append(connection)
        else:
            self._count -= 1
        self._wake_one()

    def _wake_one(self) -> None:
        while self._waiting:
            free = self._waiting.popleft()
            if not free.done():
                free.set_result(None)
                return
