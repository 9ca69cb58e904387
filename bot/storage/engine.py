"""What a store needs of its database, and which database an address names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.storage.errors import Fact, StorageError, StoreUnusable
from bot.storage.sqlite import SqliteFile

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine
    from sqlalchemy.exc import SQLAlchemyError


DRIVER = "postgresql+psycopg"
POSTGRES = ("postgresql", DRIVER)
OURS = 0x6261636B
"""First half of the numbers of our advisory locks: other programs on a server's database have others."""
MIGRATING, PRESENT = 1, 2
"""Second halves: who migrates; who runs a bot here, which many may at once."""


class Database(Protocol):
    """One database, and everything about it that is its own affair."""

    engine: Engine
    sole: bool
    """Whether holding it proves that no other process delivers from it."""
    writers: int
    """How many threads write to it at best."""

    def acquire(self) -> None:
        """Take hold of it; `StoreInUse` where another bot has it, `StoreUnusable` where it can't be had."""
        ...

    def release(self) -> None:
        """Let go of it."""
        ...

    def have_alone(self, connection: Connection) -> None:
        """See that nobody else uses it while this connection lives; `StoreInUse` where somebody does."""
        ...

    def check(self, connection: Connection) -> None:
        """Raise `StoreUnusable` where its content is damaged; until the transaction ends, nobody migrates."""
        ...

    def scrub(self, connection: Connection) -> None:
        """Leave no trace on disk of what was deleted."""
        ...

    def refusal(self, error: SQLAlchemyError) -> StorageError:
        """Give our error for one of the database's; it holds codes, never a value."""
        ...


def database_at(url: str) -> Database:
    """Give the database that a URL such as `sqlite:///backstage.sqlite3` names; nothing is opened yet.

    Raises `StoreUnusable` where it names none that can be used.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreUnusable(Fact.MALFORMED) from None  # what stands in it may be a password
    if parsed.get_backend_name() == "sqlite":
        return SqliteFile(parsed)
    if parsed.drivername in POSTGRES:
        # Here and not above: its driver is loaded where it is used.
        from bot.storage.postgres import PostgresServer  # noqa: PLC0415 - as said above

        return PostgresServer(parsed)
    raise StoreUnusable(Fact.UNSUPPORTED, parsed.get_backend_name())
