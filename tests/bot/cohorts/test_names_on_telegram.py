"""What people of a cohort are called: whole names where they invite, first ones else, told apart."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.bot.cohorts.acting import digest_of, in_a_cohort, invites, joins, sees_all, starts_cohort

if TYPE_CHECKING:
    import pytest

    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer


async def test_an_invitation_says_who_invites_by_the_whole_name(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    ana.is_called("Ana", "Ruiz")
    await starts_cohort(bot, ana)
    await lena.starts(await invites(bot, ana))
    await bot.settled(lena)
    assert lena.last.text.startswith("Ana Ruiz invites you to Harbour Lab.")


async def test_who_has_no_last_name_invites_by_the_first(bot: RunningBot, ana: Person, lena: Person) -> None:
    await starts_cohort(bot, ana)
    await lena.starts(await invites(bot, ana))
    await bot.settled(lena)
    assert lena.last.text.startswith("Ana invites you to Harbour Lab.")


async def test_one_ana_is_ana_and_two_are_told_apart_by_an_initial(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    ana.is_called("Ana", "Ruiz")
    await in_a_cohort(bot, ana, lena)
    (screen,) = await sees_all(bot, lena, "/cohort", "[Harbour Lab]")
    assert "Ana" in screen.text
    assert "Ruiz" not in screen.text
    other = server.person("Ana")
    other.is_called("Ana", "Kovač")
    await joins(bot, other, await invites(bot, ana, "mentors"))
    (screen,) = await sees_all(bot, lena, "/cohort", "[Harbour Lab]")
    assert "Ana R." in screen.text
    assert "Ana K." in screen.text
    assert "Ruiz" not in screen.text


async def test_a_comment_says_which_ana_wrote_it(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    ana.is_called("Ana", "Ruiz")
    await in_a_cohort(bot, ana, lena)
    other = server.person("Ana")
    other.is_called("Ana", "Rey")
    await joins(bot, other, await invites(bot, ana, "mentors"))
    digest = await digest_of(bot, other)
    await other.replies_to(digest, "1 well done")
    await bot.settled(other)
    await bot.passes(timedelta(minutes=2))
    assert "Ana Rey" in lena.last.text


async def test_a_last_name_that_changes_or_goes_is_followed(bot: RunningBot, ana: Person) -> None:
    ana.is_called("Ana", "Ruiz")
    await sees_all(bot, ana, "/start")
    assert bot.kept.read("select last_name from person") == [("Ruiz",)]
    ana.is_called("Ana")
    await sees_all(bot, ana, "/help")
    assert bot.kept.read("select last_name from person") == [("",)]


async def test_a_last_name_is_never_logged_goes_along_and_is_deleted(
    bot: RunningBot, ana: Person, lena: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    lena.is_called("Lena", "Wieczorek")
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/export", "[Take my data]")
    assert lena.last.file_id is not None
    assert json.loads(bot.server.file(lena.last.file_id))["person"]["last_name"] == "Wieczorek"
    await sees_all(bot, lena, "/delete", "[Yes, delete it all]")
    assert b"Wieczorek" not in bot.database.read_bytes()
    written = capsys.readouterr()
    assert "Wieczorek" not in written.out + written.err
