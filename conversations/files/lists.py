"""A list of people as programmes keep it, as CSV or in a workbook: whom it names, and it again with links."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook

from conversations.files.opening import CSV_MARK, words_in_cell
from conversations.reading.text import clean_text, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 500
"""People of one list."""
LONGEST = 60
"""Characters of a name."""
_NAMES = (
    "name",
    "founder",
    "founders",
    "first name",
    "firstname",
    "full name",
    "person",
    "nombre",
    "nom",
    "vorname",
)
_HEADINGS = (
    *_NAMES,
    "email",
    "e-mail",
    "mail",
    "venture",
    "company",
    "startup",
    "team",
    "phone",
    "telegram",
    "link",
)
_DELIMITERS = ",;\t|"

Row = tuple[str, ...]


def rows_of(content: bytes) -> tuple[Row, ...]:
    """Give the filled rows of a file, cells as text; none where it is no list that can be read."""
    rows = _of_workbook(content) if content.startswith(b"PK") else _of_text(content)
    cells = (tuple(" ".join(clean_text(cell).split()) for cell in row) for row in rows)
    return tuple(row for row in cells if any(row))[: MOST + 1]


def names_in(rows: Sequence[Row]) -> tuple[str, ...]:
    """Give whom each row below the heading names: by the column of names, else in the first filled cell."""
    if not rows:
        return ()
    heading = [fold(cell) for cell in rows[0]]
    headed = any(cell in _HEADINGS for cell in heading)
    column = next((n for n, cell in enumerate(heading) if cell in _NAMES), None) if headed else None
    people = rows[1:] if headed else rows
    return tuple(_name(row, column)[:LONGEST] for row in people)


def with_column(rows: Sequence[Row], heading: str, values: Sequence[str]) -> bytes:
    """Give a list as CSV with one more column: UTF-8 with its mark; no cell of it becomes a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    wide = max(map(len, rows))
    headed = len(rows) > len(values)
    for number, row in enumerate(rows):
        value = heading if headed and number == 0 else values[number - headed]
        writer.writerow([*map(words_in_cell, row), *[""] * (wide - len(row)), value])
    return (CSV_MARK + file.getvalue()).encode()


def _name(row: Row, column: int | None) -> str:
    chosen = row[column] if column is not None and column < len(row) else ""
    return chosen or next(cell for cell in row if cell)


def _of_workbook(content: bytes) -> Iterable[Sequence[str]]:
    try:
        rows = (
            CalamineWorkbook.from_filelike(io.BytesIO(content))
            .get_sheet_by_index(0)
            .to_python(nrows=MOST + 1)
        )
    except (CalamineError, OSError, ValueError, IndexError):
        return ()
    return ([str(cell) for cell in row] for row in rows)


def _of_text(content: bytes) -> Iterable[Sequence[str]]:
    text = _decoded(content)
    if "\0" in text:
        return ()
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return ()


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
