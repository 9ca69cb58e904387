"""Brings a database to the tables of this version, with what is in it kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from bot.storage.errors import Fact, StoreFromNewerVersion, StoreUnusable

if TYPE_CHECKING:
    from sqlalchemy import Connection

ALEMBICS_OWN = "alembic_version"
MIGRATIONS = Path(__file__).parent / "migrations"


def configuration() -> Config:
    """Give Alembic's configuration, which is all in code."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("file_template", "revision_%%(rev)s_%%(slug)s")
    return config


def migrate(connection: Connection) -> None:
    """Run what is missing, within the transaction that the connection is in.

    Raises `StoreFromNewerVersion` where the database knows a revision that we don't, `StoreUnusable` where it
    holds another program's tables.
    """
    config = configuration()
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    if current is None and set(inspect(connection).get_table_names()) - {ALEMBICS_OWN}:
        raise StoreUnusable(Fact.NOT_OURS)
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise StoreFromNewerVersion(current)
    if current != scripts.get_current_head():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
