"""What isn't shared reaches no mentor, whichever way they look; who deletes everything leaves nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from conversations.canvas.entries import Activity
from tests.bot.cohorts.acting import digest_of, in_a_cohort, invites, joins, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer

LOOKS = (
    "[📬 Digest]",
    "[Patterns]",
    "[🗺 Overview]",
    "[📬 Digest]",
    "[1]",
    "[📄 Page]",
)


@pytest.fixture
async def activities_only(bot: RunningBot, ana: Person, lena: Person) -> None:
    """Lena shares her activities with Ana's cohort, and nothing else."""
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "resting")
    await joins(bot, lena, await invites(bot, ana))
    await sees_all(bot, lena, "[Choose]", "[⬜ activities]", "[Done]")
    await sees_all(
        bot, lena, "/checkin", "[⬜ Get street permit]", "[Next ›]", "[Nothing else]", "[Nothing new]"
    )
    await sees_all(bot, lena, "the council is slow", "[Yes]")


@pytest.mark.usefixtures("activities_only")
async def test_a_mentor_finds_nothing_that_is_private(bot: RunningBot, ana: Person, lena: Person) -> None:
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", *LOOKS)
    seen = "\n".join(message.text for message in ana.chat)
    assert "Brew and serve" in seen
    canvas = bot.canvas(lena)
    private = [entry.text for entry in canvas.entries if not isinstance(entry, Activity)]
    private.remove("Lena")  # her name is known: she has joined
    private += ["council", str(canvas.front_stage.value_proposition), "3.20", "350"]
    assert [words for words in private if words in seen] == []


@pytest.mark.usefixtures("activities_only")
async def test_a_page_names_what_is_private_instead_of_asking_for_it(bot: RunningBot, ana: Person) -> None:
    page = (await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]", "[📄 Page]"))[0]
    assert "🔒 Private: resources, partners, costs, promise, customers, numbers, check-ins" in page.text
    assert "what things and know-how" not in page.text


@pytest.mark.usefixtures("activities_only")
async def test_what_is_taken_back_is_not_seen_a_moment_later(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[👁 What they see]", "[✅ activities]")
    page = (await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]", "[📄 Page]"))[0]
    assert "Brew and serve" not in page.text
    assert "Bean Wheels" not in page.text


@pytest.mark.usefixtures("activities_only")
async def test_a_mentor_of_another_cohort_sees_nothing_of_this_one(
    server: TelegramServer, bot: RunningBot, ana: Person
) -> None:
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]")
    home = ana.last
    digest = next(button.callback_data for row in home.buttons for button in row if "Digest" in button.text)
    eve = server.person("Eve")
    await starts_cohort(bot, eve, "Other Lab")
    tapped = await eve.forges(str(digest))
    assert "You aren't in that cohort" in await tapped.answer()
    await bot.settled(eve)
    assert not any("Bean Wheels" in message.text for message in eve.chat)


async def test_a_founder_who_deletes_everything_leaves_no_trace(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "the council is slow", "[Yes]")
    await sees_all(
        bot, ana, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]", "[💬 Comment]", "ask the market"
    )
    await sees_all(bot, lena, "/delete", "[Yes, delete it all]")
    assert [bot.rows(table) for table in ("check_in", "consent", "comment", "cohort_member")] == [0, 0, 0, 1]
    digest = await digest_of(bot, ana)
    assert "No venture has joined yet" in digest.text


async def test_a_mentor_who_deletes_everything_takes_their_notes_along(
    bot: RunningBot, ana: Person, jo: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await joins(bot, jo, await invites(bot, ana, "mentors"))
    await sees_all(bot, jo, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]", "[🔒 Note]", "slow to answer")
    assert bot.rows("comment") == 1
    await sees_all(bot, jo, "/delete", "[Yes, delete it all]")
    assert bot.rows("comment") == 0
    assert bot.rows("cohort_member") == 2


async def test_what_a_mentor_told_a_founder_stays_without_the_name_when_the_mentor_deletes_everything(
    bot: RunningBot, ana: Person, jo: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await joins(bot, jo, await invites(bot, ana, "mentors"))
    opens = ("/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]")
    await sees_all(bot, jo, *opens, "[💬 Comment]", "ask the market office")
    await bot.passes(timedelta(minutes=2))
    await sees_all(bot, jo, "[💬 Comment]", "and never mind")
    await sees_all(bot, jo, "/delete", "[Yes, delete it all]")
    page = (await sees_all(bot, ana, *opens, "[📄 Page]"))[0]
    assert "A mentor who has left: ask the market office" in page.text
    assert bot.kept.read("select author from comment") == [(None,)]
    assert not any("Jo" in document for (document,) in bot.kept.read("select document from comment"))
    receipt = (await sees_all(bot, lena, "[Answer]", "we did"))[0]
    await bot.passes(timedelta(minutes=2))
    assert not any("and never mind" in message.text for message in lena.chat)
    assert "nobody is sent your answer" in receipt.text
    page = (await sees_all(bot, ana, *opens, "[📄 Page]"))[0]
    assert "we did" in page.text
