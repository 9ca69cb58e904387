"""Real `backstage` processes: through a pipe, and in a terminal."""

from __future__ import annotations

import atexit
import codecs
import os
import pty
import re
import select
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from tests.bot.rehearsal.forking import Order

if TYPE_CHECKING:
    from types import TracebackType

COMMAND = [sys.executable, "-c", "from bot.commands import main; main()"]
IN_TERMINAL = [
    sys.executable,
    "-c",
    # The terminal has to be the process's own, so that Ctrl-C typed there reaches it.
    "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from bot.commands import main; main()",
]
PREFERENCES = ("NO_COLOR", "FORCE_COLOR", "TERM", "XDG_DATA_HOME")
ROOT = Path(__file__).parents[3]
PATIENCE = 60.0
WIDE = "500"
"""Columns, so that long paths stay in one line."""
AGAIN = 5.0
"""After how many seconds of silence somebody presses Ctrl-C once more."""
STYLE = re.compile(r"\x1b\[[0-9;]*m")
_SEQUENCE = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|[=>])")
CTRL_C, CTRL_D = "\x03", "\x04"


def environment(home: Path, **more: str) -> dict[str, str]:
    """Give an environment with a home of its own, without the settings of whoever runs the tests."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("BACKSTAGE_") and name not in PREFERENCES
    }
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **more}


def backstage(*arguments: str, home: Path, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run `backstage` with input through a pipe until it ends, in its home for a folder.

    It is a process of its own, forked from one that has loaded what it needs, which takes some seconds.
    """
    return starter().run(Order(arguments, str(home), environment(home, COLUMNS=WIDE, **more)), typed)


def backstage_from_scratch(
    *arguments: str, home: Path, typed: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run it as a shell would: for what Python itself takes from the environment."""
    return subprocess.run(  # noqa: S603 - our own command, with arguments from the tests
        [*COMMAND, *arguments],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        cwd=home,
        env=environment(home, COLUMNS=WIDE, **more),
        timeout=PATIENCE,
        check=False,
    )


class Starter:
    """The process that commands are forked from, see `forking`; one for all tests of a process."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._path = f"{self._folder.name}/orders"
        self._process = subprocess.Popen(  # noqa: S603 - our own entry point
            [sys.executable, "-m", "tests.bot.rehearsal.forking", self._path],
            cwd=ROOT,
            env=environment(Path(self._folder.name)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"ready\n"

    def close(self) -> None:
        self._process.communicate(timeout=PATIENCE)
        self._folder.cleanup()

    def run(self, order: Order, typed: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; raises TimeoutError where it never comes."""
        pipes = [os.pipe() for _ in range(3)]
        ours = [pipes[0][1], pipes[1][0], pipes[2][0]]
        theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
        with socket.socket(socket.AF_UNIX) as connection, ThreadPoolExecutor(3) as threads:
            connection.settimeout(PATIENCE)
            connection.connect(self._path)
            socket.send_fds(connection, [msgspec.json.encode(order)], theirs)
            for pipe in theirs:
                os.close(pipe)
            threads.submit(_write, ours[0], typed)
            said, told = (threads.submit(_read, pipe) for pipe in ours[1:])
            code = int(connection.recv(16))
        return subprocess.CompletedProcess(order.arguments, code, said.result(), told.result())


@cache
def starter() -> Starter:
    """Give the process that commands are forked from, the same each time."""
    made = Starter()
    atexit.register(made.close)
    return made


def _write(pipe: int, text: str) -> None:
    # Who ends without having read all of it closes the pipe.
    with suppress(BrokenPipeError), open(pipe, "w", encoding="utf-8", newline="") as stream:
        stream.write(text)


def _read(pipe: int) -> str:
    with open(pipe, encoding="utf-8") as stream:
        return stream.read()


class Terminal:
    """`backstage` in a terminal of its own, which a test reads from and types into."""

    def __init__(self, *arguments: str, home: Path, **more: str) -> None:
        self.screen = ""
        self._read_to = 0
        # A sign's bytes may come in two reads.
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(  # noqa: S603 - our own command, as above
            [*IN_TERMINAL, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home,
            env=environment(home, **more),
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    @property
    def words(self) -> str:
        """All that was printed, without what steers the terminal."""
        return _SEQUENCE.sub("", self.screen).replace("\r", "")

    def sees(self, words: str) -> None:
        """Wait until words are printed after what was seen before; AssertionError where they never are."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.words[self._read_to :]:
            assert time.monotonic() < deadline, f"{words!r} never came after {self.words[self._read_to :]!r}"
            assert self._more(deadline), f"ended without {words!r}: {self.words[self._read_to :]!r}"
        self._read_to = self.words.index(words, self._read_to) + len(words)

    def breaks_off(self, words: str) -> None:
        """Press Ctrl-C at the prompt until words are printed, as anybody would.

        Python's line editor may miss the signal that comes between its prompt and its waiting for keys.
        """
        self.sees("you ›")
        deadline = time.monotonic() + PATIENCE
        running = True
        while running and words not in self.words[self._read_to :]:
            assert time.monotonic() < deadline, f"{words!r} never came after Ctrl-C"
            os.write(self._ours, CTRL_C.encode())
            again = time.monotonic() + AGAIN
            while running and time.monotonic() < again and words not in self.words[self._read_to :]:
                running = self._more(again)
        self.sees(words)

    def types(self, keys: str) -> None:
        """Type keys once the prompt is there; a line ends in a newline."""
        self.sees("you ›")
        os.write(self._ours, keys.encode())

    def ends(self) -> int:
        """Wait for the end, and give the exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._more(deadline):
            assert time.monotonic() < deadline, f"still running: {self.words[self._read_to :]!r}"
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """Kill the process at once."""
        self._process.kill()
        self._process.wait()

    def _more(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return True
        try:
            read = os.read(self._ours, 65536)
        except OSError:  # Linux says so where the other end was closed
            return False
        self.screen += self._decoder.decode(read)
        return bool(read)
