"""The canvas as one table: a line a note, as CSV."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from bot.documents.columns import COLUMNS, EVIDENCE, Told, in_words
from conversations.canvas.document import Volume
from conversations.canvas.facets import Block
from conversations.canvas.money import Amount
from conversations.canvas.sums import main_currency
from conversations.files.opening import CSV_MARK, words_in_cell
from conversations.words.show_words import SHOWN
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas
    from conversations.words.catalogue import Catalogue

_KEYS = tuple(
    {"block": None}
    | {column.key: None for columns in COLUMNS.values() for column in columns if column is not EVIDENCE}
    | {EVIDENCE.key: None}
)


def table(canvas: Canvas, words: Catalogue) -> bytes:
    """Give the canvas as CSV: UTF-8 with its mark, commas, a heading, the front stage before the blocks."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, _KEYS, restval="")
    writer.writerow({key: words.label(say(f"documents.column.{key}")) for key in _KEYS})
    for row in (*_front(canvas, words), *_blocks(canvas, words)):
        writer.writerow({key: _safe(told) for key, told in row.items()})
    return (CSV_MARK + file.getvalue()).encode()


def _front(canvas: Canvas, words: Catalogue) -> Iterator[dict[str, Told]]:
    front = canvas.front_stage
    for part in SHOWN:
        said = getattr(front, part)
        if isinstance(said, str) and said:
            yield {"block": words.label(say(f"drawing.block.{part}")), "note": said}
    revenue = words.label(say("drawing.block.revenue"))
    for name, amount in (("price", front.price), ("revenue", front.monthly_revenue)):
        if isinstance(amount, Amount):
            currency = amount.currency or main_currency(canvas)
            note = words.label(say(f"documents.line.{name}"))
            yield {
                "block": revenue,
                "note": note,
                "low": amount.low,
                "high": amount.high,
                "currency": currency,
            }
    if isinstance(front.volume, Volume):
        note = words.label(say("documents.line.volume"))
        yield {"block": revenue, "note": note, "low": front.volume.low, "high": front.volume.high}


def _blocks(canvas: Canvas, words: Catalogue) -> Iterator[dict[str, Told]]:
    for block in Block:
        name = in_words(say(f"canvas.name.{block.value}"), words)
        for entry in canvas.block(block):
            told = {column.key: column.told(canvas, entry, words) for column in COLUMNS[block]}
            yield {"block": name, **told}


def _safe(told: Told) -> str:
    """Give a cell as text that no spreadsheet computes."""
    match told:
        case None:
            return ""
        case date():
            return told.isoformat()
        case str():
            return words_in_cell(told)
    return format(told, "f")
