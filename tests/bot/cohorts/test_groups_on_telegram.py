"""A cohort's group: chosen by the owner's link, posted to quietly and without a name."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.bot.cohorts.acting import invites, joins, sees_all, starts_cohort
from tests.founders import gets_to
from tests.running import MONDAY_MORNING

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Group, Person, TelegramServer

SECOND_MONDAY = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
"""Nine in Madrid: not earlier in a group."""
LINK = re.compile(r"startgroup=([\w-]+)")


@pytest.fixture(autouse=True)
def monday(server: TelegramServer) -> None:
    server.clock.stop(MONDAY_MORNING)


@pytest.fixture
def group(server: TelegramServer, ana: Person, lena: Person) -> Group:
    return server.group("Harbour founders", [ana, lena])


async def links_group(bot: RunningBot, owner: Person) -> str:
    """Give what the link for a group carries."""
    (shown,) = await sees_all(bot, owner, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[Group]")
    found = LINK.search(shown.text)
    assert found is not None
    return found[1]


async def test_the_group_is_told_once_a_week_how_many_answered_and_nobody_is_named(
    server: TelegramServer, bot: RunningBot, ana: Person, group: Group
) -> None:
    await starts_cohort(bot, ana)
    token = await invites(bot, ana)
    founders = [server.person(name) for name in ("Omar", "Mei", "Paul", "Sara", "Tomas")]
    for founder in founders:
        await founder.starts()
        await founder.sends_document("canvas.json", b'{"company": "Soap", "activities": ["Boil soap"]}')
        await bot.settled(founder)
        await sees_all(bot, founder, "[Take it]")
        await joins(bot, founder, token)
    await sees_all(bot, founders[0], "[Not now]", "/checkin", "[⬜ Boil soap]", "[Next ›]", "[Nothing else]")
    await sees_all(bot, founders[0], "[Nothing new]", "[Nothing]")
    await group.adds_bot(ana)
    there = group.seat(ana)
    await there.says(f"/start@backstage_bot {await links_group(bot, ana)}")
    hello = await there.sees("check-ins come one to one, Friday at 9:00")
    assert "nobody is named" in hello.text
    await bot.settled(there)
    await bot.passes(SECOND_MONDAY - bot.clock())
    posted = await there.sees("Harbour Lab, week 1: 1 of 5 answered")
    assert not any(founder.name in posted.text for founder in founders)
    calls = [call for call in server.calls.of("sendMessage") if "nobody is named" in str(call.parameters)]
    assert [call.parameters["disable_notification"] for call in calls] == [True]


async def test_a_link_that_is_not_the_owners_does_nothing(
    bot: RunningBot, ana: Person, lena: Person, group: Group
) -> None:
    await starts_cohort(bot, ana)
    token = await links_group(bot, ana)
    await gets_to(bot, lena, "stage")
    await group.adds_bot(ana)
    there = group.seat(lena)
    await there.says(f"/start@backstage_bot {token}")
    await there.sees("I only talk business one to one")
    await bot.settled(there)


async def test_opened_alone_it_says_what_it_is_for(bot: RunningBot, ana: Person) -> None:
    await starts_cohort(bot, ana)
    await ana.starts(await links_group(bot, ana))
    await ana.sees("That link is for a group")
    await bot.settled(ana)
