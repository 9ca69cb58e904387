"""`backstage draw`: a canvas as a picture, for slides and for the wall, or as a document."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.coaching.sources import canvases_of
from bot.documents.making import document
from bot.drawing.errors import NotDrawn
from bot.drawing.form import Form, Page
from bot.drawing.matching import numbered_as
from bot.words import load_catalogue
from conversations.canvas.document import Canvas
from conversations.files.canvases import BadLine, CanvasRead
from conversations.interview.requests import Draw, Format, Paper
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.words.text import Phrase

FAILED = 1
_PIPE = Path("-")
_PDF, _PNG = ".pdf", ".png"
_WRITTEN = {".xlsx": Format.XLSX, ".csv": Format.CSV, ".md": Format.MARKDOWN, ".json": Format.JSON}
_FILE = typer.Argument(
    metavar="FILE|-",
    help="The bot's own export, or a canvas in the plain form (lists of text per block), one a line.",
)
_OUT = typer.Option(metavar="FILE", help="Where it goes: a .png, .pdf, .xlsx, .csv, .md or .json.")


def register(app: typer.Typer) -> None:
    """Give the command line this command."""
    app.command("draw")(draw_canvas)


def draw_canvas(  # noqa: PLR0913 - the command's options, each its own
    file: Annotated[Path | None, _FILE] = None,
    *,
    out: Annotated[Path, _OUT],
    landscape: Annotated[bool, typer.Option("--landscape", help="A page that lies.")] = False,
    letter: Annotated[bool, typer.Option("--letter", help="Letter instead of A4 (PDF, Excel).")] = False,
    blank: Annotated[bool, typer.Option("--blank", help="The blank worksheet (PDF); needs no FILE.")] = False,
    number: Annotated[int, typer.Option(min=0, help="Which canvas of several; else the last.")] = 0,
    since: Annotated[
        Path | None, typer.Option(metavar="OLDFILE", help="An earlier canvas: shows what became of it.")
    ] = None,
) -> None:
    """Draw a canvas: PNG for a phone, PDF for paper; or write it as Excel, CSV, Markdown or JSON."""
    kind = out.suffix.lower()
    if not _may_be(kind, blank=blank, letter=letter, compared=since is not None):
        raise _told(say("drawing.trouble.kind"))
    if file is None and not blank:
        raise _told(say("drawing.trouble.nothing"))
    read = _canvas(file, number) if file and not blank else None
    canvas = read.canvas if read else Canvas()
    today = datetime.now().astimezone().date()
    if kind in _WRITTEN:
        paper = Paper.LETTER if letter else Paper.A4
        wanted = Draw(venture="", canvas=canvas, format=_WRITTEN[kind], paper=paper, on=today)
        _save(out, document(wanted))
        return
    page = _page(printed=kind == _PDF, landscape=landscape, letter=letter)
    _draw(canvas, Form(page=page, on=today, blank=blank), _earlier(since, read), out)


def _may_be(kind: str, *, blank: bool, letter: bool, compared: bool) -> bool:
    if blank:
        return kind == _PDF
    if compared:
        return kind == _PDF or (kind == _PNG and not letter)
    return kind in _WRITTEN or kind == _PDF or (kind == _PNG and not letter)


def _earlier(file: Path | None, later: CanvasRead | None) -> Canvas | None:
    """Give the canvas to compare with; entries that have no ids of their own are matched by their words."""
    if file is None or later is None:
        return None
    read = _canvas(file, 0)
    return read.canvas if read.stored and later.stored else numbered_as(read.canvas, later.canvas)


def _draw(canvas: Canvas, form: Form, since: Canvas | None, out: Path) -> None:
    # Typst is 80 MB of library, which no other command has to load.
    from bot.drawing.typesetting import Typesetter  # noqa: PLC0415 - as said above
    from bot.drawing.worker import drawn  # noqa: PLC0415 - as said above

    try:
        picture = drawn(Typesetter(), canvas, form, since)
    except NotDrawn as error:
        raise _told(say("drawing.trouble.undrawn", why=str(error))) from None
    _save(out, picture)


def _save(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise _told(say("drawing.trouble.unwritten", why=error.strerror or type(error).__name__)) from None


def _page(*, printed: bool, landscape: bool, letter: bool) -> Page:
    if not printed:
        return Page.LANDSCAPE if landscape else Page.PORTRAIT
    if letter:
        return Page.LETTER_LANDSCAPE if landscape else Page.LETTER
    return Page.A4_LANDSCAPE if landscape else Page.A4


def _canvas(file: Path, number: int) -> CanvasRead:
    if file != _PIPE and not file.is_file():
        raise _told(say("drawing.trouble.no_file"))
    found = list(canvases_of(file))
    if not found or number > len(found):
        raise _told(say("drawing.trouble.no_canvas"))
    read = found[number - 1]
    match read:
        case CanvasRead():
            return read
        case BadLine():
            why = say(f"coaching.bad.{read.reason}")
            raise _told(say("coaching.bad_line", number=read.number, why=why))


def _told(phrase: Phrase) -> typer.Exit:
    """Tell what is in the way, and give what ends the command."""
    typer.echo(load_catalogue().label(phrase), err=True)
    return typer.Exit(FAILED)
