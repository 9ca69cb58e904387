"""The whole bot in this process, as the composition root makes it: on the test server, on a real database.

async with running_bot(server, tmp_path / "bot.sqlite3", mode="webhook") as bot:
    await lena.starts()
    await bot.settled(lena)
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, TypeAlias

from pydantic import SecretStr

from bot import composition
from bot.fulfilment import Skills
from bot.settings import Settings
from conversations.canvas.document import Canvas, decode_canvas
from conversations.interview.position import Conversation, decode_conversation
from tests.databases import File, Kept
from tests.telegram_server import Person, Seat, TelegramServer

Mode: TypeAlias = Literal["polling", "webhook"]
MODES: tuple[Mode, ...] = ("polling", "webhook")
SECRET = "what-only-telegram-knows"
MONDAY_MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""Where tests that need a date begin."""


class RunningBot:
    """A bot that can be stopped and started again on the same file.

    `clock` gives the bot's time; without one it is the server's, so that `server.clock` moves both.
    `metrics_listen` is where it shows what was counted, nowhere without.
    """

    def __init__(
        self,
        server: TelegramServer,
        database: Path | Kept,
        mode: Mode,
        clock: Callable[[], datetime] | None = None,
        skills: Skills | None = None,
    ) -> None:
        self.server = server
        self.kept: Kept = File(database) if isinstance(database, Path) else database
        self.mode = mode
        self.skills = skills
        self.metrics_listen: str | None = None
        self.clock = clock or server.clock.moment
        self.rate = 1000
        self._wishes = composition.Wishes()
        self._task: asyncio.Task[None] | None = None

    @property
    def database(self) -> Path:
        """The file that everything is kept in."""
        assert isinstance(self.kept, File)
        return self.kept.path

    async def starts(self) -> None:
        """Return once the bot asks for updates, or has said where to post them; what was overdue is out."""
        await self.begins()
        await self.server.world.changes.until(
            lambda: self._nothing_overdue() or None, within=60, otherwise=lambda: "reminders were not taken"
        )

    async def begins(self) -> None:
        """Return once the bot asks for updates, or has said where to post them; much may be overdue."""
        method = "getUpdates" if self.mode == "polling" else "setWebhook"
        before = len(self.server.calls.of(method))
        self._wishes = composition.Wishes()
        loop = asyncio.get_running_loop()
        changes = self.server.world.changes

        def noticed(_point: str) -> None:
            loop.call_soon_threadsafe(changes.happened)

        running = composition.run(
            self._settings(), noticed, clock=self.clock, wishes=self._wishes, skills=self.skills
        )
        self._task = asyncio.create_task(running)
        called = asyncio.create_task(self.server.calls.begun(method, before + 1))
        await asyncio.wait((called, self._task), return_when=asyncio.FIRST_COMPLETED)
        if self._task.done():
            called.cancel()
            await self._task
        await called

    async def stops(self) -> None:
        """Return once the bot is gone; raises what it failed with, if it did."""
        self._wishes.stopping.set()
        task, self._task = self._task, None
        if task is not None:
            await task

    async def restarts(self) -> None:
        """Stop the bot and start it again, as an operator does after an update."""
        await self.stops()
        await self.starts()

    async def passes(self, time: timedelta) -> None:
        """Move the clock on, and return once all that came due meanwhile is said.

        What is due already is taken at the present time: what a change plans anew, say, in a turn of its own.
        """
        await self._takes_what_is_due()
        self.server.clock.advance(time)
        await self._takes_what_is_due()
        assert self.failures() == []

    async def settled(self, *seats: Seat) -> None:
        """Return once all that these people did is answered, and nothing waits to be sent to anybody.

        Raises AssertionError where a turn was set aside, with what its step failed with.
        """
        for seat in seats:
            await seat.settled(self._nothing_waits)
        assert self.failures() == []

    def canvas(self, person: Person) -> Canvas:
        """Give the canvas of the venture that the person's private chat is at."""
        rows = self.kept.read(
            "select v.document from conversation c join venture v on v.id = c.venture where c.chat = ?",
            person.id,
        )
        return decode_canvas(rows[0][0].encode()) if rows else Canvas()

    def venture(self, person: Person) -> str:
        """Give the id of the venture that the person's private chat is at, empty where there is none."""
        rows = self.kept.read("select venture from conversation where chat = ?", person.id)
        return (rows[0][0] or "") if rows else ""

    def position(self, person: Person) -> Conversation:
        """Give where the person's private chat stands."""
        rows = self.kept.read("select document from conversation where chat = ?", person.id)
        return decode_conversation(rows[0][0].encode()) if rows and rows[0][0] else Conversation()

    def failures(self) -> list[str]:
        """Give what steps failed with: types and frames, as the store keeps them."""
        return [failure for (failure,) in self.kept.read("select failure from turn where outcome <> 'ok'")]

    def rows(self, table: str) -> int:
        """Give how many rows a table holds."""
        count: int = self.kept.read(f"select count(*) from {table}")[0][0]  # noqa: S608 - a test's own word
        return count

    async def _takes_what_is_due(self) -> None:
        self._wishes.waking.set()
        await self.server.world.changes.until(
            lambda: (self._nothing_overdue() and self._nothing_waits()) or None,
            within=60,
            otherwise=lambda: "what is due was not taken",
        )

    def _nothing_waits(self) -> bool:
        # In one look: an answered request leaves in the transaction that its answer comes in.
        any_of = (
            "select exists (select 1 from outgoing) or exists (select 1 from request) or exists ("
            "select 1 from intent where urgency = 'reply' and due_at <= ?)"
        )
        now = self.clock().timestamp() * 1000
        return not self.kept.read(any_of, now)[0][0]

    def _nothing_overdue(self) -> bool:
        now = self.clock().timestamp() * 1000
        overdue = self.kept.read(
            "select count(*) from intent join conversation on conversation.id = intent.conversation"
            " where due_at <= ? and reachable",
            now,
        )
        return not overdue[0][0]

    def _settings(self) -> Settings:
        port = free_port()
        behind_webhook: dict[str, Any] = {
            "webhook_url": f"http://127.0.0.1:{port}",
            "webhook_secret": SecretStr(SECRET),
            "webhook_listen": f"127.0.0.1:{port}",
        }
        # Not read from the environment: a developer may have settings there.
        return Settings.model_construct(
            telegram_token=SecretStr(self.server.token),
            telegram_api_url=self.server.url,
            database_url=self.kept.url,
            messages_per_second=self.rate,
            metrics_listen=self.metrics_listen,
            **behind_webhook if self.mode == "webhook" else {},
        )


@contextlib.asynccontextmanager
async def running_bot(
    server: TelegramServer,
    database: Path | Kept,
    mode: Mode = "polling",
    *,
    clock: Callable[[], datetime] | None = None,
    skills: Skills | None = None,
) -> AsyncIterator[RunningBot]:
    """Run a bot on the server until the block ends."""
    bot = RunningBot(server, database, mode, clock, skills)
    await bot.starts()
    try:
        yield bot
    finally:
        await bot.stops()


def free_port() -> int:
    """Give a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
