"""Whether a bot holds a database at this moment, asked without getting in its way."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import text
from sqlalchemy.engine import make_url

from bot.storage.engine import OURS, POSTGRES, PRESENT
from bot.storage.reading import reading
from bot.storage.sqlite import lock_path

_WORKERS = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND classid = :ours AND objid = :present"
)


def held(url: str) -> bool | None:
    """Tell whether a bot holds the database that a URL names; None where that can't be known.

    A file's lock is taken for a moment, for less than a bot that starts just then waits for it.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return _file_held(Path(parsed.database))
    if parsed.drivername in POSTGRES:
        with reading(url) as connection:
            return bool(connection.execute(_WORKERS, {"ours": OURS, "present": PRESENT}).scalar_one())
    return None


def _file_held(database: Path) -> bool | None:
    path = lock_path(database)
    if not path.exists():
        return False
    try:
        with FileLock(path, timeout=0, thread_local=False):
            return False
    except Timeout:
        return True
    except OSError:
        return None
