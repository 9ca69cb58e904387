"""SQLite: one file, one writer, and everything that holds for SQLite only."""

from __future__ import annotations

import sqlite3
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS, errorcode
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.storage.errors import Fact, StorageError, StoreInUse, StoreUnusable

if TYPE_CHECKING:
    from sqlalchemy import Engine

BUSY_TIMEOUT = 5000
"""How long to wait for another program (a backup, a shell) that holds the file, in milliseconds."""

PATIENCE = 0.5
"""Seconds that a start waits for the file: whoever only asks whether a bot has it holds it for less."""

PRAGMAS = (
    f"busy_timeout = {BUSY_TIMEOUT}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",  # what a founder deletes is overwritten, not just unlinked
)

FACTS = {
    sqlite3.SQLITE_BUSY: Fact.LOCKED,
    sqlite3.SQLITE_LOCKED: Fact.LOCKED,
    sqlite3.SQLITE_READONLY: Fact.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Fact.CORRUPT,
    sqlite3.SQLITE_NOTADB: Fact.CORRUPT,
    sqlite3.SQLITE_FULL: Fact.FULL,
    sqlite3.SQLITE_CANTOPEN: Fact.NO_FOLDER,
}

NUMBERS = {
    EACCES: Fact.READ_ONLY,
    EPERM: Fact.READ_ONLY,
    EROFS: Fact.READ_ONLY,
    ENOSPC: Fact.FULL,
    EDQUOT: Fact.FULL,
}


def lock_path(path: Path) -> Path:
    """Give the file whose lock a bot holds on a database's file."""
    return path.with_name(f"{path.name}.lock")


def told_of(error: sqlite3.Error | OSError) -> StoreUnusable:
    """Give our error for one of SQLite's or of the disk's; it holds codes, never a value."""
    if isinstance(error, OSError):
        number = error.errno or 0
        return StoreUnusable(NUMBERS.get(number, Fact.FAILED), errorcode.get(number, ""))
    code = getattr(error, "sqlite_errorcode", 0)
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return StoreUnusable(FACTS.get(code & 0xFF, Fact.FAILED), name)


class SqliteFile:
    """One SQLite file, held by one process at a time."""

    sole = True
    writers = 1

    def __init__(self, url: URL) -> None:
        if not url.database or url.database == ":memory:" or "mode" in url.query or "uri" in url.query:
            raise StoreUnusable(Fact.UNSUPPORTED, "only a file")
        self.path = Path(url.database)
        self.engine = _engine(url)
        self._lock = FileLock(lock_path(self.path), timeout=PATIENCE, thread_local=False)

    def acquire(self) -> None:
        """Take hold of the file; `StoreInUse` where another bot has it."""
        if not self.path.parent.is_dir():
            raise StoreUnusable(Fact.NO_FOLDER)
        if self.path.exists() and not self.path.is_file():
            raise StoreUnusable(Fact.NOT_OURS, "no file")
        try:
            self._lock.acquire()
            self.path.touch(mode=0o600)  # what founders type is for the operator's eyes only
        except Timeout:
            raise StoreInUse(str(self.path)) from None
        except OSError as error:
            raise told_of(error) from None

    def release(self) -> None:
        """Let go of the file."""
        self.engine.dispose()
        self._lock.release()

    def have_alone(self, connection: Connection) -> None:
        """Nothing more to do: who has acquired the file has it alone."""

    def check(self, connection: Connection) -> None:
        """Raise `StoreUnusable` where the file is damaged."""
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if found != "ok":
            raise StoreUnusable(Fact.CORRUPT)

    def scrub(self, connection: Connection) -> None:
        """Empty the write-ahead log, where deleted text would stay for a while; outside a transaction."""
        raw = connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def refusal(self, error: SQLAlchemyError) -> StorageError:
        """Give our error for one of SQLite's."""
        original = error.orig if isinstance(error, DBAPIError) else None
        if not isinstance(original, sqlite3.Error):
            return StoreUnusable(Fact.FAILED, type(error).__name__)
        return told_of(original)


def _engine(url: URL) -> Engine:
    # hide_parameters: parameters hold what founders typed, and errors are logged
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own event shape
    connection.isolation_level = None  # the driver would begin transactions by itself, and too late
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    # IMMEDIATE: a transaction that reads first and then writes fails where another program wrote between
    connection.exec_driver_sql("BEGIN IMMEDIATE")
