"""A copy of a SQLite file, taken in one moment beside the running bot, and put back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.engine import make_url

from bot.storage.engine import database_at
from bot.storage.errors import Fact, NotAFile, StoreUnusable
from bot.storage.revision import checked_revision
from bot.storage.sqlite import SqliteFile, told_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PART = ".part"
NOTE = ".last-backup"
ENDINGS = ("-wal", "-shm")
"""What SQLite keeps beside its file."""


def back_up(url: str, copy: Path) -> int:
    """Copy the SQLite file that a URL names, whoever writes it meanwhile, and give the copy's size in bytes.

    The copy is whole or it isn't there. Raises `NotAFile` for another kind of database, `FileExistsError`
    where the copy would overwrite something, `StoreUnusable` where either can't be had or isn't sound.
    """
    path = _path_of(url)
    if not path.is_file():
        raise StoreUnusable(Fact.NO_FOLDER)
    if copy.exists():
        raise FileExistsError
    part = copy.with_name(copy.name + PART)
    with _told():
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)  # it holds what founders typed
        try:
            _copy(path, part)
            part.replace(copy)
        finally:
            part.unlink(missing_ok=True)
    with suppress(OSError):  # a copy without a note of it is a copy all the same
        _note_of(path).touch(mode=0o600)
    return copy.stat().st_size


def last_backup(url: str) -> datetime | None:
    """Give when `back_up` last copied what a URL names, None where it never did."""
    try:
        noted = _note_of(_path_of(url)).stat().st_mtime
    except (NotAFile, OSError):
        return None
    return datetime.fromtimestamp(noted, UTC)


def _note_of(path: Path) -> Path:
    """Give the empty file whose age tells when a database was last copied."""
    return path.with_name(path.name + NOTE)


def put_back(copy: Path, url: str) -> Path | None:
    """Put a copy in the place of the SQLite file that a URL names, and give where that file is kept now.

    None where there was none. Raises `StoreInUse` where a bot runs, `StoreFromNewerVersion` and
    `StoreUnusable` where the copy can't be used; then nothing has changed.
    """
    path = _path_of(url)
    if not copy.is_file():
        raise StoreUnusable(Fact.NO_FOLDER)
    database = SqliteFile(make_url(url))
    database.acquire()
    part = path.with_name(path.name + PART)
    try:
        with _told():
            part.unlink(missing_ok=True)
            part.touch(mode=0o600)
            _copy(copy, part)
            _is_ours(part)
            kept = _set_aside(path)
            part.replace(path)
            return kept
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        database.release()


def _copy(source: Path, target: Path) -> None:
    """Copy one database into another, in one moment, and see that what arrived is sound."""
    asked = f"{source.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(asked, uri=True)) as whole, closing(sqlite3.connect(target)) as copy:
        whole.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").close()  # so that it is one file
        if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise StoreUnusable(Fact.CORRUPT)
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _is_ours(path: Path) -> None:
    """Raise `StorageError` where a file isn't one that this version can use; an older one it can."""
    database = database_at(f"sqlite:///{path}")
    try:
        with database.engine.connect() as connection:
            checked_revision(connection)
    except StoreUnusable as refused:
        if refused.fact is not Fact.OLDER:
            raise
    finally:
        database.engine.dispose()
        _without_rest(path)


def _set_aside(path: Path) -> Path | None:
    """Keep what was there under another name, whatever state it is in."""
    if not path.stat().st_size:
        return None
    kept = path.with_name(f"{path.name}.{datetime.now(UTC):%Y%m%d-%H%M%S}")
    for ending in ENDINGS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(kept.with_name(kept.name + ending))
    path.replace(kept)
    return kept


def _without_rest(path: Path) -> None:
    for ending in ENDINGS:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _path_of(url: str) -> Path:
    database = database_at(url)
    if not isinstance(database, SqliteFile):
        raise NotAFile
    return database.path


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise told_of(error) from None
