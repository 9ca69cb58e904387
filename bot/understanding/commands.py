"""`backstage sort`, `backstage report` and `backstage train`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.understanding import MODEL
from bot.understanding.table import report_lines
from bot.words import load_catalogue
from conversations.understanding.lines import UnreadableLine, answer, read_entry, read_to_sort
from conversations.understanding.scoring import score
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from conversations.understanding.lines import Entry, ToSort

    _Read = TypeVar("_Read")

FAILED = 1
_AT_ONCE = 64
"""Phrases sorted together: what is typed into a pipe is answered soon, a long file still runs in batches."""
_STDIN = "-"


def register(app: typer.Typer) -> None:
    """Give the command line these commands."""
    app.command("sort")(sort_phrases)
    app.command("report")(report)
    app.command("train", hidden=True)(train_model)


def sort_phrases(
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="A phrase a line, or JSON with text and block.")
    ] = _STDIN,
) -> None:
    """Tell which block each phrase belongs to and which kind it is, as JSON, a line each."""
    bad: list[int] = []
    batch: list[ToSort] = []
    for phrase in _each(file, read_to_sort, bad):
        batch.append(phrase)
        if len(batch) == _AT_ONCE:
            _sort(batch)
            batch.clear()
    _sort(batch)
    if bad:
        raise typer.Exit(FAILED)


def report(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Labelled entries, JSON lines.", exists=True, dir_okay=False),
    ],
    *,
    model: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A model of your own.", exists=True, dir_okay=False)
    ] = None,
) -> None:
    """Score the sorter on labelled entries: per class, with what was taken for what."""
    # Here and not above, as below: the other commands need no encoder, nor what computes with its vectors.
    from bot.understanding.loading import load_sorter, sorter_from  # noqa: PLC0415 - as said above

    bad: list[int] = []
    entries: list[Entry] = [entry for file in files for entry in _each(str(file), read_entry, bad)]
    sorter = sorter_from(model) if model else load_sorter()
    for line in report_lines(score(sorter, entries), load_catalogue()):
        typer.echo(line)
    if bad:
        raise typer.Exit(FAILED)


def train_model(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where the model goes.")] = (
        Path(__file__).parent / MODEL
    ),
    *,
    without: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Entries to leave out.", exists=True, dir_okay=False)
    ] = None,
) -> None:
    """Train the sorter's model from the phrases in the repository, and cross-validate it by company."""
    # Here and not above: only this command needs what training needs.
    from bot.understanding.training import train  # noqa: PLC0415 - as said above

    left_out = [entry.text for entry in _each(str(without), read_entry, [])] if without else []
    trained = train(target, left_out)
    words = load_catalogue()
    told = say("report.trained", phrases=trained.phrases, size=trained.size, path=str(target))
    typer.echo(words.label(told))
    for line in report_lines(trained.scores, words):
        typer.echo(line)


def _sort(batch: list[ToSort]) -> None:
    from bot.understanding.loading import load_sorter  # noqa: PLC0415 - as in `report`

    found = load_sorter().sort([one.text for one in batch], [one.block for one in batch])
    for one in found:
        typer.echo(answer(one))


def _each(file: str, read: Callable[[str], _Read], bad: list[int]) -> Iterator[_Read]:
    """Give what each line holds; a line that can't be read is told of by its number, and noted in `bad`."""
    words = load_catalogue()
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        try:
            yield read(line)
        except UnreadableLine as error:
            bad.append(number)
            why = words.label(say(f"report.unreadable.{error}"))
            typer.echo(words.label(say("report.bad_line", number=number, why=why)), err=True)


def _lines(file: str) -> Iterator[str]:
    if file == _STDIN:
        yield from (line.decode("utf-8", errors="replace") for line in sys.stdin.buffer)
        return
    try:
        lines = Path(file).open("rb")  # noqa: SIM115 - closed below; only its opening may fail in these words
    except OSError as error:
        raise typer.BadParameter(f"{file}: {error.strerror}") from None
    with lines:
        yield from (line.decode("utf-8", errors="replace") for line in lines)
