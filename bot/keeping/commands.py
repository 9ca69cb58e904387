"""`backstage backup`, `backstage restore` and `backstage move`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - the command line reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer
from sqlalchemy.engine import make_url

from bot.settings import Problem, SettingsError, Trouble, checked_database, load_store_settings
from bot.storage.backing_up import back_up, put_back
from bot.storage.errors import CopyDiffers, NotAFile, StoreNotEmpty
from bot.words import load_catalogue
from conversations.words.text import say

if TYPE_CHECKING:
    from bot.storage.moving import Copied
    from conversations.words.text import Phrase

FAILED, UNUSABLE = 1, 2
MEGABYTE = 1_000_000

_DATABASE = typer.Option(metavar="URL", help="Which database; else the bot's own, as it is set.")
_TO = typer.Option(
    "--to", metavar="URL", help="An empty database: postgresql://user@host/name or a SQLite file."
)


def register(app: typer.Typer) -> None:
    """Give the command line these commands."""
    app.command("backup")(back_up_database)
    app.command("restore")(restore_database)
    app.command("move")(move_database)


def back_up_database(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes; must not be there yet.")],
    *,
    database: Annotated[str, _DATABASE] = "",
) -> None:
    """Copy the SQLite database, whole and checked, also while the bot runs."""
    try:
        size = back_up(_url(database), file)
    except NotAFile:
        raise _told(say("keeping.backup.server"), UNUSABLE) from None
    except FileExistsError:
        raise _told(say("keeping.backup.exists", file=str(file)), UNUSABLE) from None
    _tell(say("keeping.backup.done", file=str(file), megabytes=_megabytes(size)))


def restore_database(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that `backstage backup` made.")],
    *,
    database: Annotated[str, _DATABASE] = "",
) -> None:
    """Put a copy in the place of the SQLite database; stop the bot first. What was there is kept."""
    try:
        before = put_back(file, _url(database))
    except NotAFile:
        raise _told(say("keeping.restore.server"), UNUSABLE) from None
    _tell(say("keeping.restore.done"))
    if before is not None:
        _tell(say("keeping.restore.before", file=str(before)))


def move_database(
    *,
    to: Annotated[str, _TO],
    database: Annotated[str, _DATABASE] = "",
) -> None:
    """Copy everything into an empty database of either kind and compare the two; stop the bot first."""
    # Here and not above: no other command has to load the tables.
    from bot.storage.moving import move  # noqa: PLC0415 - as said above

    target = _checked("--to", to)
    try:
        rows = move(_url(database), target, _tell_progress)
    except StoreNotEmpty:
        raise _told(say("keeping.move.not_empty"), UNUSABLE) from None
    except CopyDiffers as error:
        raise _told(say("keeping.move.differs", table=error.table), FAILED) from None
    _tell(say("keeping.move.done", n=rows))
    _tell(say("keeping.move.next", place=make_url(target).render_as_string(hide_password=True)))


def _tell_progress(copied: Copied) -> None:
    what = "compared" if copied.compared else "copied"
    _tell(say(f"keeping.move.{what}", table=copied.table, n=copied.rows))


def _url(given: str) -> str:
    return _checked("--database", given) if given else load_store_settings().database_url


def _checked(name: str, url: str) -> str:
    try:
        return checked_database(url)
    except ValueError:
        raise SettingsError((Problem(name, "database_url", Trouble.MALFORMED),)) from None


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}"


def _tell(phrase: Phrase) -> None:
    typer.echo(load_catalogue().label(phrase))


def _told(phrase: Phrase, code: int) -> typer.Exit:
    """Tell what is in the way, and give what ends the command."""
    typer.echo(load_catalogue().label(phrase), err=True)
    return typer.Exit(code)
