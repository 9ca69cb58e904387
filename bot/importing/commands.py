"""`backstage import`: canvases of a file, each a link for its founder or a venture of the rehearsal."""

from __future__ import annotations

import asyncio
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from bot.coaching.sources import STDIN, canvases_of
from bot.importing.links import links_to
from bot.importing.ventures import found_ventures
from bot.rehearsal.database import rehearsal_database
from bot.settings import load_settings, make_data_folder
from bot.words import load_catalogue
from conversations.files.canvases import BadLine, CanvasRead
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas
    from conversations.words.catalogue import Catalogue

FAILED = 1


def register(app: typer.Typer) -> None:
    """Give the command line this command."""
    app.command("import")(import_canvases)


def import_canvases(
    file: Annotated[Path, typer.Argument(metavar="FILE|-", help="The bot's export, or plain canvases.")],
    *,
    rehearsal: Annotated[
        bool, typer.Option("--rehearsal", help="Make each a venture of your own rehearsal instead.")
    ] = False,
    database: Annotated[
        str, typer.Option(metavar="URL", help="A rehearsal's database, as `rehearse --database` has it.")
    ] = "",
    days: Annotated[int, typer.Option(min=1, max=365, help="How long the links can be used.")] = 30,
) -> None:
    """Hand canvases over: print a link a canvas, with which one founder takes it into their account.

    The bot may be running meanwhile. With --rehearsal or --database they go into a rehearsal.
    """
    words = load_catalogue()
    bad: list[BadLine] = []
    canvases = list(_good(file, words, bad))
    told = _rehearsed(canvases, database) if rehearsal or database else _linked(canvases, days)
    for canvas, where in told:
        name = canvas.venture.name or words.label(say("handover.unnamed"))
        notes = say("handover.notes", n=len(canvas.entries))
        typer.echo(words.label(say("importing.done", name=name, notes=notes, where=where)))
    if bad:
        raise typer.Exit(FAILED)


def _linked(canvases: list[Canvas], days: int) -> Iterator[tuple[Canvas, str]]:
    settings = load_settings()
    make_data_folder(settings.database_url)
    if canvases:
        yield from zip(canvases, asyncio.run(links_to(settings, canvases, days)), strict=True)


def _rehearsed(canvases: list[Canvas], database: str) -> Iterator[tuple[Canvas, str]]:
    url = rehearsal_database(database)
    asyncio.run(found_ventures(url, canvases))
    done = load_catalogue().label(say("importing.rehearsal"))
    yield from ((canvas, done) for canvas in canvases)


def _good(file: Path, words: Catalogue, bad: list[BadLine]) -> Iterator[Canvas]:
    """Give the canvases with something on them; other lines are told of by number, and noted in `bad`."""
    if str(file) != STDIN and not file.is_file():
        raise typer.BadParameter(words.label(say("coaching.no_file", name=str(file))))
    for read in canvases_of(file):
        if isinstance(read, CanvasRead) and (read.stored or not read.empty):
            if not read.empty:  # an export has the ventures too that were begun and left
                yield read.canvas
            continue
        one = BadLine(read.line, "empty") if isinstance(read, CanvasRead) else read
        bad.append(one)
        why = words.label(say(f"coaching.bad.{one.reason}"))
        typer.echo(words.label(say("coaching.bad_line", number=one.number, why=why)), err=True)
