"""The cohort at a glance: a picture where it can be drawn, else in words; nothing private on either."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.fulfilment import Skills
from bot.press import Press
from conversations.cohorts.consent import Part
from tests.bot.cohorts.acting import in_a_cohort, invites, joins, sees_all, starts_cohort
from tests.founders import gets_to
from tests.running import RunningBot, running_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from conversations.interview.requests import Draw
    from tests.telegram_server import Person, TelegramServer

HOSTILE = '<i>#panic("x") *b* $y$'


class Drawers:
    """The real press, which remembers what it was asked for, and can be out of order."""

    def __init__(self) -> None:
        self.press = Press()
        self.asked: list[Draw] = []
        self.able = True
        self.begun, self.go_on = asyncio.Event(), asyncio.Event()
        self.go_on.set()

    async def draw(self, request: Draw) -> bytes | None:
        self.asked.append(request)
        if not self.go_on.is_set():
            self.begun.set()
            await self.go_on.wait()
        return await self.press.draw(request) if self.able else b""


@pytest.fixture
def drawers() -> Drawers:
    return Drawers()


@pytest.fixture
async def bot(server: TelegramServer, tmp_path: Path, drawers: Drawers) -> AsyncIterator[RunningBot]:
    skills = Skills(draw=drawers.draw, close=drawers.press.close)
    async with running_bot(server, tmp_path / "bot.sqlite3", skills=skills) as running:
        yield running


async def test_a_ventures_picture_locks_what_is_private_and_is_for_mentors_only(
    bot: RunningBot, drawers: Drawers, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "resting")
    await joins(bot, lena, await invites(bot, ana))
    await sees_all(bot, lena, "[Choose]", "[⬜ activities]", "[Done]")
    opened = ("/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]", "[📄 Page]")
    picture = (await sees_all(bot, ana, *opened))[-1]
    assert picture.text == "Bean Wheels, as Lena shares it. For mentors only."
    assert drawers.asked[-1].private == frozenset(Part) - {Part.ACTIVITIES}


async def opens_overview(bot: RunningBot, ana: Person) -> None:
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[🗺 Overview]")


async def test_the_overview_comes_as_a_picture_with_a_way_back(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await opens_overview(bot, ana)
    picture = ana.last
    assert picture.file_id is not None
    assert server.file(picture.file_id).startswith(b"\x89PNG")
    assert picture.text == "Harbour Lab at a glance. The numbers are the digest's."
    assert "🟩" not in ana.screen()
    (digest,) = await sees_all(bot, ana, "[📬 Digest]")
    assert "Bean Wheels" in digest.text


async def test_a_picture_of_what_others_share_is_never_kept_to_be_sent_again(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    kept = bot.kept.read("select file from upload")
    await opens_overview(bot, ana)
    first = ana.last
    await sees_all(bot, ana, "[📬 Digest]", "[1]", "[📄 Page]")
    page = ana.last
    assert page.file_id not in (None, first.file_id)
    await opens_overview(bot, ana)
    assert ana.last.file_id not in (None, first.file_id)
    assert bot.kept.read("select file from upload") == kept


@pytest.mark.parametrize("opened", [("📄 Page", "the page again"), ("🗺 Overview", "the overview again")])
async def test_what_is_taken_back_while_it_is_drawn_never_leaves(
    bot: RunningBot, ana: Person, lena: Person, drawers: Drawers, opened: tuple[str, str]
) -> None:
    button, said = opened
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/cohort", "[Harbour Lab]", "[👁 What they see]")
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[📬 Digest]", "[1]")
    drawers.go_on.clear()
    tapped = ana.last.id
    await ana.taps(button)
    await drawers.begun.wait()
    await lena.taps("✅ resources")
    await lena.sees(button="⬜ resources")
    drawers.go_on.set()
    await bot.settled(ana)
    assert said in ana.last.text
    assert all(message.file_id is None for message in ana.chat if message.id > tapped)


async def test_where_it_cannot_be_drawn_the_words_have_it_all(
    bot: RunningBot, ana: Person, lena: Person, drawers: Drawers
) -> None:
    await in_a_cohort(bot, ana, lena)
    drawers.able = False
    await opens_overview(bot, ana)
    assert "🟩🟩🟩🟩 1 Bean Wheels" in ana.last.text


@pytest.mark.parametrize("able", [True, False])
async def test_a_name_like_code_stays_a_name(
    server: TelegramServer, bot: RunningBot, ana: Person, drawers: Drawers, *, able: bool
) -> None:
    await starts_cohort(bot, ana)
    eve = server.person(HOSTILE)
    await joins(bot, eve, await invites(bot, ana))
    drawers.able = able
    await opens_overview(bot, ana)
    (glance,) = [request.glance for request in drawers.asked if request.glance is not None]
    assert [row.name for row in glance.rows] == [HOSTILE]
    assert (ana.last.file_id is not None) is able
    assert able or f"🔒🔒🔒🔒 1 {HOSTILE}" in ana.last.text


async def test_nothing_private_is_asked_to_be_drawn(
    bot: RunningBot, ana: Person, lena: Person, drawers: Drawers
) -> None:
    await starts_cohort(bot, ana)
    await gets_to(bot, lena, "resting")
    await joins(bot, lena, await invites(bot, ana))
    await sees_all(bot, lena, "[Choose]", "[⬜ activities]", "[Done]")
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "the council is slow", "[Yes]")
    await opens_overview(bot, ana)
    (request,) = [one for one in drawers.asked if one.glance is not None]
    drawn = msgspec.json.encode(request).decode()
    assert [entry.text for entry in bot.canvas(lena).entries if entry.text in drawn] == []
    assert "council" not in drawn
    assert request.glance is not None
    (row,) = request.glance.rows
    assert [mark.value for mark in row.marks] == ["filled", "private", "private", "private"]
    assert not row.stuck
