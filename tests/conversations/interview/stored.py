"""What a store keeps of a founder: position, canvases and their revisions, links, what messages are about."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.changes import Revision, changes_between
from conversations.canvas.document import Canvas, decode_canvas, encode_canvas
from conversations.interview.events import Event, Tapped
from conversations.interview.position import Conversation, decode_conversation, encode_conversation
from conversations.interview.snapshot import Outcome, Person, Snapshot, VentureName
from conversations.interview.step import wanted
from conversations.links.link import Followed, NewLink, Standing, digest_of

if TYPE_CHECKING:
    from typing import Self

    from conversations.canvas.entries import Entry
    from conversations.interview.replies import About

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday, early in a month of 31 days."""


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


class Stored:
    """A private chat with the bot as its store knows it."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.now = MORNING
        self.conversation = Conversation()
        self.ventures: dict[str, Kept] = {}
        self.venture = ""
        self.about: dict[int, About] = {}
        self.sent = 0
        self.events = 0
        self.last_outcome: Outcome | None = None
        self.remind_at: datetime | None = None
        self.links: dict[str, KeptLink] = {}
        self.forget_everything()

    def twin(self) -> Self:
        """Give the same once more, which goes on without changing this one."""
        other = copy(self)
        other.ventures = {
            number: Kept(kept.canvas, kept.version, list(kept.revisions))
            for number, kept in self.ventures.items()
        }
        other.about = dict(self.about)
        other.links = {digest: copy(kept) for digest, kept in self.links.items()}
        return other

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

    def keep(self, event: Event, snapshot: Snapshot, outcome: Outcome) -> None:
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
