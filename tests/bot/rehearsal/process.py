"""Real `backstage` processes: through a pipe, and in a terminal."""

from __future__ import annotations

import codecs
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

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
    """Run `backstage` with input through a pipe until it ends, in its home for a folder."""
    return subprocess.run(  # noqa: S603 - our own command, with arguments from the tests
        [*COMMAND, *arguments],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        cwd=home,
        env=environment(home, COLUMNS="500", **more),  # long paths stay in one line
        timeout=PATIENCE,
        check=False,
    )


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
