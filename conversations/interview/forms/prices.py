"""About how much each likely cost is: numbered, up to five, one reply for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Cost, Resource
from conversations.canvas.facets import Sourcing
from conversations.canvas.likely_costs import LikelyCost, likely_costs
from conversations.canvas.money import Amount
from conversations.interview.forms.base import Answered, Form, Heard, Puzzled, View
from conversations.interview.forms.items import capitalised, with_currency_of
from conversations.reading.pricing import PriceReply, read_prices
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.document import Canvas
    from conversations.reading.amounts import Vague


class PricesForm(Form):
    """Up to five likely costs, numbered: one reply prices all of them, by number or by name."""

    def body(self, view: View) -> Text:
        """List the likely costs, numbered."""
        lines = tuple(
            say("prices.line", number=number, name=capitalised(likely.text))
            for number, likely in enumerate(self._asked(view), start=1)
        )
        return (say("prices.lines", lines=lines),)

    def recognises(self, view: View, text: str) -> bool:
        """Whether it prices something that was asked about: "the cart is 350"."""
        return bool(read_prices(text, [likely.text for likely in self._asked(view)]).prices)

    def hear(self, view: View, text: str) -> Heard:
        """Read the prices; what isn't answered stays unknown."""
        asked = self._asked(view)
        reply = _with_rent(view, asked, read_prices(text, [likely.text for likely in asked]))
        if not reply.prices and not reply.extra:
            return Puzzled(say("puzzled.prices"))
        canvas = with_currency_of(view.canvas, text)
        costs = _priced(asked, reply, canvas.venture.currency)
        standing = _standing(view)
        for place, former in enumerate(standing):
            if place in reply.prices:
                canvas = canvas.with_changed(replace(former, amount=costs[place].amount))
        canvas, added = _with_added(canvas, costs[len(standing) :])
        entries = (*(cost.id for cost in standing), *added)
        return Answered(
            canvas=canvas,
            entries=entries,
            words=text,
            receipt=_priced_receipt(canvas, entries, reply.unread),
        )

    def unknown(self, view: View) -> Answered:
        """Keep the likely costs, their amounts unknown."""
        standing = _standing(view)
        likely = () if standing else self._asked(view)
        canvas, added = _with_added(view.canvas, _priced(likely, PriceReply({}), ""))
        entries = (*(cost.id for cost in standing), *added)
        return replace(super().unknown(view), canvas=canvas, entries=entries)

    def none(self, view: View) -> Heard:
        """Ask again: "none" prices nothing."""
        del view
        return Puzzled(say("puzzled.prices"))

    def _asked(self, view: View) -> tuple[LikelyCost, ...]:
        """Give what is asked about: the costs that stand, where the question was answered before."""
        asked = tuple(LikelyCost(cost.text, cost.about or 0) for cost in _standing(view))
        return asked or likely_costs(view.canvas)


def _with_rent(view: View, asked: tuple[LikelyCost, ...], reply: PriceReply) -> PriceReply:
    """Give the reply with "rent" as the price of the one rented thing, where one alone was asked about."""
    about = [view.canvas.entry(likely.about) for likely in asked]
    rented = [
        place
        for place, entry in enumerate(about)
        if isinstance(entry, Resource) and entry.sourcing is Sourcing.LEASED and place not in reply.prices
    ]
    rents = [cost for cost in reply.extra if cost[0].casefold() in ("rent", "the rent", "lease", "the lease")]
    if len(rented) != 1 or len(rents) != 1:
        return reply
    others = tuple(cost for cost in reply.extra if cost not in rents)
    return replace(reply, prices={**reply.prices, rented[0]: rents[0][1]}, extra=others)


def _standing(view: View) -> tuple[Cost, ...]:
    """Give the costs that the question was answered with before."""
    entries = view.answer.entries if view.answer else ()
    return tuple(cost for cost in map(view.canvas.entry, entries) if isinstance(cost, Cost))


def _with_added(canvas: Canvas, costs: Sequence[Cost]) -> tuple[Canvas, tuple[int, ...]]:
    first = canvas.next_id
    canvas = canvas.with_new(costs)
    return canvas, tuple(range(first, canvas.next_id))


def _priced(asked: tuple[LikelyCost, ...], reply: PriceReply, currency: str) -> list[Cost]:
    def known(amount: Amount | Vague | None) -> Amount | None:
        if not isinstance(amount, Amount):
            return None
        return replace(amount, currency=amount.currency or currency or None)

    costs = [
        Cost(
            id=0,
            text=capitalised(likely.text),
            about=likely.about or None,
            amount=known(reply.prices.get(index)),
        )
        for index, likely in enumerate(asked)
    ]
    return [
        *costs,
        *(Cost(id=0, text=capitalised(name), amount=known(amount)) for name, amount in reply.extra),
    ]


def _priced_receipt(canvas: Canvas, entries: tuple[int, ...], unread: tuple[str, ...]) -> Text:
    lines: list[Phrase] = []
    costs = [cost for cost in canvas.of(Cost) if cost.id in entries]
    lines.extend(say("receipt.priced", name=c.text, amount=c.amount) for c in costs if c.amount)
    unpriced = tuple(cost.text for cost in costs if not cost.amount)
    if unpriced:
        lines.append(say("receipt.unpriced", n=len(unpriced), names=unpriced))
    if unread:
        lines.append(say("receipt.unread", n=len(unread), names=unread))
    return (say("receipt.lines", lines=tuple(lines)),)
