"""The way to Telegram's servers, with errors that tell whether a request has left.

It stands where python-telegram-bot has its httpx transport. Calls go over connections of our own, which take
a tenth of a general client's time; only files, which come in parts, go through an aiohttp session. The
request's address holds the token, so no exception that may tell the address is passed on or chained: only its
type's name is.
"""

from __future__ import annotations

import io
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import aiohttp
import msgspec
from telegram.request import BaseRequest

from bot.telegram.connections import IDLE, Connections
from bot.telegram.errors import Flooded, NeverWritten, ServerFailed, TooLarge, Unanswered, refusal

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput
    from telegram.request import RequestData

CONNECT = 5.0
READ = 15.0
UPLOAD = 60.0
NOTHING = msgspec.Raw(b"")


class Parameters(msgspec.Struct):
    """What an error's answer may say beyond its text."""

    retry_after: float = 1.0
    migrate_to_chat_id: int = 0


class Answer(msgspec.Struct):
    """An answer's envelope; `result` is JSON that is read by whoever asked."""

    ok: bool
    error_code: int = 0
    description: str = ""
    parameters: Parameters = msgspec.field(default_factory=Parameters)
    result: msgspec.Raw = NOTHING


_read_answer = msgspec.json.Decoder(Answer).decode
_encode = msgspec.json.Encoder().encode


class _Way(NamedTuple):
    """How a method is called: over which connections, and all of a request's head but the body's length."""

    connections: Connections
    head: bytes


class Transport(BaseRequest):
    """The requests of one bot, at most `connections` at a time; times in seconds."""

    def __init__(self, connections: int = 100, connect: float = CONNECT, read: float = READ) -> None:
        self._connections = connections
        self._connect = connect
        self._read = read
        self._session: aiohttp.ClientSession | None = None
        self._open = False
        self._servers: dict[tuple[str, str], Connections] = {}
        self._ways: dict[tuple[str, str], _Way] = {}

    @property
    def read_timeout(self) -> float:
        """How long an answer is waited for, in seconds."""
        return self._read

    async def initialize(self) -> None:
        """Open the transport, if it isn't open."""
        self._open = True
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=IDLE),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the transport, if it is open."""
        self._open = False
        self._ways.clear()
        servers, self._servers = self._servers, {}
        for connections in servers.values():
            connections.close()
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Give status and body of an answer that obeyed or refused; see `call` for the errors."""
        del write_timeout, connect_timeout, pool_timeout  # ours are the same for every call
        files = request_data is not None and request_data.contains_files
        read = read_timeout if isinstance(read_timeout, int | float) else UPLOAD if files else self._read
        if request_data is None:
            return await self.exchange(method, url, None, read)
        if files:
            return await self.exchange(method, url, _form(request_data), read)
        return await self.exchange(method, url, _encode(request_data.parameters), read)

    async def exchange(
        self, method: str, url: str, body: bytes | aiohttp.FormData | None, read: float
    ) -> tuple[int, bytes]:
        """Give status (as the answer's envelope tells it) and body.

        Raises `NeverWritten`, `Unanswered`, `ServerFailed`, `Flooded`.
        """
        status, answer = await self._round_trip(method, url, body, read)
        status, _ = _opened(status, answer)
        return status, answer

    async def call(self, url: str, parameters: msgspec.Struct) -> msgspec.Raw:
        """Call a method of the Bot API and give its result.

        Raises what `exchange` does, and the library's errors for refusals.
        """
        status, answer = await self._request("POST", url, _encode(parameters), self._read)
        status, envelope = _opened(status, answer)
        if status >= HTTPStatus.BAD_REQUEST:
            raise refusal(status, envelope.description, envelope.parameters.migrate_to_chat_id)
        if envelope.result == NOTHING:
            raise Unanswered("something that is no answer")
        return envelope.result

    async def download(self, url: str, most: int) -> bytes:
        """Give the content of a file at an address, at most `most` bytes.

        Raises `TooLarge` beyond that, and `NeverWritten`, `Unanswered`, `ServerFailed`.
        """
        status, content = await self._carry("GET", url, None, UPLOAD, most)
        if status != HTTPStatus.OK:
            raise ServerFailed(f"Telegram answered {status}")
        if len(content) > most:
            raise TooLarge
        return content

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Give the answer as a dictionary. Raises `Unanswered`; says nothing to any log."""
        try:
            answer = msgspec.json.decode(payload)
        except (msgspec.MsgspecError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or ("result" not in answer and answer.get("ok")):
            raise Unanswered("something that is no answer")
        return answer

    async def _round_trip(
        self, method: str, url: str, body: bytes | aiohttp.FormData | None, read: float
    ) -> tuple[int, bytes]:
        if isinstance(body, aiohttp.FormData):
            return await self._carry(method, url, body, read)
        return await self._request(method, url, body or b"", read)

    async def _request(self, method: str, url: str, body: bytes, read: float) -> tuple[int, bytes]:
        way = self._ways.get((method, url)) or self._found(method, url)
        return await way.connections.exchange(b"%b%d\r\n\r\n%b" % (way.head, len(body), body), read)

    def _found(self, method: str, url: str) -> _Way:
        """Give the way for a method, which is the same each time it is called."""
        if not self._open:
            raise NeverWritten("the transport is closed")
        where = urlsplit(url)
        connections = self._servers.get(where[:2])
        if connections is None:
            connections = Connections(where.scheme, where.netloc, self._connections, self._connect)
            self._servers[where[:2]] = connections
        asked = f"{where.path}?{where.query}" if where.query else where.path
        head = (
            f"{method} {asked} HTTP/1.1\r\nHost: {where.netloc}\r\nUser-Agent: {self.USER_AGENT}\r\n"
            "Content-Type: application/json\r\nContent-Length: "
        )
        way = self._ways[method, url] = _Way(connections, head.encode())
        return way

    async def _carry(
        self, method: str, url: str, body: aiohttp.FormData | None, read: float, most: int = -1
    ) -> tuple[int, bytes]:
        """Carry a file up or down; of an answer of more than `most` bytes (if not negative) its beginning."""
        if self._session is None:
            raise NeverWritten("the transport is closed")
        failure: NeverWritten | Unanswered
        try:
            async with self._session.request(
                method,
                url,
                data=body,
                timeout=aiohttp.ClientTimeout(
                    total=self._connect + read, connect=self._connect, sock_read=read
                ),
                allow_redirects=False,
            ) as response:
                if most < 0:
                    return response.status, await response.read()
                return response.status, await _beginning(response.content, most)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as error:
            failure = NeverWritten(type(error).__name__)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            failure = Unanswered(type(error).__name__)
        raise failure  # outside of the handler, so that the error that may tell the address isn't its context


def _opened(status: int, answer: bytes) -> tuple[int, Answer]:
    """Give an answer's status, as its envelope tells it, and the envelope; see `exchange` for the errors."""
    try:
        envelope = _read_answer(answer)
    except (msgspec.MsgspecError, RecursionError):
        envelope = None
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise ServerFailed(f"Telegram answered {status}")
    if envelope is None:
        raise Unanswered(f"Telegram answered {status} and something that is no answer")
    status = status if envelope.ok or status >= HTTPStatus.BAD_REQUEST else envelope.error_code
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise Flooded(envelope.parameters.retry_after)
    if not envelope.ok and status < HTTPStatus.BAD_REQUEST:
        raise ServerFailed("Telegram answered neither yes nor why not")
    return status, envelope


async def _beginning(stream: aiohttp.StreamReader, most: int) -> bytes:
    content = bytearray()
    async for part in stream.iter_any():
        content += part
        if len(content) > most:
            break
    return bytes(content)


def _form(data: RequestData) -> aiohttp.FormData:
    # Names of files go out as UTF-8: Telegram shows them as they come.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        body = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, body, filename=filename, content_type=kind)
    return form
