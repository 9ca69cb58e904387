"""The same as test_kills, test_troubles and test_stopping, as often as is asked for; see CONTRIBUTING.

Ends with a table of what was counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crash.fleet import WORKERS, torn
from tests.crash.tearing import POINTS, killed_at, killed_at_random
from tests.crash.troubles import EVERY_AND_SLOW, Trouble, endured, stopped_under_load
from tests.running import MODES, Mode

if TYPE_CHECKING:
    from tests.crash.fleet import Yard
    from tests.crash.report import Report
    from tests.crash.tearing import Bench

pytestmark = [pytest.mark.campaign, pytest.mark.timeout(0)]


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("mode", MODES)
async def test_killed_at_a_point(mode: Mode, point: str, bench: Bench, kills: int, report: Report) -> None:
    tally = await killed_at(point, mode, bench, kills)
    report.notes(mode, f"killed at: {point}", tally)
    assert tally.clean


@pytest.mark.parametrize("mode", MODES)
async def test_killed_at_random_moments(
    mode: Mode, bench: Bench, kills: int, founders: int, report: Report
) -> None:
    tally = await killed_at_random(mode, bench, kills, founders)
    report.notes(mode, f"killed at any moment, {founders} founders at a time", tally)
    assert tally.clean


@pytest.mark.parametrize(
    ("trouble", "mode"), EVERY_AND_SLOW, ids=[f"{trouble.name}, {mode}" for trouble, mode in EVERY_AND_SLOW]
)
async def test_trouble(trouble: Trouble, mode: Mode, bench: Bench, troubles: int, report: Report) -> None:
    tally = await endured(trouble, mode, bench, troubles)
    report.notes(mode, trouble.name, tally)
    assert tally.clean


@pytest.mark.parametrize("mode", MODES)
async def test_stopped_under_load(mode: Mode, bench: Bench, troubles: int, report: Report) -> None:
    tally, longest = await stopped_under_load(mode, bench, troubles)
    report.notes(mode, f"SIGTERM under load, gone after {longest:.1f} s at most", tally)
    assert tally.clean
    assert tally.repeated == 0


async def test_workers_come_and_go(yard: Yard, kills: int, founders: int, report: Report) -> None:
    tally = await torn(yard, kills, founders)
    report.notes("webhook", f"{WORKERS} workers on PostgreSQL, killed, stopped and added", tally)
    assert tally.clean
