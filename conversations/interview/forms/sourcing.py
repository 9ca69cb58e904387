"""Where each thing comes from: ours, rented, or from a partner, in one grid edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Partner, Resource, had_as
from conversations.canvas.facets import ResourceKind, Sourcing
from conversations.interview.forms.base import Answered, Choice, Choices, Form, Heard, Marked, Puzzled, View
from conversations.interview.forms.grid import grid, listed, marked, pages, turned
from conversations.reading.marking import read_sourcings
from conversations.reading.sameness import same_item
from conversations.reading.statements import Had, read_statements
from conversations.reading.text import fold
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from conversations.canvas.entries import Entry

CYCLE = ("", Sourcing.LEASED.value, Sourcing.PARTNER.value, Sourcing.OWNED.value)
_HINTS = (
    (Sourcing.LEASED, ("rented", "leased", "hired", "on lease", "rental", "on loan", "borrowed", "lent")),
    (Sourcing.OWNED, ("our own", "owned", "my own", "we own", "bought")),
)


class SourcingForm(Form):
    """Things and know-how, never people or money. What the founder wrote beside one pre-fills its mark."""

    agreement = "next"

    def body(self, view: View) -> Text:
        """Show the things in full where buttons cut them, and what the marks mean."""
        return (*listed(view, _things(view)), say("grid.sourcing_legend"))

    def choices(self, view: View) -> Choices:
        """Offer the things with their marks, Rest are ours, and Next."""
        things = _things(view)
        rows = grid(view, things, lambda entry: f"grid.sourcing.{_mark(view, entry) or 'unsure'}")
        last = (Choice(say("button.rest_ours"), "ours"), Choice(say("button.next"), "next"))
        return (*rows, last)

    def tap(self, view: View, choice: str) -> Heard:
        """Turn one thing's mark on, or take the marks as they are."""
        page = turned(choice)
        if page is not None:
            return Marked(marks=view.marks, page=page)
        entry = marked(choice, _things(view))
        if entry is not None:
            following = CYCLE[(CYCLE.index(_mark(view, entry)) + 1) % len(CYCLE)]
            return Marked(marks={**view.marks, str(entry.id): following}, page=view.page)
        if choice == "ours":
            return self._saved(view, Sourcing.OWNED)
        if choice == "next":
            return self._next(view)
        return super().tap(view, choice)

    def recognises(self, view: View, text: str) -> bool:
        """Whether it says of one of the things where it comes from: "the cart is rented"."""
        return bool(read_sourcings(text, [thing.text for thing in _things(view)]).of)

    def hear(self, view: View, text: str) -> Heard:
        """Take "all ours", "the shop is rented, the rest ours"; ask on where some are left."""
        things = _things(view)
        said = read_sourcings(text, [thing.text for thing in things])
        if not said.of and said.rest is None:
            return Puzzled(say("puzzled.tap"))
        told = {str(things[place].id): sourcing.value for place, sourcing in said.of.items()}
        view = replace(view, marks={**view.marks, **told})
        if said.rest or all(_mark(view, thing) for thing in things):
            return self._saved(view, said.rest)
        return Marked(marks=view.marks, page=view.page)

    def none(self, view: View) -> Heard:
        """Leave it open."""
        return self.unknown(view)

    def unknown(self, view: View) -> Answered:
        """Leave open what was not marked; what was stays."""
        return replace(self._saved(view, None), standing="unknown")

    def _next(self, view: View) -> Heard:
        things = _things(view)
        if view.page + 1 < pages(len(things)) and not all(_mark(view, thing) for thing in things):
            return Marked(marks=view.marks, page=view.page + 1)
        return self._saved(view, None)

    def _saved(self, view: View, rest: Sourcing | None) -> Answered:
        canvas = view.canvas
        counted: dict[str, list[str]] = {value: [] for value in CYCLE}
        for thing in _things(view):
            mark = _mark(view, thing) or (rest.value if rest else "")
            counted[mark].append(thing.text)
            sourcing = Sourcing(mark) if mark else None
            canvas = canvas.with_changed(had_as(thing, sourcing))
        return Answered(canvas=canvas, words="; ".join(_spoken(counted)), receipt=(_receipt(counted),))


def _things(view: View) -> tuple[Resource, ...]:
    return tuple(
        resource
        for resource in view.canvas.of(Resource)
        if resource.kind not in (ResourceKind.HUMAN, ResourceKind.FINANCIAL)
    )


def _mark(view: View, entry: Entry) -> str:
    """Give a thing's mark: what was tapped, else what is saved, else what its own words say."""
    if str(entry.id) in view.marks:
        return view.marks[str(entry.id)]
    if isinstance(entry, Resource) and entry.sourcing:
        return entry.sourcing.value
    words = fold(entry.text)
    told = next((sourcing for sourcing, hints in _HINTS if any(hint in words for hint in hints)), None)
    told = told or _stated(view, entry)
    return told.value if told else ""


def _stated(view: View, entry: Entry) -> Sourcing | None:
    """Give how a thing is had by a statement: its own ("we lease a van"), or that a partner gives it."""
    facts = [fact for clause in read_statements(entry.text) for fact in clause.facts]
    said = next((fact.sourcing for fact in facts if isinstance(fact, Had) and fact.sourcing), None)
    given = [what for partner in view.canvas.of(Partner) for what in partner.gives or ()]
    return said or (Sourcing.PARTNER if any(same_item(what, entry.text) for what in given) else None)


def _spoken(counted: dict[str, list[str]]) -> list[str]:
    return [f"{mark or 'unsure'}: {', '.join(names)}" for mark, names in counted.items() if names]


def _receipt(counted: dict[str, list[str]]) -> Phrase:
    lines = tuple(
        say(f"receipt.sourcing.{mark or 'unsure'}", n=len(names), names=tuple(names))
        for mark, names in counted.items()
        if names
    )
    return say("receipt.lines", lines=lines)
