"""Sheets of a workbook as plain values: cells with a look, formulas with what they come to."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date


class Look(enum.Enum):
    """How a cell looks."""

    TITLE = "title"
    ASIDE = "aside"
    SECTION = "section"
    HEADING = "heading"
    NUMBER_SECTION = "number_section"
    NUMBER_HEADING = "number_heading"
    TEXT = "text"
    LABEL = "label"
    INVITATION = "invitation"
    DATE = "date"
    MONEY = "money"
    COMPUTED = "computed"
    COUNT = "count"
    TOTAL = "total"


@dataclass(frozen=True)
class Formula:
    """A formula, without the sign that opens it, and what it comes to, for readers that don't compute."""

    text: str
    value: Decimal = Decimal(0)


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: somebody's words are always text, whatever they begin with.

    It stretches over `across` columns.
    """

    value: str | Decimal | date | Formula | None
    look: Look = Look.TEXT
    across: int = 1


Row: TypeAlias = tuple[Cell, ...]
EMPTY: Row = ()


@dataclass(frozen=True)
class Choice:
    """Words to choose from in a column's cells, from one row to another, counted from 0."""

    column: int
    first: int
    last: int
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet: its name, the widths of its columns in characters, its rows from the top.

    `head` rows stay in sight; 0 for none.
    """

    name: str
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    head: int = 0
    choices: tuple[Choice, ...] = ()


def place(row: int, column: int) -> str:
    """Give a cell's name that stays when a formula is copied, such as `$B$20`; both are counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"${letters}${row + 1}"


def stretch(column: int, first: int, last: int) -> str:
    """Give a column's cells from one row to another, such as `$B$4:$B$9`."""
    return f"{place(first, column)}:{place(last, column)}"


def on(sheet: str, cells: str) -> str:
    """Give cells of another sheet."""
    escaped = sheet.replace("'", "''")
    return f"'{escaped}'!{cells}"


def quoted(words: str) -> str:
    """Give words as a formula has them."""
    escaped = words.replace('"', '""')
    return f'"{escaped}"'
