"""The canvas as a workbook for Excel, LibreOffice and the like: an overview, and a sheet a block."""

from __future__ import annotations

import io
import math
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from bot.documents.block_sheet import block_sheet
from bot.documents.overview import Overview
from bot.documents.sheets import Cell, Formula, Look, Sheet
from conversations.canvas.facets import Block
from conversations.files.opening import opens_formula
from conversations.interview.requests import Paper

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from conversations.canvas.document import Canvas
    from conversations.words.catalogue import Catalogue

_LONGEST_TEXT = 32_767
"""Characters that a cell holds."""
_PAPERS = {Paper.A4: 9, Paper.LETTER: 1}
_INK, _MUTED, _CURTAIN, _GOLD, _SAND = "#231C2C", "#6B6273", "#A8322B", "#96650F", "#F4EEE3"
_FONT = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "top", "text_wrap": True}
_LINE, _TITLE = 15.6, 27
"""The heights of a line and of a sheet's title, in points."""
_AMOUNT = "#,##0.00"
_SECTION = {"bold": True, "font_color": _CURTAIN, "bottom": 1, "bottom_color": _CURTAIN}
_HEADING = {"bold": True, "indent": 1, "bg_color": _SAND, "bottom": 1, "bottom_color": _MUTED}
_LOOKS: dict[Look, dict[str, Any]] = {
    Look.TITLE: {"font_size": 18, "bold": True, "text_wrap": False},
    Look.ASIDE: {"font_color": _MUTED, "italic": True, "text_wrap": False},
    Look.SECTION: _SECTION,
    Look.HEADING: _HEADING,
    Look.NUMBER_SECTION: _SECTION | {"align": "right"},
    Look.NUMBER_HEADING: _HEADING | {"align": "right"},
    Look.TEXT: {"indent": 1},
    Look.LABEL: {"font_color": _MUTED},
    Look.INVITATION: {"italic": True, "font_color": _CURTAIN, "text_wrap": False},
    Look.DATE: {"num_format": "yyyy-mm-dd", "align": "left"},
    Look.MONEY: {"num_format": _AMOUNT},
    Look.COMPUTED: {"num_format": f'{_AMOUNT};-{_AMOUNT};"–"', "font_color": _MUTED, "align": "right"},
    Look.COUNT: {"num_format": "#,##0"},
    Look.TOTAL: {"num_format": _AMOUNT, "bold": True, "top": 1, "top_color": _INK},
}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook(canvas: Canvas, words: Catalogue, paper: Paper, day: date | None) -> bytes:
    """Give the canvas as an XLSX file, ready to be printed on `paper`."""
    overview = Overview(canvas, words)
    blocks = [block_sheet(canvas, block, words) for block in Block if block is not Block.COSTS]
    sheets = (overview.sheet(day), *blocks, overview.costs.sheet())
    file = io.BytesIO()
    book = Workbook(file, _OPTIONS)
    made = datetime.combine(day or date(2000, 1, 1), time(), UTC)
    book.set_properties({"title": canvas.venture.name, "created": made})
    writer = _Writer(book)
    for sheet in sheets:
        writer.write(sheet, paper)
    book.close()
    return file.getvalue()


class _Writer:
    """Writes sheets into a book, each look as one format of it."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._formats = {look: book.add_format(_FONT | wanted) for look, wanted in _LOOKS.items()}
        # So marked, words that begin like a formula stay words when somebody edits the cell, too.
        self._as_words = {
            look: book.add_format(_FONT | wanted | {"quote_prefix": True}) for look, wanted in _LOOKS.items()
        }

    def write(self, sheet: Sheet, paper: Paper) -> None:
        page = self._book.add_worksheet(sheet.name)
        for column, width in enumerate(sheet.widths):
            page.set_column(column, column, width)
        page.set_row(0, _TITLE)
        for number, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                if cell.across > 1:
                    self._stretch(page, sheet, (number, column), cell)
                self._cell(page, number, column, cell)
        for choice in sheet.choices:
            page.data_validation(
                *(choice.first, choice.column, choice.last, choice.column),
                {"validate": "list", "source": list(choice.words), "error_type": "information"},
            )
        if sheet.head:
            page.freeze_panes(sheet.head, 1)
            page.repeat_rows(sheet.head - 1)
        page.set_landscape()
        page.set_paper(_PAPERS[paper])
        page.fit_to_pages(1, 0)
        page.hide_gridlines(2)

    def _stretch(self, page: Worksheet, sheet: Sheet, at: tuple[int, int], cell: Cell) -> None:
        """Join cells; a row is only as high as what stands in single ones, so it is told how high to be."""
        row, column = at
        last = column + cell.across - 1
        page.merge_range(row, column, row, last, "", self._formats[cell.look])
        lines = math.ceil(len(str(cell.value)) / sum(sheet.widths[column : last + 1]))
        page.set_row(row, _LINE * max(lines, 1))

    def _cell(self, page: Worksheet, row: int, column: int, cell: Cell) -> None:
        look, value = self._formats[cell.look], cell.value
        match value:
            case None:
                page.write_blank(row, column, None, look)
            case Formula():
                page.write_formula(row, column, f"={value.text}", look, float(value.value))
            case Decimal():
                page.write_number(row, column, float(value), look)
            case date():
                page.write_datetime(row, column, datetime.combine(value, time()), look)
            case str():
                kept = value if len(value) <= _LONGEST_TEXT else f"{value[: _LONGEST_TEXT - 1]}…"
                page.write_string(
                    row, column, kept, self._as_words[cell.look] if opens_formula(kept) else look
                )
