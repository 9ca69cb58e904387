"""What comes unasked, or is offered once: the digest on its day, a weekly check-in, I'm stuck."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.bot.cohorts.acting import in_a_cohort, invites, joins, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer

SECOND_MONDAY = datetime(2026, 3, 9, 7, 0, tzinfo=UTC)
"""Eight in Madrid."""


async def test_the_digest_comes_on_its_day_and_hour(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    before = len(ana.chat)
    await bot.passes(SECOND_MONDAY - timedelta(minutes=1) - bot.clock())
    assert len(ana.chat) == before
    await bot.passes(timedelta(minutes=1))
    await ana.sees("Harbour Lab · week 1 of 12 · 0 of 1 answered")
    await bot.passes(timedelta(days=7))
    assert sum("answered" in message.text for message in ana.chat) == 2


async def test_a_changed_hour_holds_for_the_next_digest(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[Digest hour]", "[10:00]")
    await bot.passes(SECOND_MONDAY - bot.clock())
    assert [message.text for message in ana.chat if "answered" in message.text] == []
    await bot.passes(timedelta(hours=2))
    await ana.sees("0 of 1 answered")


async def test_a_digest_that_was_missed_for_days_is_left_out_and_the_next_comes(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await bot.stops()
    server.clock.advance(SECOND_MONDAY + timedelta(days=3) - bot.clock())
    await bot.starts()
    assert not any("answered" in message.text for message in ana.chat)
    await bot.passes(SECOND_MONDAY + timedelta(days=7) - bot.clock())
    await ana.sees("week 2 of 12")


async def test_a_founder_without_a_cohort_is_asked_once_a_week_if_they_like(
    bot: RunningBot, lena: Person
) -> None:
    await gets_to(bot, lena, "resting")
    offer = await lena.sees("Shall I ask once a week what changed?")
    assert offer.labels == ["Yes, Fridays", "Other day", "No"]
    (told,) = await sees_all(bot, lena, "[Yes, Fridays]")
    assert "6 Mar" in told.text
    await bot.passes(datetime(2026, 3, 6, 9, 0, tzinfo=UTC) - bot.clock())
    await lena.sees("Which did you finish?")
    (told,) = await sees_all(bot, lena, "[⏸ Pause]", "[Ask me no more]")
    before = len(lena.chat)
    await bot.passes(timedelta(days=14))
    assert len(lena.chat) == before


async def test_another_day_or_none_is_a_tap(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    (told,) = await sees_all(bot, lena, "[Other day]", "[Wednesday]")
    assert "4 Mar" in told.text


async def test_i_am_stuck_tells_the_mentors_where_and_no_answer(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, lena, await invites(bot, ana))
    await gets_to(bot, lena, "reach")
    (asked,) = await sees_all(bot, lena, "/checkin")
    assert "I'm stuck" in asked.labels
    (offer,) = await sees_all(bot, lena, "[I'm stuck]")
    assert "Shall I tell Ana that you're stuck at “Activities”?" in offer.text
    await sees_all(bot, lena, "[Tell them]")
    told = await ana.sees("🆘 Lena, Harbour Lab, is stuck in the interview at “Activities”.")
    assert told.labels == ["💬 Comment"]
    assert "How will people find you and buy?" in lena.last.text
    await bot.settled(ana, lena)
