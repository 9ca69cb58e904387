"""Requests to the webhook, nearly right and utterly wrong.

`BACKSTAGE_CAMPAIGN=300` tries three hundred times as many.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.webhook import SECRET as HEADER
from tests.bot.delivery.memory import MemoryStore
from tests.bot.spoiled import spoiled_updates
from tests.bot.telegram.conftest import SECRET, Running, Starter, parrot
from tests.conversations.interview.effort import effort
from tests.telegram_server import TelegramServer

if TYPE_CHECKING:
    from collections.abc import Iterator


class Listener:
    """A webhook that listens, and a raw way to it."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._runner.run(self._begin())

    async def _begin(self) -> None:
        self._server = await TelegramServer().__aenter__()
        self.store = MemoryStore(parrot)
        self.running: Running = await Starter(self._server).webhook(self.store)

    def close(self) -> None:
        async def end() -> None:
            await self.running.stops()
            await self._server.__aexit__(None, None, None)

        self._runner.run(end())
        self._runner.close()

    @property
    def path(self) -> str:
        assert self.running.listening is not None
        return self.running.listening.path(self.running.parts.token)

    def answers(self, raw: bytes) -> bytes:
        """Give what is answered to a whole request."""
        return self._runner.run(self._exchange(raw))

    def hears(self, raw: bytes) -> None:
        """Let it hear bytes of which nobody knows what they are, and then hang up."""
        self._runner.run(self._exchange(raw, answered=False))

    async def _exchange(self, raw: bytes, *, answered: bool = True) -> bytes:
        assert self.running.listening is not None
        reader, writer = await asyncio.open_connection("127.0.0.1", self.running.listening.port)
        try:
            writer.write(raw)
            await writer.drain()
            return await reader.read(65536) if answered else b""
        finally:
            writer.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


def posted(path: str, headers: dict[str, str], body: bytes) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{lines}\r\n".encode() + body


@effort(40)
@given(
    st.one_of(spoiled_updates(), st.binary(max_size=80)), st.sampled_from((None, "", "wrong", SECRET[:-1]))
)
def test_without_the_secret_no_request_gets_anywhere(
    listener: Listener, body: bytes, secret: str | None
) -> None:
    taken = len(listener.store.taken)
    shown = {} if secret is None else {HEADER: secret}
    answer = listener.answers(posted(listener.path, {**shown, "Content-Length": str(len(body))}, body))
    assert answer.startswith(b"HTTP/1.1 401")
    assert len(listener.store.taken) == taken


@effort(40)
@given(st.one_of(spoiled_updates(), st.binary(max_size=80)))
def test_with_the_secret_every_body_is_answered(listener: Listener, body: bytes) -> None:
    headers = {HEADER: SECRET, "Content-Length": str(len(body))}
    assert listener.answers(posted(listener.path, headers, body)).startswith(b"HTTP/1.1 200")


@effort(40)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.tuples(spoiled_updates(), st.integers(0, 400), st.binary(max_size=6)).map(
            lambda parts: (
                (whole := posted("/", {HEADER: SECRET, "Content-Length": "60"}, parts[0]))[: parts[1]]
                + parts[2]
                + whole[parts[1] + len(parts[2]) :]
            )
        ),
    )
)
def test_no_bytes_bring_the_listener_down(listener: Listener, raw: bytes) -> None:
    listener.hears(raw)
    assert listener.answers(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").startswith(
        b"HTTP/1.1 200"
    )
