"""A programme's list of founders becomes personal invitations."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tests.bot.cohorts.acting import LINK, joins, sees_all, starts_cohort

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer

LIST = b"Name;Venture\nLena;Bean Wheels\nJo;Kite\n"
TO_LIST = ("/cohort", "[Harbour Lab]", "[✉️ Invite]", "[From a list]")


async def tokens(bot: RunningBot, ana: Person, server: TelegramServer) -> dict[str, str]:
    """Let Ana send her list, and give what each person's link carries."""
    await sees_all(bot, ana, *TO_LIST)
    await ana.sends_document("founders.csv", LIST)
    await bot.settled(ana)
    handed = await ana.sees("2 personal invitations")
    content = server.world.files[handed.file_id or ""].content.decode("utf-8-sig")
    found = {}
    for row in csv.DictReader(io.StringIO(content)):
        match = LINK.search(row["link"])
        assert match is not None
        found[row["Name"]] = match[1]
    return found


async def test_each_founder_of_a_list_gets_a_link_that_works_once(
    bot: RunningBot, server: TelegramServer, ana: Person, lena: Person, jo: Person
) -> None:
    await starts_cohort(bot, ana)
    links = await tokens(bot, ana, server)
    assert sorted(links) == ["Jo", "Lena"]
    await joins(bot, lena, links["Lena"])
    await lena.sees("First your canvas")
    await jo.starts(links["Lena"])
    await bot.settled(jo)

    assert "Harbour Lab" not in jo.screen()


async def test_links_of_a_list_are_taken_back_together(
    bot: RunningBot, server: TelegramServer, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    links = await tokens(bot, ana, server)
    await sees_all(bot, ana, *TO_LIST[:3])
    (told,) = await sees_all(bot, ana, "[Take the list back]")
    assert "2 personal invitations lead nowhere now" in told.text
    await lena.starts(links["Lena"])
    await bot.settled(lena)

    assert "Harbour Lab" not in lena.screen()


async def test_a_list_without_people_is_asked_for_again(bot: RunningBot, ana: Person) -> None:
    await starts_cohort(bot, ana)
    await sees_all(bot, ana, *TO_LIST)
    await ana.sends_document("founders.xlsx", b"PK\x03\x04 no workbook")
    await bot.settled(ana)
    await ana.sees("I found nobody in it.")


async def test_a_list_from_somebody_without_a_cohort_is_answered(bot: RunningBot, lena: Person) -> None:
    await lena.starts()
    await bot.settled(lena)
    await lena.sends_document("founders.csv", LIST)
    await bot.settled(lena)
    await lena.sees("Is that a list of founders?")
