"""`backstage draw`: a canvas as a picture, for slides and for the wall."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.coaching.sources import BadLine, CanvasRead, canvases_in
from bot.drawing.errors import NotDrawn
from bot.drawing.form import Form, Page
from bot.words import load_catalogue
from conversations.canvas.document import Canvas
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.words.text import Phrase

FAILED = 1
_PIPE = Path("-")
_PDF, _PNG = ".pdf", ".png"
_FILE = typer.Argument(
    metavar="FILE|-",
    help="The bot's own export, or a canvas in the plain form (lists of text per block), one a line.",
)


def register(app: typer.Typer) -> None:
    """Give the command line this command."""
    app.command("draw")(draw_canvas)


def draw_canvas(  # noqa: PLR0913 - the command's options, each its own
    file: Annotated[Path | None, _FILE] = None,
    *,
    out: Annotated[Path, typer.Option(metavar="FILE.png|FILE.pdf", help="Where the picture goes.")],
    landscape: Annotated[bool, typer.Option("--landscape", help="A page that lies.")] = False,
    letter: Annotated[bool, typer.Option("--letter", help="Letter instead of A4 (PDF).")] = False,
    blank: Annotated[bool, typer.Option("--blank", help="The blank worksheet (PDF); needs no FILE.")] = False,
    number: Annotated[int, typer.Option(min=0, help="Which canvas of several; else the last.")] = 0,
) -> None:
    """Draw a canvas: as PNG for a phone, as PDF for paper."""
    if (
        out.suffix.lower() not in (_PDF, _PNG)
        or (blank and out.suffix.lower() != _PDF)
        or (letter and out.suffix.lower() != _PDF)
    ):
        raise _told(say("drawing.trouble.kind"))
    if file is None and not blank:
        raise _told(say("drawing.trouble.nothing"))
    page = _page(printed=out.suffix.lower() == _PDF, landscape=landscape, letter=letter)
    canvas = _canvas(file, number) if file and not blank else Canvas()
    form = Form(page=page, on=datetime.now().astimezone().date(), blank=blank)
    _draw(canvas, form, out)


def _draw(canvas: Canvas, form: Form, out: Path) -> None:
    # Typst is 80 MB of library, which no other command has to load.
    from bot.drawing.typesetting import Typesetter  # noqa: PLC0415
    from bot.drawing.worker import drawn  # noqa: PLC0415

    try:
        out.write_bytes(drawn(Typesetter(), canvas, form))
    except NotDrawn as error:
        raise _told(say("drawing.trouble.undrawn", why=str(error))) from None
    except OSError as error:
        raise _told(say("drawing.trouble.unwritten", why=error.strerror or type(error).__name__)) from None


def _page(*, printed: bool, landscape: bool, letter: bool) -> Page:
    if not printed:
        return Page.LANDSCAPE if landscape else Page.PORTRAIT
    if letter:
        return Page.LETTER_LANDSCAPE if landscape else Page.LETTER
    return Page.A4_LANDSCAPE if landscape else Page.A4


def _canvas(file: Path, number: int) -> Canvas:
    if file != _PIPE and not file.is_file():
        raise _told(say("drawing.trouble.no_file"))
    found = list(canvases_in(file))
    if not found or number > len(found):
        raise _told(say("drawing.trouble.no_canvas"))
    read = found[number - 1]
    match read:
        case CanvasRead():
            return read.canvas
        case BadLine():
            why = say(f"coaching.bad.{read.reason}")
            raise _told(say("coaching.bad_line", number=read.number, why=why))


def _told(phrase: Phrase) -> typer.Exit:
    """Tell what is in the way, and give what ends the command."""
    typer.echo(load_catalogue().label(phrase), err=True)
    return typer.Exit(FAILED)
