"""What a step may see of cohorts: a person's places in them, and one cohort opened.

The store fills these in; of others' ventures it puts in only what `as_seen_by` gives.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from conversations.canvas.document import Canvas
from conversations.checkins.checkin import CheckIn
from conversations.cohorts.cohort import Cohort, Member, Role
from conversations.cohorts.consent import NOTHING, Consent, Part, as_seen_by, shared_at
from conversations.words.text import Phrase, say

WITH_CANVAS = 9
"""How many of a venture's check-ins come with their canvas at most: eight steps from one to the next."""


class Comment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody wrote on a venture in a cohort. `author` is a person, 0 once they were forgotten.

    A `note` is only for mentors. `about` is what it hangs on: an entry or the obstacle, by name. `seen` and
    `answer` are the founder's; `sent` tells that it is out.
    """

    id: str
    cohort: str
    venture: str
    author: int
    name: str
    text: str
    at: datetime
    about: str = ""
    note: bool = False
    sent: bool = False
    seen: bool = False
    answer: str = ""

    @property
    def by(self) -> Phrase:
        """Who wrote it, by name."""
        return say("comment.author", name=self.name) if self.author else say("comment.author_left")


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A person's place in a cohort: their roles there and, for a founder, the venture and what it shares.

    `called` is what the person is called there: the first name, told apart from others' where it has to be.
    """

    cohort: Cohort
    roles: tuple[Role, ...]
    called: str = ""
    venture: str = ""
    consent: Consent = NOTHING
    since: dict[Part, datetime] = {}
    mentors: tuple[str, ...] = ()
    """What those are called who accompany it, the owner first."""
    owner_gone_since: datetime | None = None

    def shared_at(self, moment: datetime) -> Consent:
        """Give what of the venture was shared at an earlier moment already."""
        return shared_at(self.consent, self.since, moment)


class SeenVenture(msgspec.Struct, frozen=True, kw_only=True):
    """A venture as a cohort's mentors see it. `check_ins` are the latest, newest first.

    Only the first few come with their canvas, as many as the step was said to need. Of each is seen what was
    shared when it was answered: `since` tells from when on a part is.
    """

    id: str
    founders: tuple[Member, ...]
    consent: Consent = NOTHING
    since: dict[Part, datetime] = {}
    canvas: Canvas = Canvas()
    check_ins: tuple[CheckIn, ...] = ()
    comments: tuple[Comment, ...] = ()

    def shared_at(self, moment: datetime) -> Consent:
        """Give what of it was shared at an earlier moment already."""
        return shared_at(self.consent, self.since, moment)

    def now_beside(self, check_in: CheckIn) -> Canvas:
        """Give the canvas as it is now, to be compared with a check-in's: what was shared then, and no more.

        So that what a founder shares today tells nothing of how it was before.
        """
        return self.beside(check_in, self.canvas)

    def beside(self, check_in: CheckIn, later: Canvas) -> Canvas:
        """Give a later canvas as `now_beside` gives the present one."""
        then = self.shared_at(check_in.at)
        return later if then == self.consent else as_seen_by(later, then)


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """One cohort, opened by somebody in it.

    `members`, `ventures` and `consents` (what each venture shares, where wanted) are filled in for its owner
    and mentors only, `comments` for a founder: those on the venture, without notes.
    """

    place: Place
    members: tuple[Member, ...] = ()
    ventures: tuple[SeenVenture, ...] = ()
    comments: tuple[Comment, ...] = ()
    consents: dict[str, Consent] = {}
    crowded: bool = False
    """Whether all ventures were wanted, and are too many to be looked at within a turn."""


class Cohorts(msgspec.Struct, frozen=True, kw_only=True):
    """All that a step may see of cohorts.

    `fresh` is an unused id for a new cohort or comment. `places`, `desk` and `last` (the current venture's
    last check-in) are loaded where they are wanted.
    """

    fresh: str = ""
    places: tuple[Place, ...] = ()
    desk: Desk | None = None
    last: CheckIn | None = None

    def place_in(self, cohort: str) -> Place | None:
        """Give the person's place in a cohort, by id; None where they have none, or places weren't wanted."""
        return next((place for place in self.places if place.cohort.id == cohort), None)
