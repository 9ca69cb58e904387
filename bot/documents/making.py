"""A document of a canvas in any form that isn't drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.documents.prose import prose
from bot.documents.table import table
from bot.documents.whole import whole
from bot.drawing.cleaning import cleaned
from bot.words import load_catalogue
from conversations.interview.requests import Format

if TYPE_CHECKING:
    from conversations.interview.requests import Draw

WRITTEN = frozenset({Format.XLSX, Format.CSV, Format.MARKDOWN, Format.JSON})
"""What is written rather than drawn."""
_LONGEST = 32_000
"""Characters of a note beyond which it is shortened, with an ellipsis: a cell holds no more."""


def document(request: Draw) -> bytes:
    """Give what a request of a form in `WRITTEN` asks for."""
    if request.format is Format.JSON:
        return whole(request.canvas)
    canvas, words = cleaned(request.canvas, _LONGEST), load_catalogue(request.language)
    if request.format is Format.CSV:
        return table(canvas, words)
    if request.format is Format.MARKDOWN:
        return prose(canvas, words, request.on)
    # Here and not above: nothing else needs the library.
    from bot.documents.workbook import workbook  # noqa: PLC0415 - as said above

    return workbook(canvas, words, request.paper, request.on)
