"""Who may do what in a cohort: one table, asked on the server at every action, whatever a button says."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from conversations.cohorts.cohort import Role

if TYPE_CHECKING:
    from collections.abc import Collection


class Action(Enum):
    """What can be done in a cohort."""

    SEE_COHORT = "see the cohort's name, dates and mentors"
    SEE_MEMBERS = "see who is in it"
    CHANGE_COHORT = "change name, dates, schedule, numbers asked"
    END_COHORT = "end it"
    INVITE = "invite founders and mentors"
    REVOKE = "take an invitation back"
    REMOVE_MEMBER = "take somebody out"
    HAND_OVER = "hand it over to a mentor"
    TAKE_OVER = "take over a cohort whose owner is gone"
    LEAVE = "leave it"
    CHECK_IN = "answer a check-in"
    CONSENT = "choose what mentors see of one's venture"
    ANSWER_COMMENT = "answer a comment on one's venture"
    SEE_DIGEST = "read the digest"
    SEE_VENTURE = "open a venture's page"
    COMMENT = "comment on a venture"
    NUDGE = "nudge a venture"
    NOTE = "keep a note that only mentors see"
    SEE_PATTERNS = "see patterns over the cohort"
    EXPORT = "take along what mentors may see"


_OWNER, _MENTOR, _FOUNDER = Role.OWNER, Role.MENTOR, Role.FOUNDER
_STAFF = frozenset({_OWNER, _MENTOR})

ALLOWED: dict[Action, frozenset[Role]] = {
    Action.SEE_COHORT: frozenset(Role),
    Action.SEE_MEMBERS: _STAFF,
    Action.CHANGE_COHORT: frozenset({_OWNER}),
    Action.END_COHORT: frozenset({_OWNER}),
    Action.INVITE: frozenset({_OWNER}),
    Action.REVOKE: frozenset({_OWNER}),
    Action.REMOVE_MEMBER: frozenset({_OWNER}),
    Action.HAND_OVER: frozenset({_OWNER}),
    Action.TAKE_OVER: frozenset({_MENTOR}),
    Action.LEAVE: frozenset(Role),
    Action.CHECK_IN: frozenset({_FOUNDER}),
    Action.CONSENT: frozenset({_FOUNDER}),
    Action.ANSWER_COMMENT: frozenset({_FOUNDER}),
    Action.SEE_DIGEST: _STAFF,
    Action.SEE_VENTURE: _STAFF,
    Action.COMMENT: _STAFF,
    Action.NUDGE: _STAFF,
    Action.NOTE: _STAFF,
    Action.SEE_PATTERNS: _STAFF,
    Action.EXPORT: _STAFF,
}
"""Each action with the roles that may do it; who has none of them in the cohort may do nothing."""


def allowed(roles: Collection[Role], action: Action) -> bool:
    """Whether somebody with these roles in a cohort may do this there."""
    return not ALLOWED[action].isdisjoint(roles)
