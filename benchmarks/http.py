"""Just enough HTTP/1.1 for a load generator, which must take far less of its core than a bot of its own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Answering = Callable[["Caller", str, bytes], None]

HEAD_END = b"\r\n\r\n"
LENGTH = b"content-length:"
CHUNKED = b"transfer-encoding: chunked"


class Caller(asyncio.Protocol):
    """The server's end of one connection: gives each request's path and body to `answering`.

    Requests of a connection are answered one by one, as HTTP/1.1 clients expect.
    """

    def __init__(self, answering: Answering) -> None:
        self._answering = answering
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the way back."""
        del exc
        self._transport = None

    def data_received(self, data: bytes) -> None:
        """Take what came; each whole request is handed over."""
        self._buffer = self._buffer + data if self._buffer else data
        while (message := _message(self._buffer)) is not None:
            head, body, self._buffer = message
            path = head[: head.find(b"\r\n")].split(b" ")[1].decode()
            self._answering(self, path, body)

    def answer(self, body: bytes, status: bytes = b"200 OK") -> None:
        """Answer the request that was handed over; nothing where the client is gone."""
        if self._transport is not None:
            self._transport.write(
                b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                % (status, len(body), body)
            )


class Poster(asyncio.Protocol):
    """The client's end of one connection: posts a body, and gives the answer's status and body."""

    def __init__(self) -> None:
        self._buffer = b""
        self._transport: asyncio.Transport | None = None
        self._answered: Callable[[int, bytes], None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way there."""
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits that no answer comes: status 0."""
        del exc
        self._transport = None
        answered, self._answered = self._answered, None
        if answered is not None:
            answered(0, b"")

    @property
    def open(self) -> bool:
        """Whether the connection stands."""
        return self._transport is not None

    def post(self, head: bytes, body: bytes, answered: Callable[[int, bytes], None]) -> None:
        """Send a request; `head` is all of it but the length and the empty line."""
        self._answered = answered
        if self._transport is not None:
            self._transport.write(b"%bContent-Length: %d\r\n\r\n%b" % (head, len(body), body))

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        """Take what came; a whole answer is handed over."""
        self._buffer += data
        message = _message(self._buffer)
        if message is None:
            return
        head, body, self._buffer = message
        answered, self._answered = self._answered, None
        if answered is not None:
            answered(int(head[9:12]), body)


def _message(data: bytes) -> tuple[bytes, bytes, bytes] | None:
    """Give head, body and rest of a whole message, None where some of it is still on its way."""
    end = data.find(HEAD_END)
    if end < 0:
        return None
    head, start = data[:end], end + len(HEAD_END)
    lower = head.lower()
    if CHUNKED in lower:
        return _chunked(head, data[start:])
    place = lower.find(LENGTH)
    length = int(lower[place + len(LENGTH) :].split(b"\r\n", 1)[0]) if place >= 0 else 0
    if len(data) < start + length:
        return None
    return head, data[start : start + length], data[start + length :]


def _chunked(head: bytes, data: bytes) -> tuple[bytes, bytes, bytes] | None:
    body = b""
    while True:
        size, found, rest = data.partition(b"\r\n")
        if not found:
            return None
        length = int(size.split(b";")[0], 16)
        if len(rest) < length + 2:
            return None
        body, data = body + rest[:length], rest[length + 2 :]
        if not length:
            return head, body, data
