"""Tables as files: CSV of the first, or a workbook of all, with a chart where a table asks for one."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from conversations.files.opening import CSV_MARK, words_in_cell
from conversations.words.text import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from conversations.tables import Cell, Table
    from conversations.words.catalogue import Catalogue

_SHEET_NAME = 31
_WIDTH = 18
_CHART_COLOURS = ("#A8322B", "#96650F")


def as_csv(table: Table, words: Catalogue) -> bytes:
    """Give a table as CSV: UTF-8 with its mark; no cell is ever computed."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([words_in_cell(words.label(name)) for name in table.head])
    for row in table.rows:
        writer.writerow([words_in_cell(_told(cell, words)) for cell in row])
    return (CSV_MARK + file.getvalue()).encode()


def as_workbook(tables: Sequence[Table], words: Catalogue) -> bytes:
    """Give tables as an XLSX file, a sheet each; words stay words, whatever they begin with."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - it takes a tenth of a second, and few ever ask for it

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "bg_color": "#F4EEE3", "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for table in tables:
        page = book.add_worksheet(words.label(table.name)[:_SHEET_NAME])
        page.set_column(0, max(len(table.head) - 1, 0), _WIDTH)
        page.freeze_panes(1, 1)
        for column, name in enumerate(table.head):
            page.write_string(0, column, words.label(name), head)
        for number, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row):
                _write(page, (number, column), cell, words, day)
        if table.charted and table.rows:
            _chart(book, page, table, words)
    book.close()
    return file.getvalue()


def _write(page: Worksheet, at: tuple[int, int], cell: Cell, words: Catalogue, day: object) -> None:
    match cell:
        case None:
            return
        case int():
            page.write_number(*at, cell)
        case date():
            page.write_datetime(*at, cell, day)
        case _:
            page.write_string(*at, _told(cell, words))


def _chart(book: Workbook, page: Worksheet, table: Table, words: Catalogue) -> None:
    """Draw columns over the first column beside the table."""
    chart = book.add_chart({"type": "column"})
    name, last = words.label(table.name)[:_SHEET_NAME], len(table.rows)
    for number, column in enumerate(table.charted):
        chart.add_series(
            {
                "name": [name, 0, column],
                "categories": [name, 1, 0, last, 0],
                "values": [name, 1, column, last, column],
                "fill": {"color": _CHART_COLOURS[number % len(_CHART_COLOURS)]},
            }
        )
    chart.set_legend({"position": "bottom"})
    page.insert_chart(1, len(table.head) + 1, chart)


def _told(cell: Cell, words: Catalogue) -> str:
    match cell:
        case None:
            return ""
        case Phrase():
            return words.label(cell)
        case date():
            return cell.isoformat()
    return str(cell)
