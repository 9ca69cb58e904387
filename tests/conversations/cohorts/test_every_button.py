"""Each button and each asked-for text of cohorts, in the hands of each role: done, or refused.

The cases are generated from the tables that the bot itself obeys, so that a new button can't be left out.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.cohort import Role
from conversations.cohorts.tapping import EXPECTED, VERBS
from conversations.interview.events import Said, Tapped
from conversations.interview.position import Conversation
from conversations.interview.replies import Say
from conversations.script.machine import RESTING
from tests.conversations.cohorts.turning import COMMENT, HERE, VENTURE, desk, flow, note_of, takes

if TYPE_CHECKING:
    from conversations.interview.snapshot import Outcome

REST = {
    "to": "hour:9",
    "ch": "hour",
    "wr": "programme",
    "zn": "Europe:Madrid",
    "mem": "mentor:9",
    "rm": "mentor:9:sure",
    "ho": "mentor:9:sure",
    "lv": "sure",
    "end": "sure",
    "nw": "founder:1",
    "rv": "5",
    "co": "four",
    "sn": COMMENT.id,
    "an": COMMENT.id,
    "un": f"{VENTURE}:{COMMENT.id}",
    "pz": "off",
    "xp": "csv",
}
"""What a button carries beside the cohort, so that it would do something; else it is about the venture."""
ROLES = tuple(Role)
REFUSED = "cohort.not_allowed"


def tap(verb: str) -> Tapped:
    return Tapped(f"c:{verb}:{HERE}:{REST.get(verb, VENTURE)}", tap="1", message=5)


def asked(what: str) -> Conversation:
    rest = COMMENT.id if what == "answer" else VENTURE
    return Conversation(
        state=RESTING, script_version=flow().script.version, expecting=f"c:{what}:{HERE}:{rest}"
    )


def did_nothing(outcome: Outcome) -> bool:
    wanted = (outcome.records, outcome.intents, outcome.cancelled, outcome.links, outcome.revoked)
    return not any(wanted)


@pytest.mark.parametrize(("verb", "role"), list(product(VERBS, ROLES)))
def test_a_button_does_what_the_role_allows_and_nothing_else(verb: str, role: Role) -> None:
    outcome = takes(tap(verb), desk(role))
    if allowed([role], VERBS[verb].action):
        assert note_of(outcome) != REFUSED
    else:
        assert note_of(outcome) == REFUSED
        assert did_nothing(outcome)


@pytest.mark.parametrize("verb", VERBS)
def test_a_button_of_a_cohort_one_is_not_in_does_nothing(verb: str) -> None:
    outcome = takes(tap(verb), None)
    assert note_of(outcome) == "cohort.not_in"
    assert did_nothing(outcome)


@pytest.mark.parametrize(("what", "role"), list(product(EXPECTED, ROLES)))
def test_words_that_were_asked_for_are_taken_from_whom_the_role_allows(what: str, role: Role) -> None:
    outcome = takes(Said("Madrid", message=6), desk(role), asked(what))
    refused = any(isinstance(reply, Say) and reply.text[0].key == REFUSED for reply in outcome.replies)
    assert refused is not allowed([role], EXPECTED[what].action)
    assert did_nothing(outcome) or not refused


@pytest.mark.parametrize("what", EXPECTED)
def test_words_for_a_cohort_one_has_left_change_nothing(what: str) -> None:
    assert did_nothing(takes(Said("Madrid", message=6), None, asked(what)))


@pytest.mark.parametrize(
    "data",
    [
        "c:",
        "c::",
        "c:at",
        "c:zz:x",
        f"c:co:{HERE}:all:of:it",
        f"c:to:{HERE}:hour:99999999999999999999",
        f"c:nw:{HERE}:owner:1",
        "c:ci:::",
    ],
)
def test_a_forged_button_is_answered_and_does_nothing(data: str) -> None:
    outcome = takes(Tapped(data, tap="1", message=5), desk(*ROLES))
    assert did_nothing(outcome)


def test_every_action_is_behind_a_button_or_a_text() -> None:
    used = {verb.action for verb in VERBS.values()} | {what.action for what in EXPECTED.values()}
    assert set(Action) == used
