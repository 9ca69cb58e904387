"""Check-ins that come without being asked for, on Madrid's clock; the programme begins on 2 March 2026."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.bot.cohorts.acting import in_a_cohort, is_in_cohort, it_gets, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer

FIRST_FRIDAY = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
ANSWERS = ("[Nothing new]", "[Nothing]", "[Yes]")


async def test_it_comes_on_friday_at_nine_and_not_a_minute_before(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    assert await it_gets(bot, FIRST_FRIDAY - timedelta(minutes=1), lena) == []
    (asked,) = await it_gets(bot, FIRST_FRIDAY, lena)
    assert asked.text.startswith("Check-in, week 1")
    assert "⏸ Pause" in asked.labels


async def test_nine_stays_nine_when_the_clocks_change(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    for week in range(4):
        assert len(await it_gets(bot, FIRST_FRIDAY + week * WEEK, lena)) == 1
        await sees_all(bot, lena, *ANSWERS)
    # The clocks went forward on 29 March: nine in Madrid is seven in London's winter from now on.
    changed = FIRST_FRIDAY + 4 * WEEK - timedelta(hours=1)
    assert await it_gets(bot, changed - timedelta(minutes=1), lena) == []
    (asked,) = await it_gets(bot, changed, lena)
    assert asked.text.startswith("Check-in, week 5")


async def test_one_that_stays_open_is_come_back_to_twice_at_most_and_quietly(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await it_gets(bot, FIRST_FRIDAY, lena)
    days = []
    for day in range(1, 7):
        seen = await it_gets(bot, FIRST_FRIDAY + timedelta(days=day), lena)
        days += [day for message in seen if "still open" in message.text]
    assert days == [1, 2]
    again = [call for call in server.calls.of("sendMessage") if "still open" in str(call.parameters)]
    assert all(call.parameters["disable_notification"] is True for call in again)
    (asked,) = await sees_all(bot, lena, "[Continue]")
    assert "Which did you finish?" in asked.text


async def test_one_that_was_answered_is_left_alone(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    await it_gets(bot, FIRST_FRIDAY, lena)
    await sees_all(bot, lena, *ANSWERS)
    assert await it_gets(bot, FIRST_FRIDAY + timedelta(days=6), lena) == []
    (asked,) = await it_gets(bot, FIRST_FRIDAY + WEEK, lena)
    assert asked.text.startswith("Check-in, week 2")


async def test_what_was_missed_while_the_bot_was_down_comes_once_with_an_apology(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await bot.stops()
    server.clock.advance(FIRST_FRIDAY + 2 * WEEK + timedelta(days=1) - bot.clock())
    before = len(lena.chat)
    await bot.starts()
    await bot.settled(lena)
    (asked,) = lena.chat[before:]
    assert "Sorry, this comes later than planned" in asked.text
    assert "Check-in, week 3" in asked.text
    await sees_all(bot, lena, *ANSWERS)
    (asked,) = await it_gets(bot, FIRST_FRIDAY + 3 * WEEK, lena)
    assert asked.text.startswith("Check-in, week 4")


async def test_a_pause_lasts_as_long_as_was_tapped(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    await it_gets(bot, FIRST_FRIDAY, lena)
    (offered,) = await sees_all(bot, lena, "[⏸ Pause]")
    assert offered.labels == ["1 week", "2 weeks", "4 weeks", "Ask me no more"]
    (told,) = await sees_all(bot, lena, "[2 weeks]")
    assert "20 Mar" in told.text
    assert await it_gets(bot, FIRST_FRIDAY + WEEK + timedelta(days=3), lena) == []
    (asked,) = await it_gets(bot, FIRST_FRIDAY + 2 * WEEK, lena)
    assert asked.text.startswith("Check-in, week 3")


async def test_one_tap_ends_them_and_one_brings_them_back(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    await it_gets(bot, FIRST_FRIDAY, lena)
    await sees_all(bot, lena, "[⏸ Pause]", "[Ask me no more]")
    assert await it_gets(bot, FIRST_FRIDAY + 3 * WEEK, lena) == []
    (told,) = await sees_all(bot, lena, "[Ask me again]")
    assert "3 Apr" in told.text
    assert len(await it_gets(bot, FIRST_FRIDAY + 4 * WEEK - timedelta(hours=1), lena)) == 1


async def test_a_change_of_day_holds_for_everybody_who_is_in(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    omar = server.person("Omar")
    await is_in_cohort(bot, ana, omar)
    await sees_all(
        bot, ana, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[Day]", "[⬜ Wednesday]", "[✅ Friday]"
    )
    await bot.passes(timedelta())
    wednesday = FIRST_FRIDAY - timedelta(days=2)
    assert len(await it_gets(bot, wednesday, lena)) == 1
    assert "Check-in, week 1" in omar.chat[-1].text
    on_friday = await it_gets(bot, FIRST_FRIDAY + timedelta(hours=1), lena)
    assert not any("Check-in, week" in message.text for message in on_friday)


async def test_who_has_left_is_asked_no_more(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[Leave]", "[Yes, leave]")
    assert await it_gets(bot, FIRST_FRIDAY, lena) == []


async def test_who_leaves_with_a_check_in_open_is_not_reminded_of_it(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await it_gets(bot, FIRST_FRIDAY, lena)
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[Leave]", "[Yes, leave]")
    assert await it_gets(bot, FIRST_FRIDAY + timedelta(days=3), lena) == []


async def test_nothing_comes_after_the_programmes_end(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    weeks = 0
    for week in range(15):
        seen = await it_gets(bot, FIRST_FRIDAY + week * WEEK, lena)
        weeks += any("Check-in, week" in message.text for message in seen)
    assert weeks == 12


async def test_a_founder_whose_interview_is_open_gets_its_next_question(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "resting")
    await is_in_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/start")
    assert await it_gets(bot, FIRST_FRIDAY, lena) != []


async def with_clocks_of_their_own(bot: RunningBot, owner: Person, founder: Person) -> None:
    await in_a_cohort(bot, owner, founder)
    (shown,) = await sees_all(
        bot, owner, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[Whose clock]", "[Each one's own]"
    )
    assert "each by their own clock, else Europe/Madrid" in shown.text


async def lives_in(bot: RunningBot, founder: Person, city: str) -> str:
    (told,) = await sees_all(bot, founder, "/settings", "[Time zone]", city)
    await bot.passes(timedelta())
    return told.text


async def test_a_founder_elsewhere_is_asked_at_their_own_nine(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await with_clocks_of_their_own(bot, ana, lena)
    assert "It's 04:00 where you are (America/New_York)" in await lives_in(bot, lena, "New York")
    assert await it_gets(bot, FIRST_FRIDAY, lena) == []
    assert len(await it_gets(bot, FIRST_FRIDAY + timedelta(hours=6), lena)) == 1


async def test_who_has_told_no_clock_hears_once_whose_it_is(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await with_clocks_of_their_own(bot, ana, lena)
    (asked,) = await it_gets(bot, FIRST_FRIDAY, lena)
    assert "This comes by the clock of Europe/Madrid" in asked.text
    await sees_all(bot, lena, *ANSWERS)
    (asked,) = await it_gets(bot, FIRST_FRIDAY + WEEK, lena)
    assert "the clock of" not in asked.text


async def test_who_travels_is_asked_once_a_week_wherever_they_are(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await with_clocks_of_their_own(bot, ana, lena)
    await lives_in(bot, lena, "Sydney")
    sydneys_nine = datetime(2026, 3, 5, 22, 0, tzinfo=UTC)
    assert len(await it_gets(bot, sydneys_nine, lena)) == 1
    await sees_all(bot, lena, *ANSWERS)
    await lives_in(bot, lena, "Honolulu")
    assert await it_gets(bot, FIRST_FRIDAY + timedelta(days=2), lena) == []
    honolulus_nine = datetime(2026, 3, 13, 19, 0, tzinfo=UTC)
    assert await it_gets(bot, honolulus_nine - timedelta(minutes=1), lena) == []
    (asked,) = await it_gets(bot, honolulus_nine, lena)
    assert asked.text.startswith("Check-in, week 2")


async def test_by_the_cohorts_clock_nobody_is_woken_at_night(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await lives_in(bot, lena, "New York")
    assert await it_gets(bot, FIRST_FRIDAY, lena) == [], "it is three in the morning there"
    eight_there = FIRST_FRIDAY + timedelta(hours=5)
    assert len(await it_gets(bot, eight_there, lena)) == 1


async def test_a_city_that_is_several_or_none_is_asked_about(bot: RunningBot, lena: Person) -> None:
    (asked,) = await sees_all(bot, lena, "/settings", "[Time zone]", "Atlantis")
    assert "I don't know that one" in asked.text
    (told,) = await sees_all(bot, lena, "UTC+2")
    assert "It's 11:00 where you are" in told.text


async def test_a_change_of_plans_at_the_very_hour_takes_nobody_the_check_in_that_is_due(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    server.clock.advance(FIRST_FRIDAY - bot.clock())
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[Hour]", "[17:00]")
    await bot.passes(timedelta(minutes=1))
    assert [message.text.startswith("Check-in, week 1") for message in lena.chat].count(True) == 1
    await sees_all(bot, lena, *ANSWERS)
    five = FIRST_FRIDAY + WEEK + timedelta(hours=8)
    assert await it_gets(bot, five - timedelta(minutes=1), lena) == []
    assert len(await it_gets(bot, five, lena)) == 1


async def test_who_is_at_another_venture_is_pointed_to_the_one_that_takes_part(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/settings", "[Start over]", "[Start a new one]")
    kept, told = await it_gets(bot, FIRST_FRIDAY, lena)
    assert "I kept your place" in kept.text  # of the interview just begun
    assert "Harbour Lab: it's time for the check-in of your other venture" in told.text
    await sees_all(bot, lena, "[Switch venture]")
    (asked,) = await sees_all(bot, lena, "/checkin")
    assert asked.text.startswith("Check-in, week 1")
