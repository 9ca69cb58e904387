"""`backstage coach`, `backstage report-coach` and `backstage rules`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from bot.coaching.rule_page import rule_page
from bot.coaching.scoring import score
from bot.coaching.sources import STDIN, canvases_of
from bot.coaching.table import table_lines
from bot.coaching.telling import as_a_coach, as_json
from bot.words import load_catalogue
from conversations.canvas.entries import Activity
from conversations.files.canvases import BadLine, CanvasRead
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.words.catalogue import Catalogue

FAILED = 1
_FILE = typer.Argument(metavar="FILE|-", help="Canvases in JSON lines.")


def register(app: typer.Typer) -> None:
    """Give the command line these commands."""
    app.command("coach")(coach)
    app.command("report-coach")(report_coach)
    app.command("rules")(print_rules)


def coach(
    file: Annotated[Path, _FILE],
    *,
    as_lines: Annotated[
        bool, typer.Option("--json", help="All advice that holds, a JSON line a canvas.")
    ] = False,
    most: Annotated[int, typer.Option(min=1, help="Pieces of advice a canvas, for people.")] = 5,
) -> None:
    """Print the advice for canvases: exports of the bot, or plain ones (lists of text per block)."""
    words = load_catalogue()
    bad: list[BadLine] = []
    for number, read in enumerate(_good(file, words, bad)):
        if as_lines:
            typer.echo(as_json(read, words))
            continue
        if number:
            typer.echo()
        for line in as_a_coach(read, words, most):
            typer.echo(line)
    if bad:
        raise typer.Exit(FAILED)


def report_coach(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Canvases with expected_advice.")],
) -> None:
    """Score the coach on labelled canvases: what it should have said, and what it shouldn't."""
    words = load_catalogue()
    bad: list[BadLine] = []
    canvases = [read for file in files for read in _good(file, words, bad)]
    for line in table_lines(score(canvases), words):
        typer.echo(line)
    if bad:
        raise typer.Exit(FAILED)


def print_rules() -> None:
    """Print the reference page of the coach's rules, as Markdown."""
    for line in rule_page(load_catalogue()):
        typer.echo(line)


def _good(file: Path, words: Catalogue, bad: list[BadLine]) -> Iterator[CanvasRead]:
    """Give the canvases; lines that hold none are told of by number, and noted in `bad`."""
    if str(file) != STDIN and not file.is_file():
        raise typer.BadParameter(words.label(say("coaching.no_file", name=str(file))))
    for read in canvases_of(file):
        if isinstance(read, CanvasRead):
            yield _understood(read)
            continue
        bad.append(read)
        why = words.label(say(f"coaching.bad.{read.reason}"))
        typer.echo(words.label(say("coaching.bad_line", number=read.number, why=why)), err=True)


def _understood(read: CanvasRead) -> CanvasRead:
    """Give a canvas with what its activities serve; an interview has asked that already."""
    if read.canvas.answers or not read.canvas.of(Activity):
        return read
    # Here and not above: the other commands need no encoder, nor what computes with its vectors.
    from bot.understanding.loading import load_serving_model  # noqa: PLC0415 - as said above
    from conversations.coach.serving import with_serving  # noqa: PLC0415 - as said above

    return msgspec.structs.replace(read, canvas=with_serving(read.canvas, load_serving_model()))
