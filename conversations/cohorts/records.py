"""What a step wants kept of cohorts: saved in the turn's transaction, in this order."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from conversations.checkins.checkin import CheckIn
from conversations.cohorts.cohort import Cohort, Role
from conversations.cohorts.consent import Consent
from conversations.cohorts.desk import Comment


class CohortSaved(msgspec.Struct, frozen=True, tag=True):
    """A cohort that is new or was changed."""

    cohort: Cohort


class Joined(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The person of this turn takes a role, a founder with a venture (interview `finished` or not)."""

    cohort: str
    role: Role
    venture: str = ""
    finished: bool = False


class Left(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A role ends, with what was shared through it. `person` 0 is the person of this turn."""

    cohort: str
    role: Role
    person: int = 0


class Moved(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The founder of this turn takes part with another venture, its interview unfinished.

    Of the one that was `left` the cohort keeps nothing, unless others take part with it; comments go along.
    """

    cohort: str
    left: str
    venture: str


class HandedOver(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The ownership goes to `person` (0 for the person of this turn); the owner before stays as a mentor."""

    cohort: str
    person: int = 0


class Consented(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What a venture shares with a cohort's mentors from now on."""

    cohort: str
    venture: str
    consent: Consent


class GroupChosen(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The conversation of this turn is a cohort's group from now on."""

    cohort: str


class Finished(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A venture's interview is finished."""

    venture: str


class CheckedIn(msgspec.Struct, frozen=True, tag=True):
    """A check-in was answered, or corrected: one of the same venture, cohort and day is replaced."""

    check_in: CheckIn


class Commented(msgspec.Struct, frozen=True, tag=True):
    """A comment or note was written, or changed: one with the same id is replaced."""

    comment: Comment


class CommentDropped(msgspec.Struct, frozen=True, tag=True):
    """A comment was taken back."""

    comment: str


class PlaybookGiven(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The interview that a cohort's founders are given from now on, as TOML; empty for the built-in one."""

    cohort: str
    document: str


OfPeople: TypeAlias = (
    CohortSaved
    | PlaybookGiven
    | Joined
    | Left
    | Moved
    | HandedOver
    | Consented
    | Finished
    | CheckedIn
    | Commented
    | CommentDropped
)
Record: TypeAlias = OfPeople | GroupChosen
