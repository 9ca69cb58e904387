"""Whoever joins a cohort first and comes to their venture afterwards takes part with that one."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.importing.links import kept
from tests.bot.cohorts.acting import (
    OPENS_DIGEST,
    digest_of,
    in_a_cohort,
    invites,
    joins,
    joins_team,
    sees_all,
    starts_cohort,
)
from tests.conversations.canvases import coffee_cart
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer


async def takes_a_canvas(bot: RunningBot, founder: Person) -> None:
    """Follow a link that `backstage import` made for the coffee cart, and take it."""
    (token,) = await asyncio.to_thread(kept, bot.kept.url, [coffee_cart()], timedelta(days=1000))
    await founder.starts(token)
    await bot.settled(founder)
    await sees_all(bot, founder, "[Take it]")


async def test_a_canvas_that_is_taken_after_joining_is_the_one_that_takes_part(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, lena, await invites(bot, ana))
    await takes_a_canvas(bot, lena)
    (told, *_picture) = await sees_all(bot, lena, "[Share all four]")
    assert "sees" in told.text
    (seen,) = await sees_all(bot, lena, "[See it]")
    assert "Bean Wheels" in seen.text
    await sees_all(bot, lena, "[Check-ins, too]", "/checkin", "[Nothing new]", "the council is slow", "[Yes]")
    digest = await digest_of(bot, ana)
    assert "1 of 1 answered" in digest.text
    assert "1 Bean Wheels · the council is slow" in digest.text


async def test_check_in_now_works_for_who_took_a_canvas_after_joining(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, lena, await invites(bot, ana))
    await takes_a_canvas(bot, lena)
    (asked,) = await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[Check in now]")
    assert asked.text.startswith("Check-in, week 1")


async def test_a_venture_with_notes_stays_in_the_cohort_and_ventures_leads_back_to_it(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "weekly")
    await joins(bot, lena, await invites(bot, ana))
    await takes_a_canvas(bot, lena)
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]")
    tapped = await lena.taps("Check in now")
    assert "/ventures" in await tapped.answer()
    await sees_all(bot, lena, "/ventures", "[Bean Wheels]")
    (asked, *_more) = await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[Check in now]")
    assert "Instead of a check-in" in asked.text


async def test_who_joins_and_starts_over_before_a_word_takes_part_with_the_new_venture(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, lena, await invites(bot, ana))
    await sees_all(bot, lena, "/settings", "[Start over]", "[Start a new one]")
    await gets_to(bot, lena, "resting")
    assert "Share all four" in [label for message in lena.chat for label in message.labels]
    await sees_all(bot, lena, "[Share all four]")
    digest = await digest_of(bot, ana)
    assert "1 Bean Wheels" in digest.text
    assert "interview under way" not in digest.text


async def test_what_mentors_may_see_is_asked_of_the_venture_that_joined_however_late_it_is_finished(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "weekly")
    await joins(bot, lena, await invites(bot, ana))
    await sees_all(bot, lena, "/settings", "[Start over]", "[Start a new one]")
    await gets_to(bot, lena, "resting")
    assert "Share all four" not in lena.last.labels
    await sees_all(bot, lena, "/ventures", "[Bean Wheels]")
    await gets_to(bot, lena, "resting")
    assert "Share all four" in lena.last.labels


async def test_what_a_mentor_wrote_before_a_canvas_was_taken_goes_along(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, lena, await invites(bot, ana))
    await sees_all(bot, ana, *OPENS_DIGEST, "[1]", "[💬 Comment]", "welcome on board")
    await bot.passes(timedelta(minutes=2))
    await takes_a_canvas(bot, lena)
    await sees_all(bot, lena, "[Share all four]")
    page = (await sees_all(bot, ana, *OPENS_DIGEST, "[1]", "[📄 Page]"))[0]
    assert "Bean Wheels" in page.text
    assert "Ana: welcome on board" in page.text


async def test_who_leaves_a_co_founder_keeps_the_place_with_a_venture_of_their_own(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "resting")
    tom = server.person("Tom")
    await joins_team(bot, lena, tom)
    await joins(bot, tom, await invites(bot, ana))
    await sees_all(bot, tom, "[Share all four]", "/team", "[Leave this venture]", "[Yes]")
    digest = await digest_of(bot, ana)
    assert "1 Tom · interview under way" in digest.text
    assert "Bean Wheels" not in digest.text
    (asked, *_more) = await sees_all(bot, tom, "/cohort", "[Harbour Lab]", "[Check in now]")
    assert "Instead of a check-in" in asked.text


async def test_a_check_in_of_another_venture_says_that_the_cohort_does_not_see_it(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await takes_a_canvas(bot, lena)
    (asked,) = await sees_all(bot, lena, "/checkin")
    assert "This one is for you alone: Harbour Lab follows another of your ventures" in asked.text
