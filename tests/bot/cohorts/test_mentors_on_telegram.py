"""The mentor's side over Telegram: the digest, comments with Undo and answers, a page, a nudge."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.bot.cohorts.acting import digest_of, in_a_cohort, invites, joins, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer


@pytest.fixture
async def stuck(bot: RunningBot, ana: Person, lena: Person) -> None:
    """Ana's cohort, where Lena has finished her permit and waits for the council."""
    await in_a_cohort(bot, ana, lena)
    await sees_all(
        bot, lena, "/checkin", "[⬜ Get street permit]", "[Next ›]", "[Nothing else]", "[Nothing new]"
    )
    await sees_all(bot, lena, "the council takes six weeks", "[Yes]")


@pytest.mark.usefixtures("stuck")
async def test_the_digest_puts_who_is_stuck_first(bot: RunningBot, ana: Person, jo: Person) -> None:
    await joins(bot, jo, await invites(bot, ana))
    digest = await digest_of(bot, ana)
    assert "1 of 2 answered\n" in digest.text
    assert "👋 New: Jo · Lena" in digest.text
    assert "🚧 Stuck\n1 Bean Wheels · the council takes six weeks · 🎉 Get street permit" in digest.text
    assert "⏳ Not yet\n2 Jo · interview under way" in digest.text
    assert digest.labels[:2] == ["1", "2"]


@pytest.mark.usefixtures("stuck")
async def test_a_reply_with_a_number_reaches_the_founder_after_a_minute(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    digest = await digest_of(bot, ana)
    await ana.replies_to(digest, "1 try the market office")
    receipt = await ana.sees("To Bean Wheels: try the market office")
    assert receipt.labels == ["Undo"]
    await bot.settled(ana)
    server.clock.advance(timedelta(minutes=2))
    await bot.restarts()
    told = await lena.sees("💬 Ana, Harbour Lab, on “the council takes six weeks”: try the market office")
    assert told.labels == ["👍 Seen", "Answer"]
    await lena.replies_to(told, "they open on Monday, thanks")
    await ana.sees("↳ Lena, Bean Wheels: they open on Monday, thanks")
    await bot.settled(lena, ana)


@pytest.mark.usefixtures("stuck")
async def test_a_comment_is_undone_before_it_goes_out(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    digest = await digest_of(bot, ana)
    await ana.replies_to(digest, "1 try the market office")
    await ana.sees("To Bean Wheels")
    (undone,) = await sees_all(bot, ana, "[Undo]")
    assert "Nobody was told" in undone.text
    server.clock.advance(timedelta(minutes=2))
    await bot.restarts()
    await bot.settled(lena)
    assert not any("market office" in message.text for message in lena.chat)


@pytest.mark.usefixtures("stuck")
async def test_without_a_number_the_bot_asks_which_venture_is_meant(
    bot: RunningBot, ana: Person, jo: Person
) -> None:
    await joins(bot, jo, await invites(bot, ana))
    digest = await digest_of(bot, ana)
    await ana.replies_to(digest, "try the market office")
    asked = await ana.sees("Which venture is it for?")
    assert asked.labels == ["1", "2"]
    await ana.taps("1", on=asked)
    await ana.sees("To Bean Wheels: try the market office")
    await bot.settled(ana)


@pytest.mark.usefixtures("stuck")
async def test_a_page_has_canvas_check_ins_and_notes_but_no_number_that_is_private(
    bot: RunningBot, ana: Person
) -> None:
    await sees_all(
        bot, ana, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]", "[🔒 Note]", "knows the council well"
    )
    page = (await sees_all(bot, ana, "[📬 Digest]", "[1]", "[📄 Page]"))[0]
    assert "Mill Roasters" in page.text
    assert "🚧 the council takes six weeks" in page.text
    assert "🔒 Ana: knows the council well" in page.text
    assert "350" not in page.text


@pytest.mark.usefixtures("stuck")
async def test_a_note_never_reaches_the_founder(bot: RunningBot, ana: Person, lena: Person) -> None:
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]", "[🔒 Note]", "slow to answer")
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "/export")
    assert not any("slow to answer" in message.text for message in lena.chat)


async def test_a_nudge_offers_the_check_in(bot: RunningBot, ana: Person, lena: Person) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]")
    tapped = await ana.taps("👋 Nudge")
    assert "kind word" in await tapped.answer()
    told = await lena.sees("👋 Ana from Harbour Lab wonders how it's going")
    assert told.labels == ["Check in now"]


async def test_who_shared_nothing_is_answered_private(bot: RunningBot, ana: Person, lena: Person) -> None:
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "resting")
    await joins(bot, lena, await invites(bot, ana))
    await sees_all(bot, lena, "[Not now]", "/checkin", "[Nothing new]", "the council is slow", "[Yes]")
    digest = await digest_of(bot, ana)
    assert "✅ Done\n1 Lena · answered, private" in digest.text
    assert "council" not in digest.text


@pytest.mark.usefixtures("stuck")
async def test_patterns_need_five_ventures(bot: RunningBot, ana: Person) -> None:
    (told,) = await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[Patterns]")
    assert "Patterns need 5 ventures" in told.text


async def test_a_page_leads_to_what_changed_from_check_in_to_check_in(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    server.clock.stop(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    await in_a_cohort(bot, ana, lena)
    await bot.passes(timedelta(days=5))
    await sees_all(bot, lena, "[Nothing new]", "[Nothing]", "[Yes]")
    await bot.passes(timedelta(days=7))
    await sees_all(bot, lena, "[⬜ Get street permit]", "[Next ›]", "rent is 90 now", "[Nothing new]")
    await sees_all(bot, lena, "[Nothing]", "[Yes]")
    opened = ("/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]", "[📄 Page]", "[🕘 History]")
    (told,) = await sees_all(bot, ana, *opened)
    assert "Bean Wheels: what changed from check-in to check-in" in told.text
    assert "13 Mar:\n" in told.text
    assert "Get street permit" in told.text
    assert "90" not in told.text
    assert told.labels == ["💬 Comment", "📄 Page", "📬 Digest"]


async def test_a_block_that_stands_still_is_told_in_the_digest(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    server.clock.stop(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    await in_a_cohort(bot, ana, lena)
    await bot.passes(timedelta(days=5))
    for _week in range(5):
        await sees_all(bot, lena, "[Nothing new]", "[Nothing]", "[Yes]")
        await bot.passes(timedelta(days=7))
    digest = await digest_of(bot, ana)
    assert "1 Bean Wheels · activities unchanged for 5 weeks" in digest.text


OPENED = ("/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]")
AT_NIGHT = datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
"""Eleven in the evening in Madrid, five in the afternoon in New York."""
EIGHT_IN_MADRID = datetime(2026, 3, 4, 7, 0, tzinfo=UTC)


@pytest.fixture
async def at_night(bot: RunningBot, ana: Person, lena: Person) -> None:
    """Lena is in Ana's cohort; it is late where both are."""
    await in_a_cohort(bot, ana, lena)
    await bot.passes(AT_NIGHT - bot.clock())


@pytest.mark.usefixtures("at_night")
async def test_a_comment_at_night_comes_in_the_morning_and_can_be_undone_till_then(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    (receipt,) = await sees_all(bot, ana, *OPENED, "[💬 Comment]", "try the market office")
    assert "It goes out at 8:00, when it's morning there." in receipt.text
    await bot.passes(timedelta(hours=1))
    assert not any("market office" in message.text for message in lena.chat)
    await sees_all(bot, ana, *OPENED, "[💬 Comment]", "and the harbour master")
    (undone,) = await sees_all(bot, ana, "[Undo]")
    assert "Nobody was told" in undone.text
    await bot.passes(EIGHT_IN_MADRID - bot.clock())
    assert [m.text.rpartition(": ")[2] for m in lena.chat if "💬" in m.text] == ["try the market office"]
    assert not any("harbour master" in message.text for message in lena.chat)


@pytest.mark.usefixtures("at_night")
async def test_a_comment_goes_by_the_founders_own_clock_where_it_is_known(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await sees_all(bot, lena, "/settings", "[Time zone]", "New York")
    (receipt,) = await sees_all(bot, ana, *OPENED, "[💬 Comment]", "try the market office")
    assert "It goes out in a minute." in receipt.text
    await bot.passes(timedelta(minutes=2))
    await lena.sees("try the market office")
    await bot.passes(timedelta(days=1))
    assert sum("try the market office" in message.text for message in lena.chat) == 1


@pytest.mark.usefixtures("at_night")
async def test_a_nudge_at_night_says_when_it_comes(bot: RunningBot, ana: Person, lena: Person) -> None:
    await sees_all(bot, ana, *OPENED)
    tapped = await ana.taps("👋 Nudge")
    assert await tapped.answer() == "Bean Wheels hears from you at 8:00, when it's morning there."
    await bot.passes(EIGHT_IN_MADRID - timedelta(minutes=1) - bot.clock())
    assert not any("👋" in message.text for message in lena.chat)
    await bot.passes(timedelta(minutes=1))
    await lena.sees("👋 Ana from Harbour Lab wonders how it's going")


@pytest.mark.usefixtures("stuck")
async def test_who_has_answered_is_not_nudged(bot: RunningBot, ana: Person, lena: Person) -> None:
    await sees_all(bot, ana, *OPENED)
    tapped = await ana.taps("👋 Nudge")
    assert await tapped.answer() == "Bean Wheels has answered already, on 2 Mar."
    await bot.passes(timedelta(days=1))
    assert not any("👋" in message.text for message in lena.chat)


async def test_a_reminder_of_an_unfinished_interview_waits_for_the_cohorts_morning(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, lena, await invites(bot, ana))
    await bot.passes(AT_NIGHT - timedelta(hours=12) - bot.clock())
    await sees_all(bot, lena, "/start")
    await bot.passes(timedelta(hours=12))
    await sees_all(bot, lena, "/start")
    before = len(lena.chat)
    await bot.passes(timedelta(days=1, hours=1))
    assert len(lena.chat) == before, "it is midnight"
    await bot.passes(timedelta(hours=8))
    assert "Shall we go on?" in lena.chat[-1].text
