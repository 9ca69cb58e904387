"""Rules about what is bought, rented and burnt before the show earns its keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Cost, Resource
from conversations.canvas.facets import Behaviour, Block, ResourceKind, Sourcing
from conversations.canvas.money import Amount, Period
from conversations.canvas.sums import sums
from conversations.coach.actions import Action, Do, later, mark
from conversations.coach.advice import Found, rule
from conversations.coach.cash import cash_of
from conversations.coach.looking import amount_of, for_now, ids
from conversations.coach.stages import TRADING
from conversations.coach.vocabulary.money import (
    BUDGET_PROMISE,
    CHEAP_COST,
    LARGE_FIXED,
    LUXURY_COST,
    LUXURY_PROMISE,
)
from conversations.coach.vocabulary.things import BIG_PURCHASE, BUYING, EQUIPMENT, RENTED
from conversations.reading.amounts import find_amounts
from conversations.words.money_words import in_currency, money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry
    from conversations.words.text import Param

COSTLY = 1000
"""From how much of a larger currency a purchase is costly for somebody who hasn't sold anything."""
VERY_COSTLY = 5000
"""From how much of a larger currency an amount without a period surely isn't paid every month."""
COSTLY_IN_SALES = 100
"""From how many sales' worth a purchase is costly, where the price is known."""
HEAVY = 5000
"""From how much of a larger currency a month's fixed costs are large before the first sale."""
NOTABLE = 1000
"""From how much of a larger currency a month's fixed costs are worth speaking of."""
SHORT = 2
"""Months that the cash should carry the fixed costs before the first sale."""
_LARGER = frozenset({"EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD"})
_ACT = re.compile(
    rf"^(?:to\s+)?(?:buy|purchase|acquire|invest in|order)\s+(?:[\w-]+\s+){{0,4}}?(?:{BIG_PURCHASE.pattern})",
    re.IGNORECASE,
)


@rule("lease_first", source="Seed, VP", weight=68, block=Block.COSTS, quiet=TRADING)
def lease_first(canvas: Canvas) -> Iterator[Found]:
    """Speak about a costly purchase before launch, at a price that was given or of something surely dear."""
    for cost in canvas.of(Cost):
        amount = amount_of(cost)
        if amount and _bought_dearly(canvas, cost, amount):
            yield Found(
                (cost.id,),
                params={"amount": replace(in_currency(amount, canvas), period=None)},
                actions=_instead(cost),
            )
            return
    for cost in canvas.of(Cost):
        if amount_of(cost) is None and BUYING.search(cost.text) and _is_big(cost.text):
            yield Found((cost.id,), "unpriced", actions=_instead(cost))
            return
    for thing in canvas.of(Resource):
        if thing.sourcing is Sourcing.OWNED and BUYING.search(thing.text) and _is_dear(canvas, thing.text):
            yield Found((thing.id,), "unpriced", actions=(mark(thing.id, Sourcing.LEASED),))
            return
    for activity in for_now(canvas):
        if _ACT.search(activity.text) and not RENTED.search(activity.text):
            yield Found((activity.id,), "unpriced", actions=(later(activity.id),))
            return


@rule("low_fixed_early", source="VP, ACG", weight=66, block=Block.COSTS, quiet=TRADING)
def low_fixed_early(canvas: Canvas) -> Iterator[Found]:
    """Speak about fixed costs before launch that are large in amount, beside the cash, or by their words."""
    known = sums(canvas)
    fixed = known.fixed
    cash = cash_of(canvas)
    if fixed and fixed.low > 0:
        heavy = known.currency in _LARGER and fixed.low >= HEAVY
        notable = known.currency in _LARGER and fixed.low >= NOTABLE
        short = notable and cash is not None and fixed.low * SHORT > cash.high
        if (heavy or short) and not (
            known.revenue and known.monthly and known.revenue.low > known.monthly.high and not heavy
        ):
            params: dict[str, Param] = {"amount": money(fixed, known.currency, Period.MONTH)}
            yield Found(fixed.entries, "amount", params)
            return
    large = [
        cost
        for cost in canvas.of(Cost)
        if cost.behaviour is not Behaviour.VARIABLE and LARGE_FIXED.search(cost.text)
    ]
    if large:
        yield Found(ids(large), actions=(Action(Do.REMOVE, entry=large[0].id),))


@rule("cost_vp_align", source="VP, DTSE", weight=72, block=Block.COSTS)
def cost_vp_align(canvas: Canvas) -> Iterator[Found]:
    """Speak where a budget promise has luxury costs, or a luxury promise the cheapest."""
    promise = canvas.front_stage.value_proposition
    if not isinstance(promise, str):
        return
    cheap, dear = BUDGET_PROMISE.search(promise), LUXURY_PROMISE.search(promise)
    if not cheap and not dear:
        # A promise may leave to the name what it stands for ("Budget Bus").
        cheap, dear = BUDGET_PROMISE.search(canvas.venture.name), LUXURY_PROMISE.search(canvas.venture.name)
    if bool(cheap) == bool(dear):
        return
    odd = LUXURY_COST if cheap else CHEAP_COST
    costs = [one for one in canvas.of(Cost) if odd.search(one.text)]
    others = [*canvas.block(Block.RESOURCES), *canvas.block(Block.PARTNERS)]
    found: list[Entry] = [*costs, *(one for one in others if odd.search(one.text) and (costs or dear))]
    if found:
        yield Found(ids(found), "luxury" if cheap else "cheap", {"promise": promise})


def _bought_dearly(canvas: Canvas, cost: Cost, amount: Amount) -> bool:
    if RENTED.search(cost.text) or not _costly(canvas, amount):
        return False
    thing = canvas.entry(cost.about) if cost.about is not None else None
    bought = isinstance(thing, Resource) and thing.sourcing not in (Sourcing.LEASED, Sourcing.PARTNER)
    physical = bought and isinstance(thing, Resource) and thing.kind is ResourceKind.PHYSICAL
    if amount.period is Period.ONCE:
        return physical or ((bought or thing is None) and bool(EQUIPMENT.search(cost.text)))
    dear = amount.period is None and amount.low >= VERY_COSTLY
    return dear and thing is None and _is_big(cost.text)


def _is_dear(canvas: Canvas, text: str) -> bool:
    priced = any(_costly(canvas, amount) for _, amount in find_amounts(text))
    return priced and bool(EQUIPMENT.search(text))


def _is_big(text: str) -> bool:
    return bool(BIG_PURCHASE.search(text)) and not RENTED.search(text)


def _instead(cost: Cost) -> tuple[Action, ...]:
    if cost.about is None:
        return (Action(Do.REMOVE, entry=cost.id),)
    return (mark(cost.about, Sourcing.LEASED),)


def _costly(canvas: Canvas, amount: Amount) -> bool:
    price = canvas.front_stage.price
    if isinstance(price, Amount) and price.high > 0:
        return amount.low >= COSTLY_IN_SALES * price.high
    currency = amount.currency or canvas.venture.currency
    return currency in _LARGER and amount.low >= COSTLY
