"""`backstage status`: how a bot and its database stand, in a screenful, beside the running bot."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer
from sqlalchemy.engine import make_url

from bot.settings import Problem, SettingsError, Trouble, checked_database, load_store_settings
from bot.storage.backing_up import last_backup
from bot.storage.holding import held
from bot.storage.reading import reading
from bot.storage.standing import standing
from bot.watching.telling import Looked, status_lines, troubles
from bot.words import load_catalogue

WRONG = 1

_DATABASE = typer.Option(metavar="URL", help="Which database; else the bot's own, as it is set.")


def register(app: typer.Typer) -> None:
    """Give the command line this command."""
    app.command("status")(show_status)


def show_status(*, database: Annotated[str, _DATABASE] = "") -> None:
    """Print how the bot and its database stand; it only looks on, also beside the running bot.

    The exit code is 1 where something is wrong, 2 where the database can't be read.
    """
    url = _checked(database) if database else load_store_settings().database_url
    now, copied = datetime.now(UTC), last_backup(url)
    with reading(url) as connection:
        looked = Looked(
            place=make_url(url).render_as_string(hide_password=True),
            running=held(url),
            standing=standing(connection, now),
            backed_up=None if copied is None else (now - copied).total_seconds(),
        )
    words = load_catalogue()
    for line in status_lines(looked):
        typer.echo(words.label(line))
    wrong = troubles(looked)
    for trouble in wrong:
        typer.echo(words.label(trouble))
    if wrong:
        raise typer.Exit(WRONG)


def _checked(url: str) -> str:
    try:
        return checked_database(url)
    except ValueError:
        raise SettingsError((Problem("--database", "database_url", Trouble.MALFORMED),)) from None
