"""A cohort's group: chosen by the owner's link, posted to quietly and without a name."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.bot.cohorts.acting import invites, joins, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Group, Person, Seat, TelegramServer

SECOND_MONDAY = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
"""Nine in Madrid: not earlier in a group."""
LINK = re.compile(r"startgroup=([\w-]+)")
COMMAND = re.compile(r"/start@\w+ [\w-]+")


@pytest.fixture
def group(server: TelegramServer, ana: Person, lena: Person) -> Group:
    return server.group("Harbour founders", [ana, lena])


def told(seat: Seat) -> list[str]:
    """Give the summaries that stand in a group, or in a topic of it."""
    return [message.text for message in seat.chat if "1 of 5" in message.text]


async def links_group(bot: RunningBot, owner: Person) -> str:
    """Give what the link for a group carries."""
    (shown,) = await sees_all(bot, owner, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[Group]")
    found = LINK.search(shown.text)
    assert found is not None
    return found[1]


async def is_joined_by_five(server: TelegramServer, bot: RunningBot, ana: Person) -> list[Person]:
    """Let five founders join, with canvases of their own; one of them answers a check-in."""
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
    return founders


async def test_the_group_is_told_once_a_week_how_many_answered_and_nobody_is_named(
    server: TelegramServer, bot: RunningBot, ana: Person, group: Group
) -> None:
    await starts_cohort(bot, ana)
    founders = await is_joined_by_five(server, bot, ana)
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


async def test_in_a_group_with_topics_it_is_told_in_the_topic_where_that_was_set_up(
    server: TelegramServer, bot: RunningBot, ana: Person
) -> None:
    forum = server.group("Harbour founders", [ana], forum=True)
    general, news = forum.seat(ana), forum.seat(ana, forum.opens_topic("News"))
    await starts_cohort(bot, ana)
    await is_joined_by_five(server, bot, ana)
    await forum.adds_bot(ana)
    (shown,) = await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[Group]")
    command = COMMAND.search(shown.text)
    assert command is not None
    await news.says(command[0])
    await news.sees("check-ins come one to one")
    await bot.settled(news)
    await bot.passes(SECOND_MONDAY - bot.clock())
    await news.sees("Harbour Lab, week 1: 1 of 5 answered")
    assert [m.text for m in general.chat if "1 of 5" in m.text] == [
        m.text for m in news.chat if "1 of 5" in m.text
    ]


async def test_another_topic_can_be_chosen_and_the_one_before_is_left_in_peace(
    server: TelegramServer, bot: RunningBot, ana: Person
) -> None:
    forum = server.group("Harbour founders", [ana], forum=True)
    seats = [forum.seat(ana, forum.opens_topic(name)) for name in ("News", "Check-ins")]
    await starts_cohort(bot, ana)
    await is_joined_by_five(server, bot, ana)
    await forum.adds_bot(ana)
    for seat in seats:
        await seat.says(f"/start@backstage_bot {await links_group(bot, ana)}")
        await bot.settled(seat)
    await bot.passes(SECOND_MONDAY - bot.clock())
    assert [len(told(seat)) for seat in seats] == [0, 1]


async def test_another_digest_day_moves_what_the_group_is_told_at_once(
    server: TelegramServer, bot: RunningBot, ana: Person, group: Group
) -> None:
    await starts_cohort(bot, ana)
    await is_joined_by_five(server, bot, ana)
    await group.adds_bot(ana)
    there = group.seat(ana)
    await there.says(f"/start@backstage_bot {await links_group(bot, ana)}")
    await bot.settled(there)
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[Digest day]", "[Wednesday]")
    await bot.passes(timedelta(days=2))
    assert len(told(there)) == 1
    await bot.passes(SECOND_MONDAY - bot.clock())
    assert len(told(there)) == 1


async def test_who_speaks_to_the_bot_in_a_topic_is_answered_there(
    server: TelegramServer, bot: RunningBot, ana: Person
) -> None:
    forum = server.group("Harbour founders", [ana], forum=True)
    await forum.adds_bot(ana)
    costs, news = (forum.seat(ana, forum.opens_topic(name)) for name in ("Costs", "News"))
    await costs.says("/canvas@backstage_bot")
    await costs.sees("I only talk business one to one")
    await bot.settled(costs)
    assert news.chat == []


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
