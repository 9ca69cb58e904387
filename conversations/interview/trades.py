"""Which column of examples fits a venture: by the words of its promise, else by its kind of work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conversations.canvas.facets import BusinessType
from conversations.reading.text import fold

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

TRADES = ("maker", "service", "platform", "food", "nonprofit", "wholesaler")

_WORDS = {
    "food": (
        "food coffee cafe tea juice bar bakery baker bread cake cakes pastry pastries restaurant "
        "kitchen meal meals lunch dinner breakfast catering snack snacks beer wine ice cream pizza "
        "burger sandwich sandwiches soup salad vegan chocolate cook cooking eat drink drinks "
        "espresso bagel bagels noodles"
    ),
    "nonprofit": (
        "charity shelter homeless refugee refugees donation donations donors volunteers volunteer "
        "nonprofit ngo foundation community aid humanitarian orphans poverty"
    ),
    "wholesaler": (
        "wholesale wholesaler distribute distributor importer export import logistics freight "
        "courier shipping delivery haulage warehouse"
    ),
    "platform": ("platform marketplace app network connects connect matching match community directory"),
    "service": (
        "accounting bookkeeping bookkeeper books tax taxes consulting consultant advice legal law "
        "coaching training lessons tutoring design agency repair cleaning care therapy marketing "
        "photography translation hairdresser barber salon plumbing"
    ),
}
_BY_TYPE = {
    BusinessType.PRODUCTION: "maker",
    BusinessType.PROBLEM_SOLVING: "service",
    BusinessType.PLATFORM: "platform",
    BusinessType.SUPPLY_CHAIN: "wholesaler",
}


def trade_in(promise: str) -> str:
    """Give the trade that a promise's words tell of, empty where they tell of none."""
    words = set(re.findall(r"[^\W\d_]+", fold(promise)))
    for trade, vocabulary in _WORDS.items():
        if words & set(vocabulary.split()):
            return trade
    return ""


def trade_of(canvas: Canvas) -> str:
    """Give the column of examples for a venture: one of TRADES."""
    if canvas.venture.trade in TRADES:
        return canvas.venture.trade
    types = canvas.venture.business_types
    return _BY_TYPE[types[0]] if types else "maker"
