"""What a step is given and what it gives back."""

from __future__ import annotations

from datetime import datetime

import msgspec

from conversations.canvas.changes import Revision
from conversations.canvas.document import Canvas
from conversations.cohorts.desk import Cohorts
from conversations.cohorts.records import Record
from conversations.intents import Cancelled, Intent
from conversations.interview.position import Conversation
from conversations.interview.replies import About, Reply
from conversations.interview.requests import Request
from conversations.links.link import Followed, MadeLink, NewLink
from conversations.team.records import Teammate, TeamRecord


class Person(msgspec.Struct, frozen=True):
    """Who speaks. `language` is an IETF tag or empty."""

    first_name: str = ""
    language: str = ""
    last_name: str = ""

    @property
    def name(self) -> str:
        """First and last name, as far as they are told."""
        return " ".join(name for name in (self.first_name, self.last_name) if name)


class VentureName(msgspec.Struct, frozen=True):
    """One of a person's ventures, for choosing between them."""

    id: str
    name: str


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a step may look at.

    `version` is the canvas's version in the store (0 before the first save); a step that changes it
    makes version + 1, which is also the id of the revision. `fresh_venture` is an unused venture id for a
    step that starts one, `fresh_secret` what its links' tokens come from; `start_address` is what a token
    is put behind to be followed. `ventures`, `revisions`, `about` and the like are loaded only where
    `wanted(event)` asks for them. `me` is the person's id, `here` the conversation's, as intents name them.
    """

    person: Person
    me: int = 0
    here: int = 0
    conversation: Conversation
    venture: str
    canvas: Canvas
    version: int = 0
    fresh_venture: str
    fresh_secret: str = ""
    start_address: str = "/start "
    ventures: tuple[VentureName, ...] = ()
    revisions: tuple[Revision, ...] = ()
    about: About | None = None
    other: Canvas | None = None
    """The canvas of the venture that a tap switches to, or that a link invites to."""
    other_id: str = ""
    """Which venture `other` is of."""
    other_version: int = 0
    programme: str = ""
    """The playbook of the cohort that the venture takes part in, as TOML; empty for the built-in one."""
    shared: bool = False
    """Whether the venture belongs to others, too."""
    team: tuple[Teammate, ...] = ()
    cohorts: Cohorts = Cohorts()
    link: Followed | None = None
    links: tuple[MadeLink, ...] = ()


class Wanted(msgspec.Struct, frozen=True):
    """What a step needs loaded beyond conversation and canvas.

    All ventures' names, the revisions from version `revisions_from` on (0 for none), what message `about` is
    about (0 for none) with the revisions it made, the canvas of the venture `other` (empty for none), what
    the token `link` leads to, the links to the target `links_to` that can be followed (empty for none), and
    the venture's team.
    """

    ventures: bool = False
    revisions_from: int = 0
    about: int = 0
    other: str = ""
    link: str = ""
    links_to: str = ""
    team: bool = False


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a step gives back.

    `said_about` is kept for the incoming message, or for the earlier message `said_in`. `named` is what the
    canvas has come to, kept with its latest revision. `forget` asks the
    store to delete everything it holds of the person once `replies` are delivered. `remind_at`/`remind_as`
    replace the conversation's pending reminder (None: there is none). `requests` are wanted after the
    commit; each comes back as an event. `records` are kept of cohorts, `team_records` of the venture's
    team. `links` are to be kept, a use of the link `followed` is to be counted (0 for none), `revoked` are
    links that lead nowhere from now on. `intents` become turns of their own, here or elsewhere, after what
    is `cancelled` is gone.
    """

    conversation: Conversation
    venture: str
    canvas: Canvas
    replies: tuple[Reply, ...] = ()
    said_about: About | None = None
    said_in: int = 0
    named: str = ""
    forget: bool = False
    reachable: bool | None = None
    remind_at: datetime | None = None
    remind_as: str = ""
    requests: tuple[Request, ...] = ()
    records: tuple[Record, ...] = ()
    team_records: tuple[TeamRecord, ...] = ()
    links: tuple[NewLink, ...] = ()
    followed: int = 0
    revoked: tuple[int, ...] = ()
    intents: tuple[Intent, ...] = ()
    cancelled: tuple[Cancelled, ...] = ()
