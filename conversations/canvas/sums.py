"""What the numbers on a canvas come to: monthly costs, revenue, margin, break-even.

Only numbers that the founder gave are used, amounts in other currencies than the canvas's own are left out
and named, and each figure tells what it rests on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.document import Volume
from conversations.canvas.entries import Cost
from conversations.canvas.facets import Behaviour, Evidence
from conversations.canvas.figures import Figure, added
from conversations.canvas.money import Amount, Period
from conversations.canvas.once import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from conversations.canvas.document import Canvas, FrontStage

MONTHS = Decimal(12)
_NOT_A_SALE = frozenset({"hour", "day", "night", "week", "km", "kilometre", "kilometer", "mile"})
"""Units that things are paid by, which nobody means by "one sale" unless the price names them."""

_LEFT_OUT = ("unpriced", "other_currency", "unclear")


class Sums(msgspec.Struct, frozen=True, kw_only=True):
    """What the numbers come to, in `currency` (empty where none is known); None where they don't suffice.

    `fixed`, `variable` and `growing` (all that grows with sales) are a month, `unit` is a sale, `one_off` is
    once, `monthly` is all of a month as far as it is known. `per_sale` is what a sale costs all in all,
    `margin` what it leaves, `break_even` counts sales a month. The ids of costs that could not be added up:
    `unpriced` have no amount, `other_currency` another one, `unclear` no period or an odd unit.
    """

    currency: str = ""
    fixed: Figure | None = None
    variable: Figure | None = None
    growing: Figure | None = None
    unit: Figure | None = None
    one_off: Figure | None = None
    monthly: Figure | None = None
    revenue: Figure | None = None
    per_sale: Figure | None = None
    margin: Figure | None = None
    break_even: Figure | None = None
    unpriced: tuple[int, ...] = ()
    other_currency: tuple[int, ...] = ()
    unclear: tuple[int, ...] = ()


@once
def sums(canvas: Canvas) -> Sums:
    """Give what the canvas's numbers come to."""
    currency = main_currency(canvas)
    groups: dict[str, list[Cost]] = defaultdict(list)
    for cost in canvas.of(Cost):
        groups[_group(cost, currency, canvas.front_stage.price)].append(cost)
    fixed, variable, unit = (_total(groups[name]) for name in ("fixed", "variable", "unit"))
    volume = volume_of(canvas.front_stage)
    price = price_of(canvas.front_stage, currency)
    stated = stated_totals(canvas, currency)
    fixed = stated.get("fixed_costs", fixed)
    each = stated.get("unit_cost") or _per_sale(groups, volume)
    margin = price - each if price and each else None
    growing = added((variable, unit * volume if unit and volume else None))
    if "unit_cost" in stated and volume:
        growing = stated["unit_cost"] * volume
    return Sums(
        currency=currency,
        fixed=fixed,
        variable=variable,
        growing=growing,
        unit=unit,
        one_off=_total(groups["one_off"]),
        monthly=stated.get("monthly_costs", added((fixed, growing))),
        revenue=revenue_of(canvas.front_stage, currency) or (price * volume if price and volume else None),
        per_sale=each,
        margin=margin,
        break_even=fixed / margin if fixed and margin and margin.low > 0 else None,
        **{name: tuple(cost.id for cost in groups[name]) for name in _LEFT_OUT},
    )


def stated_totals(canvas: Canvas, currency: str) -> dict[str, Figure]:
    """Give the sums that were stated outright, by name, without those in another currency."""
    named = {name: getattr(canvas.totals, name) for name in canvas.totals.__struct_fields__}
    return {
        name: _by_the_month(amount, guess=amount.rough)
        for name, amount in named.items()
        if isinstance(amount, Amount) and amount.currency in (None, currency)
    }


def main_currency(canvas: Canvas) -> str:
    """Give the canvas's currency, else the one that most amounts are in, else an empty text."""
    front = canvas.front_stage
    amounts = (*(cost.amount for cost in canvas.of(Cost)), front.price, front.monthly_revenue)
    written = Counter(amount.currency for amount in amounts if isinstance(amount, Amount) and amount.currency)
    return canvas.venture.currency or next((currency for currency, _ in written.most_common(1)), "")


def _group(cost: Cost, currency: str, price: object) -> str:
    amount = cost.amount
    if not isinstance(amount, Amount):
        return "unpriced"
    if amount.currency not in (None, currency):
        return "other_currency"
    match amount.period:
        case Period.ONCE:
            return "one_off"
        case Period.UNIT:
            return "unit" if is_a_sale(amount.per, price) else "unclear"
        case Period.MONTH | Period.YEAR if not amount.per:
            return "variable" if cost.behaviour is Behaviour.VARIABLE else "fixed"
    # What is free costs nothing in any period.
    return "fixed" if amount.high == 0 else "unclear"


def is_a_sale(per: str, price: object) -> bool:
    """Tell whether a cost per `per` falls due at every sale, as far as the words tell."""
    sold_by = price.per.casefold() if isinstance(price, Amount) else ""
    per = per.casefold()
    return not per or per == sold_by or (not sold_by and per not in _NOT_A_SALE)


def _per_sale(groups: Mapping[str, list[Cost]], volume: Figure | None) -> Figure | None:
    """Give what one sale costs. Nothing, only where the founder marked every cost as one that stays."""
    unit, variable = _total(groups.get("unit", ())), _total(groups.get("variable", ()))
    if variable:
        return added((unit, variable / volume)) if volume else None
    if unit is None and groups.get("fixed") and not any(groups.get(name) for name in _LEFT_OUT):
        stays = all(cost.behaviour is Behaviour.FIXED for cost in groups["fixed"])
        return Figure(Decimal(0), Decimal(0)) if stays else None
    return unit


def _total(costs: Iterable[Cost]) -> Figure | None:
    return added(_figure(cost) for cost in costs)


def _figure(cost: Cost) -> Figure | None:
    if not isinstance(cost.amount, Amount):
        return None
    guess = cost.amount.rough or cost.evidence is Evidence.GUESS
    return _by_the_month(cost.amount, guess=guess, entries=(cost.id,))


def _by_the_month(amount: Amount, *, guess: bool, entries: tuple[int, ...] = ()) -> Figure:
    months = MONTHS if amount.period is Period.YEAR else 1
    return Figure(amount.low / months, amount.high / months, entries, guess)


def price_of(front: FrontStage, currency: str) -> Figure | None:
    """Give what one sale brings; an amount a year is no price of a month's sales."""
    price = front.price
    if not isinstance(price, Amount) or price.currency not in (None, currency) or price.period is Period.YEAR:
        return None
    return Figure(price.low, price.high, guess=price.rough)


def revenue_of(front: FrontStage, currency: str) -> Figure | None:
    """Give what comes in a month, where that was said outright."""
    revenue = front.monthly_revenue
    if not isinstance(revenue, Amount) or revenue.currency not in (None, currency):
        return None
    if revenue.period in (Period.ONCE, Period.UNIT) or revenue.per:
        return None
    return _by_the_month(revenue, guess=revenue.rough)


def volume_of(front: FrontStage) -> Figure | None:
    """Give the sales of a month, None where they aren't known or may be none."""
    volume = front.volume
    if not isinstance(volume, Volume) or volume.low <= 0:
        return None
    return Figure(volume.low, volume.high, guess=volume.hoped)
