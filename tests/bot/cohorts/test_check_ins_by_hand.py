"""A check-in by hand before its hour: that period's, not asked again, and gone on with where it was begun."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.bot.cohorts.acting import digest_of, in_a_cohort, invites, it_gets, joins, joins_team, sees_all

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer

FIRST_FRIDAY = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
ANSWERS = ("[Nothing new]", "[Nothing]", "[Yes]")


async def test_who_checked_in_by_hand_is_not_asked_again_that_week_nor_reminded(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await bot.passes(timedelta(days=2))
    told = (await sees_all(bot, lena, "/checkin", *ANSWERS))[0]
    assert "Next: 13 Mar" in told.text
    assert await it_gets(bot, FIRST_FRIDAY + timedelta(days=6), lena) == []
    (asked,) = await it_gets(bot, FIRST_FRIDAY + WEEK, lena)
    assert asked.text.startswith("Check-in, week 2")
    told = (await sees_all(bot, lena, *ANSWERS))[0]
    assert "Next: 20 Mar" in told.text


async def test_one_that_was_begun_by_hand_is_gone_on_with_when_its_day_comes(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await bot.passes(timedelta(days=2))
    await sees_all(bot, lena, "/checkin", "[⬜ Get street permit]", "[Next ›]")
    (asked,) = await it_gets(bot, FIRST_FRIDAY, lena)
    assert asked.text.startswith("Check-in, week 1")
    assert "What else changed?" in asked.text
    (told, *_picture) = await sees_all(bot, lena, "[Nothing else]", "[Nothing new]", "[Nothing]", "[Yes]")
    assert "Get street permit" in told.text
    assert bot.rows("check_in") == 1
    assert await it_gets(bot, FIRST_FRIDAY + timedelta(days=6), lena) == []


async def test_check_in_now_goes_on_with_the_one_that_is_open_since_friday(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await it_gets(bot, FIRST_FRIDAY, lena)
    await sees_all(bot, lena, "[Nothing new]")
    await it_gets(bot, FIRST_FRIDAY + timedelta(hours=30), lena)
    (asked,) = await sees_all(bot, lena, "/checkin")
    assert "What's in your way?" in asked.text
    await sees_all(bot, lena, "[Nothing]", "[Yes]")
    digest = await digest_of(bot, ana)
    assert "1 Bean Wheels · late" in digest.text


async def test_of_two_check_ins_a_week_the_one_answered_does_not_stand_for_the_other(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[Day]", "[⬜ Wednesday]")
    await bot.passes(timedelta())
    assert len(await it_gets(bot, FIRST_FRIDAY - timedelta(days=2), lena)) == 1
    told = (await sees_all(bot, lena, *ANSWERS))[0]
    assert "Next: 6 Mar" in told.text
    assert len(await it_gets(bot, FIRST_FRIDAY, lena)) == 1


async def test_a_co_founder_is_not_asked_for_what_the_other_answered_days_before(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    tom = await joins_the_team(bot, server, ana, lena)
    await bot.passes(timedelta(days=2))
    await sees_all(bot, lena, "/checkin", *ANSWERS)
    on_friday = await it_gets(bot, FIRST_FRIDAY, tom)
    assert not any("Check-in, week" in message.text for message in on_friday)
    (asked,) = await it_gets(bot, FIRST_FRIDAY + WEEK, tom)
    assert asked.text.startswith("Check-in, week 2")


async def joins_the_team(bot: RunningBot, server: TelegramServer, owner: Person, founder: Person) -> Person:
    """Have Tom share the founder's venture and join the owner's cohort with it."""
    tom = server.person("Tom")
    await joins_team(bot, founder, tom)
    await joins(bot, tom, await invites(bot, owner))
    await bot.passes(timedelta())
    return tom
