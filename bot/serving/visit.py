"""One connection to the server: its requests, read by `httptools` and answered in the order they come.

A web framework takes three times as long over an update's arrival as all else that is done with it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol, cast

import httptools

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_HEAD = 32 * 1024
"""Bytes that a request may take before its body."""
LINGER = 1.0
"""Seconds that the rest of a refused request is let run out, so that the refusal is heard."""
TEXT = "text/plain; charset=utf-8"
_GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"
_FIRST_LINES = {status: f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode() for status in HTTPStatus}


class Request:
    """A request. `length` is what its head says of its body: 0 for none, -1 where it comes in pieces."""

    __slots__ = ("_answered", "_visit", "body", "headers", "keeps", "length", "method", "path")

    def __init__(self, visit: Visit, method: str, path: str, headers: Mapping[bytes, bytes]) -> None:
        self.method = method
        self.path = path
        self.headers = headers
        self.length = -1 if b"transfer-encoding" in headers else int(headers.get(b"content-length", b"0"))
        self.body = b""
        self.keeps = True
        self._visit = visit
        self._answered = False

    @property
    def answered(self) -> bool:
        """Whether an answer was given."""
        return self._answered

    def answer(self, status: HTTPStatus, body: bytes = b"", kind: str = TEXT) -> bool:
        """Answer it, once; False where nobody is there any more to hear it."""
        self._answered = True
        return self._visit.answer(self, status, body, kind)


class Host(Protocol):
    """Who is visited."""

    most: int
    """Bytes that a request's body may have."""

    def came(self, visit: Visit) -> None:
        """Hear of a new connection."""

    def left(self, visit: Visit) -> None:
        """Hear that a connection is gone."""

    def refusal(self, request: Request) -> HTTPStatus | None:
        """Give the status that a request is refused with, its body unread; None where it may go on."""

    def begin(self, request: Request) -> None:
        """Begin to answer a request that is there with its body; returns at once."""


class Visit(asyncio.Protocol):
    """One connection. `busy` while a request is being answered; `since` when what it is at began."""

    def __init__(self, host: Host, loop: asyncio.AbstractEventLoop) -> None:
        self.busy = False
        self.since = loop.time()
        self._host = host
        self._loop = loop
        self._transport: asyncio.Transport | None = None
        self._parser = httptools.HttpRequestParser(self)
        self._waiting: deque[Request] = deque()
        self._refused = False
        self._leaving = False
        self._begin_message()

    def _begin_message(self) -> None:
        self._path = b""
        self._headers: dict[bytes, bytes] = {}
        self._request: Request | None = None
        self._body: list[bytes] = []
        self._size = 0

    @property
    def asking(self) -> bool:
        """Whether some of a request is there, and not all."""
        return self._request is not None or self._size > 0

    # what comes in

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = cast("asyncio.Transport", transport)  # of a TCP connection, whichever loop it is
        self._host.came(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the way back; what is under way goes on."""
        del exc
        self._transport = None
        self._waiting.clear()
        self._host.left(self)

    def data_received(self, data: bytes) -> None:
        """Read on, unless what comes was refused."""
        if self._refused:
            return
        if not self.asking:
            self.since = self._loop.time()
        self._size += len(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._refused = True  # another protocol isn't spoken here: this request is answered, and no more
        except httptools.HttpParserError:
            self._refuse(HTTPStatus.BAD_REQUEST)
        if self._request is None and self._size > MOST_HEAD:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def on_url(self, url: bytes) -> None:
        """Take what is asked for, or a part of it."""
        self._path += url

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header."""
        self._headers[name.lower()] = value

    def on_headers_complete(self) -> None:
        """See whether it is worth reading on."""
        path = self._path.partition(b"?")[0].decode("ascii", "replace")
        method = self._parser.get_method().decode("ascii", "replace")
        request = self._request = Request(self, method, path, self._headers)
        self._size = 0
        refusal = self._host.refusal(request)
        if refusal is None and request.length > self._host.most:
            refusal = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        if refusal is not None:
            self._refuse(refusal)
        elif self._headers.get(b"expect", b"").lower() == b"100-continue" and self._transport is not None:
            self._transport.write(_GO_ON)

    def on_body(self, body: bytes) -> None:
        """Take a part of the body."""
        self._size += len(body)
        if self._size > self._host.most:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if not self._refused:
            self._body.append(body)

    def on_message_complete(self) -> None:
        """Have the request answered, after those before it."""
        request = self._request
        if request is None or self._refused:
            return
        request.body = b"".join(self._body)
        parser = self._parser
        goes_on = parser.should_keep_alive() and not parser.should_upgrade()
        request.keeps = goes_on and parser.get_http_version() != "1.0"
        self._begin_message()
        self._waiting.append(request)
        if not self.busy:
            self._next()
        elif self._transport is not None:
            self._transport.pause_reading()  # it hasn't waited for its answer; nothing else does so

    def _next(self) -> None:
        if self._waiting:
            self.busy = True
            self._host.begin(self._waiting.popleft())

    # what goes out

    def answer(self, request: Request, status: HTTPStatus, body: bytes, kind: str) -> bool:
        """Answer the request that is under way; False where nobody is there any more to hear it."""
        self.busy = False
        self.since = self._loop.time()
        transport = self._transport
        if transport is None or transport.is_closing():
            return False
        closes = self._leaving or not request.keeps
        transport.write(
            _head(status, len(body), kind, closes=closes) + (b"" if request.method == "HEAD" else body)
        )
        if closes:
            transport.close()
        elif self._waiting and not transport.is_closing():
            transport.resume_reading()
            self._next()
        return True

    def leave(self) -> None:
        """Hang up, once the request is answered that is under way."""
        self._leaving = True
        if not self.busy and self._transport is not None:
            self._transport.close()

    def abort(self) -> None:
        """Hang up at once."""
        if self._transport is not None:
            self._transport.abort()

    def _refuse(self, status: HTTPStatus) -> None:
        """Answer what came, read nothing more, and hang up a little later."""
        if self._refused:
            return
        self._refused = True
        if self._transport is None:
            return
        if self.busy:  # what came before has no answer yet, and this one's would be taken for it
            self.abort()
            return
        self._transport.write(_head(status, 0, TEXT, closes=True))
        if self._transport.can_write_eof():
            self._transport.write_eof()
        self._loop.call_later(LINGER, self.leave)


def _head(status: HTTPStatus, length: int, kind: str, *, closes: bool) -> bytes:
    """Give an answer's head."""
    what = f"Content-Type: {kind}\r\n" if length else ""
    how = "Connection: close\r\n" if closes else ""
    return _FIRST_LINES[status] + f"{what}{how}Content-Length: {length}\r\n\r\n".encode()
