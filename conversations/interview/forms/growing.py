"""Which costs grow with sales: a grid that is filled already."""

from __future__ import annotations

from msgspec.structs import replace

from conversations.canvas.entries import Cost, Entry
from conversations.canvas.facets import Behaviour
from conversations.canvas.money import Period
from conversations.interview.forms.base import Answered, Choice, Choices, Form, Heard, Marked, Puzzled, View
from conversations.interview.forms.grid import grid, listed, marked, turned
from conversations.reading.marking import read_growing
from conversations.words.text import Text, say


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
