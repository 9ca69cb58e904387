"""A founder at work on the pure step: says, taps, edits and waits, and sees what a person would see.

`stored.py` keeps what a store keeps; every step goes through `checks.py`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from bot.interviewing import built_in_script
from conversations.interview.events import (
    Command,
    Due,
    Edited,
    Event,
    Reach,
    Reached,
    Said,
    Tapped,
    Understood,
    Unreadable,
)
from conversations.interview.requests import Draw, Sense, Understand
from conversations.interview.snapshot import Person
from conversations.interview.step import BY_FOUNDER, step
from conversations.links.link import NewLink, Terms, digest_of
from conversations.script.machine import Flow
from tests.conversations.interview.checks import check, check_shown
from tests.conversations.interview.shown import Message, Screen
from tests.conversations.interview.stored import KeptLink, Stored, reloaded

if TYPE_CHECKING:
    from typing import Self

    from bot.turns import Label
    from conversations.links.purposes import Purpose

ISOLATES = dict.fromkeys((0x2068, 0x2069))
"""Signs around foreign words that keep each in its own direction; nobody sees them."""
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday, early in a month of 31 days."""


@cache
def built_in_flow() -> Flow:
    """The built-in interview, compiled once."""
    return Flow(built_in_script())


class Founder(Stored):
    """Somebody in a private chat with the bot."""

    def __init__(self, first_name: str = "Lena", flow: Flow | None = None) -> None:
        super().__init__(Person(first_name=first_name, language="en"))
        self.flow = flow or built_in_flow()
        self.screen = Screen()
        self.actions = 0
        self.tapped = ""
        self.wanted: list[Understand] = []
        self.pictures: list[Draw] = []
        self.senses: dict[str, Sense] = {}
        self.at_once = True
        self.canvas_before = self.canvas

    def twin(self) -> Self:
        """Give somebody at the very same place, who goes on without changing this one."""
        other = super().twin()
        other.screen = self.screen.twin()
        other.wanted, other.pictures, other.senses = list(self.wanted), list(self.pictures), dict(self.senses)
        return other

    def __repr__(self) -> str:
        return f"<{self.person.first_name} sees>\n{self.screen}\n</>"

    # What a founder does.

    def says(self, text: str) -> Founder:
        self.sent += 1
        return self.does(Said(text, message=self.sent))

    def commands(self, name: str, rest: str = "") -> Founder:
        self.sent += 1
        return self.does(Command(name, rest, message=self.sent))

    def is_given(self, purpose: Purpose, terms: Terms = Terms(uses=1)) -> str:  # noqa: B008 - immutable
        """Let somebody else make a link, and give its token."""
        token = f"token-{len(self.links)}"
        expires = None if terms.lasting is None else self.now + terms.lasting
        new = NewLink(digest=digest_of(token), purpose=purpose, expires_at=expires, uses=terms.uses)
        self.links[new.digest] = KeptLink(len(self.links) + 1, new)
        return token

    def sends(self, kind: str, caption: str = "") -> Founder:
        self.sent += 1
        return self.does(Unreadable(kind, caption, message=self.sent))

    def edits(self, text: str, message: int = 0) -> Founder:
        """Rewrite a message of one's own, the last one unless told."""
        return self.does(Edited(text, message=message or self.sent))

    def taps(self, *labels: str) -> Founder:
        """Tap buttons, one after the other: the newest whose label holds these words."""
        for label in labels:
            message, button = self.button(label)
            self.taps_data(button.data, message.id)
        return self

    def taps_data(self, data: str, message: int = 0) -> Founder:
        self.tapped = data
        self.events += 1
        return self.does(Tapped(data, tap=f"tap-{self.events}", message=message))

    def taps_again(self) -> Founder:
        """Tap once more what was tapped last, whatever has become of it."""
        return self.taps_data(self.tapped)

    def answers(self, **answers: str) -> Founder:
        """Answer questions as they come: by id, a label in brackets is tapped, the rest is skipped."""
        for question, answer in answers.items():
            self.skips_to(question)
            if answer.startswith("["):
                self.taps(*answer.strip("[]").split("]["))
            else:
                self.says(answer)
        return self

    def skips_to(self, question: str) -> Founder:
        """Skip, or tap through, until a question is open."""
        for _ in range(40):
            if self.state == question:
                return self
            if self.state == "welcome":
                self.commands("start")
            elif self.state == "stage":
                self.taps("Just an idea")
            else:
                self.commands("skip")
        raise AssertionError(f"{question} never came: {self!r}")

    def waits(self, **time: float) -> Founder:
        """Let time pass: hours=13, days=2."""
        self.now += timedelta(**time)
        return self

    def is_reminded(self) -> Founder:
        """Let the reminder that is set come due."""
        assert self.remind_at is not None, f"no reminder is set: {self!r}"
        self.now = max(self.now, self.remind_at)
        return self.does(Due("unfinished"))

    def is_reached(self, reach: Reach) -> Founder:
        return self.does(Reached(reach))

    # What a founder sees.

    def sees(self, *texts: str) -> bool:
        """Whether the last event brought all of these: in a message, over the screen, or on a button."""
        seen = "\n".join((*self.screen.fresh, *self.screen.notes, *self.labels)).translate(ISOLATES)
        return all(text in seen for text in texts)

    def sees_button(self, label: str) -> bool:
        return any(label in known for known in self.labels)

    @property
    def labels(self) -> list[str]:
        """The buttons on what the last event brought."""
        return [label for message in self.screen.drawn for label in message.labels]

    def button(self, label: str) -> tuple[Message, Label]:
        found = list(self.screen.buttons())
        exact = [pair for pair in found if pair[1].text.strip(" ‹›✏️↔🗑✅⬜❔🔑🤝🏠📈⏸⭐＋") == label]
        near = [pair for pair in found if label in pair[1].text]
        assert exact or near, f"no button {label!r} on {self!r}"
        return (exact or near)[0]

    # What follows from it.

    def does(self, event: Event) -> Founder:
        """Take a step with an event, as a store would, and look at the screen."""
        snapshot = self.snapshot(event)
        self.canvas_before = snapshot.canvas
        self.actions += isinstance(event, BY_FOUNDER)
        outcome = step(self.flow, snapshot, event, self.now)
        check(self.flow.script, snapshot, event, outcome)
        again = step(self.flow, reloaded(snapshot), event, self.now)
        assert again == outcome, "a reloaded snapshot went on otherwise"
        self.keep(event, snapshot, outcome)
        self.screen.show(outcome.replies, self.flow.script, anew=not isinstance(event, Understood))
        check_shown(self.screen)
        for message in self.screen.drawn:
            self.about[message.id] = message.about
        self.wanted += [request for request in outcome.requests if isinstance(request, Understand)]
        self.pictures += [request for request in outcome.requests if isinstance(request, Draw)]
        if self.at_once:
            self.is_understood()
        return self

    def is_understood(self) -> Founder:
        """Let what was to be understood come back, as far as `senses` knows the phrases."""
        while self.wanted:
            request = self.wanted.pop(0)
            senses = tuple(self.senses.get(text, Sense()) for text in request.texts)
            self.does(Understood(request, senses))
        return self
