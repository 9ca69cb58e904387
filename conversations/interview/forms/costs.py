"""Anything else that costs, each with the amount written beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.entries import Cost, Entry
from conversations.canvas.facets import Block
from conversations.interview.forms.base import Answered, Choice, Choices, Heard, Puzzled, View
from conversations.interview.forms.items import ItemsForm, capitalised, receipt, with_currency_of
from conversations.interview.replacing import Making, Merged, merge
from conversations.reading.amounts import find_amounts
from conversations.reading.splitting import split_items
from conversations.reading.usual_periods import with_usual_period
from conversations.words.text import Text, say

if TYPE_CHECKING:
    from conversations.canvas.money import Amount


class CostsForm(ItemsForm):
    """Anything else that costs: several in one answer, each with the amount written beside it."""

    def choices(self, view: View) -> Choices:
        """Offer that there is nothing else."""
        nothing = "button.nothing_else" if view.canvas.of(Cost) else "button.nothing_yet"
        return ((Choice(say(nothing), "none"),),)

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
