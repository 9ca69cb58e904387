"""What was seen of a large cohort is said only while all that it rests on is shared."""

from __future__ import annotations

from msgspec.structs import replace

from conversations.cohorts.cohort import Role
from conversations.cohorts.consent import ALL_FOUR, EVERYTHING
from conversations.interview.events import Looked
from conversations.interview.replies import Say
from conversations.interview.requests import Look
from conversations.words.text import say
from tests.conversations.cohorts.turning import HERE, VENTURE, desk, takes

LOOK = Look(cohort=HERE, verb="dg")
SEEN = Looked(LOOK, (Say((say("digest.nobody"),)),), consents={VENTURE: ALL_FOUR})
OPENED = desk(Role.MENTOR)


def keys(*, shared: bool, event: Looked = SEEN) -> tuple[list[str], tuple[object, ...]]:
    """Give what is said, by key, and what is asked for."""
    consents = {VENTURE: EVERYTHING} if shared else {VENTURE: ALL_FOUR - {next(iter(ALL_FOUR))}}
    outcome = takes(event, replace(OPENED, consents=consents))
    return [reply.text[0].key for reply in outcome.replies if isinstance(reply, Say)], outcome.requests


def test_what_is_still_shared_is_said() -> None:
    assert keys(shared=True) == (["digest.nobody"], ())


def test_what_was_taken_back_meanwhile_is_looked_at_again_and_not_said() -> None:
    assert keys(shared=False) == ([], (replace(LOOK, tries=1),))


def test_after_a_few_looks_the_mentor_is_asked_to_come_back() -> None:
    often = replace(SEEN, request=replace(LOOK, tries=3))
    assert keys(shared=False, event=often) == (["look.failed"], ())


def test_a_look_that_failed_is_told_of() -> None:
    assert keys(shared=True, event=Looked(LOOK)) == (["look.failed"], ())


def test_who_has_left_meanwhile_is_told_nothing() -> None:
    outcome = takes(SEEN, None)
    assert [reply.text[0].key for reply in outcome.replies if isinstance(reply, Say)] == ["cohort.not_in"]
