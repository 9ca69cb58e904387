"""Whatever troubles a bot in mid-interview, its founders' interviews read as those that nothing troubled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crash.troubles import EVERY, Trouble, endured

if TYPE_CHECKING:
    from tests.crash.tearing import Bench
    from tests.running import Mode


@pytest.mark.parametrize(("trouble", "mode"), EVERY, ids=[f"{each.name}, {mode}" for each, mode in EVERY])
async def test_trouble_loses_nothing_and_leaves_nobody_without_an_answer(
    trouble: Trouble, mode: Mode, bench: Bench
) -> None:
    tally = await endured(trouble, mode, bench, 1)
    assert tally.clean
