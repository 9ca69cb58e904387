"""What waits to be sent to a mentor goes when the founder shares less; all else stays, the lane goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.storage.cohorts.saving import save_records
from bot.storage.compiling import Statements
from bot.storage.engine import database_at
from bot.storage.places import Place
from bot.storage.unit import Unit
from bot.turns import SendText
from conversations.cohorts.cohort import Role
from conversations.cohorts.consent import ALL_FOUR, NOTHING, Part
from conversations.cohorts.records import CohortSaved, Consented, Joined, Left
from conversations.interview.replies import About
from tests.bot.storage.playing import START, Founder, opened, said
from tests.bot.storage.test_cohorts_at_once import COHORT, HERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.cohorts.records import Record
    from tests.databases import Kept

SHOWN: dict[str, Callable[[str], About]] = {
    "their digest": lambda venture: About(cohort=HERE, ventures=("another", venture)),
    "their overview": lambda venture: About(cohort=HERE, shows=("another", venture)),
    "another venture": lambda _venture: About(cohort=HERE, ventures=("another",)),
    "another cohort": lambda venture: About(cohort="elsewhere", ventures=(venture,)),
    "their own chat": lambda venture: About(venture=venture),
}


def saves(kept: Kept, *records: Record) -> None:
    database = database_at(kept.url)
    try:
        with database.engine.begin() as connection:
            unit = Unit(connection, START, Statements())
            save_records(unit, Place(id=1, person=1), records)
            unit.flush()
    finally:
        database.engine.dispose()


async def waiting_for_a_mentor(kept: Kept) -> str:
    """Give the venture of a founder who shares with a cohort; its mentor has messages waiting."""
    async with opened(kept) as store:
        await said(store, Founder(1).says("Bake"))
        await said(store, Founder(2).says("Help"))
    ((venture,),) = kept.read("SELECT venture FROM conversation WHERE person = 1")
    joined = Joined(cohort=HERE, role=Role.FOUNDER, venture=venture)
    saves(kept, CohortSaved(COHORT), joined, Consented(cohort=HERE, venture=venture, consent=ALL_FOUR))
    ((seq,),) = kept.read("SELECT seq FROM conversation WHERE person = 2")
    for number, (what, about) in enumerate(SHOWN.items(), start=seq + 1):
        body = msgspec.json.encode(SendText(html=what)).decode()
        document = msgspec.json.encode(about(venture)).decode()
        kept.change(
            "INSERT INTO outgoing (conversation, seq, body, prompt, about, urgency, at)"
            " VALUES (2, ?, ?, '', ?, 'reply', 0)",
            number,
            body,
            document,
        )
    kept.change("UPDATE conversation SET seq = ? WHERE person = 2", seq + len(SHOWN))
    return str(venture)


def left(kept: Kept) -> list[str]:
    rows = kept.read("SELECT body FROM outgoing WHERE conversation = 2 ORDER BY seq")
    return [msgspec.json.decode(body, type=SendText).html for (body,) in rows]


@pytest.mark.parametrize("consent", [NOTHING, ALL_FOUR - {Part.COSTS}], ids=["all", "a part"])
async def test_who_takes_back_what_they_share_is_in_nothing_that_still_waits(
    kept: Kept, consent: frozenset[Part]
) -> None:
    venture = await waiting_for_a_mentor(kept)
    saves(kept, Consented(cohort=HERE, venture=venture, consent=consent))
    assert left(kept) == ["another venture", "another cohort", "their own chat"]
    ((through, first),) = kept.read(
        "SELECT delivered_through, (SELECT min(seq) FROM outgoing) FROM conversation WHERE person = 2"
    )
    assert through == first - 1


async def test_who_leaves_is_in_nothing_that_still_waits(kept: Kept) -> None:
    await waiting_for_a_mentor(kept)
    saves(kept, Left(cohort=HERE, role=Role.FOUNDER))
    assert left(kept) == ["another venture", "another cohort", "their own chat"]


async def test_who_deletes_everything_is_in_nothing_that_still_waits(kept: Kept) -> None:
    await waiting_for_a_mentor(kept)
    founder = Founder(1)
    founder.sent = 5  # said before
    async with opened(kept) as store:
        await store.take([founder.commands("delete")])
    assert left(kept) == ["another venture", "another cohort", "their own chat"]


async def test_sharing_more_drops_nothing(kept: Kept) -> None:
    venture = await waiting_for_a_mentor(kept)
    saves(kept, Consented(cohort=HERE, venture=venture, consent=ALL_FOUR | {Part.NUMBERS}))
    assert left(kept) == list(SHOWN)
