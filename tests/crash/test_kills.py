"""Kill -9 between each pair of steps of a turn, while founders are interviewed, by polling or a webhook.

An interview that crashes tore reads as one that nothing disturbed: the same answers in the same order and the
same canvas, but for one message that may come twice a crash and chat.
"""

from __future__ import annotations

import random
import signal
from typing import TYPE_CHECKING

import pytest

from bot.delivery.lane import POINTS as DELIVERY
from bot.storage.points import POINTS as STORAGE
from bot.telegram.intake import POINTS as INTAKE
from tests.crash.crowd import Crowd
from tests.crash.process import BotProcess
from tests.running import MODES, Mode
from tests.telegram_server import TelegramServer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crash.founders import Interview
    from tests.crash.process import Nursery

POINTS = (*INTAKE, *STORAGE, *DELIVERY)
FOUNDERS = 4
LATEST = 12
"""A kill comes at latest at so many-th passing of its point."""


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("mode", MODES)
async def test_a_bot_killed_at_any_point_loses_nothing_and_answers_everybody(  # noqa: PLR0913, PLR0917 - fixtures
    mode: Mode, point: str, nursery: Nursery, interviews: dict[str, Interview], kills: int, tmp_path: Path
) -> None:
    chance = random.Random(f"{mode} {point}")  # noqa: S311 - which passing, the same in every run
    async with (
        TelegramServer() as server,
        BotProcess(nursery, server, tmp_path, mode) as bot,
        Crowd(server, bot, interviews, FOUNDERS) as crowd,
    ):
        for number in range(kills):
            # Armed from its start every third time: it may die while it makes up for the last crash.
            from_start = number % 3 == 0
            bot.starts(point, chance.randint(1, LATEST), armed=from_start)
            if not from_start:
                found = await crowd.is_checked()
                assert found.clean, found
                bot.arms()
            crowd.goes_on()
            assert await crowd.sees_it_die() == -signal.SIGKILL, bot.log.read_text()
        bot.starts()
        found = await crowd.is_checked()
        assert found.clean, found
        assert bot.sound()
