"""What a sale brings and how many are hoped for; and the currency, where nobody has written one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.document import Volume
from conversations.canvas.entries import Cost
from conversations.interview.forms.base import Answered, Choice, Choices, Form, Heard, Puzzled, View
from conversations.interview.forms.items import with_currency_of
from conversations.reading.currencies import read_currency
from conversations.reading.sales import read_sale
from conversations.reading.tokens import tokenize
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas, FrontStage
    from conversations.canvas.money import Amount

OFFERED = ("EUR", "USD", "GBP", "CHF", "INR", "BRL")


class SaleForm(Form):
    """Price and volume; hopes are marked as guesses and called so."""

    def hear(self, view: View, text: str) -> Heard:
        """Read price, number of sales and what comes in a month."""
        sale = read_sale(text)
        volume = (
            Volume(
                low=sale.volume_low, high=sale.volume_high or sale.volume_low, hoped=_hoped(view, sale.hoped)
            )
            if sale.volume_low is not None
            else None
        )
        if sale.price is None and sale.monthly_revenue is None and volume is None:
            return Puzzled(say("puzzled.sale"))
        canvas = with_currency_of(view.canvas, text)
        currency = canvas.venture.currency
        front = replace(
            canvas.front_stage,
            price=_in(sale.price, currency),
            volume=volume,
            monthly_revenue=_in(sale.monthly_revenue, currency),
        )
        return Answered(canvas=replace(canvas, front_stage=front), words=text, receipt=(_receipt(front),))

    def unknown(self, view: View) -> Answered:
        """Note that the founder doesn't know."""
        front = replace(view.canvas.front_stage, price=None, volume=None, monthly_revenue=None)
        return replace(super().unknown(view), canvas=replace(view.canvas, front_stage=front))


class CurrencyForm(Form):
    """Which money the amounts are in: one tap, or a code or sign in words."""

    takes_signs = True

    def choices(self, view: View) -> Choices:
        """Offer the commonest currencies."""
        del view
        offered = [Choice(say(f"currency.{code.lower()}"), f"c:{code}") for code in OFFERED]
        return (tuple(offered[:3]), tuple(offered[3:]))

    def hear(self, view: View, text: str) -> Heard:
        """Find the currency in the words."""
        tokens = tokenize(text)
        read = read_currency(tokens, 0, after_number=False) if tokens else None
        return self._chosen(view, read.code) if read else Puzzled(say("puzzled.currency"))

    def tap(self, view: View, choice: str) -> Heard:
        """Take one of those offered."""
        code = choice.removeprefix("c:")
        return self._chosen(view, code) if code in OFFERED else super().tap(view, choice)

    def none(self, view: View) -> Heard:
        """Leave it out."""
        return self.skipped(view)

    def _chosen(self, view: View, code: str) -> Answered:
        canvas: Canvas = replace(view.canvas, venture=replace(view.canvas.venture, currency=code))
        for cost in canvas.of(Cost):
            if cost.amount and not cost.amount.currency:
                canvas = canvas.with_changed(replace(cost, amount=_in(cost.amount, code)))
        front = canvas.front_stage
        canvas = replace(
            canvas,
            front_stage=replace(
                front,
                price=_in(front.price, code) if front.price else front.price,
                monthly_revenue=_in(front.monthly_revenue, code)
                if front.monthly_revenue
                else front.monthly_revenue,
            ),
        )
        return Answered(canvas=canvas, words=code, receipt=(say("receipt.currency", code=code),))


def _hoped(view: View, said_so: bool) -> bool:  # noqa: FBT001 - what the reading found, passed on
    """Whether a volume is a hope: before trading it always is."""
    stage = view.canvas.venture.stage
    return said_so or not (stage and stage.trading)


def _in(amount: Amount | None, currency: str) -> Amount | None:
    return replace(amount, currency=amount.currency or currency or None) if amount else None


def _receipt(front: FrontStage) -> Phrase:
    lines: list[Phrase] = []
    if front.price:
        lines.append(say("receipt.price", amount=front.price))
    if front.volume:
        lines.append(_volume_receipt(front.volume))
    if front.monthly_revenue:
        lines.append(say("receipt.monthly_revenue", amount=front.monthly_revenue))
    return say("receipt.lines", lines=tuple(lines))


def _volume_receipt(volume: Volume) -> Phrase:
    if volume.low == volume.high:
        return say("receipt.volume_hoped" if volume.hoped else "receipt.volume", low=volume.low)
    key = "receipt.volume_hoped_range" if volume.hoped else "receipt.volume_range"
    return say(key, low=volume.low, high=volume.high)
