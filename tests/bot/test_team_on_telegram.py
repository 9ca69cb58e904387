"""Two founders, one venture: one canvas, one interview, and nobody's answer is overwritten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.bot.cohorts.acting import sees_all
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer

_LINK = re.compile(r"start=([\w-]+)")


@pytest.fixture
def tom(server: TelegramServer) -> Person:
    return server.person("Tom")


async def invited(bot: RunningBot, lena: Person) -> str:
    """Give the token that Lena's co-founder joins by."""
    shown = await sees_all(bot, lena, "/team", "[Invite a co-founder]")
    found = next(filter(None, (_LINK.search(one.text) for one in shown)))
    return found[1]


async def sharing(bot: RunningBot, lena: Person, tom: Person, question: str) -> None:
    """Let Lena come to a question, and Tom join her there."""
    await gets_to(bot, lena, question)
    token = await invited(bot, lena)
    await tom.starts(token)
    await bot.settled(tom)
    await tom.sees("invites you to work on Bean Wheels together")
    await sees_all(bot, tom, "[Join]")
    await bot.settled(lena)
    await lena.sees("Tom has joined Bean Wheels")


async def both_answer(bot: RunningBot, lena: Person, tom: Person) -> None:
    """Let both answer what a founder does every week at the same moment, Tom a hair before Lena."""
    await bot.stops()
    await tom.says("brew and serve")
    await lena.says("clean the cart")
    await bot.starts()
    await bot.settled(tom)
    await bot.settled(lena)


async def test_a_co_founder_joins_by_link_and_meets_the_same_question(
    bot: RunningBot, lena: Person, tom: Person
) -> None:
    await sharing(bot, lena, tom, "weekly")

    assert "what will you do every week" in tom.screen()


async def test_what_one_answers_shows_the_other_the_answer_and_the_next_question(
    bot: RunningBot, lena: Person, tom: Person
) -> None:
    await sharing(bot, lena, tom, "weekly")
    await sees_all(bot, tom, "brew and serve, clean the cart")
    await bot.settled(lena)

    told = await lena.sees("Tom answered.")
    assert "Brew and serve · Clean the cart" in told.text
    assert "How will people find you" in told.text


async def test_two_answers_to_one_question_are_both_kept(bot: RunningBot, lena: Person, tom: Person) -> None:
    await sharing(bot, lena, tom, "weekly")
    await both_answer(bot, lena, tom)
    asked = await lena.sees("This was answered a moment ago.")
    assert "Brew and serve" in asked.text
    assert "Yours is kept until you say: “clean the cart”" in asked.text
    await sees_all(bot, lena, "[Add mine]")

    said = [entry.text for entry in bot.canvas(lena).entries]
    assert said[-2:] == ["Brew and serve", "Clean the cart"]
    assert bot.canvas(tom) == bot.canvas(lena)
    assert bot.position(tom).state == bot.position(lena).state == "reach"


async def test_a_slower_answer_can_be_left_out(bot: RunningBot, lena: Person, tom: Person) -> None:
    await sharing(bot, lena, tom, "weekly")
    await both_answer(bot, lena, tom)
    await sees_all(bot, lena, "[Leave it so]")

    assert [entry.text for entry in bot.canvas(lena).entries][-1] == "Brew and serve"
    assert bot.position(lena).state == "reach"


async def test_at_rest_a_change_of_one_is_told_to_the_other(
    bot: RunningBot, lena: Person, tom: Person
) -> None:
    await sharing(bot, lena, tom, "resting")
    await sees_all(bot, tom, "finished the street permit")
    await bot.settled(lena)

    told = await lena.sees("Tom changed the canvas")
    assert "Get street permit" in told.text


async def test_an_invitation_works_once(
    bot: RunningBot, server: TelegramServer, lena: Person, tom: Person
) -> None:
    await gets_to(bot, lena, "weekly")
    token = await invited(bot, lena)
    await tom.starts(token)
    await bot.settled(tom)
    await sees_all(bot, tom, "[Join]")
    eve = server.person("Eve")
    await eve.starts(token)
    await bot.settled(eve)

    assert "Bean Wheels" not in eve.screen()


async def test_who_leaves_begins_a_venture_of_their_own_and_sees_no_more(
    bot: RunningBot, lena: Person, tom: Person
) -> None:
    await sharing(bot, lena, tom, "weekly")
    await sees_all(bot, tom, "/team", "[Leave this venture]", "[Yes]")
    await tom.sees("What's your venture called?")
    await sees_all(bot, lena, "brew and serve")
    shown = await sees_all(bot, tom, "/canvas")

    assert all("Brew and serve" not in one.text for one in shown)


async def test_the_owner_goes_on_without_somebody_who_is_told(
    bot: RunningBot, lena: Person, tom: Person
) -> None:
    await sharing(bot, lena, tom, "weekly")
    await sees_all(bot, lena, "/team", "[Go on without Tom]", "[Yes]")
    await bot.settled(tom)
    await tom.sees("goes on without you")
    shown = await sees_all(bot, tom, "/canvas")

    assert all("Talk to 30 commuters" not in one.text for one in shown)


async def test_a_co_founder_cannot_put_the_owner_out(bot: RunningBot, lena: Person, tom: Person) -> None:
    await sharing(bot, lena, tom, "weekly")
    shown = await sees_all(bot, tom, "/team")

    assert all("Go on without Lena" not in label for one in shown for label in one.labels)
