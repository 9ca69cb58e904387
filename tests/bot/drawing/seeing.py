"""What stands on a picture: nothing between the blocks, nothing over their edges, every word counted."""

from __future__ import annotations

import io
import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bot.drawing.form import Form, Page
from bot.drawing.laying_out import sheet_of
from bot.words import load_catalogue
from tests.bot.drawing.pixels import Pixels, pixels_of
from tests.bot.drawing.showcases import DRAWN_ON

if TYPE_CHECKING:
    from datetime import date

    from bot.drawing.sheet import Sheet
    from bot.drawing.typesetting import Typesetter
    from conversations.canvas.document import Canvas

SCALE = 1 / 3
ROUND = 14
"""How far a block's corners are rounded, in units."""


def sheet_on(page: Page, canvas: Canvas, since: Canvas | None = None, since_on: date | None = None) -> Sheet:
    return sheet_of(canvas, load_catalogue(), Form(page=page, on=DRAWN_ON, since=since_on), since)


def pdf_texts(pdf: bytes) -> list[str]:
    """Give the pages' texts without any spaces, as a reader's search sees them."""
    return [bare(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


def fonts_in(pdf: bytes) -> set[str]:
    """Give the names of the fonts that the first page is set in."""
    resources = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    fonts = resources["/Font"].get_object()
    assert isinstance(fonts, DictionaryObject)
    return {str(font.get_object()["/BaseFont"]) for font in fonts.values()}


def bare(text: str) -> str:
    return re.sub(r"[\s\u200b\u2060\u2068\u2069]+", "", text)


def check_picture(
    typesetter: Typesetter, canvas: Canvas, page: Page, since: Canvas | None = None
) -> dict[str, Any]:
    """See that blocks keep apart and that no word touches a block's edge; give where everything is."""
    sheet = sheet_on(page, canvas, since)
    placed = typesetter.placed(sheet)
    pixels = pixels_of(typesetter.picture(sheet, scale=SCALE))
    _check_apart(placed["blocks"])
    _check_all_there(sheet, placed["blocks"])
    paper = pixels.rows[0][:4]
    for block in placed["blocks"]:
        assert block["x"] >= 0
        assert (block["x"] + block["width"]) * SCALE <= pixels.width
        assert (block["y"] + block["height"]) * SCALE <= pixels.height
        _check_edges(pixels, block, paper)
    return placed


def _check_apart(blocks: list[dict[str, Any]]) -> None:
    for one, other in combinations(blocks, 2):
        beside = one["x"] + one["width"] < other["x"] or other["x"] + other["width"] < one["x"]
        above = one["y"] + one["height"] < other["y"] or other["y"] + other["height"] < one["y"]
        assert beside or above, (one["name"], other["name"])


def _check_all_there(sheet: Sheet, blocks: list[dict[str, Any]]) -> None:
    assert {block["name"] for block in blocks} == set(sheet.blocks)
    for block in blocks:
        known = {item.id for item in sheet.blocks[block["name"]].items}
        assert set(block["missing"]) | set(block["cut"]) <= known


def _check_edges(pixels: Pixels, block: dict[str, Any], paper: bytes) -> None:
    """Just outside a block is paper, and just inside it is nothing but its colour."""
    left, top = block["x"] * SCALE, block["y"] * SCALE
    right, bottom = left + block["width"] * SCALE, top + block["height"] * SCALE
    corner, inset, outset = ROUND * SCALE + 1, 0.45 * block["size"] * SCALE, 12 * SCALE
    for name, sides in {
        "above": (left, top - outset, right, top - 1),
        "below": (left, bottom + 1, right, bottom + outset),
        "left": (left - outset, top, left - 1, bottom),
        "right": (right + 1, top, right + outset, bottom),
    }.items():
        assert pixels.colours(*sides) <= {paper}, (block["name"], name)
    inside = [
        pixels.colours(left + corner, top + 1, right - corner, top + inset),
        pixels.colours(left + corner, bottom - inset, right - corner, bottom - 1),
        pixels.colours(left + 1, top + corner, left + inset, bottom - corner),
        pixels.colours(right - inset, top + corner, right - 1, bottom - corner),
    ]
    colours = set[bytes]().union(*inside)
    assert len(colours) <= 1, (block["name"], len(colours))
