"""What a founder shares is seen from then on: how it was before, and what is taken back, stays theirs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.bot.cohorts.acting import invites, joins, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer

PAGE = ("/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]", "[📄 Page]")


@pytest.fixture
async def activities_only(server: TelegramServer, bot: RunningBot, ana: Person, lena: Person) -> None:
    """Lena shares her activities with Ana's cohort; between two check-ins a cost rises."""
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "resting")
    await joins(bot, lena, await invites(bot, ana))
    await sees_all(bot, lena, "[Choose]", "[⬜ activities]", "[Done]")
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "cash is short", "[Yes]")
    server.clock.advance(timedelta(days=1))
    await sees_all(
        bot, lena, "insurance is 90 now", "/checkin", "[Nothing new]", "the council is slow", "[Yes]"
    )
    server.clock.advance(timedelta(hours=1))


async def seen_by(bot: RunningBot, mentor: Person) -> str:
    """Give all that a mentor is shown of the venture: digest, line, page and history."""
    texts = [message.text for message in await sees_all(bot, mentor, *PAGE[:3])]
    texts += [message.text for message in await sees_all(bot, mentor, "[1]")]
    texts += [message.text for message in await sees_all(bot, mentor, "[📄 Page]")]
    texts += [message.text for message in await sees_all(bot, mentor, "[🕘 History]")]
    return "\n".join(texts)


@pytest.mark.usefixtures("activities_only")
async def test_costs_that_are_shared_today_show_as_they_are_and_not_how_they_were(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[👁 What they see]")
    await sees_all(bot, lena, "[⬜ costs]", "[⬜ numbers]", "[Done]")
    seen = await seen_by(bot, ana)
    assert "Insurance — 90 € a month" in seen
    assert "40" not in seen


@pytest.mark.usefixtures("activities_only")
async def test_answers_given_in_private_stay_private_when_check_ins_are_shared_later(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[👁 What they see]", "[⬜ check-ins]", "[Done]")
    seen = await seen_by(bot, ana)
    assert "cash" not in seen
    assert "council" not in seen
    server.clock.advance(timedelta(days=1))
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "the oven broke", "[Yes]")
    assert "the oven broke" in await seen_by(bot, ana)


@pytest.mark.usefixtures("activities_only")
async def test_changes_show_from_the_first_check_in_after_sharing_on(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[👁 What they see]")
    await sees_all(bot, lena, "[⬜ costs]", "[⬜ numbers]", "[Done]")
    for price in (95, 99):
        server.clock.advance(timedelta(days=1))
        await sees_all(bot, lena, "/checkin", "[Nothing new]", "[Nothing]", "[Yes]")
        await sees_all(bot, lena, f"insurance is {price} now")
    seen = await seen_by(bot, ana)
    assert "95" in seen
    assert "99" in seen
    assert "40" not in seen


@pytest.mark.usefixtures("activities_only")
async def test_sharing_one_part_more_leaves_the_others_as_they_were_shared(
    server: TelegramServer, bot: RunningBot, lena: Person
) -> None:
    since = dict(bot.kept.read("select block, since from consent"))
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[👁 What they see]", "[⬜ costs]", "[Done]")
    after = dict(bot.kept.read("select block, since from consent"))
    assert after["activities"] == since["activities"]
    assert after["costs"] == server.clock.moment().timestamp() * 1000
