"""The crash tests' own way into the bot: `python -m tests.crash.bot_process FOLDER MOMENT`.

What the bot imports and reads is loaded once; each order to start forks a process from there, which
runs the real composition with a seam that ends it by kill -9 at a point. A bot starts in 0.1 s.

    in:   start {"environment": {...}, "point": "turn: saved", "times": 3, "armed": false, "log": "bot.log"}
          signal 9
    out:  committed         the bot has saved something
          ended -9          the bot is gone; below 0 the signal, else the exit code

SIGUSR1 arms a bot: from then on it counts how often it passes the point. SIGUSR2 begins or ends its trouble:
"disk" (no page can be added to its file), "clock" (set back by an hour). Its clock shows MOMENT when this
process begins, and goes on from there whichever bot is alive.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
import traceback
from contextlib import suppress
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import msgspec
from sqlalchemy import Connection, Engine, event

from bot import composition, event_loop
from bot.logs import set_up_logs
from bot.settings import load_settings
from bot.turns import Address, Arrival
from conversations.interview.events import Command, Said
from conversations.interview.snapshot import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from conversations.interview.events import Event

COMMITTED = "committed"
"""Points that end so are told of: a test could not know else when nothing waits any more."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A bot to start; it dies when it passes `point` for the `times`-th time after it was armed."""

    environment: dict[str, str]
    log: str
    point: str = ""
    times: int = 1
    armed: bool = False
    trouble: str = ""


def tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


class Ending:
    """The seam: told of every point, it ends the process at the one that was ordered."""

    def __init__(self, order: Order) -> None:
        self._point = order.point
        self._left = order.times
        self._armed = order.armed

    def arm(self, _number: int, _frame: FrameType | None) -> None:
        self._armed = True

    def __call__(self, point: str) -> None:
        if self._armed and point == self._point:
            self._left -= 1
            if self._left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
        if point.endswith(COMMITTED):
            tell(COMMITTED)


class Trouble:
    """What troubles a bot from inside, while it is switched on."""

    def __init__(self, order: Order) -> None:
        self._what = order.trouble
        self._on = False

    def switch(self, _number: int, _frame: FrameType | None) -> None:
        self._on = not self._on

    def clock(self, clock: Callable[[], datetime]) -> Callable[[], datetime]:
        """Give a clock that is an hour slow while there is trouble with it."""
        return lambda: clock() - (SET_BACK if self._on and self._what == "clock" else timedelta(0))

    def fill_disk(self) -> None:
        """Let SQLite's file not grow while there is trouble with the disk."""
        if self._what == "disk":
            event.listen(Engine, "begin", self._limited)

    def _limited(self, connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one() if self._on else UNLIMITED
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


SET_BACK = timedelta(hours=1)
UNLIMITED = 2**30


class Nursery:
    """Forks bots, one at a time, and tells when one is gone."""

    def __init__(self, began: datetime) -> None:
        self._began = began
        self._child = 0

    def clock(self) -> datetime:
        return self._began + timedelta(seconds=time.monotonic())

    def start(self, order: Order) -> None:
        ending = Ending(order)
        # Before the fork, so that no signal finds a process that isn't prepared for it.
        trouble = Trouble(order)
        signal.signal(signal.SIGUSR1, ending.arm)
        signal.signal(signal.SIGUSR2, trouble.switch)
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        child = self._child = os.fork()
        if not child:
            live(order, ending, trouble, self.clock)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})

    def send(self, number: int) -> None:
        child = self._child
        if child:
            with suppress(ProcessLookupError):
                os.kill(child, number)

    def reap(self, _number: int, _frame: FrameType | None) -> None:
        child, status = os.waitpid(-1, os.WNOHANG)
        if child:
            self._child = 0
            tell(f"ended {os.waitstatus_to_exitcode(status)}")


async def warm_up(path: Path) -> None:
    """Take two turns without Telegram: what is made at its first use is then there before the first fork."""
    async with composition.open_store(f"sqlite:///{path}") as store:
        events: tuple[Event, ...] = (Command("start"), Said("Bean Wheels"))
        for number, event in enumerate(events):
            address = Address("telegram", 1, 1)
            key = f"telegram/1/{number}"
            await store.take(
                [Arrival(key=key, address=address, person=1, facts=Person("Lena", "en"), event=event)]
            )


def live(order: Order, ending: Ending, trouble: Trouble, clock: Callable[[], datetime]) -> NoReturn:
    """Be a bot, in a process just forked."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(order.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
        os.environ.update(order.environment)
        set_up_logs("INFO", "json")
        trouble.fill_disk()
        event_loop.run(composition.run(load_settings(), ending, clock=trouble.clock(clock)))
        code = 0
    finally:
        if code:
            traceback.print_exc()
        os._exit(code)


def main(folder: str, moment: str) -> None:
    os.chdir(Path(folder))  # where no .env of a developer lies
    import_module("bot.telegram.run")  # which the composition imports when it runs
    asyncio.run(warm_up(Path("warm-up.sqlite3")))
    nursery = Nursery(datetime.fromisoformat(moment))
    signal.signal(signal.SIGCHLD, nursery.reap)
    tell("ready")
    for line in sys.stdin:
        what, _, rest = line.strip().partition(" ")
        if what == "start":
            nursery.start(msgspec.json.decode(rest, type=Order))
        elif what == "signal":
            nursery.send(int(rest))
    nursery.send(signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
