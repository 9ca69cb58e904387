"""The pages: their sizes, the sizes of type they allow, and how the nine blocks stand on them.

A unit is a pixel of a phone's picture; on paper it is as many points as make the page as wide.
"""

from __future__ import annotations

from typing import Any

from bot.drawing.form import Page

def _block(name: str, share: float = 1) -> dict[str, Any]:
    return {"block": name, "share": share}


UPRIGHT: dict[str, Any] = {
    "rows": [
        _block("value_proposition"),
        {"cells": [_block("customers", 0.32), _block("channels", 0.34), _block("relationships", 0.34)]},
        _block("activities"),
        {"cells": [_block("resources", 0.54), _block("partners", 0.46)]},
        {"cells": [_block("costs", 0.54), _block("revenue", 0.46)]},
    ]
}
"""For a page held upright: the show above, the backstage under it."""

ACROSS: dict[str, Any] = {
    "rows": [
        {
            "cells": [
                _block("partners", 0.19),
                {"rows": [_block("activities"), _block("resources")], "share": 0.28},
                _block("value_proposition", 0.19),
                {"rows": [_block("relationships"), _block("channels")], "share": 0.18},
                _block("customers", 0.16),
            ]
        },
        {"cells": [_block("costs", 0.56), _block("revenue", 0.44)]},
    ]
}
"""For a page that lies: the nine blocks where everybody looks for them."""

_PAPER = {
    Page.A4: (595.28, 841.89),
    Page.A4_LANDSCAPE: (841.89, 595.28),
    Page.LETTER: (612.0, 792.0),
    Page.LETTER_LANDSCAPE: (792.0, 612.0),
}
"""Widths and heights in points."""

_UPRIGHT_WIDTH, _ACROSS_WIDTH = 1080, 1920


def page_of(page: Page) -> dict[str, Any]:
    """Give a page as the template reads it."""
    upright = page in (Page.PORTRAIT, Page.A4, Page.LETTER)
    width = _UPRIGHT_WIDTH if upright else _ACROSS_WIDTH
    common = {
        "width": width,
        "margin": 36,
        "gap": 14,
        "radius": 14,
        "label": 24,
        "titles": (76, 66, 56, 46, 36),
        "tree": UPRIGHT if upright else ACROSS,
        "print": page.printed,
        "snug": page is Page.PORTRAIT,
        "least": 1350,
    }
    if not page.printed:
        heights = (1920, 2340) if upright else (1080,)
        largest, smallest = (38, 25) if upright else (34, 22)
        return common | {"unit": 1.0, "heights": heights, "levels": _levels(largest, smallest)}
    points_wide, points_high = _PAPER[page]
    unit = points_wide / width
    largest, smallest = (26, 14) if upright else (30, 16)
    return common | {
        "unit": unit,
        "heights": (points_high / unit,),
        "levels": _levels(largest, smallest),
        "titles": (60, 50, 42, 34),
        "label": 18 if upright else 22,
    }


def _levels(largest: int, smallest: int) -> list[dict[str, Any]]:
    """Give sizes of type, roomy to dense: smaller first, then more columns, then without the chart."""
    roomy = [{"size": size, "dense": False, "charts": True} for size in range(largest, smallest - 1, -1)]
    return [
        *roomy,
        {"size": smallest, "dense": True, "charts": True},
        {"size": smallest, "dense": True, "charts": False},
    ]
