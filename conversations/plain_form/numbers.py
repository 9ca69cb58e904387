"""The numbers beside a plain canvas, whose names differ from tool to tool."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET

from conversations.canvas.document import FrontStage, Totals, Volume
from conversations.canvas.money import Amount, Period
from conversations.reading.amounts import read_amount

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS = 12
_LARGEST = Decimal(10) ** 15

_NAMES = {
    "break_even": r"break_?even",
    "burn": r"burn",
    "runway": r"runway",
    "cash": r"\bcash|savings|bank_balance|in_(?:the_)?bank|funds|capital|money_available|reserves?|liquid",
    "unit_cost": r"(?:unit|variable|direct|marginal)_(?:\w+_)?costs?|costs?_(?:per|of)_(?:a_)?\w+$"
    r"|cogs|costs?_each",
    "price": r"price|ticket|arpu|fee_per|revenue_per_(?:unit|sale|customer)|income_per_(?:unit|sale)",
    "fixed_costs": r"fixed|overheads?",
    "one_off": r"one_?off|one_?time|start_?up_costs?|set_?up|upfront|capex|investment_needed",
    "revenue": r"revenues?|sales_(?:revenue|income)|turnover|income|earnings|takings",
    "volume": r"units|volume|quantity|customers|orders|sales|bookings|subscribers|users|guests|covers",
    "monthly_costs": r"costs?|expenses|spend(?:ing)?|outgoings",
}
_A_MONTH_KEY = re.compile(r"_?(?:per_month|a_month|monthly|/mo|_mo|each_month)(?=_|$)|^monthly_")
_A_YEAR_KEY = re.compile(r"year|annual|yearly|_pa$")


def read_numbers(numbers: Mapping[str, Any], front: FrontStage, *, hoped: bool) -> tuple[FrontStage, Totals]:
    """Give the front stage with price, volume and revenue, and the totals that were stated.

    What isn't understood is left out. `hoped` says that nothing is sold yet, so that volumes are guesses.
    """
    read = {
        name: amount
        for key, value in numbers.items()
        if (found := _read(key, value))
        for name, amount in [found]
    }
    price, revenue, volume = read.get("price"), read.get("revenue"), read.get("volume")
    front = msgspec.structs.replace(
        front,
        price=price or front.price,
        monthly_revenue=_rough(revenue, hoped=hoped) if revenue else front.monthly_revenue,
        volume=Volume(low=volume.low, high=volume.high, hoped=hoped) if volume else front.volume,
    )
    return front, Totals(
        **{
            name: read.get(name, UNSET)
            for name in ("cash", "monthly_costs", "fixed_costs", "unit_cost", "burn")
        }
    )


def _read(key: str, value: object) -> tuple[str, Amount] | None:
    plain = re.sub(r"[^a-z0-9]+", "_", key.casefold()).strip("_")
    bare = _A_MONTH_KEY.sub("", plain).strip("_")
    name = next((name for name, words in _NAMES.items() if re.search(words, bare or plain)), None)
    amount = _amount(value)
    if name is None or amount is None:
        return None
    if _A_YEAR_KEY.search(plain) and name not in ("price", "unit_cost", "cash"):
        amount = _with(amount, Period.YEAR)
    elif name in ("revenue", "monthly_costs", "fixed_costs", "burn"):
        amount = _with(amount, amount.period or Period.MONTH)
    return name, amount


def _amount(value: object) -> Amount | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            return None
        return Amount(number, number) if number.is_finite() and 0 <= number <= _LARGEST else None
    read = read_amount(value) if isinstance(value, str) else None
    return read if isinstance(read, Amount) else None


def _with(amount: Amount, period: Period) -> Amount:
    return msgspec.structs.replace(amount, period=period)


def _rough(amount: Amount, *, hoped: bool) -> Amount:
    return msgspec.structs.replace(amount, rough=amount.rough or hoped)
