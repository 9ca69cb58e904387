"""A founder at work on the pure step: says, taps, edits and waits, and sees what a person would see.

The bench keeps what a store keeps (position, canvases with versions and revisions, what messages are about)
and puts every step through `checks.py`.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from bot.interviewing import built_in_script
from conversations.canvas.changes import Revision, changes_between
from conversations.canvas.document import Canvas, decode_canvas, encode_canvas
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
from conversations.interview.position import Conversation, decode_conversation, encode_conversation
from conversations.interview.requests import Draw, Sense, Understand
from conversations.interview.snapshot import Outcome, Person, Snapshot, VentureName
from conversations.interview.step import BY_FOUNDER, step, wanted
from conversations.links.link import Followed, NewLink, Standing, Terms, digest_of
from conversations.script.machine import Flow
from tests.conversations.interview.checks import check, check_shown
from tests.conversations.interview.shown import Message, Screen

if TYPE_CHECKING:
    from bot.turns import Label
    from conversations.canvas.entries import Entry
    from conversations.interview.replies import About
    from conversations.links.purposes import Purpose

ISOLATES = dict.fromkeys((0x2068, 0x2069))
"""Signs around foreign words that keep each in its own direction; nobody sees them."""
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday, early in a month of 31 days."""


@cache
def built_in_flow() -> Flow:
    """The built-in interview, compiled once."""
    return Flow(built_in_script())


@dataclass
class Kept:
    """What a store holds of one venture."""

    canvas: Canvas = field(default_factory=Canvas)
    version: int = 0
    revisions: list[Revision] = field(default_factory=list)


@dataclass
class KeptLink:
    """What a store holds of one link."""

    id: int
    new: NewLink
    standing: Standing = Standing.GOOD
    used: int = 0


class Founder:
    """Somebody in a private chat with the bot."""

    def __init__(self, first_name: str = "Lena", flow: Flow | None = None) -> None:
        self.person = Person(first_name=first_name, language="en")
        self.flow = flow or built_in_flow()
        self.now = MORNING
        self.conversation = Conversation()
        self.ventures: dict[str, Kept] = {}
        self.venture = ""
        self.screen = Screen()
        self.about: dict[int, About] = {}
        self.sent = 0
        self.events = 0
        self.actions = 0
        self.tapped = ""
        self.last_outcome: Outcome | None = None
        self.remind_at: datetime | None = None
        self.wanted: list[Understand] = []
        self.pictures: list[Draw] = []
        self.senses: dict[str, Sense] = {}
        self.links: dict[str, KeptLink] = {}
        self.at_once = True
        self.forget_everything()
        self.canvas_before = self.canvas

    def twin(self) -> Founder:
        """Give somebody at the very same place, who goes on without changing this one."""
        other = copy(self)
        other.ventures = {
            number: Kept(kept.canvas, kept.version, list(kept.revisions))
            for number, kept in self.ventures.items()
        }
        other.screen = self.screen.twin()
        other.about, other.wanted, other.senses = dict(self.about), list(self.wanted), dict(self.senses)
        other.pictures = list(self.pictures)
        other.links = {digest: copy(kept) for digest, kept in self.links.items()}
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

    # What is kept.

    @property
    def state(self) -> str:
        return self.conversation.state

    @property
    def kept(self) -> Kept:
        return self.ventures.setdefault(self.venture, Kept())

    @property
    def canvas(self) -> Canvas:
        return self.kept.canvas

    @property
    def texts(self) -> list[str]:
        return [entry.text for entry in self.canvas.entries]

    def entry(self, text: str) -> Entry:
        """The entry with this text."""
        found = [entry for entry in self.canvas.entries if entry.text == text]
        assert len(found) == 1, f"{text!r} is not one of {self.texts}"
        return found[0]

    # What the store does.

    def does(self, event: Event) -> Founder:
        """Take a step with an event, as a store would, and look at the screen."""
        snapshot = self.snapshot(event)
        self.canvas_before = snapshot.canvas
        self.actions += isinstance(event, BY_FOUNDER)
        outcome = step(self.flow, snapshot, event, self.now)
        check(self.flow.script, snapshot, event, outcome)
        again = step(self.flow, reloaded(snapshot), event, self.now)
        assert again == outcome, "a reloaded snapshot went on otherwise"
        self._keep(event, snapshot, outcome)
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

    def snapshot(self, event: Event) -> Snapshot:
        """Give what the store would load for an event."""
        needs = wanted(event)
        other = self.ventures.get(needs.other)
        kept = self.kept
        about = self.about.get(needs.about)
        first = needs.revisions_from or min(about.versions if about else (), default=0)
        return Snapshot(
            person=self.person,
            me=1,
            conversation=self.conversation,
            venture=self.venture,
            canvas=kept.canvas,
            version=kept.version,
            fresh_venture=self._fresh(),
            ventures=self._names() if needs.ventures else (),
            revisions=tuple(r for r in kept.revisions if r.version >= first) if first else (),
            about=about,
            other=other.canvas if other else None,
            other_version=other.version if other else 0,
            link=self._followed(needs.link) if needs.link else None,
            fresh_secret=f"secret {self.sent}-{self.events}",
        )

    def _keep(self, event: Event, snapshot: Snapshot, outcome: Outcome) -> None:
        self.last_outcome = outcome
        self.conversation = outcome.conversation
        self.remind_at = outcome.remind_at
        self._keep_links(outcome)
        if outcome.venture not in (snapshot.venture, snapshot.fresh_venture):
            assert snapshot.other is not None, "switched to a venture that isn't theirs"
        self.venture = outcome.venture
        message = getattr(event, "message", 0)
        if outcome.said_about is not None and message and not isinstance(event, Tapped):
            self.about[message] = outcome.said_about
        if outcome.forget:
            self.forget_everything()
            return
        before, kept = self.kept.canvas, self.kept
        if outcome.canvas != before:
            kept.canvas, kept.version = outcome.canvas, kept.version + 1
            changes = changes_between(before, outcome.canvas)
            if changes:
                kept.revisions.append(
                    Revision(
                        version=kept.version,
                        author="1",
                        turn=f"bench/{self.sent}-{self.events}",
                        at=self.now,
                        changes=changes,
                        name=outcome.named,
                    )
                )
                return
        if outcome.named and kept.revisions:
            kept.revisions[-1] = msgspec.structs.replace(kept.revisions[-1], name=outcome.named)

    def _followed(self, token: str) -> Followed:
        kept = self.links.get(digest_of(token))
        if kept is None:
            return Followed(token=token)
        new, standing = kept.new, kept.standing
        if new.uses is not None and kept.used >= new.uses:
            standing = Standing.USED_UP
        elif new.expires_at is not None and new.expires_at <= self.now:
            standing = Standing.EXPIRED
        purpose = new.purpose if standing is Standing.GOOD else None
        return Followed(token=token, standing=standing, id=kept.id, purpose=purpose, yours=kept.used > 0)

    def _keep_links(self, outcome: Outcome) -> None:
        for new in outcome.links:
            self.links[new.digest] = KeptLink(len(self.links) + 1, new)
        for kept in self.links.values():
            kept.used += kept.id == outcome.followed
            if kept.id in outcome.revoked:
                kept.standing = Standing.REVOKED

    def forget_everything(self) -> None:
        """Begin as somebody the store has never heard of."""
        self.conversation = Conversation()
        self.ventures = {}
        self.about = {}
        self.remind_at = None
        self.venture = self._fresh()
        self.kept.version = 0

    def _fresh(self) -> str:
        return f"venture_{len(self.ventures):08d}"

    def _names(self) -> tuple[VentureName, ...]:
        return tuple(
            VentureName(number, kept.canvas.venture.name)
            for number, kept in self.ventures.items()
            if kept.version
        )


def reloaded(snapshot: Snapshot) -> Snapshot:
    """Give the snapshot as it comes back from a store."""
    return msgspec.structs.replace(
        snapshot,
        conversation=decode_conversation(encode_conversation(snapshot.conversation)),
        canvas=decode_canvas(encode_canvas(snapshot.canvas)),
    )
