"""How high blocks will be, guessed from the lengths of their words, so that few sizes have to be tried.

The template measures; these guesses only tell it which shares of the width to use and where to begin.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.drawing.sheet import BigFigure, BlockSheet, CostNote, Item, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WIDE, _NARROW = 1.0, 0.55
"""Ems that a Chinese character and a Latin letter take, words broken at the ends of lines included."""

_LINE, _BETWEEN, _PADDING = 1.24, 0.42, 0.62
_LEAD, _FIGURE, _CHART = 1.42, 4.2, 6.2
_HEADING = 1.35
_TALL_LINE = 1.62
_TALL = re.compile(r"[\u0590-\u109f\u1200-\u137f\u1780-\u17ff]")
"""Scripts from Hebrew to Burmese, Ethiopic and Khmer reach further up and down than Latin letters."""
_SMALL = 0.8
"""How large what is known of a note is set, by the note's own size."""
_MARK = 0.8
"""Ems that a note gives to the mark that it is new or changed."""

Level: TypeAlias = dict[str, Any]
Tree: TypeAlias = dict[str, Any]


def with_shares(tree: Tree, blocks: Mapping[str, BlockSheet], width: float, level: Level) -> Tree:
    """Give the tree with one choice of shares for each row of cells: the one that seems to need the least."""
    if "rows" in tree:
        return {"rows": [with_shares(row, blocks, width, level) for row in tree["rows"]]}
    if "cells" not in tree:
        return tree
    best = min(
        tree["shares"],
        key=lambda shares: max(
            _height(cell, blocks, width * share, level)
            for cell, share in zip(tree["cells"], shares, strict=True)
        ),
    )
    cells = [
        with_shares(cell, blocks, width * share, level)
        for cell, share in zip(tree["cells"], best, strict=True)
    ]
    return {"cells": cells, "shares": best}


def lowest(trees: Iterable[Tree], blocks: Mapping[str, BlockSheet], width: float, level: Level) -> Tree:
    """Give the tree that seems to need the least height, the first of several."""
    return min(trees, key=lambda tree: _height(tree, blocks, width, level))


def first_level(tree: Tree, blocks: Mapping[str, BlockSheet], width: float, levels: list[Level]) -> int:
    """Give the number of the roomiest level at which the tree seems to fit, the last where none does."""
    for number, level in enumerate(levels):
        if _height(tree, blocks, width, level) <= level["height"] - 4 * level["size"]:
            return number
    return len(levels) - 1


def _height(tree: Tree, blocks: Mapping[str, BlockSheet], width: float, level: Level) -> float:
    if "rows" in tree:
        return sum(_height(row, blocks, width, level) for row in tree["rows"])
    if "cells" in tree:
        shares = tree["shares"] if isinstance(tree["shares"][0], float) else tree["shares"][0]
        return max(
            _height(cell, blocks, width * share, level)
            for cell, share in zip(tree["cells"], shares, strict=True)
        )
    size = float(level["size"])
    return _block(blocks[tree["block"]], width / size, level) * size


def _block(block: BlockSheet, width: float, level: Level) -> float:
    """Give a block's height in ems, for a width in ems."""
    inner = max(width - 2 * _PADDING, 1)
    narrow = max(level["ems"], block.narrow)
    count = max(1, min(int(inner / narrow), level["columns"], len(block.items)))
    heights = [_item(item, inner / count) for item in block.items]
    body = max([sum(heights) / count + (_LINE if count > 1 else 0), *heights]) if heights else 0.0
    asked = sum(_lines(invitation.text, inner) * _LINE + _BETWEEN for invitation in block.invitations)
    totals = 0.7 + _LINE * len(block.sums) if block.sums else 0.0
    chart = _CHART if block.chart and level["charts"] and inner < 4 * _CHART else 0.0
    return 2 * _PADDING + _HEADING + body + asked + totals + chart + 0.4


def _item(item: Item, width: float) -> float:
    if not isinstance(item, BigFigure) and item.change:
        width = max(width - _MARK, 1)
    match item:
        case BigFigure():
            return _FIGURE
        case Line(lead=True):
            return _lines(item.text, width / _LEAD) * _line(item.text) * _LEAD
        case CostNote():
            beside = 0.5 * len(item.amount)
            bar = 0.36 if item.share else 0
            said = _ems(item.text) + _SMALL * _ems(item.was)
            return _rows(said, max(width - beside, width / 2)) * _line(item.text) + bar + _BETWEEN
    said = _ems(item.text) + _SMALL * (_ems(item.facets) + _ems(item.was))
    return _rows(said, width - 1) * _line(item.text) + _BETWEEN


def _line(text: str) -> float:
    return _TALL_LINE if _TALL.search(text) else _LINE


def _lines(text: str, width: float) -> int:
    return _rows(_ems(text), width)


def _rows(ems: float, width: float) -> int:
    return math.ceil(ems / width) or 1


def _ems(text: str) -> float:
    if text.isascii():
        return len(text) * _NARROW
    return sum(_WIDE if unicodedata.east_asian_width(letter) in "WF" else _NARROW for letter in text)
