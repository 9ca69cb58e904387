"""Backstage on PostgreSQL, with one worker and with two: `python -m benchmarks.servers`.

Load, server and workers share all cores: what is compared is one worker with two, and both with SQLite.
"""

from __future__ import annotations

import asyncio
import os
import platform
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from benchmarks.bots import BACKSTAGE, Bot
from benchmarks.founders import Seen
from benchmarks.processes import Process
from benchmarks.results import Results
from benchmarks.runs import Plan, quantile, running, until
from tests.postgres_server import PostgresServer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.telegram import Telegram

PATIENCE = 60.0


@dataclass(frozen=True)
class OnServer(Bot):
    """A bot on a server's database."""

    database: str = ""

    def environment(self, mode: str, url: str, folder: Path) -> dict[str, str]:
        """Give the settings it is started with."""
        return super().environment(mode, url, folder) | {"BACKSTAGE_DATABASE_URL": self.database}


@dataclass(frozen=True)
class Run:
    """What was measured: turns a second, milliseconds of all workers' processors a turn, and of waiting."""

    what: str
    workers: int
    turns_a_second: float
    cpu_a_turn: float
    p50: float
    p99: float
    lost: int


@contextmanager
def fellows(first: Bot, plan: Plan, url: str, folder: Path, number: int) -> Iterator[list[Process]]:
    """Start so many workers more, and end them."""
    environment = first.environment(plan.mode, url, folder)
    more = [Process(first.command(), environment, folder / f"{n}.log") for n in range(1, number + 1)]
    try:
        yield more
    finally:
        for process in more:
            process.ends()


async def all_there(telegram: Telegram, workers: int) -> None:
    """Wait until so many workers listen."""
    async with asyncio.timeout(PATIENCE):
        while len(telegram.addresses) < workers:  # noqa: ASYNC110 - nothing measured yet
            await asyncio.sleep(0.01)


async def measure(what: str, bot: Bot, workers: int, plan: Plan) -> Run:
    """Let founders be interviewed by so many workers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with running(bot, plan, folder) as (first, telegram, crowd):
            with fellows(bot, plan, telegram.url, folder, workers - 1) as more:
                await all_there(telegram, workers)
                unpin([0, first.pid, *(process.pid for process in more)])
                crowd.begin()
                await until(crowd, plan.warm_up, plan.seconds / 2)
                crowd.seen = Seen()
                began, before = time.perf_counter(), used(first, *more)
                await until(crowd, plan.turns, plan.seconds)
                elapsed, after, seen = time.perf_counter() - began, used(first, *more), crowd.seen
    turns = max(len(seen.latencies), 1)
    return Run(
        what=what,
        workers=workers,
        turns_a_second=turns / elapsed,
        cpu_a_turn=(after - before) * 1000 / turns,
        p50=quantile(seen.latencies, 0.5),
        p99=quantile(seen.latencies, 0.99),
        lost=seen.lost,
    )


def used(*workers: Process) -> float:
    """Give the processor seconds that workers have used so far, together."""
    return sum(worker.used().seconds for worker in workers)


def unpin(processes: Sequence[int]) -> None:
    """Let processes run on any core."""
    if hasattr(os, "sched_setaffinity"):
        for process in processes:
            os.sched_setaffinity(process, range(os.cpu_count() or 1))


def table(runs: list[Run], plan: Plan) -> str:
    """Give the runs as a table."""
    where = Results()
    head = ("database", "workers", "turns/s", "CPU a turn (ms)", "p50 (ms)", "p99 (ms)", "lost")
    rows = [
        f"| {run.what} | {run.workers} | {run.turns_a_second:,.0f} | {run.cpu_a_turn:.2f} "
        f"| {run.p50:.0f} | {run.p99:.0f} | {run.lost} |"
        for run in runs
    ]
    lines = [
        f"Measured on {where.date} on {where.machine}, Python {platform.python_version()}.",
        f"{plan.founders} founders at once by webhook; load, server and workers share the cores.",
        "",
        f"| {' | '.join(head)} |",
        "|---" * len(head) + "|",
        *rows,
    ]
    return "\n".join(lines) + "\n"


async def compare(plan: Plan, rounds: int) -> list[Run]:
    """Measure each in turn, as often as asked for."""
    runs = []
    with PostgresServer(durable=True) as server:
        for _ in range(rounds):
            runs.append(await measure("SQLite", BACKSTAGE, 1, plan))
            runs += [await measure_on(server, workers, plan) for workers in (1, 2)]
    return runs


async def measure_on(server: PostgresServer, workers: int, plan: Plan) -> Run:
    """Measure so many workers on a new database of a server."""
    with server.database() as name:
        bot = OnServer(BACKSTAGE.name, BACKSTAGE.arguments, ours=True, database=server.url(name))
        return await measure("PostgreSQL", bot, workers, plan)


def main(
    founders: Annotated[int, typer.Option(min=1, help="Founders at once.")] = 200,
    seconds: Annotated[float, typer.Option(help="Seconds a run lasts at most.")] = 20.0,
    rounds: Annotated[int, typer.Option(min=1, help="How often each is measured.")] = 2,
    out: Annotated[Path, typer.Option(help="The file for the table.")] = Path("docs/benchmarks/servers.md"),
) -> None:
    """Measure one worker and two on PostgreSQL, and one on SQLite for comparison."""
    plan = Plan(founders=founders, seconds=seconds)
    runs = asyncio.run(compare(plan, rounds))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(table(runs, plan), encoding="utf-8")
    typer.echo(table(runs, plan))


if __name__ == "__main__":
    typer.run(main)
