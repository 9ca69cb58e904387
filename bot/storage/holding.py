"""Whether a bot holds a database at this moment, asked without getting in its way."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.engine import make_url

from bot.storage.sqlite import lock_path


def held(url: str) -> bool | None:
    """Tell whether a bot holds the SQLite file that a URL names; None where that can't be known.

    The lock is taken for a moment, for less than a bot that starts just then waits for it.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    path = lock_path(Path(parsed.database))
    if not path.exists():
        return False
    try:
        with FileLock(path, timeout=0, thread_local=False):
            return False
    except Timeout:
        return True
    except OSError:
        return None
