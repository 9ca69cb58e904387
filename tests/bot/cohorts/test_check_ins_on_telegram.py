"""A check-in over Telegram: two minutes, eight actions at most, the canvas true afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec import UNSET, UnsetType

from conversations.canvas.entries import Activity
from tests.bot.cohorts.acting import digest_of, in_a_cohort, is_in_cohort, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer


def done(bot: RunningBot, person: Person) -> list[str]:
    return [activity.text for activity in bot.canvas(person).of(Activity) if activity.done]


def due(bot: RunningBot, person: Person, name: str) -> date | UnsetType | None:
    (found,) = (one for one in bot.canvas(person).of(Activity) if one.text == name)
    return found.due


async def test_a_whole_check_in_takes_eight_actions(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    before = lena.actions
    (asked,) = await sees_all(bot, lena, "/checkin")
    assert "Which did you finish?" in asked.text
    (asked,) = await sees_all(bot, lena, "[⬜ Get street permit]", "[Next ›]")
    assert "🎉 Done: Get street permit" in asked.text
    assert "What else changed?" in asked.text
    _receipt, asked = await sees_all(bot, lena, "rent is 90 now")
    assert "What's next?" in asked.text
    (asked,) = await sees_all(bot, lena, "find a second cart")
    assert "Next: Find a second cart" in asked.text
    (asked,) = await sees_all(bot, lena, "[2 weeks]")
    assert "What's in your way?" in asked.text
    assert "👁 Ana sees this." in asked.text
    (asked,) = await sees_all(bot, lena, "the council takes six weeks")
    assert "Still true?" in asked.text
    told = (await sees_all(bot, lena, "[Yes]"))[0]
    assert "🎉 Get street permit: done, that's behind you." in told.text
    assert "👁 Ana sees it in the next digest." in told.text
    assert lena.actions - before <= 9, "one to ask for it, eight to answer"
    assert done(bot, lena) == ["Get street permit"]
    assert bot.rows("check_in") == 1


async def test_nothing_new_jumps_to_what_is_in_the_way(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    (asked,) = await sees_all(bot, lena, "/checkin", "[Nothing new]")
    assert "What's in your way?" in asked.text
    assert asked.labels == ["Nothing"]


async def test_the_second_check_in_tells_what_is_different_since_the_first(
    server: TelegramServer, bot: RunningBot, lena: Person
) -> None:
    await gets_to(bot, lena, "resting")
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "[Nothing]", "[Yes]")
    server.clock.advance(timedelta(days=7))
    await sees_all(bot, lena, "finished the street permit")
    told = (await sees_all(bot, lena, "/checkin", "[Nothing new]", "[Nothing]", "[Yes]"))[0]
    assert "Different since last time" in told.text
    assert "Get street permit" in told.text


async def test_a_tap_on_an_old_question_is_answered_not_obeyed(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    (asked,) = await sees_all(bot, lena, "/checkin")
    await sees_all(bot, lena, "[Nothing new]")
    tapped = await lena.taps("Next ›", on=asked)
    assert "answered" in await tapped.answer()
    await bot.settled(lena)
    assert done(bot, lena) == []


async def test_an_unfinished_interview_goes_on_instead(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "reach")
    (asked,) = await sees_all(bot, lena, "/checkin")
    assert "Instead of a check-in" in asked.text
    assert asked.text.endswith("How will people find you and buy?")


async def test_a_sent_check_in_is_corrected(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "the oven broke", "[Yes]")
    (asked,) = await sees_all(bot, lena, "[Correct it]")
    assert "What's in your way?" in asked.text
    told = (await sees_all(bot, lena, "the oven is fixed, cash is short"))[0]
    assert "Corrected" in told.text
    await ana.sees("✏️ Bean Wheels corrected the check-in of")
    await bot.settled(ana)
    assert "the oven is fixed, cash is short" in ana.last.text
    assert bot.rows("check_in") == 1


async def test_numbers_are_given_in_one_reply(bot: RunningBot, ana: Person, lena: Person) -> None:
    await starts_cohort(bot, ana)
    await sees_all(bot, ana, "[Numbers]", "Revenue: to see what sells\nCustomers")
    await is_in_cohort(bot, ana, lena)
    (asked,) = await sees_all(bot, lena, "/checkin", "[Nothing new]", "[Nothing]")
    assert "1 Revenue (to see what sells)" in asked.text
    (asked,) = await sees_all(bot, lena, "lots")
    assert "which number is which" in asked.text
    (asked,) = await sees_all(bot, lena, "1 900, 2 35")
    assert "Still true?" in asked.text


@pytest.mark.parametrize("answered", [(2, ""), (14, " · late")], ids=["friday evening", "saturday"])
async def test_friday_evening_in_new_york_is_not_late_and_saturday_is(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person, answered: tuple[int, str]
) -> None:
    hour, mark = answered
    server.clock.stop(datetime(2026, 3, 2, 15, 0, tzinfo=UTC))
    await sees_all(bot, ana, "/cohort", "[＋ New cohort]", "Harbour Lab", "New York")
    await is_in_cohort(bot, ana, lena)
    await bot.passes(datetime(2026, 3, 6, 14, 0, tzinfo=UTC) - bot.clock())
    await bot.passes(datetime(2026, 3, 7, hour, 0, tzinfo=UTC) - bot.clock())
    await sees_all(bot, lena, "[Nothing new]", "[Nothing]", "[Yes]")
    digest = await digest_of(bot, ana)
    assert f"1 Bean Wheels{mark}\n" in digest.text


async def test_by_when_is_answered_in_words(server: TelegramServer, bot: RunningBot, lena: Person) -> None:
    server.clock.stop(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    await gets_to(bot, lena, "resting")
    (asked,) = await sees_all(bot, lena, "/checkin", "[Next ›]", "[Nothing else]", "find a second cart")
    assert "By when?" in asked.text
    assert asked.labels == ["2 weeks", "By 31 Mar", "No date"]
    (asked,) = await sees_all(bot, lena, "when the council answers")
    assert "I can't tell which day that is." in asked.text
    assert "By when?" in asked.text
    (asked,) = await sees_all(bot, lena, "1 March 2026")
    assert "1 Mar has gone by already." in asked.text
    (asked,) = await sees_all(bot, lena, "by Friday")
    assert "📅 By 6 Mar." in asked.text
    assert "What's in your way?" in asked.text
    assert due(bot, lena, "Find a second cart") == date(2026, 3, 6)
    await sees_all(bot, lena, "[Undo]")
    assert due(bot, lena, "Find a second cart") is UNSET


async def test_by_when_may_stay_open_in_words(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    (asked,) = await sees_all(
        bot, lena, "/checkin", "[Next ›]", "[Nothing else]", "find a second cart", "don't know"
    )
    assert "What's in your way?" in asked.text
    assert due(bot, lena, "Find a second cart") is None
