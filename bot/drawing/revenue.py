"""What comes in, what it leaves, and where the line is crossed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bot.drawing.sheet import Chart, Sum
from conversations.canvas.document import Volume
from conversations.canvas.figures import roughly
from conversations.canvas.money import Amount, Period
from conversations.canvas.sums import sums
from conversations.words.money_words import in_currency, money, range_in_words
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.canvas.figures import Figure
    from conversations.canvas.sums import Sums
    from conversations.words.catalogue import Catalogue
    from conversations.words.text import Phrase

_ROOM = Decimal("1.15")
"""How far the chart goes beyond the last number that matters."""


def revenue_sums(canvas: Canvas, words: Catalogue) -> tuple[Sum, ...]:
    """Give price, sales and what they come to, a line each."""
    known = sums(canvas)
    return (
        *(Sum(words.label(phrase)) for phrase in _sale(canvas)),
        *(Sum(words.label(phrase), strong=True) for phrase in _month(known)),
    )


def _sale(canvas: Canvas) -> list[Phrase]:
    front = canvas.front_stage
    lines = []
    if isinstance(front.price, Amount):
        lines.append(say("canvas.show.price", amount=in_currency(front.price, canvas)))
    if isinstance(front.volume, Volume):
        key = "canvas.show.hoped" if front.volume.hoped else "canvas.show.volume"
        lines.append(say(key, number=range_in_words(front.volume.low, front.volume.high)))
    return lines


def _month(known: Sums) -> list[Phrase]:
    lines = []
    if known.revenue:
        lines.append(say("drawing.sum.revenue", amount=money(known.revenue, known.currency, Period.MONTH)))
    if known.revenue and known.monthly and (known.revenue - known.monthly).low > 0:
        left = known.revenue - known.monthly
        lines.append(say("drawing.sum.left", amount=money(left, known.currency, Period.MONTH)))
    if known.break_even:
        lines.append(say("drawing.sum.break_even", number=_count(known.break_even)))
    return lines


def _count(figure: Figure) -> Phrase:
    return range_in_words(roughly(figure.low), roughly(figure.high))


def chart_of(canvas: Canvas, words: Catalogue) -> Chart | None:
    """Give the break-even line where price, costs of a sale and fixed costs are known; else None."""
    known = sums(canvas)
    if not (known.fixed and known.margin and known.per_sale and known.break_even):
        return None
    fixed, each = _middle(known.fixed), _middle(known.per_sale)
    price = each + _middle(known.margin)
    if fixed <= 0 or price <= each:
        return None
    crossing = fixed / (price - each)
    volume = _volume(canvas)
    reach = max(crossing * 2, volume * _ROOM) if volume < crossing * 6 else volume * _ROOM
    return Chart(
        fixed=float(fixed),
        each=float(each),
        price=float(price),
        break_even=float(crossing),
        volume=float(volume),
        reach=float(reach),
        top=float(max(price, each) * reach + fixed / 50),
        break_even_words=words.label(say("drawing.chart.break_even", number=_count(known.break_even))),
        volume_words=words.label(say("drawing.chart.volume", number=roughly(volume, 3))) if volume else "",
    )


def _middle(figure: Figure) -> Decimal:
    return (figure.low + figure.high) / 2


def _volume(canvas: Canvas) -> Decimal:
    volume = canvas.front_stage.volume
    return (volume.low + volume.high) / 2 if isinstance(volume, Volume) else Decimal(0)
