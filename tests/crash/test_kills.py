"""Kill -9 between each pair of steps of a turn, and at random moments, while founders are interviewed.

An interview that crashes tore reads as one that nothing disturbed: the same answers in the same order and the
same canvas, but for one message that may come twice a crash and chat. See `tearing`, which compares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crash.tearing import POINTS, killed_at, killed_at_random
from tests.running import MODES, Mode

if TYPE_CHECKING:
    from tests.crash.tearing import Bench


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("mode", MODES)
async def test_a_bot_killed_at_any_point_loses_nothing_and_answers_everybody(
    mode: Mode, point: str, bench: Bench, kills: int
) -> None:
    tally = await killed_at(point, mode, bench, kills)
    assert tally.clean
    assert tally.kills == kills


@pytest.mark.parametrize("mode", MODES)
async def test_a_bot_killed_at_random_moments_loses_nothing_and_answers_everybody(
    mode: Mode, bench: Bench, kills: int
) -> None:
    tally = await killed_at_random(mode, bench, kills)
    assert tally.clean
    assert tally.kills >= kills
