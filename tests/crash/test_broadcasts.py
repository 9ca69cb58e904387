"""Kill -9 in the middle of a word to 500 people: nobody is forgotten, nobody hears it twice for nothing."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from benchmarks.announcing import announce
from bot.delivery import POINTS as DELIVERY
from bot.delivery import Pace
from bot.storage.points import POINTS as STORAGE
from tests.crash.process import BotProcess
from tests.running import MODES, MONDAY_MORNING, Mode
from tests.telegram_server import TelegramServer
from tests.telegram_server.server import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crash.process import Nursery

PEOPLE = 500
NIGHT_BEFORE = MONDAY_MORNING - timedelta(hours=12)


@pytest.mark.parametrize("mode", MODES)
async def test_a_broadcast_that_is_killed_reaches_everybody_and_repeats_one_message_a_crash_and_chat(
    mode: Mode, nursery: Nursery, tmp_path: Path, kills: int
) -> None:
    chance = random.Random(mode)  # noqa: S311 - chosen, not secret
    number = int(TOKEN.partition(":")[0])
    async with TelegramServer() as server, BotProcess(nursery, server, tmp_path, mode) as bot:
        people = [server.person(f"Founder {number}") for number in range(PEOPLE)]
        for person in people:
            person.wrote_long_ago()
        chats = [person.id for person in people]
        await announce(f"sqlite:///{bot.database}", number, chats, lambda: NIGHT_BEFORE)
        for _ in range(kills):
            # Each time it gets a little further; many turns share a commit.
            point = chance.choice((*STORAGE, *DELIVERY))
            bot.starts(point, chance.randint(2, 6 if "commit" in point else 90), armed=True)
            assert await bot.ends() < 0
        bot.starts()
        await server.world.changes.until(
            lambda: bot.nobody_is_to_be_told() or None,
            within=60,
            otherwise=lambda: "somebody was not told",
        )
        told = Counter(call.chat_id for call in server.calls.of("sendMessage") if call.ok)
        assert set(told) == set(chats), "somebody was forgotten"
        assert max(told.values()) <= 1 + kills
        assert sum(told.values()) <= PEOPLE + kills * Pace().ready
        assert bot.sound()
