"""A cohort's own interview: sent as a file by its owner, met by its founders with their next answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.bot.cohorts.acting import invites, joins, sees_all, starts_cohort
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, Seen

LAB = (Path(__file__).parents[3] / "docs/playbooks/harbour-lab.toml").read_bytes()


async def gives(bot: RunningBot, ana: Person, content: bytes) -> Seen:
    """Let Ana send a file for her cohort's interview, and give what is said to it."""
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[Settings]", "[Interview]")
    await ana.sends_document("lab.toml", content)
    await bot.settled(ana)
    return ana.last


async def test_a_founder_is_asked_the_programme_s_questions(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    given = await gives(bot, ana, LAB)
    assert "Your founders get Harbour Lab, version 1 from now on." in given.text
    assert "Your own: pilots · fear" in given.text
    assert "Left out: expert" in given.text
    await joins(bot, lena, await invites(bot, ana))
    await gets_to(bot, lena, "pilots")

    assert "Which pilots have you agreed on" in lena.last.text


async def test_somebody_in_the_middle_is_taken_along_and_nothing_is_lost(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, lena, await invites(bot, ana))
    await gets_to(bot, lena, "reach")
    await gives(bot, ana, LAB)
    await sees_all(bot, lena, "post on Instagram")

    assert bot.position(lena).state == "pilots"
    assert "reach" in bot.canvas(lena).answers


async def test_a_founder_of_another_cohort_is_asked_the_built_in_questions(
    bot: RunningBot, ana: Person, jo: Person
) -> None:
    await starts_cohort(bot, ana)
    await gives(bot, ana, LAB)
    await gets_to(bot, jo, "weekly")

    assert "pilots" not in bot.canvas(jo).answers


async def test_a_mistake_is_told_with_its_line_and_the_cohort_keeps_what_it_had(
    bot: RunningBot, ana: Person
) -> None:
    await starts_cohort(bot, ana)
    told = await gives(bot, ana, LAB.replace(b'form = "items"', b'form = "itms"'))

    assert "line 19: form 'itms' is none; did you mean 'items'?" in told.text
    again = await sees_all(bot, ana, "[‹ Back]")
    assert "Interview:" not in again[-1].text


async def test_the_same_version_is_not_taken_twice(bot: RunningBot, ana: Person) -> None:
    await starts_cohort(bot, ana)
    await gives(bot, ana, LAB)
    told = await gives(bot, ana, LAB.replace(b"Which pilots", b"What pilots"))

    assert "Version 1 is in use already" in told.text


async def test_the_built_in_interview_can_be_had_again(bot: RunningBot, ana: Person, lena: Person) -> None:
    await starts_cohort(bot, ana)
    await gives(bot, ana, LAB)
    await sees_all(bot, ana, "[The built-in one]")
    await joins(bot, lena, await invites(bot, ana))
    await gets_to(bot, lena, "weekly")

    assert "pilots" not in bot.canvas(lena).answers


async def test_a_playbook_from_somebody_without_a_cohort_is_answered(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "weekly")
    await lena.sends_document("lab.toml", LAB)
    await bot.settled(lena)

    assert any("That's a programme's interview." in seen.text for seen in lena.chat)
    assert bot.position(lena).state == "weekly"


async def test_a_mentor_cannot_give_the_cohort_an_interview(bot: RunningBot, ana: Person, jo: Person) -> None:
    await starts_cohort(bot, ana)
    await joins(bot, jo, await invites(bot, ana, "mentors"))
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[Settings]", "[Interview]")
    button = bot.position(ana).expecting.replace("playbook", "pb")
    tap = await jo.forges(button)
    await bot.settled(jo)

    assert await tap.answer() == "That's for the cohort's owner or mentors."
    assert not bot.position(jo).expecting
