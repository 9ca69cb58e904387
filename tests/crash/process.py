"""A bot in a process of its own, that a test starts, arms, kills and starts again."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

import msgspec

from conversations.canvas.document import Canvas, decode_canvas
from tests.crash.bot_process import Order
from tests.databases import File
from tests.running import MONDAY_MORNING, SECRET, Mode, free_port

if TYPE_CHECKING:
    from tests.databases import Kept
    from tests.telegram_server import TelegramServer

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
BEGAN = MONDAY_MORNING - timedelta(seconds=time.monotonic())
"""What all bots' clocks showed when this machine's began, so that workers agree on the time."""
WAITING = """
    select 1 from conversation where chat = ? and (
        exists (select 1 from outgoing where outgoing.conversation = conversation.id)
        or exists (select 1 from request where request.conversation = conversation.id)
    )
"""


class Nursery:
    """The process that bots are forked from, see `bot_process`; one for all tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        environment = {name: value for name, value in os.environ.items() if not name.startswith("BACKSTAGE_")}
        self._process = subprocess.Popen(  # noqa: S603 - our own entry point
            [sys.executable, "-m", "tests.crash.bot_process", str(folder), BEGAN.isoformat()],
            cwd=ROOT,
            env=environment | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._rest = b""
        if self._read_line() != "ready":
            raise AssertionError("the bots' process did not begin")

    def close(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(PATIENCE)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def says(self, line: str) -> None:
        if self._process.stdin is not None:
            self._process.stdin.write(f"{line}\n".encode())
            self._process.stdin.flush()

    def fileno(self) -> int:
        return 0 if self._process.stdout is None else self._process.stdout.fileno()

    def lines(self) -> list[str]:
        """What was told since; waits for something where nothing was."""
        *lines, self._rest = (self._rest + os.read(self.fileno(), 65536)).split(b"\n")
        return [line.decode() for line in lines]

    def _read_line(self) -> str:
        lines: list[str] = []
        while not lines:
            lines = self.lines()
        return lines[0]


class Bot(Protocol):
    """A bot as its founders know it, whoever it consists of."""

    def nothing_waits_for(self, chat: int) -> bool: ...

    def canvas(self, chat: int) -> Canvas: ...

    def turns(self) -> list[str]: ...

    async def ends(self, within: float = PATIENCE) -> int: ...


class BotProcess:
    """One bot: `async with BotProcess(nursery, server, folder, "webhook") as bot`.

    It keeps all in a file of its own, or in `kept`. Telegram is told of the port `public`, or of its own.
    """

    def __init__(  # noqa: PLR0913 - each a fact of its own
        self,
        nursery: Nursery,
        server: TelegramServer,
        folder: Path,
        mode: Mode,
        *,
        kept: Kept | None = None,
        public: int = 0,
    ) -> None:
        self.server = server
        self.mode = mode
        self.database = folder / "bot.sqlite3"
        self.kept: Kept = kept or File(self.database)
        self.log = folder / "bot.log"
        self._nursery = nursery
        self._port = free_port()
        self._public = public or self._port
        self.address = f"http://127.0.0.1:{self._port}"
        self._ended: asyncio.Future[int] | None = None

    async def __aenter__(self) -> Self:
        asyncio.get_running_loop().add_reader(self._nursery, self._hears)
        return self

    async def __aexit__(self, *_: object) -> None:
        try:
            if self.alive:
                self.gets(signal.SIGKILL)
                await self.ends()
        finally:
            asyncio.get_running_loop().remove_reader(self._nursery)

    @property
    def alive(self) -> bool:
        return self._ended is not None and not self._ended.done()

    def starts(self, point: str = "", times: int = 1, *, armed: bool = False, trouble: str = "") -> None:
        """Start it; it is killed when it passes the point for the n-th time after it was armed.

        `trouble` is what SIGUSR2 then begins and ends, see `bot_process`.
        """
        assert not self.alive
        self._ended = asyncio.get_running_loop().create_future()
        order = Order(
            environment=self.environment(),
            log=str(self.log),
            point=point,
            times=times,
            armed=armed,
            trouble=trouble,
        )
        self._nursery.says(f"start {msgspec.json.encode(order).decode()}")

    def arms(self) -> None:
        self.gets(signal.SIGUSR1)

    def gets(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._nursery.says(f"signal {int(number)}")

    async def ends(self, within: float = PATIENCE) -> int:
        """Wait until it is gone, and give how: below 0 the signal, else the exit code."""
        assert self._ended is not None
        async with asyncio.timeout(within):
            return await asyncio.shield(self._ended)

    def environment(self) -> dict[str, str]:
        behind_webhook = {
            "BACKSTAGE_WEBHOOK_URL": f"http://127.0.0.1:{self._public}",
            "BACKSTAGE_WEBHOOK_SECRET": SECRET,
            "BACKSTAGE_WEBHOOK_LISTEN": f"127.0.0.1:{self._port}",
        }
        return {
            "BACKSTAGE_TELEGRAM_TOKEN": self.server.token,
            "BACKSTAGE_TELEGRAM_API_URL": self.server.url,
            "BACKSTAGE_DATABASE_URL": self.kept.url,
            "BACKSTAGE_MESSAGES_PER_SECOND": "1000",
            **(behind_webhook if self.mode == "webhook" else {}),
        }

    # what is on disk

    def nothing_waits_for(self, chat: int) -> bool:
        """Tell whether all saved for a chat is sent, and all it asked for done; False of a dead bot."""
        # Nobody may open the file then: what a crash left in it is for the next bot to mend.
        return self.alive and not self.waits_for(chat)

    def waits_for(self, chat: int) -> bool:
        """Tell whether something for a chat is not sent yet, or not done."""
        return bool(self._asked(WAITING, chat))

    def nobody_is_to_be_told(self) -> bool:
        """Tell whether all that was intended has happened and is sent; False of a dead bot."""
        waits = "select 1 from outgoing union select 1 from intent where due_at is not null"
        return self.alive and not self._asked(waits)

    def turns(self) -> list[str]:
        """Give the outcome of each turn that was taken."""
        return [outcome for (outcome,) in self._asked("select outcome from turn")]

    def canvas(self, chat: int) -> Canvas:
        """Give the canvas that a chat is at."""
        found = self._asked(
            "select v.document from venture v join conversation c on v.id = c.venture where c.chat = ?", chat
        )
        return decode_canvas(found[0][0].encode()) if found else Canvas()

    def sound(self) -> bool:
        """Tell whether SQLite finds its file in order."""
        return self._asked("pragma integrity_check") == [("ok",)]

    def _asked(self, question: str, *about: int) -> list[tuple[Any, ...]]:
        return self.kept.read(question, *about)

    def _hears(self) -> None:
        for line in self._nursery.lines():
            what, _, rest = line.partition(" ")
            if what == "ended" and self._ended is not None and not self._ended.done():
                self._ended.set_result(int(rest))
        self.server.world.changes.happened()
