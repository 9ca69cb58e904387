"""What a form is: how one sort of question is shown, heard and tapped."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

import msgspec

from conversations.canvas.document import Answer, Canvas
from conversations.interview.snapshot import Person
from conversations.script.model import Question
from conversations.words.text import Phrase, Text, say


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What a form may look at: the question, the canvas, who speaks, and what has been tapped so far."""

    question: Question
    canvas: Canvas
    person: Person
    now: datetime
    marks: dict[str, str] = {}
    page: int = 0
    first: bool = False
    """Whether this is the first question that the person is ever asked here."""

    @property
    def answer(self) -> Answer | None:
        """The answer that stands, where the question was answered before."""
        return self.canvas.answers.get(self.question.id)


class Choice(msgspec.Struct, frozen=True):
    """A button of a form: its label, and what comes back when it is tapped."""

    label: Phrase
    choice: str


Choices: TypeAlias = tuple[tuple[Choice, ...], ...]


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """The question is answered: the canvas with it, the entries it made, and the receipt."""

    canvas: Canvas
    entries: tuple[int, ...] = ()
    words: str = ""
    standing: str = "said"
    receipt: Text = ()
    split: bool = False


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """Something was tapped in a grid; the question stays, redrawn in place, with an optional short note."""

    marks: dict[str, str]
    page: int = 0
    note: Phrase | None = None


class Puzzled(msgspec.Struct, frozen=True):
    """It wasn't an answer: what to say, before the question is asked again."""

    say: Phrase


Heard: TypeAlias = Answered | Marked | Puzzled


class Form:
    """How one sort of question works. The defaults fit a question that is answered in words alone."""

    takes_signs = False
    """Whether signs alone ("€") can be an answer; elsewhere they are small talk."""
    agreement = ""
    """The tap that "ok" and "next" stand for; where there is none they are small talk."""

    def params(self, view: View) -> dict[str, str]:
        """Give the parameters of the question's wording."""
        return {"venture": view.canvas.venture.name, "first_name": view.person.first_name}

    def body(self, view: View) -> Text:
        """Give what stands between the header and the question, such as a list of what is asked about."""
        del view
        return ()

    def choices(self, view: View) -> Choices:
        """Give the form's own buttons; those that every question has follow them."""
        del view
        return ()

    def recognises(self, view: View, text: str) -> bool:
        """Whether a sentence that could as well change the canvas is surely an answer here."""
        del view, text
        return False

    def hear(self, view: View, text: str) -> Heard:
        """Read an answer in words."""
        raise NotImplementedError

    def tap(self, view: View, choice: str) -> Heard:
        """Take a tap on one of the form's own buttons."""
        del choice
        return Marked(marks=view.marks, page=view.page)

    def none(self, view: View) -> Heard:
        """Take "there is none" as an answer."""
        return Answered(canvas=view.canvas, standing="none", receipt=(say("receipt.none"),))

    def unknown(self, view: View) -> Answered:
        """Take "I don't know" as an answer."""
        return Answered(canvas=view.canvas, standing="unknown", receipt=(say("receipt.left_open"),))

    def skipped(self, view: View) -> Answered:
        """Leave the question out; an answer that stands is kept."""
        if view.answer is not None:
            return Answered(
                canvas=view.canvas,
                entries=view.answer.entries,
                words=view.answer.words,
                standing=view.answer.standing,
            )
        return Answered(canvas=view.canvas, standing="skipped")
