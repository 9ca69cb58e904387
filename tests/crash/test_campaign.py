"""The same as test_kills, as often as is asked for: `pytest tests/crash -m campaign --kills 200`.

Ends with a table of what was counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crash.tearing import POINTS, killed_at, killed_at_random
from tests.running import MODES, Mode

if TYPE_CHECKING:
    from tests.crash.report import Report
    from tests.crash.tearing import Bench

pytestmark = [pytest.mark.campaign, pytest.mark.timeout(0)]


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("mode", MODES)
async def test_at_a_point(mode: Mode, point: str, bench: Bench, kills: int, report: Report) -> None:
    tally = await killed_at(point, mode, bench, kills)
    report.notes(mode, point, tally)
    assert tally.clean


@pytest.mark.parametrize("mode", MODES)
async def test_at_random_moments(mode: Mode, bench: Bench, kills: int, report: Report) -> None:
    tally = await killed_at_random(mode, bench, kills)
    report.notes(mode, "any moment", tally)
    assert tally.clean
