"""PostgreSQL: one server, any number of workers, and everything that holds for PostgreSQL only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import URL, Connection, NullPool, create_engine, event, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.storage.engine import DRIVER, MIGRATING, OURS, PRESENT
from bot.storage.errors import Fact, StorageError, StoreInUse, StoreUnusable

if TYPE_CHECKING:
    from sqlalchemy import Engine


WAITS = {
    "connect_timeout": 5,
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}
"""A server that has gone without a word is noticed in seconds: the first and the keepalives in seconds."""
SESSION = {
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "15s",  # a worker that hangs doesn't hold up the others for longer
    "client_encoding": "UTF8",
    "timezone": "UTC",
}

STATES = {
    "23503": Fact.OVERTAKEN,
    "23505": Fact.OVERTAKEN,
    "40001": Fact.OVERTAKEN,
    "40P01": Fact.OVERTAKEN,
    "55P03": Fact.LOCKED,
    "25006": Fact.READ_ONLY,
    "28000": Fact.DENIED,
    "28P01": Fact.DENIED,
    "42501": Fact.DENIED,
    "3D000": Fact.NO_DATABASE,
    "53100": Fact.FULL,
    "53300": Fact.UNREACHABLE,
    "57P01": Fact.UNREACHABLE,
    "57P02": Fact.UNREACHABLE,
    "57P03": Fact.UNREACHABLE,
    "XX001": Fact.CORRUPT,
    "XX002": Fact.CORRUPT,
}
"""What the server's codes mean to us; see the PostgreSQL manual, appendix A."""
REFUSALS = {
    "authentication failed": Fact.DENIED,
    "no password supplied": Fact.DENIED,
    "no pg_hba.conf entry": Fact.DENIED,
    "permission denied": Fact.DENIED,
    'role "': Fact.DENIED,
    'database "': Fact.NO_DATABASE,
}
"""A refused connection comes without a code: its words, where they are English, say what it was."""


class PostgresServer:
    """One database on a PostgreSQL server, shared by all workers that are given its address."""

    sole = False
    writers = 2

    def __init__(self, url: URL) -> None:
        if not url.database:
            raise StoreUnusable(Fact.MALFORMED)
        self.engine = _engine(url.set(drivername=DRIVER))

    def acquire(self) -> None:
        """Nothing to take hold of: workers share it."""

    def release(self) -> None:
        """Let go of it."""
        self.engine.dispose()

    def have_alone(self, connection: Connection) -> None:
        """See that no worker uses it while this connection lives; `StoreInUse` where one does."""
        alone = text(f"SELECT pg_try_advisory_lock({OURS}, {PRESENT})")
        if not connection.execute(alone).scalar():
            raise StoreInUse(connection.engine.url.database)

    def check(self, connection: Connection) -> None:
        """Let nobody else migrate until the transaction ends; `StoreUnusable` where it can't be written."""
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({OURS}, {MIGRATING})"))
        if connection.execute(text("SHOW transaction_read_only")).scalar() == "on":
            raise StoreUnusable(Fact.READ_ONLY)
        if connection.execute(text("SHOW server_encoding")).scalar() != "UTF8":
            raise StoreUnusable(Fact.UNSUPPORTED, "only UTF8")

    def scrub(self, connection: Connection) -> None:
        """Nothing to do here: what was deleted is overwritten by the server's own vacuum."""

    def refusal(self, error: SQLAlchemyError) -> StorageError:
        """Give our error for one of PostgreSQL's."""
        original = error.orig if isinstance(error, DBAPIError) else None
        if not isinstance(original, psycopg.Error):
            return StoreUnusable(Fact.FAILED, type(error).__name__)
        state = original.sqlstate
        if state is None:
            return _unconnected(original)
        fact = Fact.UNREACHABLE if state.startswith("08") else STATES.get(state, Fact.FAILED)
        return StoreUnusable(fact, f"{type(original).__name__} {state}")


def _unconnected(error: psycopg.Error) -> StoreUnusable:
    if not isinstance(error, psycopg.OperationalError):
        return StoreUnusable(Fact.FAILED, type(error).__name__)
    words = str(error)
    said = words.partition("FATAL:")[2] or words
    fact = next((fact for part, fact in REFUSALS.items() if part in said), Fact.UNREACHABLE)
    return StoreUnusable(fact, type(error).__name__)


def _engine(url: URL) -> Engine:
    options = " ".join(f"-c {name}={value}" for name, value in SESSION.items())
    # No pool: each of the store's threads keeps its connection, and a lost one isn't kept.
    # hide_parameters: parameters hold what founders typed, and errors are logged
    engine = create_engine(
        url,
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={**WAITS, "options": options, "application_name": "backstage"},
    )
    event.listen(engine, "connect", _note_presence)
    return engine


def _note_presence(connection: psycopg.Connection, _record: object) -> None:
    """Let others see that a bot runs here, for as long as the connection lives."""
    found = connection.execute(f"SELECT pg_try_advisory_lock_shared({OURS}, {PRESENT})".encode()).fetchone()
    connection.commit()
    if found != (True,):
        raise StoreInUse
