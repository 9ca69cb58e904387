"""Who is in a cohort, and how that ends; what somebody else's buttons do: nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.bot.cohorts.acting import invites, joins, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer


async def test_a_mentor_joins_by_a_link_of_their_own_and_sees_who_is_there(
    bot: RunningBot, ana: Person, jo: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, lena, await invites(bot, ana))
    await joins(bot, jo, await invites(bot, ana, "mentors", "1 person"))
    (shown,) = await sees_all(bot, jo, "/cohort", "[Harbour Lab]")
    assert "1 venture, 2 mentors, owner included" in shown.text
    assert "✉️ Invite" not in shown.labels
    (shown,) = await sees_all(bot, jo, "[👥 Members]")
    assert "Ana · owner" in shown.text
    assert "Jo · mentor" in shown.text
    assert "Lena · joined, interview under way" in shown.text
    assert shown.labels == ["‹ Back"], "a mentor takes nobody out"


async def test_an_invitation_for_one_is_used_up_and_one_taken_back_leads_nowhere(
    bot: RunningBot, ana: Person, jo: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    once = await invites(bot, ana, "mentors", "1 person")
    await joins(bot, jo, once)
    await lena.starts(once)
    await lena.sees("used already")
    open_one = await invites(bot, ana)
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[✉️ Invite]", "[🗑 1]")
    await lena.starts(open_one)
    await lena.sees("taken back")
    await lena.starts("forged-as-can-be")
    await lena.sees("I don't know that link")


async def test_an_invitation_runs_out_after_a_month(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    token = await invites(bot, ana)
    server.clock.advance(timedelta(days=31))
    await lena.starts(token)
    await lena.sees("has run out")


async def test_a_founder_leaves_and_from_then_on_nothing_is_seen(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "resting")
    await joins(bot, lena, await invites(bot, ana))
    await sees_all(bot, lena, "[Share all four]")
    assert bot.rows("consent") == 4
    (asked,) = await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[Leave]")
    assert "over 48 hours ago" in asked.text
    await sees_all(bot, lena, "[Yes, leave]")
    assert bot.rows("consent") == 0
    (shown,) = await sees_all(bot, ana, "/cohort", "[Harbour Lab]")
    assert "0 ventures" in shown.text


async def test_who_comes_back_begins_private(bot: RunningBot, ana: Person, lena: Person) -> None:
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "resting")
    token = await invites(bot, ana)
    await joins(bot, lena, token)
    await sees_all(bot, lena, "[Share all four]", "/cohort", "[Harbour Lab]", "[Leave]", "[Yes, leave]")
    await joins(bot, lena, token)
    (shown,) = await sees_all(bot, lena, "/cohort", "[Harbour Lab]")
    assert "They see: nothing" in shown.text


async def test_the_owner_cannot_vanish_but_hands_over(bot: RunningBot, ana: Person, jo: Person) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, jo, await invites(bot, ana, "mentors"))
    (told,) = await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[Leave]")
    assert "Hand it over to a mentor, or end it" in told.text
    (told,) = await sees_all(bot, ana, "[👥 Members]", "[Jo]", "[Hand over]", "[Hand over]")
    assert "Jo owns Harbour Lab now" in told.text
    (shown,) = await sees_all(bot, jo, "/cohort", "[Harbour Lab]")
    assert "⚙️ Settings" in shown.labels
    (shown,) = await sees_all(bot, ana, "/cohort", "[Harbour Lab]")
    assert "⚙️ Settings" not in shown.labels


async def test_a_cohort_without_its_owner_is_offered_to_mentors_after_a_month(
    server: TelegramServer, bot: RunningBot, ana: Person, jo: Person
) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, jo, await invites(bot, ana, "mentors"))
    await sees_all(bot, ana, "/delete", "[Yes, delete it all]")
    (shown,) = await sees_all(bot, jo, "/cohort", "[Harbour Lab]")
    assert "Take it over" not in shown.labels
    server.clock.advance(timedelta(days=31))
    (shown,) = await sees_all(bot, jo, "/cohort", "[Harbour Lab]")
    assert "gone for 30 days" in shown.text
    await sees_all(bot, jo, "[Take it over]")
    (shown,) = await sees_all(bot, jo, "/cohort", "[Harbour Lab]")
    assert "⚙️ Settings" in shown.labels


async def test_an_ended_cohort_invites_nobody(bot: RunningBot, ana: Person, lena: Person) -> None:
    await starts_cohort(bot, ana)
    token = await invites(bot, ana)
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[⚙️ Settings]", "[End it]", "[Yes, end it]")
    await lena.starts(token)
    await lena.sees("taken back")
