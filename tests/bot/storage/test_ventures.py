from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.bot.storage.playing import REMINDER, START, Clock, Founder, opened, said

if TYPE_CHECKING:
    from tests.databases import Kept


async def test_each_change_makes_a_revision_and_a_turn_without_one_makes_none(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        await said(store, ada.says("Bake"))
        await said(store, ada.commands("count"))
        await said(store, ada.says("Deliver"))
        assert await said(store, ada.commands("history")) == ["1 by 1 2 by 1"]
    rows = kept.read("SELECT turn, at, changes FROM revision ORDER BY version")
    assert [row[:2] for row in rows] == [(f"telegram/77/1-{n}", START.timestamp() * 1000) for n in (1, 3)]
    assert [json.loads(str(row[2]))[0]["after"]["text"] for row in rows] == ["Bake", "Deliver"]


async def test_now_and_then_the_whole_canvas_is_kept_beside_its_changes(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        await store.take([ada.says(f"Activity {number}") for number in range(41)])
    rows = kept.read("SELECT version, snapshot FROM revision WHERE snapshot IS NOT NULL ORDER BY version")
    assert [(version, len(json.loads(str(snapshot))["entries"])) for version, snapshot in rows] == [
        (20, 20),
        (40, 40),
    ]


async def test_starting_over_keeps_the_old_venture_to_come_back_to(kept: Kept) -> None:
    ada, clock = Founder(), Clock()
    async with opened(kept, clock) as store:
        await said(store, ada.says("Bake"))
        clock.now += REMINDER
        (first,) = (await said(store, ada.commands("ventures")))[0].split()
        await said(store, ada.commands("new"))
        assert await said(store, ada.commands("count")) == ["0 kept, version 0"]
        await said(store, ada.says("Teach"))
        await said(store, ada.says("Write"))
        both = (await said(store, ada.commands("ventures")))[0].split()
        assert both[0] == first
        assert len(both) == 2
        assert await said(store, ada.commands("switch", first)) == ["switched to 1"]
        await said(store, ada.says("Sell"))
        assert await said(store, ada.commands("count")) == ["2 kept, version 2"]
        assert await said(store, ada.commands("switch", both[1])) == ["switched to 2"]


async def test_nobody_is_switched_to_a_venture_that_is_not_theirs(kept: Kept) -> None:
    ada, eve = Founder(1), Founder(2)
    async with opened(kept) as store:
        await said(store, ada.says("Bake"))
        theirs = (await said(store, ada.commands("ventures")))[0]
        await said(store, eve.says("Spy"))
        assert await said(store, eve.commands("switch", theirs)) == ["sorry"]
        assert await said(store, eve.commands("count")) == ["1 kept, version 1"]
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]


async def test_in_a_group_nobody_sees_the_venture_of_who_spoke_first(kept: Kept) -> None:
    ada, eve = Founder(1), Founder(2)
    eve.address = ada.address
    async with opened(kept) as store:
        await said(store, ada.says("Bake"))
        eve.sent = 100
        assert await said(store, eve.commands("count")) == ["0 kept, version 0"]
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]
    assert kept.read("SELECT count(*) FROM venture") == [(1,)]
