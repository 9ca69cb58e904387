"""The bot's own HTTP server, as programs that speak to it see it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest

from bot.serving.server import Patience, Server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.serving.visit import Request

SOON = 10.0
"""Seconds that nothing here takes unless it is broken."""
HASTY = Patience(late=0.0, idle=0.0, look=0.01)


class Echo:
    """Tells everybody what they asked; `/slow` waits for the gate, `/broken` breaks, `/silent` is."""

    most = 1000

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.asked = asyncio.Event()

    def refusal(self, request: Request) -> HTTPStatus | None:
        return HTTPStatus.NOT_FOUND if request.path == "/nowhere" else None

    async def answer(self, request: Request) -> None:
        self.asked.set()
        if request.path == "/slow":
            await self.gate.wait()
        if request.path == "/broken":
            raise ValueError("broken")
        if request.path != "/silent":
            request.answer(HTTPStatus.OK, f"{request.method} {request.path} ".encode() + request.body)


@asynccontextmanager
async def served(echo: Echo, patience: Patience | None = None) -> AsyncIterator[tuple[Server, Client]]:
    server = Server(echo, "127.0.0.1", 0, patience)
    await server.open()
    client = Client(*await asyncio.open_connection("127.0.0.1", server.port))
    try:
        async with asyncio.timeout(SOON):
            yield server, client
    finally:
        client.writer.close()
        await server.close()


class Client:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    def says(self, *requests: bytes) -> None:
        self.writer.write(b"".join(requests))

    async def hears(self, *, bodiless: bool = False) -> tuple[int, bytes]:
        """Give an answer's status and body."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        return int(head.split(b" ")[1]), b"" if bodiless else await self.reader.readexactly(length)

    async def hung_up(self) -> bool:
        try:
            return await self.reader.read() == b""
        except ConnectionResetError:
            return True


def asks(path: str, body: bytes = b"", *headers: str, method: str = "POST", version: str = "1.1") -> bytes:
    lines = "".join(f"{line}\r\n" for line in ("Host: x", f"Content-Length: {len(body)}", *headers))
    return f"{method} {path} HTTP/{version}\r\n{lines}\r\n".encode() + body


async def test_one_connection_serves_many_requests() -> None:
    async with served(Echo()) as (_, client):
        for number in range(3):
            client.says(asks(f"/{number}?a=b", b"x"))
            assert await client.hears() == (200, f"POST /{number} x".encode())


async def test_requests_that_do_not_wait_for_answers_get_them_in_order() -> None:
    echo = Echo()
    async with served(echo) as (_, client):
        client.says(asks("/slow", b"1"), asks("/2"), asks("/slow", b"3"), asks("/4"))
        await echo.asked.wait()
        client.says(asks("/5"))
        echo.gate.set()
        assert [(await client.hears())[1] for _ in range(5)] == [
            b"POST /slow 1",
            b"POST /2 ",
            b"POST /slow 3",
            b"POST /4 ",
            b"POST /5 ",
        ]


async def test_a_request_that_comes_byte_by_byte_is_read_as_a_whole() -> None:
    async with served(Echo()) as (_, client):
        for byte in asks("/bytes", b"body"):
            client.says(bytes((byte,)))
            await client.writer.drain()
        assert await client.hears() == (200, b"POST /bytes body")


async def test_a_body_in_pieces_is_put_together() -> None:
    async with served(Echo()) as (_, client):
        head = b"POST /pieces HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        client.says(head, b"3\r\nabc\r\n", b"2\r\nde\r\n0\r\n\r\n")
        assert await client.hears() == (200, b"POST /pieces abcde")


async def test_whoever_asks_before_sending_the_body_is_told_to_go_on() -> None:
    async with served(Echo()) as (_, client):
        request = asks("/", b"body", "Expect: 100-continue")
        client.says(request[:-4])
        assert await client.reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.says(request[-4:])
        assert await client.hears() == (200, b"POST / body")


async def test_head_shows_how_long_it_is_and_nothing_else() -> None:
    async with served(Echo()) as (_, client):
        client.says(asks("/a", method="HEAD"), asks("/b", method="GET"))
        assert await client.hears(bodiless=True) == (200, b"")
        assert await client.hears() == (200, b"GET /b ")


@pytest.mark.parametrize(
    "request_",
    [
        asks("/", version="1.0"),
        asks("/", b"", "Connection: close"),
        asks("/", b"", "Connection: Upgrade", "Upgrade: websocket"),
    ],
    ids=["1.0", "close", "another protocol"],
)
async def test_who_wants_one_answer_gets_it_and_is_hung_up_on(request_: bytes) -> None:
    async with served(Echo()) as (_, client):
        client.says(request_)
        assert await client.hears() == (200, b"POST / ")
        assert await client.hung_up()


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"no HTTP at all\r\n\r\n", 400),
        (asks("/", b"", "Content-Length: 7"), 400),
        (asks("/", b"", "Transfer-Encoding: chunked"), 400),
        (asks("/nowhere", b"x"), 404),
        (asks("/", b"x" * 1001), 413),
        (asks("/", b"", *(f"Header-{number}: {'x' * 1000}" for number in range(40)))[:-2], 431),
    ],
    ids=["garbage", "two lengths", "two kinds of length", "nowhere", "too long", "head"],
)
async def test_what_cannot_be_answered_is_refused_and_hung_up_on(request_: bytes, status: int) -> None:
    async with served(Echo()) as (_, client):
        client.says(request_)
        assert await client.hears() == (status, b"")
        assert await client.hung_up()


@pytest.mark.parametrize("path", ["/broken", "/silent"])
async def test_what_breaks_is_told_and_the_next_is_answered(path: str) -> None:
    async with served(Echo()) as (_, client):
        client.says(asks(path), asks("/next"))
        assert await client.hears() == (500, b"")
        assert await client.hears() == (200, b"POST /next ")


@pytest.mark.parametrize("begun", [b"", asks("/")[:9], asks("/", b"body")[:-1]], ids=["idle", "head", "body"])
async def test_whoever_keeps_a_connection_for_nothing_is_hung_up_on(begun: bytes) -> None:
    async with served(Echo(), HASTY) as (_, client):
        client.says(begun)
        assert await client.hung_up()


async def test_who_waits_for_an_answer_is_not_hung_up_on() -> None:
    echo = Echo()
    async with served(echo, Patience(late=SOON, idle=0.0, look=0.01)) as (server, client):
        client.says(asks("/slow"))
        await echo.asked.wait()
        idle = Client(*await asyncio.open_connection("127.0.0.1", server.port))
        assert await idle.hung_up()  # so it was looked round for those who are idle
        idle.writer.close()
        echo.gate.set()
        assert await client.hears() == (200, b"POST /slow ")


async def test_what_is_under_way_when_the_server_closes_is_answered() -> None:
    echo = Echo()
    async with served(echo) as (server, client):
        idle = Client(*await asyncio.open_connection("127.0.0.1", server.port))
        client.says(asks("/slow"))
        await echo.asked.wait()
        closing = asyncio.create_task(server.close())
        assert await idle.hung_up()
        idle.writer.close()
        echo.gate.set()
        assert await client.hears() == (200, b"POST /slow ")
        assert await client.hung_up()
        await closing


async def test_who_left_before_the_answer_keeps_nobody_waiting() -> None:
    echo = Echo()
    async with served(echo) as (server, client):
        client.says(asks("/slow"))
        await echo.asked.wait()
        client.writer.transport.abort()
        other = Client(*await asyncio.open_connection("127.0.0.1", server.port))
        echo.gate.set()
        other.says(asks("/other"))
        assert await other.hears() == (200, b"POST /other ")
        other.writer.close()
