"""A real PostgreSQL for the tests: one server a run, a database of its own for each test.

with PostgresServer() as server, server.database() as url:
    ...
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
EMPTY = "template0"


class PostgresServer:
    """A server that lives as long as its block, or as this process if that ends first.

    It writes as is fast enough for tests; `durable` tells that it shall write as operators have theirs write.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self.folder = ""
        self._options = ("--durable",) if durable else ()
        self._numbers = count(1)
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(  # noqa: S603 - our own entry point
            [sys.executable, "-m", "tests.postgres_server", *self._options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        if self._process.stdout is not None:
            self.folder = self._process.stdout.readline().strip()
        if not self.folder:
            raise AssertionError("PostgreSQL did not start")
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.communicate(timeout=60)

    def url(self, name: str, user: str = "postgres") -> str:
        """Give a database's address."""
        return f"postgresql+psycopg://{user}@/{name}?host={self.folder}"

    def copy_of(self, template: str = EMPTY) -> str:
        """Make a database that is like another (to which nobody may be connected), and give its name."""
        name = f"test_{next(self._numbers)}"
        self.does(f"create database {name} template {template}")
        return name

    @contextlib.contextmanager
    def database(self, template: str = EMPTY) -> Iterator[str]:
        """Give the name of a database that is gone after the block."""
        name = self.copy_of(template)
        try:
            yield name
        finally:
            self.does(f"drop database {name} with (force)")

    def connect(self, name: str) -> psycopg.Connection:
        """Give a connection in which each statement is its own transaction."""
        return psycopg.connect(host=self.folder, user="postgres", dbname=name, autocommit=True)

    def drops_connections(self, name: str) -> None:
        """End all connections to a database, as a restart of the server does; returns when they are gone."""
        with self.connect("postgres") as connection:
            connection.execute(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = %s", (name,)
            )

    def does(self, statement: str) -> None:
        """Carry out a statement about databases or users."""
        with self.connect("postgres") as connection:
            connection.execute(statement.encode())
