"""How a block stands at a glance."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from conversations.canvas.document import Canvas
from conversations.canvas.facets import Block
from conversations.checkins.checkin import CheckIn
from conversations.cohorts.consent import EVERYTHING, NOTHING
from conversations.mentoring.glance import Mark
from conversations.mentoring.overview import block_mark
from conversations.mentoring.standing import standing_of
from tests.conversations.canvases import coffee_cart
from tests.conversations.cohorts.turning import COHORT, NOW, venture

TODAY = date(2026, 5, 1)


def check_in(canvas: Canvas, weeks_ago: int) -> CheckIn:
    return CheckIn(venture="v", day=TODAY - timedelta(weeks=weeks_ago), at=NOW, canvas=canvas)


@pytest.mark.parametrize(
    ("canvas", "answered", "mark"),
    [
        (coffee_cart(), [(coffee_cart(), 0), (coffee_cart(), 1)], Mark.FILLED),
        (coffee_cart(), [(coffee_cart(), 0), (Canvas(), 1)], Mark.CHANGED),
        (coffee_cart(), [(coffee_cart(), 4), (Canvas(), 5)], Mark.STALE),
        (coffee_cart(), [(Canvas(), 4), (Canvas(), 5)], Mark.CHANGED),
        (coffee_cart(), [], Mark.STALE),
        (Canvas(), [], Mark.EMPTY),
    ],
)
def test_a_block_is_marked_by_what_became_of_it(
    canvas: Canvas, answered: list[tuple[Canvas, int]], mark: Mark
) -> None:
    seen = venture(1, canvas, EVERYTHING, *(check_in(*one) for one in answered))
    assert block_mark(standing_of(seen, COHORT, TODAY), Block.ACTIVITIES) is mark


def test_a_block_that_is_not_shared_is_private() -> None:
    seen = venture(1, coffee_cart(), NOTHING)
    assert block_mark(standing_of(seen, COHORT, TODAY), Block.COSTS) is Mark.PRIVATE
