"""A bot's process as the system sees it: its processor time, its memory, its children apart."""

from __future__ import annotations

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BOTS_CORE, LOADS_CORE = 0, 1
_TICK = os.sysconf("SC_CLK_TCK")
_MIB = 1024


@dataclass(frozen=True)
class Used:
    """What a process has used: processor seconds, user and system, of which `loop` are its first thread's.

    That thread is the event loop's. Memory in MiB.
    """

    seconds: float
    loop: float
    memory: float


class Process:
    """A bot on a core of its own, its output in a file."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self._log = log
        with log.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603 - our own entry points
                command,
                env={**os.environ, **environment},
                cwd=Path(__file__).parents[1],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        pin(self._process.pid, BOTS_CORE)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    def last_words(self) -> str:
        """Give the end of what it wrote."""
        return self._log.read_text()[-2000:]

    def used(self) -> Used:
        """Give what it has used so far."""
        memory = dict(
            line.split(":", 1) for line in Path(f"/proc/{self.pid}/status").read_text().splitlines()
        )
        return Used(
            seconds=_seconds(Path(f"/proc/{self.pid}/stat")),
            loop=_seconds(Path(f"/proc/{self.pid}/task/{self.pid}/stat")),
            memory=int(memory["VmRSS"].split()[0]) / _MIB,
        )

    def ends(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it, and wait until it is gone."""
        if self.alive:
            self._process.send_signal(how)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _seconds(stat: Path) -> float:
    """Give the processor seconds that the system counts for a process or a thread."""
    fields = stat.read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def pin(pid: int, core: int) -> None:
    """Keep a process on one core, where there are several; 0 is this one."""
    if (os.cpu_count() or 1) > 1 and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(pid, {core})
