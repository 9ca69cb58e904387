"""A block as a sheet: its name, a row a note, and what is missing, asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.documents.columns import COLUMNS, Told
from bot.documents.sheets import EMPTY, Cell, Look, Row, Sheet
from conversations.words.gaps import gaps
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.canvas.facets import Block
    from conversations.words.catalogue import Catalogue

HEAD = 3
"""Rows above the first note: the block's name, an empty one, the headings."""


_OF_NUMBERS = ("low", "high")


def block_sheet(canvas: Canvas, block: Block, words: Catalogue) -> Sheet:
    """Give a block's sheet."""
    return Sheet(
        name=words.label(say(f"canvas.name.{block.value}")),
        widths=tuple(column.width for column in COLUMNS[block]),
        rows=block_rows(canvas, block, words),
        head=HEAD,
    )


def block_rows(canvas: Canvas, block: Block, words: Catalogue) -> tuple[Row, ...]:
    """Give a block's rows: `HEAD` of them, then a row a note, then what is missing."""
    columns = COLUMNS[block]
    notes = tuple(
        tuple(_cell(column.told(canvas, entry, words)) for column in columns) for entry in canvas.block(block)
    )
    missing = tuple((Cell(words.label(gap), Look.INVITATION),) for gap in gaps(canvas, block))
    return (
        (Cell(words.label(say(f"canvas.name.{block.value}")), Look.TITLE),),
        EMPTY,
        tuple(heading(column.key, words) for column in columns),
        *notes,
        *((EMPTY, *missing) if notes and missing else missing),
    )


def heading(key: str, words: Catalogue) -> Cell:
    """Give a column's heading."""
    look = Look.NUMBER_HEADING if key.endswith(_OF_NUMBERS) else Look.HEADING
    return Cell(words.label(say(f"documents.column.{key}")), look)


def _cell(told: Told) -> Cell:
    match told:
        case Decimal():
            return Cell(told, Look.MONEY)
        case date():
            return Cell(told, Look.DATE)
    return Cell(told or None)
