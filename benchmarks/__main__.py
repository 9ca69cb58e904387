"""Runs the benchmarks: `python -m benchmarks`, or a part of them, such as `... --only paced`."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from benchmarks.bots import BACKSTAGE, MODES, PEERS, REDIS, Bot, free_port
from benchmarks.profiling import profile
from benchmarks.results import Results, Stored
from benchmarks.runs import Measured, Plan, first_reply, measure
from benchmarks.stored import store
from benchmarks.tables import page, plot

if TYPE_CHECKING:
    from collections.abc import Iterator

HALF_WAY = 0.025
"""Seconds one way where it is 50 ms to Telegram and back."""
STORED = (1_000, 100_000, 1_000_000)
FEW, MANY = 8, 200


class Part(StrEnum):
    """What can be measured by itself."""

    SATURATED = "saturated"
    PACED = "paced"
    CROWDS = "crowds"
    STORED = "stored"
    PROFILE = "profile"


def main(  # noqa: PLR0913 - a command's options
    *,
    only: Annotated[list[Part] | None, typer.Option(help="Parts to run; all without it.")] = None,
    rounds: Annotated[int, typer.Option(min=1, help="How often each bot runs, in turn.")] = 3,
    turns: Annotated[int, typer.Option(min=1, help="Turns that are measured in a run.")] = 10_000,
    ours: Annotated[bool, typer.Option("--ours", help="Only Backstage, without its peers.")] = False,
    most_stored: Annotated[int, typer.Option(help="The most founders to store.")] = STORED[-1],
    out: Annotated[Path, typer.Option(help="The folder for tables and plot.")] = Path("docs/benchmarks"),
) -> None:
    """Run Backstage and its peers in turn, and write tables and a plot."""
    out.mkdir(parents=True, exist_ok=True)
    parts = set(only or Part)
    plan = Plan(turns=turns, warm_up=min(turns, Plan().warm_up))
    results = Results()
    with redis() as address:
        peers = () if ours else (*PEERS, *((REDIS,) if address else ()))
        bots = (BACKSTAGE, *peers)
        if Part.SATURATED in parts:
            results.saturated = _saturated(bots, rounds, plan)
        if Part.PACED in parts:
            results.paced = _paced(bots, rounds)
    if Part.CROWDS in parts:
        results.crowds = _crowds(rounds, plan)
    if Part.STORED in parts:
        results.stored = _stored(plan, most_stored)
    if Part.PROFILE in parts:
        with tempfile.TemporaryDirectory() as folder:
            results.profile = asyncio.run(profile(Path(folder)))
    (out / "tables.md").write_text(page(results), encoding="utf-8")
    if results.saturated:
        plot(results, out / "turns.svg")
    typer.echo(page(results))


def _saturated(bots: tuple[Bot, ...], rounds: int, plan: Plan) -> list[Measured]:
    runs = []
    for _ in range(rounds):
        for bot in bots:
            runs += [_run(bot, _as(plan, mode=mode)) for mode in MODES]
    return runs


def _paced(bots: tuple[Bot, ...], rounds: int) -> list[Measured]:
    plan = Plan(turns=900, warm_up=300, rate=30.0, delay=HALF_WAY)
    return [_run(bot, plan) for _ in range(rounds) for bot in bots]


def _crowds(rounds: int, plan: Plan) -> list[Measured]:
    return [_run(BACKSTAGE, _as(plan, founders=size)) for _ in range(rounds) for size in (FEW, MANY)]


def _stored(plan: Plan, most: int) -> list[Stored]:
    found = []
    for founders in STORED:
        if founders > most:
            break
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            store(folder / "backstage.sqlite3", founders)
            reply = asyncio.run(first_reply(BACKSTAGE, "polling", folder))
            found.append(Stored(founders, _told(asyncio.run(measure(BACKSTAGE, plan, folder))), reply))
    return found


def _run(bot: Bot, plan: Plan) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        return _told(asyncio.run(measure(bot, plan, Path(folder))))


def _told(run: Measured) -> Measured:
    typer.echo(
        f"{run.bot}, {run.plan.mode}: {run.turns_a_second:.0f} turns/s, {run.cpu_a_turn:.2f} ms CPU a turn "
        f"({run.loop_a_turn:.2f} in the event loop), "
        f"p50 {run.p50:.1f} ms, p99 {run.p99:.1f} ms, {run.memory:.0f} MiB"
        + (f", {run.lost} lost" if run.lost else "")
    )
    return run


def _as(plan: Plan, *, mode: str = "", founders: int = 0) -> Plan:
    return Plan(
        mode=mode or plan.mode,
        founders=founders or plan.founders,
        turns=plan.turns,
        warm_up=plan.warm_up,
        seconds=plan.seconds,
    )


@contextmanager
def redis() -> Iterator[str]:
    """Run a Redis server while this is entered, and give its address; empty where none is installed."""
    program = shutil.which("redis-server")
    if program is None:
        yield ""
        return
    port = free_port()
    how = ("--port", str(port), "--bind", "127.0.0.1", "--appendonly", "yes", "--appendfsync", "everysec")
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen([program, *how, "--dir", folder], stdout=subprocess.DEVNULL)  # noqa: S603 - found above
        try:
            _wait_for(port)
            os.environ["BENCH_REDIS"] = f"redis://127.0.0.1:{port}"
            yield os.environ["BENCH_REDIS"]
        finally:
            server.terminate()
            server.wait()


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            probe.settimeout(0.1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return


if __name__ == "__main__":
    typer.run(main)
