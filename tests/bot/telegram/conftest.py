import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from html import escape

import pytest

from bot.delivery import Pace
from bot.telegram.client import Client
from bot.telegram.run import Parts, run_polling, run_webhook
from bot.telegram.transport import Transport
from bot.telegram.webhook import Listening
from bot.turns import AnswerTap, Arrival, EditText, Label, Outgoing, SendText
from conversations.interview.events import (
    Addressed,
    Command,
    Document,
    Due,
    Edited,
    Said,
    Tapped,
    Unreadable,
)
from tests.bot.delivery.memory import MemoryStore
from tests.telegram_server import TelegramServer

SECRET = "what-only-telegram-knows"
QUICK = Pace(rate=10_000, first_wait=0.01, longest_wait=0.05, sweep_every=0.05)


def parrot(arrival: Arrival) -> Sequence[Outgoing]:
    """A conversation small enough to keep in mind: everything is told back."""
    event = arrival.event
    if isinstance(event, Command):
        rows = ((Label("More", "1:p:more"),),)
        return (SendText(html=f"/{event.name} <b>{escape(event.rest)}</b>", rows=rows, prompt="p"),)
    if isinstance(event, Tapped):
        return (
            AnswerTap(tap=event.tap, note="noted"),
            EditText(html=f"tapped {escape(event.data)}", message=event.message),
            SendText(html="what else?"),
        )
    if isinstance(event, Said | Edited):
        return (SendText(html=f"{type(event).__name__}: {escape(event.text)}"),)
    if isinstance(event, Unreadable | Document):
        kind = event.kind if isinstance(event, Unreadable) else "document"
        return (SendText(html=f"{kind} {escape(event.caption)}"),)
    if isinstance(event, Due):
        return (SendText(html=f"remember {event.name}"),)
    return (SendText(html="write to me in private", silent=True),) if isinstance(event, Addressed) else ()


@dataclass
class Running:
    """A bot under way: its store, and the points it passes."""

    parts: Parts
    store: MemoryStore
    points: list[str]
    listening: Listening | None = None
    task: "asyncio.Task[None]" = field(init=False)

    async def stops(self) -> None:
        self.parts.stopping.set()
        await self.task


@dataclass
class Starter:
    """Starts bots on the test server, by polling or behind a webhook."""

    server: TelegramServer
    running: list[Running] = field(default_factory=list)

    async def polling(self, store: MemoryStore | None = None) -> Running:
        running = self._running(store or MemoryStore(parrot))
        running.task = asyncio.create_task(run_polling(running.parts))
        await self._until(running, "getUpdates")
        return running

    async def webhook(self, store: MemoryStore | None = None) -> Running:
        running = self._running(store or MemoryStore(parrot))
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        running.listening = Listening(url=url, secret=SECRET, host="127.0.0.1", port=port)
        running.task = asyncio.create_task(run_webhook(running.parts, running.listening))
        await self._until(running, "setWebhook")
        return running

    def _running(self, store: MemoryStore) -> Running:
        points: list[str] = []
        parts = Parts(
            token=self.server.token,
            api_url=self.server.url,
            store=store,
            pace=QUICK,
            reached=points.append,
        )
        running = Running(parts, store, points)
        self.running.append(running)
        return running

    async def _until(self, running: Running, method: str) -> None:
        before = len(self.server.calls.of(method))
        called = asyncio.create_task(self._called(method, before + 1))
        await asyncio.wait((called, running.task), return_when=asyncio.FIRST_COMPLETED)
        if running.task.done():
            called.cancel()
            await running.task
        await called

    async def _called(self, method: str, times: int) -> None:
        await self.server.world.changes.until(
            lambda: len(self.server.calls.of(method)) >= times or None, within=60, otherwise=lambda: method
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as running:
        yield running


@pytest.fixture
async def starts(server: TelegramServer) -> AsyncIterator[Starter]:
    starter = Starter(server)
    yield starter
    for running in starter.running:
        running.parts.stopping.set()
        with contextlib.suppress(Exception):
            await running.task


@pytest.fixture
async def client(server: TelegramServer) -> AsyncIterator[Client]:
    async with Client(server.token, server.url, Transport(read=0.3)) as opened:
        yield opened
