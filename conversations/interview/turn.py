"""One turn while it is being made: the copy that a step works on, and the replies so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from conversations.interview.position import elsewhere
from conversations.interview.replies import About, Acknowledge, Redraw, Reply, Rows, Say, Unbutton
from conversations.interview.snapshot import Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from conversations.canvas.document import Canvas
    from conversations.cohorts.records import Record
    from conversations.intents import Cancelled, Intent
    from conversations.interview.requests import Draw, Fetch, Look, Request, Understand
    from conversations.interview.snapshot import Person, Snapshot
    from conversations.links.link import NewLink
    from conversations.script.machine import Flow
    from conversations.script.model import Question, Script
    from conversations.team.records import TeamRecord
    from conversations.words.text import Phrase


class Turn:
    """What one event makes of a snapshot. Lives as long as the step; the snapshot itself is never changed."""

    def __init__(self, flow: Flow, snapshot: Snapshot, now: datetime) -> None:
        self.flow = flow
        self.snapshot = snapshot
        self.now = now
        self.canvas: Canvas = snapshot.canvas
        self.conversation = snapshot.conversation
        self.venture = snapshot.venture
        self.version = snapshot.version
        self.replies: list[Reply] = []
        self.said_about: About | None = None
        self.said_in = 0
        self.tapped = ""
        """What the button carried that was tapped, empty where none was."""
        self.named = ""
        """What the canvas has come to with this turn, for its history; empty for an ordinary change."""
        self.forget = False
        self.request: Understand | None = None
        self.drawing: Draw | None = None
        self.fetching: Fetch | None = None
        self.looking: Look | None = None
        self.reachable: bool | None = None
        self.records: list[Record] = []
        self.team_records: list[TeamRecord] = []
        self.links: list[NewLink] = []
        self.followed = 0
        """The link of which a use is counted."""
        self.revoked: list[int] = []
        self.intents: list[Intent] = []
        self.cancelled: list[Cancelled] = []

    @property
    def person(self) -> Person:
        """Who speaks."""
        return self.snapshot.person

    @property
    def script(self) -> Script:
        """The script that the conversation follows."""
        return self.flow.script

    @property
    def question(self) -> Question | None:
        """The question that the conversation stands at, None where none is open."""
        state = self.conversation.state
        return self.script.question(state) if self.script.has(state) else None

    @property
    def next_version(self) -> int:
        """The version that the canvas gets where this turn changes it: the id of the revision to undo."""
        return self.version + 1

    def place(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Conversation, checked by msgspec
        """Change fields of the conversation."""
        self.conversation = msgspec.structs.replace(self.conversation, **changes)

    def say(self, *text: Phrase, rows: Rows = (), about: About | None = None) -> None:
        """Answer with a new message."""
        self.replies.append(Say(text, rows, about=about or About(venture=self.venture)))

    def redraw(self, message: int, *text: Phrase, rows: Rows = ()) -> None:
        """Rewrite the message that a tap came from; where that isn't known, say it anew."""
        if message:
            self.replies.append(Redraw(text, rows, message=message))
        else:
            self.say(*text, rows=rows)

    def acknowledge(self, tap: str, note: Phrase | None = None) -> None:
        """Acknowledge a tap, once, before everything else that this turn says."""
        kept = [reply for reply in self.replies if not isinstance(reply, Acknowledge)]
        self.replies = [Acknowledge(tap, note), *kept]

    def take_buttons(self, message: int) -> None:
        """Take the buttons off a message whose offer is answered."""
        if message:
            self.replies.append(Unbutton(message=message))

    def go_to(self, venture: str, canvas: Canvas, version: int = 0) -> None:
        """Make another venture the one that this is about, its interview at its beginning."""
        self.close_prompt()
        self.venture = venture
        self.canvas = canvas
        self.version = version
        self.conversation = elsewhere(self.conversation, self.script)

    def close_prompt(self) -> None:
        """Take the buttons off the open question: it is answered, or asked anew further down."""
        if self.conversation.prompt is not None:
            self.replies.append(Unbutton(prompt=self.conversation.prompt.token))
            self.place(prompt=None)

    def _requests(self) -> tuple[Request, ...]:
        wanted = (self.request, self.drawing, self.fetching, self.looking)
        return tuple(request for request in wanted if request is not None)

    def outcome(self, remind_at: datetime | None, remind_as: str) -> Outcome:
        """Give what the step gives back."""
        return Outcome(
            conversation=self.conversation,
            venture=self.venture,
            canvas=self.canvas,
            replies=tuple(self.replies),
            said_about=self.said_about,
            said_in=self.said_in,
            named=self.named,
            forget=self.forget,
            reachable=self.reachable,
            remind_at=remind_at,
            remind_as=remind_as,
            requests=() if self.forget else self._requests(),
            records=() if self.forget else tuple(self.records),
            team_records=() if self.forget else tuple(self.team_records),
            links=tuple(self.links),
            followed=self.followed,
            revoked=tuple(self.revoked),
            intents=tuple(self.intents),
            cancelled=tuple(self.cancelled),
        )
