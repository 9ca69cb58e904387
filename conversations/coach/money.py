"""Rules about what the numbers come to. They speak on numbers that the founder gave, and on nothing else."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from conversations.canvas.facets import Block, Stage
from conversations.canvas.figures import Figure, roughly
from conversations.canvas.money import Amount, Period
from conversations.canvas.sums import stated_totals, sums
from conversations.coach.actions import Action, Do
from conversations.coach.advice import Found, rule, tuned
from conversations.coach.cash import cash_of
from conversations.coach.costs import cost_people
from conversations.words.money_words import in_currency, money, range_in_words
from conversations.words.text import Param, Phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas
    from conversations.canvas.sums import Sums
    from conversations.coach.tuning import Tuning

_ODD_PLURALS = ("s", "x", "z", "h", "y", "f", "o")
"""Endings after which a founder's word for a sale doesn't take a plain s."""


@rule("revenue_over_cost", source="Seed", weight=95, block=Block.COSTS, rests_on=("sale",))
def revenue_over_cost(canvas: Canvas) -> Iterator[Found]:
    """Speak where what comes in is at or below what goes out, however the ranges fall."""
    known = sums(canvas)
    if known.revenue is None or known.monthly is None or known.revenue.high > known.monthly.low:
        return
    params: dict[str, Param] = {
        "revenue": money(_plainly(known.revenue), known.currency, Period.MONTH),
        "costs": money(known.monthly, known.currency, Period.MONTH),
    }
    volume = canvas.front_stage.volume
    if volume and known.revenue.guess:
        params["volume"] = range_in_words(volume.low, volume.high)
        yield Found(known.monthly.entries, "guess", params)
    else:
        yield Found(known.monthly.entries, params=params)


@rule("unit_margin_break_even", source="EZK", weight=59, at_most=97, block=Block.COSTS, rests_on=("sale",))
def unit_margin_break_even(canvas: Canvas) -> Iterator[Found]:
    """Speak where each sale loses money; else tell how many sales the month's costs take."""
    known = sums(canvas)
    price = canvas.front_stage.price
    if not isinstance(price, Amount) or known.per_sale is None or known.margin is None:
        return
    params: dict[str, Param] = {}
    if known.margin.high <= 0:
        params = {"price": in_currency(price, canvas), "cost": money(known.per_sale, known.currency)}
        yield Found(known.margin.entries, "loss", params, weight=97)
    elif known.break_even and known.fixed and known.fixed.high > 0 and not (canvas.answers and _told(known)):
        sales = _sales(roughly(known.break_even.high), price.per)
        params = {"costs": money(known.fixed, known.currency, Period.MONTH), "sales": sales}
        before_pay = any(True for _ in cost_people.speak(canvas))
        # Who surely earns already, or is told already that it doesn't suffice, needs it less.
        weight = 31 if _told(known) else None
        wording = "before_pay" if before_pay else "text"
        yield Found(known.break_even.entries, wording, params, weight=weight)


@rule("runway", source="RUN", weight=93, block=Block.COSTS, rests_on=("sale", "money"))
@tuned
def runway(canvas: Canvas, tuning: Tuning) -> Iterator[Found]:
    """Speak where the cash lasts for less than six months of what goes out beyond what comes in."""
    known = sums(canvas)
    cash, burn = cash_of(canvas), _burn(canvas, known)
    if cash is None or burn is None or burn.low <= 0 or cash.high >= burn.low * tuning.months_of_runway:
        return
    months = int(cash.high / burn.low)
    params: dict[str, Param] = {
        "cash": money(cash, known.currency),
        "burn": money(_whole(burn), known.currency, Period.MONTH),
        "months": say("coach.months", n=months) if months else say("coach.months.none"),
    }
    entries = tuple(dict.fromkeys((*cash.entries, *burn.entries)))
    before = isinstance(canvas.venture.stage, Stage) and not canvas.venture.stage.trading
    weight = 55 if before else None
    yield Found(entries, params=params, weight=weight, actions=(Action(Do.ASK, question="money"),))


def _burn(canvas: Canvas, known: Sums) -> Figure | None:
    """Give what a month takes beyond what it brings. Before the first sale nothing comes in, unless told."""
    stated = stated_totals(canvas, known.currency).get("burn")
    if stated or known.monthly is None:
        return stated
    if known.revenue is not None:
        return known.monthly - known.revenue
    stage = canvas.venture.stage
    before = isinstance(stage, Stage) and not stage.trading
    return known.monthly if before and not canvas.answers else None


def _whole(figure: Figure) -> Figure:
    """Give a figure without cents."""
    low, high = (number.quantize(Decimal(1)) for number in (figure.low, figure.high))
    return Figure(low, high, figure.entries, figure.guess)


def _plainly(figure: Figure) -> Figure:
    """Give a figure that isn't called rough: the sentence says already that it is a guess."""
    return Figure(figure.low, figure.high, figure.entries)


def _told(known: Sums) -> bool:
    """Tell whether revenue is surely above cost, or surely below, which another rule says."""
    if known.revenue is None or known.monthly is None:
        return False
    surely_above = known.revenue.low > known.monthly.high and not known.revenue.guess
    return surely_above or known.revenue.high <= known.monthly.low


def _sales(number: Decimal, per: str) -> Phrase:
    if not per or not per.isascii() or per.endswith(_ODD_PLURALS):
        return say("coach.sales", n=int(number))
    return say("coach.sales.per", n=int(number), per=per)
