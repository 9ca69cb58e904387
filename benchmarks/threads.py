"""What a turn takes of a processor in the thread that steps and writes: `python -m benchmarks.threads`.

Founders, intake, delivery and store in one process, with no network between them: so one thread can be told
from the others, and the same interviews cost the same each time.
"""

from __future__ import annotations

import asyncio
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from benchmarks.founders import Crowd
from benchmarks.interviews import interviews
from benchmarks.runs import FIRST_CHAT, until
from benchmarks.telegram import BOT, Button, Keyboard
from bot.composition import open_store
from bot.delivery import Delivery, Pace
from bot.fulfilment import Fulfilment, Skills
from bot.garbage import keep_what_is_loaded
from bot.telegram.decoding import Decoder
from bot.telegram.intake import Intake
from bot.turns import EditText, RefreshText, SendFile, SendPicture, SendText, Sent
from bot.understanding.background import BackgroundSorter

if TYPE_CHECKING:
    from bot.turns import Address, Outgoing
    from conversations.interview.requests import Draw

PACE = Pace(rate=100_000.0)
PATIENCE = 600.0
PICTURE = bytes(range(256)) * 160
"""As large as the picture of a canvas: 40 KB."""
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True)
class Share:
    """Processor time in milliseconds a founder's turn: of the thread that steps and writes, and of all."""

    writing: float
    all: float


class Here:
    """A Telegram without a network: what is done is taken at once, what is sent is seen at once."""

    delay = 0.0

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._message = 0
        self._number = 0
        self._taking: set[asyncio.Task[object]] = set()
        self.intake: Intake | None = None

    def next_message(self) -> int:
        """Give an unused message id."""
        self._message += 1
        return self._message

    def update(self, what: dict[str, Any]) -> None:
        """Bring the bot an update."""
        self._number += 1
        if self.intake is None:
            return
        arrival = self.intake.read(_encode({"update_id": self._number, **what}))
        if arrival is not None:
            task = asyncio.create_task(self.intake.take_one(arrival))
            self._taking.add(task)
            task.add_done_callback(self._taking.discard)

    @property
    def taking(self) -> int:
        """How many updates are on their way to disk."""
        return len(self._taking)

    async def send(self, address: Address, outgoing: Outgoing, message: int = 0) -> Sent:
        """Show what is sent, as `bot.seams.Messenger` says."""
        if isinstance(outgoing, EditText | RefreshText):
            shown = message or self.next_message()
        elif isinstance(outgoing, SendText | SendFile | SendPicture):
            shown = self.next_message()
        else:
            return Sent()
        rows = tuple(tuple(Button(one.text, one.data) for one in row) for row in outgoing.rows)
        self._crowd.saw(address.chat, shown, outgoing.html, Keyboard(rows))
        return Sent(shown)


async def drawn(_request: Draw) -> bytes | None:
    """Give a picture that takes nobody's time."""
    return PICTURE


async def share(founders: int, turns: int, warm_up: int, url: str) -> Share:
    """Give what turns took while so many founders were interviewed at once, after so many to warm up."""
    crowd = Crowd(interviews(), founders, eager=True, first_chat=FIRST_CHAT)
    here = crowd.telegram = Here(crowd)
    sorter = BackgroundSorter()
    async with open_store(url) as store:
        delivery = Delivery(store, here, PACE)
        fulfilment = Fulfilment(store, Skills(understand=sorter, draw=drawn, begin=sorter.begin), PACE)
        here.intake = Intake(
            decoder=Decoder(BOT, "backstage_bot"),
            store=store,
            delivery=delivery,
            reached=lambda _point: None,
            ask=fulfilment.carry,
            wake=lambda: None,
        )
        fulfilment.begin(here.intake.take)
        fulfilment.make_ready()
        keep_what_is_loaded()
        crowd.begin()
        await until(crowd, warm_up, PATIENCE)
        begun, writing, whole = len(crowd.seen.latencies), used_for_writing(), time.process_time()
        await until(crowd, warm_up + turns, PATIENCE)
        done = len(crowd.seen.latencies) - begun
        found = Share(
            writing=(used_for_writing() - writing) * 1000 / done,
            all=(time.process_time() - whole) * 1000 / done,
        )
        crowd.stop()
        while here.taking or fulfilment.running or delivery.lanes:  # noqa: ASYNC110 - measured already
            await asyncio.sleep(0.01)
        await fulfilment.close()
    return found


def used_for_writing() -> float:
    """Give the processor seconds that the thread which steps and writes has used so far."""
    thread = next(thread for thread in threading.enumerate() if thread.name == "store")
    return time.clock_gettime(time.pthread_getcpuclockid(thread.ident or 0))


def main(
    founders: Annotated[int, typer.Option(min=1, help="How many at once.")] = 200,
    turns: Annotated[int, typer.Option(min=1, help="Turns that are measured.")] = 4000,
    warm_up: Annotated[int, typer.Option(min=0, help="Turns before those.")] = 5000,
) -> None:
    """Tell what a turn takes of a processor, in the thread that steps and writes and in all."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'backstage.sqlite3'}"
        found = asyncio.run(share(founders, turns, warm_up, url))
    typer.echo(f"{found.writing:.3f} ms a turn to step and write, {found.all:.3f} ms in all")


if __name__ == "__main__":
    typer.run(main)
