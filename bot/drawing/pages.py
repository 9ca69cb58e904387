"""The pages: their sizes, the sizes of type they allow, and how the nine blocks stand on them.

A unit is a pixel of a phone's picture; on paper it is as many points as make the page as wide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from bot.drawing.estimating import first_level, lowest, with_shares
from bot.drawing.form import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.drawing.sheet import BlockSheet

Tree: TypeAlias = dict[str, Any]


def _block(name: str) -> Tree:
    return {"block": name}


def _rows(*rows: Tree) -> Tree:
    return {"rows": rows}


def _cells(*cells: Tree, shares: tuple[tuple[float, ...], ...]) -> Tree:
    """Give cells side by side; of several `shares` of the width the best is taken."""
    return {"cells": cells, "shares": shares}


def _upright(*, charted: bool) -> Iterator[Tree]:
    """Give the trees for a page held upright, the usual first: the show above, the backstage, the money last.

    Of the others one may leave less of the page empty.
    """
    third = ((0.3, 0.35, 0.35), (0.4, 0.3, 0.3), (0.28, 0.28, 0.44))
    show = (
        _block("value_proposition"),
        _cells(_block("customers"), _block("channels"), _block("relationships"), shares=third),
    )
    backstages = (
        (_block("activities"), _halves(_block("resources"), _block("partners"))),
        (_halves(_block("activities"), _block("resources")), _block("partners")),
        (_halves(_block("activities"), _block("partners")), _block("resources")),
    )
    money = [(_halves(_block("costs"), _block("revenue")), *([_block("break_even")] if charted else []))]
    if charted:
        money.append((_halves(_block("costs"), _rows(_block("revenue"), _block("break_even"))),))
    return (_rows(*show, *backstage, *last) for backstage in backstages for last in money)


def _halves(one: Tree, other: Tree) -> Tree:
    return _cells(one, other, shares=((0.5, 0.5), (0.58, 0.42), (0.42, 0.58)))


def _across(*, charted: bool) -> Tree:
    """Give the tree for a page that lies: the nine blocks where everybody looks for them."""
    bottom = [_block("costs"), _block("revenue")]
    shares: tuple[tuple[float, ...], ...] = ((0.54, 0.46),)
    if charted:
        bottom, shares = [*bottom, _block("break_even")], ((0.42, 0.3, 0.28),)
    return _rows(
        _cells(
            _block("partners"),
            _rows(_block("activities"), _block("resources")),
            _block("value_proposition"),
            _rows(_block("relationships"), _block("channels")),
            _block("customers"),
            shares=(
                (0.19, 0.29, 0.19, 0.17, 0.16),
                (0.17, 0.34, 0.18, 0.16, 0.15),
                (0.19, 0.37, 0.16, 0.15, 0.13),
                (0.23, 0.32, 0.17, 0.15, 0.13),
            ),
        ),
        _cells(*bottom, shares=shares),
    )


ORDER = (
    "value_proposition",
    "customers",
    "channels",
    "relationships",
    "revenue",
    "activities",
    "resources",
    "partners",
    "costs",
    "break_even",
)
"""In which everything is listed where the first page has no room for it."""

_PAPER = {
    Page.A4: (595.28, 841.89),
    Page.A4_LANDSCAPE: (841.89, 595.28),
    Page.LETTER: (612.0, 792.0),
    Page.LETTER_LANDSCAPE: (792.0, 612.0),
}
"""Widths and heights in points."""

_UPRIGHT_WIDTH, _ACROSS_WIDTH = 1080, 1920


def page_of(page: Page, blocks: Mapping[str, BlockSheet]) -> dict[str, Any]:
    """Give a page as the template reads it, with a break-even line where the blocks have one."""
    upright = page in (Page.PORTRAIT, Page.A4, Page.LETTER)
    charted = "break_even" in blocks
    made = _bare(page, upright=upright)
    inside = made["width"] - 2 * made["margin"]
    levels = made["levels"]
    trees = tuple(_upright(charted=charted) if upright else (_across(charted=charted),))
    tree, start = trees[0], len(levels) // 2
    # What leaves the least empty depends on the size of type, and that on what leaves the least empty.
    for _ in range(2):
        level = levels[start]
        tree = lowest((with_shares(tree, blocks, inside, level) for tree in trees), blocks, inside, level)
        start = first_level(tree, blocks, inside, levels)
    order = [name for name in ORDER if name in blocks]
    return made | {"order": order, "tree": tree, "start": start}


def paper_size(page: Page) -> tuple[float, float]:
    """Give the width and the height of the paper in points: A4, the same way up, for a phone's page."""
    paper = {Page.PORTRAIT: Page.A4, Page.LANDSCAPE: Page.A4_LANDSCAPE}
    return _PAPER[paper.get(page, page)]


def _bare(page: Page, *, upright: bool) -> dict[str, Any]:
    width = _UPRIGHT_WIDTH if upright else _ACROSS_WIDTH
    common = {
        "width": width,
        "margin": 36,
        "gap": 14,
        "radius": 14,
        "label": 24,
        "titles": (76, 66, 56, 46, 36),
        "print": page.printed,
        "snug": page is Page.PORTRAIT,
        "least": 1350,
    }
    if page is Page.PORTRAIT:
        # At arm's length type matters more than height: a page grows to a whole phone's before type shrinks.
        sizes = [(38, 1920), (36, 1920), (34, 1920), *((size, 2340) for size in range(34, 25, -1))]
        return common | {"unit": 1.0, "levels": _levels(sizes)}
    if page is Page.LANDSCAPE:
        # A crowded canvas gets a higher page rather than smaller type.
        sizes = [(size, 1080) for size in range(34, 21, -1)]
        levels = _levels([*sizes, (22, 1180), (22, 1280)])
        return common | {"unit": 1.0, "levels": levels, "titles": (60, 50, 42, 34), "label": 22}
    points_wide, points_high = _PAPER[page]
    unit = points_wide / width
    largest, smallest = (26, 14) if upright else (30, 16)
    return common | {
        "unit": unit,
        "levels": _levels([(size, points_high / unit) for size in range(largest, smallest - 1, -1)]),
        "titles": (60, 50, 42, 34),
        "label": 18 if upright else 22,
    }


def _levels(sizes: Sequence[tuple[int, float]]) -> list[dict[str, Any]]:
    """Give sizes of type and heights of page, roomy to dense: smaller, then more columns, then no chart.

    `ems` is how wide a column has to be, `columns` how many there may be.
    """
    middle = len(sizes) * 2 // 3
    return [
        *(_level(*size, ems=14, columns=2) for size in sizes[:middle]),
        *(_level(*size, ems=11, columns=3) for size in sizes[middle:]),
        _level(*sizes[-1], ems=9, columns=4),
        _level(*sizes[-1], ems=9, columns=4) | {"charts": False},
    ]


def _level(size: int, height: float, *, ems: int, columns: int) -> dict[str, Any]:
    return {"size": size, "height": height, "ems": ems, "columns": columns, "charts": True}
