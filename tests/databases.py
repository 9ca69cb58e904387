"""Where a test's bot keeps what it keeps: a SQLite file, or a database on a PostgreSQL server."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres_server import PostgresServer

Kind: TypeAlias = Literal["sqlite", "postgresql"]
KINDS: tuple[Kind, ...] = ("sqlite", "postgresql")


class Kept(Protocol):
    """One database, looked at by nobody of ours. Values stand as `?` in queries."""

    @property
    def url(self) -> str:
        """Its address, as `BACKSTAGE_DATABASE_URL` has it."""

    def read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Give the rows of a query."""

    def change(self, statement: str, *values: object) -> None:
        """Change it behind the store's back."""


@dataclass(frozen=True)
class File:
    """A SQLite file."""

    path: Path

    @property
    def url(self) -> str:
        return f"sqlite:///{self.path}"

    def read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as connection:
            return connection.execute(query, values).fetchall()

    def change(self, statement: str, *values: object) -> None:
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute(statement, values)


@dataclass(frozen=True)
class OnServer:
    """A database on the tests' PostgreSQL server."""

    server: PostgresServer
    name: str

    @property
    def url(self) -> str:
        return self.server.url(self.name)

    def read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self.server.connect(self.name) as connection:
            return connection.execute(query.replace("?", "%s").encode(), values).fetchall()

    def change(self, statement: str, *values: object) -> None:
        with self.server.connect(self.name) as connection:
            connection.execute(statement.replace("?", "%s").encode(), values)
