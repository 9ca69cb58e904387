"""The child process that draws. It reads jobs from its standard input and writes pictures to its output.

A frame is four bytes of length, big-endian, and so much MessagePack. The first frame it writes says that it
is ready. It ends when its input does.
"""

from __future__ import annotations

import os
import resource
import sys
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from bot.drawing.errors import NotDrawn
from bot.drawing.form import Form
from bot.drawing.glancing import glance_sheet
from bot.drawing.laying_out import sheet_of
from bot.drawing.typesetting import Typesetter
from bot.drawing.worksheet import worksheet_of
from bot.words import load_catalogue
from conversations.canvas.document import Canvas, decode_canvas
from conversations.errors import BackstageError
from conversations.mentoring.glance import Glance

if TYPE_CHECKING:
    from typing import BinaryIO

LENGTH = 4
_MEMORY = 2 << 30
"""Bytes of address space a picture may take."""

_GROWTH = 300 << 20
"""Bytes of memory after which a child is spent: what Typst has measured, it keeps."""
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes that the system counts a process's memory in."""

_GENTLE = 5
"""How much it yields to the process that holds the conversations."""


class Job(msgspec.Struct, frozen=True):
    """A canvas's document, how it is to be drawn, and the document of an earlier one to compare it with.

    Where there is a glance at a cohort, that is drawn, and no canvas.
    """

    document: bytes
    form: Form
    since: bytes = b""
    glance: Glance | None = None


class Done(msgspec.Struct, frozen=True):
    """A picture; or none, with the reason. A child that is `spent` has grown, and another is to take over."""

    content: bytes = b""
    refused: str = ""
    spent: bool = False


_jobs = msgspec.msgpack.Decoder(Job)
_encoder = msgspec.msgpack.Encoder()


def drawn(typesetter: Typesetter, canvas: Canvas, form: Form, since: Canvas | None = None) -> bytes:
    """Give the picture of a canvas: PDF for paper, PNG for a phone. Raises `NotDrawn`."""
    words = load_catalogue(form.language)
    if form.blank:
        return typesetter.worksheet(worksheet_of(words, form))
    sheet = sheet_of(canvas, words, form, since)
    return typesetter.print(sheet) if form.page.printed else typesetter.picture(sheet)


def serve(jobs: BinaryIO, pictures: BinaryIO) -> None:
    """Draw until there are no more jobs."""
    typesetter = Typesetter()
    drawn(typesetter, Canvas(), Form())
    _write(pictures, Done())
    # The system counts what the parent had, too.
    most = _memory() + _GROWTH
    while header := jobs.read(LENGTH):
        job = _jobs.decode(jobs.read(int.from_bytes(header, "big")))
        _write(pictures, replace(_done(typesetter, job), spent=_memory() > most))


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


def _done(typesetter: Typesetter, job: Job) -> Done:
    try:
        if job.glance is not None:
            return Done(
                typesetter.glance(glance_sheet(job.glance, load_catalogue(job.form.language), job.form))
            )
        since = decode_canvas(job.since) if job.since else None
        return Done(drawn(typesetter, decode_canvas(job.document), job.form, since))
    except NotDrawn as error:
        return Done(refused=str(error))
    except (BackstageError, msgspec.MsgspecError, MemoryError) as error:
        return Done(refused=type(error).__name__)


def _write(pictures: BinaryIO, done: Done) -> None:
    frame = _encoder.encode(done)
    pictures.write(len(frame).to_bytes(LENGTH, "big") + frame)
    pictures.flush()


def main() -> None:
    """Run as a child. What else would write to the output writes to the errors."""
    os.nice(_GENTLE)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    with os.fdopen(os.dup(1), "wb") as pictures:
        os.dup2(2, 1)
        serve(sys.stdin.buffer, pictures)


if __name__ == "__main__":
    main()
