"""Looking at a database beside the bot that writes it: nothing is locked, nothing can be changed."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.engine import DRIVER, database_at
from bot.storage.errors import Fact, StoreUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine


@contextmanager
def reading(url: str) -> Iterator[Connection]:
    """Give a connection that can only read. Raises `StorageError`, also for what goes wrong meanwhile."""
    database = database_at(url)
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite"
    if is_file and not Path(parsed.database or "").is_file():
        raise StoreUnusable(Fact.NO_FOLDER)
    engine = _file_engine(parsed) if is_file else _server_engine(parsed)
    try:
        with engine.connect() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise database.refusal(error) from None
    finally:
        engine.dispose()


def _file_engine(parsed: URL) -> Engine:
    path = Path(parsed.database or "").resolve()
    # Without a log beside it nobody writes: said so, SQLite leaves no files of its own there either.
    alone = not path.with_name(f"{path.name}-wal").exists()
    query = {"uri": "true", **({"immutable": "1"} if alone else {"mode": "ro"})}
    return create_engine(URL.create("sqlite", database=path.as_uri(), query=query), hide_parameters=True)


def _server_engine(parsed: URL) -> Engine:
    return create_engine(
        parsed.set(drivername=DRIVER), hide_parameters=True, execution_options={"postgresql_readonly": True}
    )
