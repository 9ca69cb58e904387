"""All that a run of the benchmarks measured, and where."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.runs import Measured


def _machine() -> str:
    """Give how many cores of which processor this machine has."""
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text().splitlines() if cpus.exists() else []
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return f"{os.cpu_count()} cores of {names[0] if names else 'a processor without a name'}"


@dataclass(frozen=True)
class Stored:
    """A run with so many founders stored, and the seconds from a start to the first reply."""

    founders: int
    run: Measured
    first_reply: float


@dataclass
class Results:
    """Runs by what they are for; `profile` has shares of a turn's time by part."""

    saturated: list[Measured] = field(default_factory=list)
    paced: list[Measured] = field(default_factory=list)
    crowds: list[Measured] = field(default_factory=list)
    stored: list[Stored] = field(default_factory=list)
    profile: list[tuple[str, float]] = field(default_factory=list)
    date: str = field(default_factory=lambda: f"{datetime.now(UTC):%Y-%m-%d}")
    machine: str = field(default_factory=_machine)
