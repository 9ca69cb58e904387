"""Which tables a database has: those of this version, or others that have to be migrated first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import column, inspect, select, table

from bot.storage.errors import Fact, StoreFromNewerVersion, StoreUnusable

if TYPE_CHECKING:
    from sqlalchemy import Connection

CURRENT: Final = "0013"
"""The last migration: the one that ends in the tables of `bot.storage.schema`."""

_VERSION = table("alembic_version", column("version_num"))


def bring_up_to_date(connection: Connection) -> None:
    """Run the migrations that are missing, within the transaction that the connection is in.

    Raises `StoreFromNewerVersion`, and `StoreUnusable` where the database holds another program's tables.
    """
    if inspect(connection).has_table(_VERSION.name):
        known = connection.execute(select(_VERSION.c.version_num)).scalars().all()
        if known == [CURRENT]:
            return
    # Alembic takes a tenth of a second to import, and nearly every start finds nothing to migrate.
    from bot.storage.migrate import migrate  # noqa: PLC0415 - see above

    migrate(connection)


def checked_revision(connection: Connection) -> str:
    """Give a database's revision where it is this version's; nothing is changed.

    Raises `StoreUnusable` and `StoreFromNewerVersion` where the tables are others.
    """
    if not inspect(connection).has_table(_VERSION.name):
        raise StoreUnusable(Fact.NOT_OURS)
    known = str(connection.execute(select(_VERSION.c.version_num)).scalar_one())
    if known < CURRENT:
        raise StoreUnusable(Fact.OLDER)
    if known > CURRENT:
        raise StoreFromNewerVersion(known)
    return known
