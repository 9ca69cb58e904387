"""Three workers on one PostgreSQL database are killed, stopped and added while founders are interviewed.

Each founder's answers are kept once and answered in order, as by one bot that nothing disturbs; but for one
message that may come twice a crash and chat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crash.fleet import FEW, torn

if TYPE_CHECKING:
    from tests.crash.fleet import Yard


@pytest.mark.timeout(300)  # what a killed worker leaves is taken up only after its leases have run out
async def test_workers_that_come_and_go_lose_nothing_and_answer_everybody_in_order(yard: Yard) -> None:
    tally = await torn(yard, kills=4, founders=FEW)
    assert tally.clean
    assert tally.kills == 3  # one of the four was asked to stop
