"""A whole programme over Telegram: twelve weeks, twelve founders, two mentors, in seconds."""

from __future__ import annotations

from datetime import datetime, timedelta
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tests.bot.cohorts.acting import LINK, joins, sees_all, starts_cohort
from tests.programme.reading import Page
from tests.programme.ventures import FOUNDERS
from tests.programme.weeks import SILENT, answers
from tests.running import MONDAY_MORNING, RunningBot, running_bot
from tests.telegram_server import Person, TelegramServer

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = Path(__file__).parents[2] / "docs" / "programme-transcript.md"
FIRST_CHECK_IN = datetime(2026, 3, 6, 9, 0, tzinfo=ZoneInfo("Europe/Madrid"))
FIRST_DIGEST = datetime(2026, 3, 9, 8, 0, tzinfo=ZoneInfo("Europe/Madrid"))
WEEKS = 12


async def invited(bot: RunningBot, owner: Person, whom: str) -> str:
    seen = await sees_all(
        bot, owner, "/cohort", "[Harbour Lab]", "[✉️ Invite]", f"[Invite {whom}]", "[No limit]"
    )
    return next(match[1] for message in seen for match in LINK.finditer(message.text))


async def comes_with_a_canvas(bot: RunningBot, person: Person, content: bytes) -> None:
    await person.starts()
    await person.sends_document("canvas.json", content)
    await bot.settled(person)
    await sees_all(bot, person, "[Take it]")


async def shares(bot: RunningBot, person: Person) -> None:
    await sees_all(bot, person, "[Share all four]", "[Check-ins, too]")


async def comes(bot: RunningBot, first: datetime, week: int) -> None:
    """Let time pass to an hour of a week, by the clock on Madrid's walls."""
    await bot.passes(first + (week - 1) * timedelta(days=7) - bot.clock())


async def a_week(bot: RunningBot, week: int, people: Mapping[str, Person]) -> int:
    """Answer the week's check-ins, and give how many did."""
    answered = 0
    for name, person in people.items():
        does = answers(name, week)
        answered += bool(does)
        if does:
            await sees_all(bot, person, *does)
    return answered


@pytest.mark.timeout(400)
async def test_a_programme_of_twelve_weeks_reads_as_written(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    page = Page()
    async with TelegramServer() as server:
        server.clock.stop(MONDAY_MORNING)
        ana, jo = server.person("Ana"), server.person("Jo")
        people = {founder.name: server.person(founder.name) for founder in FOUNDERS}
        async with running_bot(server, tmp_path / "bot.sqlite3") as bot:
            counted = await _plays(bot, page, ana, jo, people)
        assert [call.line() for call in server.calls.all if call.description] == []
    page.counts("Who answered", enumerate(counted, start=1))
    silent = [sum(week in weeks for weeks in SILENT.values()) for week in range(1, WEEKS + 1)]
    assert counted == [len(FOUNDERS) - number for number in silent]
    _compares(page.reads(), request)


async def _plays(
    bot: RunningBot, page: Page, ana: Person, jo: Person, people: dict[str, Person]
) -> list[int]:
    """Play the whole programme, and give how many answered each week."""
    lena = people["Lena"]
    await starts_cohort(bot, ana)
    await sees_all(bot, ana, "[Start]", "[2 Mar]")
    page.tells("Monday: Ana starts a cohort", ana)
    founders, mentors = await invited(bot, ana, "founders"), await invited(bot, ana, "mentors")
    page.skips(ana)
    await joins(bot, jo, mentors)
    page.tells("Jo comes along as a mentor", jo)
    for founder in FOUNDERS:
        await comes_with_a_canvas(bot, people[founder.name], founder.as_file())
        page.skips(people[founder.name])
        await joins(bot, people[founder.name], founders)
        await shares(bot, people[founder.name])
    page.tells("Lena joins, and says what is seen", lena)
    counted = []
    for week in range(1, WEEKS + 1):
        await comes(bot, FIRST_CHECK_IN, week)
        counted.append(await a_week(bot, week, people))
        if week in (1, 4):
            page.tells(f"Week {week}: Lena's check-in", lena)
        page.skips(ana, jo, *people.values())
        await comes(bot, FIRST_DIGEST, week)
        await _reads_digest(bot, page, week, ana, lena)
    await sees_all(bot, ana, "[🗺 Overview]")
    page.tells("The cohort at a glance", ana)
    digest = next(message for message in reversed(ana.chat) if "answered" in message.text)
    await ana.taps("Patterns", on=digest)
    await bot.settled(ana)
    page.tells("What several have in common", ana)
    return counted


async def _reads_digest(bot: RunningBot, page: Page, week: int, ana: Person, lena: Person) -> None:
    """Read the Monday's digest; in the third week, answer it."""
    if week in (1, 3, 6, 12):
        page.tells(f"Monday after week {week}: Ana's digest", ana)
    if week == 3:
        digest = next(message for message in reversed(ana.chat) if "answered" in message.text)
        await ana.replies_to(digest, "1 try the market office, they lend their permit")
        await bot.settled(ana)
        page.tells("Ana answers by replying", ana)
        page.skips(lena)
        await bot.passes(timedelta(minutes=2))
        told = await lena.sees("try the market office")
        await lena.replies_to(told, "they do! I'm in on Saturday")
        await bot.settled(lena, ana)
        page.tells("Lena reads it a minute later, and answers", lena)
        page.tells("Ana sees the answer", ana)


def _compares(reads: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--write-transcripts"):
        PAGE.write_text(reads, encoding="utf-8")
        return
    written = PAGE.read_text(encoding="utf-8")
    changed = unified_diff(written.splitlines(), reads.splitlines(), "written", "reads", n=6)
    assert reads == written, "\n".join(changed)
