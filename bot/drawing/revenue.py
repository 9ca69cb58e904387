"""What comes in, what it leaves, and where the line is crossed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.drawing.sheet import BigFigure, BlockSheet, Chart, Sum
from conversations.canvas.document import Volume
from conversations.canvas.figures import roughly
from conversations.canvas.money import Amount
from conversations.canvas.sums import sums
from conversations.words.money_words import in_currency, money, range_in_words
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    left = known.revenue - known.monthly if known.revenue and known.monthly else None
    lines = [*_sale(canvas, words)]
    if known.revenue:
        lines.append(Sum(words.label(say("drawing.sum.revenue")), _monthly(known.revenue, known, words)))
    if left and known.monthly:
        lines.append(Sum(words.label(say("drawing.sum.spent")), _monthly(known.monthly, known, words)))
        name, amount = (
            (say("drawing.sum.missing"), _opposite(left))
            if left.high < 0
            else (say("drawing.sum.left"), left)
        )
        lines.append(Sum(words.label(name), _monthly(amount, known, words), strong=True))
    return tuple(lines)


def _sale(canvas: Canvas, words: Catalogue) -> Iterator[Sum]:
    front = canvas.front_stage
    if isinstance(front.price, Amount):
        price = words.label(say("canvas.facet.amount", amount=in_currency(front.price, canvas)))
        yield Sum(words.label(say("drawing.sum.price")), price)
    if isinstance(front.volume, Volume):
        name = say("drawing.sum.hoped") if front.volume.hoped else say("drawing.sum.volume")
        number = range_in_words(front.volume.low, front.volume.high)
        yield Sum(words.label(name), words.label(number))


def _monthly(figure: Figure, known: Sums, words: Catalogue) -> str:
    return words.label(say("canvas.facet.amount", amount=money(figure, known.currency)))


def _opposite(figure: Figure) -> Figure:
    return replace(figure, low=-figure.high, high=-figure.low)


def _count(figure: Figure) -> Phrase:
    return range_in_words(roughly(figure.low), roughly(figure.high))


def break_even_block(canvas: Canvas, words: Catalogue) -> BlockSheet | None:
    """Give the break-even as a block of its own, None where it isn't known."""
    known = sums(canvas)
    if known.break_even is None:
        return None
    number = words.label(_count(known.break_even))
    return BlockSheet(
        name=words.label(say("drawing.block.break_even")),
        front=False,
        items=(BigFigure(number, words.label(say("drawing.break_even"))),),
        chart=chart_of(canvas, words),
        more=(words.label(say("drawing.more", n=1)),),
    )


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
