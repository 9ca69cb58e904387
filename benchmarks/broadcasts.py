"""A word to thousands while others are interviewed: `python -m benchmarks.broadcasts`."""

from __future__ import annotations

import asyncio
import platform
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.announcing import announce
from benchmarks.bots import BACKSTAGE, Bot
from benchmarks.results import Results
from benchmarks.runs import FIRST_CHAT, Plan, pace, quantile, running
from benchmarks.telegram import BOT

RATE = 30
"""Messages a second that Telegram lets a bot send."""
FOUNDERS = 50
ABOUT = """# A word to many people

Everybody is told something at once while others are interviewed, with the limit at Telegram's 30
messages a second and the encoder loading meanwhile; the first row is the same bot that tells nobody
anything. Latencies are from an update to its answer, all of it on one machine; “twice” counts messages
beyond the first to somebody. Made by

```bash
python -m benchmarks.broadcasts
```
"""
PATIENCE = 20.0
"""Seconds beyond those that the broadcast has to take."""


@dataclass(frozen=True)
class Limited(Bot):
    """A bot that keeps Telegram's limit, as it does where nobody sets another."""

    def environment(self, mode: str, url: str, folder: Path) -> dict[str, str]:
        """Give the settings it is started with."""
        return super().environment(mode, url, folder) | {"BACKSTAGE_MESSAGES_PER_SECOND": str(RATE)}


@dataclass
class Heard:
    """Which chats got how many messages, and when each went out."""

    moments: list[float] = field(default_factory=list)
    broadcast: Counter[int] = field(default_factory=Counter)

    def notice(self, chat: int) -> None:
        """Take note of a message."""
        self.moments.append(time.perf_counter())
        if chat < FIRST_CHAT:
            self.broadcast[chat] += 1

    def most_a_second(self) -> int:
        """Give the most messages in any second."""
        most = first = 0
        for last, moment in enumerate(self.moments):
            while self.moments[first] <= moment - 1.0:
                first += 1
            most = max(most, last - first + 1)
        return most


@dataclass(frozen=True)
class Told:
    """What came of a broadcast; latencies of those interviewed meanwhile in milliseconds, memory in MiB."""

    people: int
    missed: int
    twice: int
    seconds: float
    most_a_second: int
    turns: int
    p50: float
    p99: float
    cpu: float
    memory: float


async def tell(people: int, turns_a_second: float, mode: str, folder: Path) -> Told:
    """Tell so many people something while founders are interviewed, and give what was measured.

    Without people, founders are interviewed for half a minute, for comparison.
    """
    url = f"sqlite:///{folder / 'backstage.sqlite3'}"
    if people:
        await announce(url, BOT, range(1, people + 1), lambda: datetime.now(UTC))
    heard = Heard()
    plan = Plan(mode=mode, founders=FOUNDERS, rate=turns_a_second)
    bot = Limited(BACKSTAGE.name, BACKSTAGE.arguments, ours=True)
    async with running(bot, plan, folder, heard.notice) as (process, _, crowd):
        began = time.perf_counter()
        crowd.begin()
        pacing = asyncio.create_task(pace(crowd, plan))
        end = began + (people / RATE * 3 + PATIENCE if people else 30.0)
        while time.perf_counter() < end and (not people or len(heard.broadcast) < people):
            await asyncio.sleep(0.05)
            crowd.give_up_on()
        pacing.cancel()
        used = process.used()
        return Told(
            people=people,
            missed=people - len(heard.broadcast),
            twice=sum(times - 1 for times in heard.broadcast.values()),
            seconds=time.perf_counter() - began,
            most_a_second=heard.most_a_second(),
            turns=len(crowd.seen.latencies),
            p50=quantile(crowd.seen.latencies, 0.5),
            p99=quantile(crowd.seen.latencies, 0.99),
            cpu=used.seconds,
            memory=used.memory,
        )


def table(runs: list[Told]) -> str:
    """Give the measurements as a page in Markdown."""
    where = Results()
    head = (
        "people told",
        "missed",
        "twice",
        "s",
        "most messages in any second",
        "turns meanwhile",
        "p50 (ms)",
        "p99 (ms)",
        "CPU (s)",
        "MiB",
    )
    rows = [
        f"| {run.people:,} | {run.missed} | {run.twice} | {run.seconds:.0f} | {run.most_a_second} "
        f"| {run.turns} | {run.p50:.1f} | {run.p99:.1f} | {run.cpu:.1f} | {run.memory:.0f} |"
        for run in runs
    ]
    lines = [
        ABOUT,
        f"Measured on {where.date} on {where.machine}, Python {platform.python_version()}.",
        "",
        f"| {' | '.join(head)} |",
        "|---" * len(head) + "|",
        *rows,
    ]
    return "\n".join(lines) + "\n"


def main(
    people: Annotated[int, typer.Option(min=1, help="How many are told something.")] = 5_000,
    turns_a_second: Annotated[float, typer.Option(help="Turns a second of those interviewed.")] = 4.0,
    mode: Annotated[str, typer.Option(help="webhook or polling.")] = "webhook",
    out: Annotated[Path, typer.Option(help="The file for the table.")] = Path("docs/benchmarks/broadcast.md"),
) -> None:
    """Tell many people something while founders are interviewed, and the same without telling anybody."""
    runs = []
    for told in (0, people):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(asyncio.run(tell(told, turns_a_second, mode, Path(folder))))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(table(runs), encoding="utf-8")
    typer.echo(table(runs))


if __name__ == "__main__":
    typer.run(main)
