"""Who may do what in a cohort: the whole matrix, each role times each action."""

from itertools import product

import pytest

from conversations.cohorts.authority import ALLOWED, Action, allowed
from conversations.cohorts.cohort import Role

MATRIX = """
                 owner mentor founder
SEE_COHORT         x     x      x
SEE_MEMBERS        x     x      .
CHANGE_COHORT      x     .      .
END_COHORT         x     .      .
INVITE             x     .      .
REVOKE             x     .      .
REMOVE_MEMBER      x     .      .
HAND_OVER          x     .      .
TAKE_OVER          .     x      .
LEAVE              x     x      x
CHECK_IN           .     .      x
CONSENT            .     .      x
ANSWER_COMMENT     .     .      x
SEE_DIGEST         x     x      .
SEE_VENTURE        x     x      .
COMMENT            x     x      .
NUDGE              x     x      .
NOTE               x     x      .
SEE_PATTERNS       x     x      .
EXPORT             x     x      .
"""
"""Written down apart from the table in the code, so that a change to either is noticed."""

ROWS = {name: marks for name, *marks in map(str.split, MATRIX.strip().splitlines()[1:])}
ROLES = (Role.OWNER, Role.MENTOR, Role.FOUNDER)


def test_every_action_stands_in_the_matrix() -> None:
    assert set(ROWS) == {action.name for action in Action}
    assert set(ALLOWED) == set(Action)


@pytest.mark.parametrize(("action", "role"), list(product(Action, ROLES)))
def test_each_role_may_do_what_the_matrix_says_and_nothing_else(action: Action, role: Role) -> None:
    assert allowed([role], action) is (ROWS[action.name][ROLES.index(role)] == "x")


@pytest.mark.parametrize("action", Action)
def test_somebody_outside_the_cohort_may_do_nothing(action: Action) -> None:
    assert not allowed([], action)


def test_two_roles_may_do_what_either_may() -> None:
    assert allowed([Role.FOUNDER, Role.MENTOR], Action.CHECK_IN)
    assert allowed([Role.FOUNDER, Role.MENTOR], Action.SEE_DIGEST)
