"""A cohort of many ventures: looked at beside the turns, and nothing of it left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from conversations.canvas.document import encode_canvas
from conversations.cohorts.consent import Part
from tests.bot.cohorts.acting import OPENS_DIGEST, digest_of, sees_all, starts_cohort
from tests.conversations.canvases import coffee_cart

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person

MANY = 45


@pytest.fixture
async def crowded(bot: RunningBot, ana: Person) -> str:
    """Give the id of Ana's cohort, in which many ventures have joined and share their blocks."""
    await starts_cohort(bot, ana)
    ((cohort,),) = bot.kept.read("select id from cohort")
    canvas = encode_canvas(coffee_cart()).decode()
    for number in range(100, 100 + MANY):
        known = f"venture-{number:08d}"
        bot.kept.change(
            "insert into person (id, carrier, carrier_id, first_name, language)"
            " values (?, 'telegram', ?, ?, '')",
            number,
            number,
            f"Founder {number}",
        )
        named = canvas.replace("Bean Wheels", f"Venture {number}")
        bot.kept.change("insert into venture values (?, ?, 1, 0)", known, named)
        bot.kept.change(
            "insert into cohort_member values (?, ?, 'founder', ?, 1, ?)", cohort, number, known, number
        )
        for part in Part:
            bot.kept.change(
                "insert into consent (cohort, venture, block) values (?, ?, ?)", cohort, known, part.value
            )
    return str(cohort)


@pytest.mark.usefixtures("crowded")
async def test_the_digest_of_many_ventures_has_them_all_page_by_page(bot: RunningBot, ana: Person) -> None:
    page = await digest_of(bot, ana)
    named = set()
    for number in range(4):
        named |= set(re.findall(r"Venture \d+", page.text))
        following = f"‹ {number + 1}/4 ›"
        (page,) = await sees_all(bot, ana, f"[{following}]")
    assert named == {f"Venture {number}" for number in range(100, 100 + MANY)}


@pytest.mark.usefixtures("crowded")
async def test_patterns_participation_and_the_files_of_many_ventures_come_too(
    bot: RunningBot, ana: Person
) -> None:
    await sees_all(bot, ana, *OPENS_DIGEST)
    (patterns,) = await sees_all(bot, ana, "[Patterns]")
    assert f"of {MANY}" in patterns.text
    await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[📊 Who answered]")
    (file,) = await sees_all(bot, ana, "[Excel]")
    assert file.file_id is not None


@pytest.mark.usefixtures("crowded")
async def test_a_reply_to_the_digest_of_many_ventures_comments_on_the_one_it_numbers(
    bot: RunningBot, ana: Person
) -> None:
    page = await digest_of(bot, ana)
    name = re.search(r"^2 (Venture \d+)", page.text, re.MULTILINE)
    assert name is not None
    await ana.replies_to(page, "2 try the market office")
    receipt = await ana.sees("try the market office")
    assert receipt.text.startswith(f"To {name[1]}:")
    await bot.settled(ana)


@pytest.mark.usefixtures("crowded")
async def test_the_overview_of_many_ventures_is_paged_by_their_numbers(bot: RunningBot, ana: Person) -> None:
    await sees_all(bot, ana, *OPENS_DIGEST, "[🗺 Overview]")
    named = set()
    for button, shown in (("41–45", 5), ("1–40", 40)):
        assert [label for label in ana.last.labels if "–" in label] == ["1–40", "41–45"]
        (page,) = await sees_all(bot, ana, f"[{button}]")
        names = re.findall(r"Venture \d+", page.text)
        assert len(names) == shown
        named |= set(names)
    assert named == {f"Venture {number}" for number in range(100, 100 + MANY)}
