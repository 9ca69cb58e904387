"""Cohorts over Telegram: started, filled by links, shared with as founders say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.cohorts.acting import invites, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person


async def test_a_cohort_is_started_in_two_answers(bot: RunningBot, ana: Person) -> None:
    (asked,) = await sees_all(bot, ana, "/cohort", "[＋ New cohort]")
    assert "What's the cohort called?" in asked.text
    (asked,) = await sees_all(bot, ana, "Harbour Lab")
    assert "which city's clock" in asked.text
    (shown,) = await sees_all(bot, ana, "Madrid")
    assert "Check-ins: Friday at 9:00, Europe/Madrid" in shown.text
    assert "12 weeks" in shown.text


async def test_settings_are_changed_in_place(bot: RunningBot, ana: Person) -> None:
    await starts_cohort(bot, ana)
    (shown,) = await sees_all(bot, ana, "[Hour]", "[17:00]")
    assert "Friday at 17:00" in shown.text
    (shown,) = await sees_all(bot, ana, "[Day]", "[⬜ Tuesday]", "[✅ Friday]", "[‹ Back]")
    assert "Tuesday at 17:00" in shown.text
    (shown,) = await sees_all(bot, ana, "[Weeks]", "[6 weeks]")
    assert "6 weeks" in shown.text
    (shown,) = await sees_all(bot, ana, "[Numbers]", "Revenue: to see what sells\nRunway")
    assert "Numbers asked: Revenue · Runway" in shown.text


async def test_a_founder_joins_by_link_and_shares_after_the_summary(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    token = await invites(bot, ana)
    await lena.starts(token)
    await bot.settled(lena)
    offer = await lena.sees("Ana invites you to Harbour Lab")
    assert "Your answers stay yours until you share them" in offer.text
    assert offer.labels == ["Join", "Not me"]
    await sees_all(bot, lena, "[Join]")
    await lena.sees("First your canvas")
    await gets_to(bot, lena, "resting")
    asked = await lena.sees("What may the mentors of Harbour Lab see?")
    assert "Mill Roasters" in asked.text
    assert "350" not in asked.text
    assert asked.labels == ["Share all four", "Choose", "Not now"]
    (told,) = await sees_all(bot, lena, "[Share all four]")
    assert "Ana sees: activities, resources, partners, costs" in told.text
