"""The first questions: name, stage, promise, customers, kind of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.facets import BusinessType, Stage
from conversations.interview.forms.base import Answered, Choice, Choices, Form, Heard, Marked, Puzzled, View
from conversations.interview.trades import trade_in
from conversations.reading.promise import read_promise
from conversations.reading.text import fold
from conversations.words.text import Text, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

LONGEST_NAME = 80


class NameForm(Form):
    """What the venture is called; to have no name yet is fine."""

    def body(self, view: View) -> Text:
        """Greet somebody who has not answered anything yet."""
        if not view.first:
            return ()
        if view.person.first_name:
            return (say("welcome.named", first_name=view.person.first_name), say("welcome.what"))
        return (say("welcome.plain"), say("welcome.what"))

    def choices(self, view: View) -> Choices:
        """Offer to go on without a name, and to say who sees what is written."""
        del view
        return ((Choice(say("button.no_name"), "none"), Choice(say("button.who_sees"), "who")),)

    def hear(self, view: View, text: str) -> Heard:
        """Take the text as the name, where it can be one."""
        name = " ".join(text.split())
        if len(name) > LONGEST_NAME:
            return Puzzled(say("puzzled.name_long"))
        venture = replace(view.canvas.venture, name=name)
        return Answered(
            canvas=replace(view.canvas, venture=venture),
            words=text,
            receipt=(say("receipt.name", venture=name),),
        )

    def tap(self, view: View, choice: str) -> Heard:
        """Take "No name yet"."""
        return self.none(view) if choice == "none" else super().tap(view, choice)

    def none(self, view: View) -> Heard:
        """Take having no name as an answer."""
        venture = replace(view.canvas.venture, name="")
        return Answered(
            canvas=replace(view.canvas, venture=venture), standing="none", receipt=(say("receipt.no_name"),)
        )


class StageForm(Form):
    """How far along the venture is: one tap, or its words."""

    _WORDS = (
        (Stage.IDEA, ("idea", "just an idea", "only an idea", "concept", "planning")),
        (
            Stage.PRE_LAUNCH,
            ("not open yet", "not yet open", "pre launch", "prelaunch", "building", "preparing"),
        ),
        (Stage.EARLY, ("first sales", "early", "first customers", "just opened", "just started", "started")),
        (Stage.GROWTH, ("growing", "growth", "scaling")),
        (Stage.ESTABLISHED, ("established", "mature", "running for years", "well established")),
    )

    def choices(self, view: View) -> Choices:
        """Offer the five stages."""
        del view
        chosen = [Choice(say(f"stage.{stage.value}"), f"s:{stage.value}") for stage in Stage]
        return ((chosen[0], chosen[1]), (chosen[2], chosen[3]), (chosen[4],))

    def hear(self, view: View, text: str) -> Heard:
        """Find the stage in the words."""
        words = " ".join(fold(text).replace("-", " ").split()).strip(" .!")
        found = [stage for stage, names in self._WORDS if words in names]
        if not found:
            found = [stage for stage, names in self._WORDS if any(f" {n} " in f" {words} " for n in names)]
        if len(found) != 1:
            return Puzzled(say("puzzled.stage"))
        return self._chosen(view, found[0], text)

    def tap(self, view: View, choice: str) -> Heard:
        """Take one of the five."""
        for stage in Stage:
            if choice == f"s:{stage.value}":
                return self._chosen(view, stage, "")
        return super().tap(view, choice)

    def none(self, view: View) -> Heard:
        """Ask again: the one question that can't be left out."""
        del view
        return Puzzled(say("puzzled.stage"))

    def _chosen(self, view: View, stage: Stage, words: str) -> Answered:
        venture = replace(view.canvas.venture, stage=stage)
        return Answered(
            canvas=replace(view.canvas, venture=venture),
            words=words or stage.value,
            receipt=(say("receipt.stage", stage=say(f"stage.{stage.value}")),),
        )


class PromiseForm(Form):
    """What is promised, and to whom, in one line."""

    def hear(self, view: View, text: str) -> Heard:
        """Read promise and customers out of the line; the line itself is kept verbatim."""
        promise = read_promise(text)
        line = " ".join(text.split())
        front = replace(view.canvas.front_stage, value_proposition=line)
        if promise.customers:
            front = replace(front, customers=promise.customers)
        venture = replace(view.canvas.venture, trade=trade_in(line))
        return Answered(
            canvas=replace(view.canvas, front_stage=front, venture=venture),
            words=text,
            receipt=(say("receipt.promise"),),
        )

    def unknown(self, view: View) -> Answered:
        """Leave the promise open."""
        front = replace(view.canvas.front_stage, value_proposition=None)
        return replace(super().unknown(view), canvas=replace(view.canvas, front_stage=front))


class CustomersForm(Form):
    """Whom the promise is for, where the line didn't say."""

    def hear(self, view: View, text: str) -> Heard:
        """Keep the customers in the founder's words."""
        line = " ".join(text.split())
        front = replace(view.canvas.front_stage, customers=line)
        return Answered(
            canvas=replace(view.canvas, front_stage=front),
            words=text,
            receipt=(say("receipt.customers", customers=line),),
        )

    def unknown(self, view: View) -> Answered:
        """Leave the customers open."""
        front = replace(view.canvas.front_stage, customers=None)
        return replace(super().unknown(view), canvas=replace(view.canvas, front_stage=front))


class WorkForm(Form):
    """What kind of work it mostly is: one tap moves on, More than one turns the buttons into toggles."""

    _WORDS = (
        (BusinessType.PRODUCTION, ("make", "sell", "produce", "production", "product", "things")),
        (BusinessType.PROBLEM_SOLVING, ("solve", "problem", "service", "advise", "consult", "help")),
        (BusinessType.PLATFORM, ("platform", "network", "marketplace")),
        (BusinessType.SUPPLY_CHAIN, ("move", "deliver", "supply", "logistics", "wholesale", "transport")),
    )

    def choices(self, view: View) -> Choices:
        """Offer the four kinds, as single choices or as toggles."""
        several = "several" in view.marks
        rows: list[tuple[Choice, ...]] = []
        for kind in BusinessType:
            label = say(f"work.{kind.value}")
            if several:
                label = say("toggle.on" if kind.value in view.marks else "toggle.off", label=label)
            rows.append((Choice(label, f"k:{kind.value}"),))
        last = Choice(say("button.next"), "done") if several else Choice(say("button.several"), "several")
        return (*rows, (last,))

    def hear(self, view: View, text: str) -> Heard:
        """Find the kinds in the words."""
        words = fold(text)
        found = tuple(kind for kind, stems in self._WORDS if any(stem in words for stem in stems))
        return self._chosen(view, found, text) if found else Puzzled(say("puzzled.work"))

    def tap(self, view: View, choice: str) -> Heard:
        """Take a kind, or turn the buttons into toggles."""
        if choice == "several":
            return Marked(marks={**view.marks, "several": "1"})
        if choice == "done":
            kinds = tuple(kind for kind in BusinessType if kind.value in view.marks)
            if not kinds:
                return Marked(marks=view.marks, note=say("note.tap_one"))
            return self._chosen(view, kinds, "")
        for kind in BusinessType:
            if choice == f"k:{kind.value}":
                if "several" not in view.marks:
                    return self._chosen(view, (kind,), "")
                marks = {**view.marks, kind.value: "1"}
                if kind.value in view.marks:
                    del marks[kind.value]
                return Marked(marks=marks)
        return super().tap(view, choice)

    def _chosen(self, view: View, kinds: tuple[BusinessType, ...], words: str) -> Answered:
        venture = replace(view.canvas.venture, business_types=kinds)
        labels = tuple(say(f"work.{kind.value}") for kind in kinds)
        return Answered(
            canvas=replace(view.canvas, venture=venture),
            words=words or ", ".join(kind.value for kind in kinds),
            receipt=(say("receipt.work", kinds=labels[0]) if len(labels) == 1 else say("receipt.kept"),),
        )

    def unknown(self, view: View) -> Answered:
        """Leave the kind of work open."""
        venture = replace(view.canvas.venture, business_types=None)
        canvas: Canvas = replace(view.canvas, venture=venture)
        return replace(super().unknown(view), canvas=canvas)
