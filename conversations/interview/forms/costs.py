"""What it costs: prices for what is there already, anything else, and what grows with sales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.entries import Cost, Entry
from conversations.canvas.facets import Behaviour, Block
from conversations.canvas.likely_costs import LikelyCost, likely_costs
from conversations.canvas.money import Amount, Period
from conversations.interview.forms.base import Answered, Choice, Choices, Form, Heard, Marked, Puzzled, View
from conversations.interview.forms.grid import grid, listed, marked, turned
from conversations.interview.forms.items import ItemsForm, capitalised, receipt, with_currency_of
from conversations.interview.replacing import Making, Merged, merge
from conversations.reading.amounts import Vague, find_amounts
from conversations.reading.marking import read_growing
from conversations.reading.pricing import PriceReply, read_prices
from conversations.reading.splitting import split_items
from conversations.reading.usual_periods import with_usual_period
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.document import Canvas


class PricesForm(Form):
    """Up to five likely costs, numbered: one reply prices all of them, by number or by name."""

    def body(self, view: View) -> Text:
        """List the likely costs, numbered."""
        lines = tuple(
            say("prices.line", number=number, name=capitalised(likely.text))
            for number, likely in enumerate(self._asked(view), start=1)
        )
        return (say("prices.lines", lines=lines),)

    def hear(self, view: View, text: str) -> Heard:
        """Read the prices; what isn't answered stays unknown."""
        asked = self._asked(view)
        reply = read_prices(text, [likely.text for likely in asked])
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


class CostsForm(ItemsForm):
    """Anything else that costs: several in one answer, each with the amount written beside it."""

    def choices(self, view: View) -> Choices:
        """Offer that there is nothing else."""
        del view
        return ((Choice(say("button.nothing_else"), "none"),),)

    def tap(self, view: View, choice: str) -> Heard:
        """Take "Nothing else"."""
        return self.none(view) if choice == "none" else super().tap(view, choice)

    def none(self, view: View) -> Heard:
        """Take having no other costs as an answer."""
        return Answered(canvas=view.canvas, standing="none", receipt=())

    def hear(self, view: View, text: str) -> Heard:
        """Read costs and amounts."""
        written = [_name_and_amount(item) for item in split_items(text)]
        named = {name: amount for name, amount in written if name}
        if not named:
            return Puzzled(say("puzzled.costs"))
        canvas = with_currency_of(view.canvas, text)
        view = replace(view, canvas=canvas)

        def make(name: str) -> Entry:
            return Cost(id=0, text=name, amount=_in_currency(_usual(named[name], name), view) or UNSET)

        def meet(entry: Entry) -> Entry:
            amount = next((a for n, a in named.items() if n.casefold() == entry.text.casefold()), None)
            return replace(entry, amount=_in_currency(_usual(amount, entry.text), view)) if amount else entry

        said = (
            tuple(_name_and_amount(item)[0] for item in split_items(view.answer.words)) if view.answer else ()
        )
        making = Making(block=Block.COSTS, make=make, meet=meet, said=said)
        merged = merge(canvas, tuple(named), view.answer, making)
        return Answered(
            canvas=merged.canvas,
            entries=merged.entries,
            words=text,
            receipt=_written_receipt(merged),
            split=len(named) > 1,
        )


class GrowingForm(Form):
    """Which costs grow with sales: one grid, prefilled, so that Next is usually enough."""

    agreement = "next"

    def body(self, view: View) -> Text:
        """Show the costs in full where buttons cut them."""
        return listed(view, view.canvas.of(Cost))

    def choices(self, view: View) -> Choices:
        """Offer the costs with their marks."""
        rows = grid(view, view.canvas.of(Cost), lambda entry: f"grid.behaviour.{_behaviour(view, entry)}")
        return (*rows, (Choice(say("button.next"), "next"),))

    def tap(self, view: View, choice: str) -> Heard:
        """Turn a cost's mark over, or take the marks as they are."""
        page = turned(choice)
        if page is not None:
            return Marked(marks=view.marks, page=page)
        entry = marked(choice, view.canvas.of(Cost))
        if entry is not None:
            other = "fixed" if _behaviour(view, entry) == "variable" else "variable"
            return Marked(marks={**view.marks, str(entry.id): other}, page=view.page)
        return self._saved(view) if choice == "next" else super().tap(view, choice)

    def hear(self, view: View, text: str) -> Heard:
        """Take the costs that are named as those which grow; ask on where only others were named."""
        costs = view.canvas.of(Cost)
        said = read_growing(text, [cost.text for cost in costs])
        if not said:
            return Puzzled(say("puzzled.tap"))
        told = {str(costs[place].id): behaviour.value for place, behaviour in said.items()}
        view = replace(view, marks={**view.marks, **told})
        grows = Behaviour.VARIABLE in said.values()
        return self._saved(view) if grows else Marked(marks=view.marks, page=view.page)

    def none(self, view: View) -> Heard:
        """Take "none" as: nothing grows."""
        marks = {str(cost.id): "fixed" for cost in view.canvas.of(Cost)}
        return self._saved(replace(view, marks=marks))

    def unknown(self, view: View) -> Answered:
        """Note that the founder doesn't know."""
        canvas = view.canvas
        for cost in canvas.of(Cost):
            canvas = canvas.with_changed(replace(cost, behaviour=None))
        return replace(super().unknown(view), canvas=canvas)

    def _saved(self, view: View) -> Answered:
        canvas = view.canvas
        growing: list[str] = []
        for cost in canvas.of(Cost):
            behaviour = Behaviour(_behaviour(view, cost))
            canvas = canvas.with_changed(replace(cost, behaviour=behaviour))
            if behaviour is Behaviour.VARIABLE:
                growing.append(cost.text)
        said = say("receipt.growing", n=len(growing), names=tuple(growing))
        return Answered(
            canvas=canvas,
            words=", ".join(growing),
            receipt=(said,) if growing else (say("receipt.nothing_grows"),),
        )


def _behaviour(view: View, entry: Entry) -> str:
    """Give a cost's mark: what was tapped, else what is saved, else per unit grows and the rest stays."""
    if str(entry.id) in view.marks:
        return view.marks[str(entry.id)]
    if isinstance(entry, Cost) and entry.behaviour:
        return entry.behaviour.value
    amount = entry.amount if isinstance(entry, Cost) else None
    return "variable" if amount and amount.period is Period.UNIT else "fixed"


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


def _written_receipt(merged: Merged) -> Text:
    """Give what was saved, each new cost with its amount where it has one."""
    new = [cost for cost in merged.canvas.of(Cost) if cost.id in merged.entries and cost.text in merged.added]
    priced = tuple(say("receipt.priced", name=cost.text, amount=cost.amount) for cost in new if cost.amount)
    rest = replace(merged, added=tuple(cost.text for cost in new if not cost.amount))
    more = receipt(rest) if not priced or rest.added or rest.again or rest.gone else ()
    return (*((say("receipt.lines", lines=priced),) if priced else ()), *more)


def _name_and_amount(item: str) -> tuple[str, Amount | None]:
    """Give what a cost is called and what it amounts to: "insurance 40 a month" is both."""
    found = find_amounts(item)
    if not found:
        return capitalised(item), None
    (start, end), amount = found[0]
    name = f"{item[:start]} {item[end:]}".strip(" \t:-–—=,")
    return capitalised(" ".join(name.split())), amount


def read_cost(item: str, currency: str) -> tuple[str, Amount | None]:
    """Give what a cost is called and what it amounts to, in the venture's currency where none is written."""
    name, amount = _name_and_amount(item)
    return name, replace(amount, currency=amount.currency or currency or None) if amount else None


def _usual(amount: Amount | None, name: str) -> Amount | None:
    return None if amount is None else with_usual_period(amount, name)


def _in_currency(amount: Amount | None, view: View) -> Amount | None:
    if amount is None or amount.currency or not view.canvas.venture.currency:
        return amount
    return replace(amount, currency=view.canvas.venture.currency)
