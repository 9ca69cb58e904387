"""Somebody who sends more than they can be answered is asked to slow down, and nobody else notices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.storage.flooding import MOST
from bot.turns import SendText
from conversations.interview.events import Due
from tests.bot.storage.playing import RULES, Founder, deliver, opened, said, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.turns import Arrival, Outgoing
    from tests.databases import Kept


def plea(_arrival: Arrival) -> Sequence[Outgoing]:
    return (SendText(html="slowly, please"),)


PATIENT = replace(RULES, plea=plea)


async def test_a_flood_is_taken_up_to_a_point_and_asked_once_to_slow_down(kept: Kept) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(kept, rules=PATIENT) as store:
        flood = [ada.says(f"note {number}") for number in range(1000)]
        taken = await store.take(flood)
        (bens,) = await store.take([ben.says("Teach")])
        assert texts(bens.lane) == ["1: Teach"]
        assert [turn.unheard for turn in taken] == [False] * MOST + [True] * (1000 - MOST)
        sent = await deliver(store, taken[0])
        assert sent == [f"{number + 1}: note {number}" for number in range(MOST)] + ["slowly, please"]
        assert await said(store, ada.commands("count")) == [f"{MOST} kept, version {MOST}"]
    assert kept.read("SELECT outcome, count(*) FROM turn GROUP BY outcome ORDER BY outcome") == [
        ("ok", MOST + 2),
        ("unheard", 1000 - MOST),
    ]


async def test_an_update_of_a_flood_that_comes_again_is_not_heard_later_either(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept, rules=PATIENT) as store:
        taken = await store.take([ada.says(f"note {number}", key=str(number)) for number in range(MOST + 1)])
        await deliver(store, taken[0])
        (again,) = await store.take([ada.says("note", key=str(MOST))])
        assert again.repeated


async def test_who_goes_on_after_a_flood_is_heard_as_soon_as_there_is_room(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept, rules=PATIENT) as store:
        taken = await store.take([ada.says("note") for _ in range(MOST + 5)])
        await deliver(store, taken[0])
        assert await said(store, ada.says("Bake")) == [f"{MOST + 1}: Bake"]


async def test_what_no_person_sent_is_no_part_of_a_flood(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept, rules=PATIENT) as store:
        await store.take([ada.says("note") for _ in range(MOST + 1)])
        ((intent,),) = kept.read("SELECT id FROM intent")
        (due,) = await store.take([ada.does(Due("nudge"), key=f"job/{intent}")])
        assert not due.unheard
