"""Several things in one answer: activities, resources, people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Activity, Entry, Resource
from conversations.canvas.facets import Block, ResourceKind
from conversations.interview.forms.base import Answered, Choice, Choices, Form, Heard, Puzzled, View
from conversations.interview.replacing import Making, Merged, merge
from conversations.reading.amounts import find_amounts
from conversations.reading.people import read_people, says_what_they_are
from conversations.reading.splitting import split_items
from conversations.reading.text import MAX_ENTRY
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.script.model import Question


class ItemsForm(Form):
    """What has to be done or had, several in one answer."""

    def hear(self, view: View, text: str) -> Heard:
        """Split the answer into entries, each kept once, in the founder's words."""
        items = self.items(view, text)
        if not items:
            return Puzzled(say("puzzled.items"))
        said = self.items(view, view.answer.words) if view.answer else ()
        making = replace(self.making(view.question), said=said)
        merged = merge(view.canvas, items, view.answer, making)
        canvas = with_currency_of(merged.canvas, text)
        if view.question.front:
            front = replace(canvas.front_stage, **{view.question.front: " ".join(text.split())})
            canvas = replace(canvas, front_stage=front)
        return Answered(
            canvas=canvas,
            entries=merged.entries,
            words=text,
            receipt=receipt(merged),
            split=len(items) > 1,
        )

    def items(self, view: View, text: str) -> tuple[str, ...]:
        """Give what the answer lists, each at most 300 characters, nothing dropped."""
        del view
        return tuple(
            capitalised(piece) for item in split_items(text) for piece in in_pieces(item) if piece.strip()
        )

    def making(self, question: Question) -> Making:
        """Give how an item becomes an activity or a resource, as the script says for this question."""
        block = Block(question.block)
        serves = (question.serves,) if question.serves else ()

        def make(text: str) -> Entry:
            if block is Block.ACTIVITIES:
                return Activity(id=0, text=text, serves=serves, preparation=question.preparation)
            if question.kind is not None:
                return Resource(id=0, text=text, kind=question.kind)
            return Resource(id=0, text=text)

        def meet(entry: Entry) -> Entry:
            if isinstance(entry, Activity | Resource) and question.serves not in (None, *entry.serves):
                return replace(entry, serves=entry.serves + serves)
            return entry

        return Making(block=block, make=make, meet=meet)

    def none(self, view: View) -> Heard:
        """Take "none", but for things and know-how, without which nothing runs."""
        if view.question.block == "resources" and view.question.kind is None and view.answer is None:
            return Puzzled(say("puzzled.no_things"))
        return super().none(view)

    def unknown(self, view: View) -> Answered:
        """Leave the answer open, and the line of the front stage with it."""
        heard = super().unknown(view)
        if not view.question.front:
            return heard
        front = replace(view.canvas.front_stage, **{view.question.front: None})
        return replace(heard, canvas=replace(view.canvas, front_stage=front))


class PeopleForm(ItemsForm):
    """Who does the work; "me" becomes the founder's first name."""

    def choices(self, view: View) -> Choices:
        """Offer the commonest answer."""
        del view
        return ((Choice(say("button.just_me"), "me"),),)

    def items(self, view: View, text: str) -> tuple[str, ...]:
        """Give the people named, the founder by name."""
        people = read_people(text, view.person.first_name or "Me")
        # A name keeps the founder's own spelling.
        return tuple(capitalised(who) if says_what_they_are(who) else who for who in people)

    def tap(self, view: View, choice: str) -> Heard:
        """Take "Just me"."""
        return self.hear(view, "me") if choice == "me" else super().tap(view, choice)

    def making(self, question: Question) -> Making:
        """Give how a name becomes a resource."""
        making = super().making(question)
        return replace(making, make=lambda text: Resource(id=0, text=text, kind=ResourceKind.HUMAN))


def receipt(merged: Merged) -> Text:
    """Give the first line of the next message: what was saved."""
    lines: list[Phrase] = []
    if merged.added:
        lines.append(say("receipt.added", n=len(merged.added), names=_few(merged.added)))
    if merged.again:
        lines.append(say("receipt.again", n=len(merged.again), names=_few(merged.again)))
    if merged.gone:
        lines.append(say("receipt.gone", n=len(merged.gone), names=_few(merged.gone)))
    if merged.kept:
        lines.append(say("receipt.changed_since", n=len(merged.kept), names=_few(merged.kept)))
    return (say("receipt.lines", lines=tuple(lines)),) if lines else (say("receipt.unchanged"),)


FEW = 12


def _few(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give at most a dozen names; the receipt says the number, the canvas shows them all."""
    return names if len(names) <= FEW else (*names[:FEW], "…")


def with_currency_of(canvas: Canvas, text: str) -> Canvas:
    """Give the canvas with the currency that a text is written in, where none was known."""
    if canvas.venture.currency:
        return canvas
    written = next((amount.currency for _, amount in find_amounts(text) if amount.currency), None)
    if written is None:
        return canvas
    return replace(canvas, venture=replace(canvas.venture, currency=written))


def in_pieces(item: str) -> list[str]:
    """Give a long item in pieces of at most 300 characters, cut at sentence ends or words, nothing lost."""
    pieces: list[str] = []
    while len(item) > MAX_ENTRY:
        window = item[:MAX_ENTRY]
        sentence = max(window.rfind(mark) + 1 for mark in (". ", "! ", "? ", "。", "\n"))
        cut = sentence or window.rfind(" ") or MAX_ENTRY
        cut = cut if cut > 0 else MAX_ENTRY
        pieces.append(item[:cut].strip())
        item = item[cut:].strip()
    return [*pieces, item]


def capitalised(item: str) -> str:
    """Give an item with a capital, unless its first word has one of its own ("iPhone repair")."""
    first = item.split(maxsplit=1)[0] if item.strip() else ""
    return item[:1].upper() + item[1:] if first.islower() else item
