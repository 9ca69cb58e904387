"""The command line: `backstage run`, `backstage rehearse`, `backstage diagram`."""

from __future__ import annotations

import io
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from sqlalchemy.engine import make_url

from bot import composition, event_loop
from bot.coaching import commands as coaching
from bot.drawing import commands as drawing
from bot.importing import commands as importing
from bot.interviewing import catalogue
from bot.keeping import commands as keeping
from bot.logs import anatomy, redacted, set_up_logs
from bot.rehearsal.database import rehearsal_database
from bot.rehearsal.keyboard import Keyboard
from bot.rehearsal.screen import Screen
from bot.rehearsal.session import Stage, rehearse
from bot.settings import (
    Problem,
    SettingsError,
    data_folder,
    load_settings,
    make_data_folder,
)
from bot.storage.errors import StorageError, StoreFromNewerVersion, StoreInUse, StoreUnusable
from bot.understanding import commands as understanding
from bot.watching import commands as watching
from bot.words import load_catalogue
from conversations.errors import BackstageError, ScriptError
from conversations.interview.snapshot import Person
from conversations.words.text import say

if TYPE_CHECKING:
    from types import TracebackType

    from conversations.script.model import Script
    from conversations.words.catalogue import Catalogue
    from conversations.words.text import Phrase

FAILED = 1
UNUSABLE = 2
INVENTED = "Lena"
"""Whom a playbook is rehearsed with, where nobody is named: its words may call the founder by name."""

app = typer.Typer(
    name="backstage",
    help="Coaches founders through the backstage of their Business Model Canvas.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it with the option's bare value
    if wanted:
        typer.echo(f"backstage {version('backstage')}")
        raise typer.Exit


understanding.register(app)
coaching.register(app)
drawing.register(app)
importing.register(app)
watching.register(app)
keeping.register(app)


@app.callback()
def backstage(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Coaches founders through the backstage of their Business Model Canvas."""


@app.command("run")
def run_bot() -> None:
    """Run the bot on Telegram. Its settings are in the environment or in `.env`, see `.env.example`."""
    settings = load_settings()
    make_data_folder(settings.database_url)
    set_up_logs(settings.log_level, settings.log_format)
    event_loop.run(composition.run(settings, skills=composition.skills()))


@app.command("rehearse")
def rehearse_here(  # noqa: PLR0913 - an argument an option
    *,
    database: Annotated[
        str, typer.Option(metavar="URL", help="Where to keep it, such as sqlite:///mine.sqlite3.")
    ] = "",
    name: Annotated[str, typer.Option(help="Your first name; Lena where you look at a playbook.")] = "",
    files: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where files go. Else beside the database.")
    ] = None,
    language: Annotated[str, typer.Option(metavar="TAG", help="What to speak, such as en or pt-BR.")] = "",
    plain: Annotated[bool, typer.Option("--plain", help="No colours.")] = False,
    playbook: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", exists=True, dir_okay=False, help="A programme's own interview, to look at it."
        ),
    ] = None,
) -> None:
    """Hold the interview here, in the terminal or through a pipe, one answer a line."""
    set_up_logs("WARNING", "auto")
    script = _playbook(playbook) if playbook else None
    url = rehearsal_database(database, script.id if script else "")
    screen, keyboard = _terminal(catalogue(language), plain=plain)
    stage = Stage(
        screen,
        Person(first_name=name.strip() or (INVENTED if script else ""), language=language),
        composition.outline(script),
        files or _beside(url),
    )
    stage.skills = composition.skills()
    rehearse(composition.open_rehearsal(url, script), keyboard, stage)


@app.command("diagram")
def print_diagram(
    *,
    questions: Annotated[
        bool, typer.Option("--questions", help="Print the table of questions instead, as Markdown.")
    ] = False,
) -> None:
    """Print the interview's state machine as Mermaid."""
    typer.echo(composition.question_list() if questions else composition.diagram())


def main() -> None:
    """Run the command line. What goes wrong is told in a line, without anybody's words."""
    sys.excepthook = _tell_unexpected
    try:
        typer.main.get_command(app)(prog_name="backstage")
    except BackstageError as error:
        typer.echo(told(error, load_catalogue()), err=True)
        sys.exit(UNUSABLE if isinstance(error, (SettingsError, StorageError)) else FAILED)


def told(error: BackstageError, words: Catalogue) -> str:
    """Give the one line that tells of an error."""
    match error:
        case SettingsError():
            what = "; ".join(words.label(_problem(problem)) for problem in error.problems)
        case StoreInUse():
            what = words.label(say("terminal.store.in_use"))
        case StoreFromNewerVersion():
            what = words.label(say("terminal.store.newer"))
        case StoreUnusable():
            what = words.label(say(f"terminal.store.{error.fact.value}", detail=error.detail))
        case ScriptError():
            what = words.label(_mistake(error))
        case _:
            what = " ".join(str(error).split())
    return redacted(words.label(say("terminal.trouble", what=what)))


def _problem(problem: Problem) -> Phrase:
    wanted = say(f"terminal.wanted.{problem.field}")
    return say(f"terminal.setting.{problem.trouble.value}", name=problem.name, wanted=wanted)


def _tell_unexpected(
    kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    lines = [load_catalogue().label(say("terminal.unexpected")), *anatomy(error)]
    typer.echo(redacted("\n".join(lines)), err=True)


def _mistake(error: ScriptError) -> Phrase:
    return say("playbook.at", line=str(error.line), what=error.what) if error.line else error.what


def _playbook(file: Path) -> Script:
    """Give the interview in a programme's file; a mistake in it is told with its line, exit code 2."""
    try:
        return composition.playbook(file.read_bytes())
    except ScriptError as error:
        told = say("playbook.in_file", file=file.name, what=_mistake(error))
        raise typer.BadParameter(load_catalogue().label(told), param_hint="--playbook") from None


def _terminal(words: Catalogue, *, plain: bool) -> tuple[Screen, Keyboard]:
    attended = sys.stdin.isatty() and sys.stdout.isatty()
    for stream in (sys.stdin, sys.stdout):
        # What can't be read or shown becomes a sign: the interview goes on.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    keyboard = Keyboard(
        sys.stdin,
        prompt=words.label(say("terminal.prompt")),
        more=words.label(say("terminal.more")),
        attended=attended,
    )
    return Screen(sys.stdout, words, attended=attended, styled=_styled(plain=plain)), keyboard


def _beside(url: str) -> Path:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return Path(parsed.database).resolve().parent
    return data_folder()


def _styled(*, plain: bool) -> bool:
    unwanted = plain or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not unwanted
