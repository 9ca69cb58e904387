from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.storage.errors import Fact, StoreUnusable
from bot.turns import EditText, Rendered
from conversations.canvas.document import Canvas
from conversations.intents import Urgency
from conversations.interview.events import Due, Edited, Reach, Reached, Said, Tapped
from conversations.interview.position import Conversation
from conversations.interview.snapshot import Outcome, Snapshot
from tests.bot.storage.playing import (
    REMINDER,
    RULES,
    Clock,
    Founder,
    deliver,
    opened,
    said,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from bot.seams import TurnStore
    from bot.turns import Arrival, Outgoing
    from tests.databases import Kept


async def test_a_founder_is_answered_and_their_answer_is_kept(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        assert await said(store, ada.says("Bake bread")) == ["1: Bake bread"]
        assert await said(store, ada.says("Deliver")) == ["2: Deliver"]
    async with opened(kept) as store:
        assert await said(store, ada.commands("count")) == ["2 kept, version 2"]


async def test_the_same_update_twice_is_kept_once(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        first, again = await store.take([ada.says("Bake", key="k"), ada.says("Bake", key="k")])
        assert (first.repeated, again.repeated) == (False, True)
        assert texts(first.lane) == ["1: Bake"]
        assert again.lane is None
        await deliver(store, first)
        (later,) = await store.take([ada.says("Bake", key="k")])
        assert later.repeated
        assert later.lane is None
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]


async def test_messages_that_arrive_together_see_each_other(kept: Kept) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(kept) as store:
        arrivals = [ada.says("a"), ben.says("x"), ada.says("b"), ada.says("c"), ben.commands("count")]
        taken = await store.take(arrivals)
        assert [what.lane is not None for what in taken] == [True, True, False, False, False]
        assert await deliver(store, taken[0]) == ["1: a", "2: b", "3: c"]
        assert await deliver(store, taken[1]) == ["1: x", "1 kept, version 1"]


async def test_a_poison_message_is_set_aside_with_an_apology_and_the_rest_goes_on(kept: Kept) -> None:
    ada, ben = Founder(1), Founder(2)
    tries = 0

    def counted(arrival: Arrival, snapshot: Snapshot, now: datetime) -> Rendered:
        nonlocal tries
        tries += arrival.event == Said("boom, said the founder")
        return RULES.step(arrival, snapshot, now)

    async with opened(kept, rules=replace(RULES, step=counted)) as store:
        taken = await store.take(
            [
                ada.says("before"),
                ada.says("boom, said the founder", key="poison"),
                ada.says("after"),
                ben.says("b"),
            ]
        )
        assert [what.set_aside for what in taken] == [False, True, False, False]
        assert tries == 3
        assert await deliver(store, taken[0]) == ["1: before", "sorry", "2: after"]
        assert await deliver(store, taken[3]) == ["1: b"]
        (again,) = await store.take([ada.says("boom, said the founder", key="poison")])
        assert again.repeated
        assert tries == 3
    assert kept.read("SELECT outcome, count(*) FROM turn GROUP BY outcome ORDER BY outcome") == [
        ("failed", 1),
        ("ok", 3),
    ]


async def test_of_a_failure_types_and_frames_are_kept_and_nobodys_words(kept: Kept) -> None:
    async with opened(kept) as store:
        await store.take([Founder().says("boom, my secret recipe")])
    ((failure,),) = kept.read("SELECT failure FROM turn")
    assert isinstance(failure, str)
    (link,) = json.loads(failure)
    assert link["error"] == "Boom"
    assert link["frames"][-1].startswith("bot/storage/playing.py:")
    assert link["frames"][-1].endswith(" step")
    assert "recipe" not in failure


async def test_a_stored_conversation_that_cannot_be_read_gets_an_apology_and_stays(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        await said(store, ada.says("Bake"))
    damaged = '{"schema": "none of ours"}'
    kept.change("UPDATE conversation SET document = ?", damaged)
    async with opened(kept) as store:
        assert await said(store, ada.says("Deliver")) == ["sorry"]
    assert kept.read("SELECT document FROM conversation") == [(damaged,)]


async def test_a_message_is_known_by_what_it_was_about_long_after_its_turn(kept: Kept) -> None:
    ada, clock = Founder(), Clock()
    async with opened(kept, clock) as store:
        await said(store, ada.says("Bake"))
        await said(store, ada.says("Deliver"))
        clock.now += REMINDER * 9
        assert await store.prune() == 2
        assert await said(store, ada.does(Edited("Bake bread", 1))) == ["about (1,)"]
        assert await said(store, ada.does(Edited("Deliver it", 2))) == ["about (2,)"]
        assert await said(store, ada.does(Edited("?", 99))) == ["about nothing"]
        assert await store.prune() == 0


async def test_a_reminder_comes_due_once_and_is_replaced_by_what_the_person_does(kept: Kept) -> None:
    ada, clock = Founder(), Clock()
    async with opened(kept, clock) as store:
        await said(store, ada.says("Bake"))
        assert await store.due(Urgency.BROADCAST) == []
        clock.now += REMINDER
        (early,) = await store.due(Urgency.BROADCAST)
        assert early.event == Due("nudge")
        await said(store, ada.says("Deliver"))
        (stale,) = await store.take([early])
        assert stale.lane is None
        clock.now += REMINDER
        (arrival,) = await store.due(Urgency.BROADCAST)
        assert (arrival.address, arrival.person, arrival.facts.first_name) == (ada.address, 1, "Founder 1")
        assert await said(store, arrival) == ["reminded of nudge"]
        (again,) = await store.take([arrival])
        assert again.repeated
        assert await store.due(Urgency.BROADCAST) == []


async def test_who_blocked_the_bot_is_sent_nothing_until_they_write_again(kept: Kept) -> None:
    ada, clock = Founder(), Clock()
    async with opened(kept, clock) as store:
        (waiting,) = await store.take([ada.commands("three")])
        assert waiting.lane is not None
        await store.unreachable(waiting.lane.conversation)
        assert await store.more(waiting.lane.conversation) is None
        assert await store.orphaned() == []
        assert await said(store, ada.says("Bake")) == ["1: Bake"]
        assert await said(store, ada.does(Reached(Reach.BLOCKED))) == []
        clock.now += REMINDER
        assert await store.due(Urgency.BROADCAST) == []
        assert await said(store, ada.does(Reached(Reach.UNBLOCKED))) == ["hm"]
        assert await said(store, ada.says("Deliver")) == ["2: Deliver"]


async def test_the_message_that_shows_a_prompt_is_found(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        (committed,) = await store.take([ada.says("Bake")])
        assert committed.lane is not None
        lane = committed.lane.conversation
        assert await store.prompt_message(lane, "p1") == 0
        await deliver(store, committed, first_message=5001)
        assert await store.prompt_message(lane, "p1") == 5001
        (redrawn,) = await store.take([ada.commands("redraw", "p9")])
        assert isinstance(redrawn.lane and redrawn.lane.queued[0].outgoing, EditText)
        await deliver(store, redrawn, first_message=5001)
        assert await store.prompt_message(lane, "p9") == 5001
        assert await store.prompt_message(lane, "p1") == 0


async def test_a_tap_leaves_the_tapped_message_as_it_was(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        await said(store, ada.says("Bake"))
        tap = msgspec.structs.replace(ada.does(Tapped("1:p1:x", "tap", 5001)), message=5001)
        await said(store, tap)
    assert kept.read("SELECT direction, prompt FROM message WHERE message = 5001") == [("out", "p1")]


async def test_names_with_half_characters_and_nul_are_kept_without_them(kept: Kept) -> None:
    ada = Founder()
    odd = msgspec.structs.replace(
        ada.says("Bake"), facts=msgspec.structs.replace(ada.says("x").facts, first_name="A\ud800\0da")
    )
    async with opened(kept) as store:
        assert await said(store, odd) == ["1: Bake"]
    assert kept.read("SELECT first_name FROM person") == [("A?da",)]


async def test_text_with_half_characters_is_set_aside_and_does_not_stop_the_store(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        assert await said(store, ada.says("Bake \ud800")) == ["sorry"]
        assert await said(store, ada.says("Bake")) == ["1: Bake"]


async def test_a_step_may_return_values_that_were_never_changed(kept: Kept) -> None:
    def quiet(_arrival: Arrival, _snapshot: Snapshot, _now: datetime) -> Rendered:
        return Rendered(Outcome(conversation=Conversation(), venture=_snapshot.venture, canvas=Canvas()), ())

    ada = Founder()
    async with opened(kept, rules=replace(RULES, step=quiet)) as store:
        (committed,) = await store.take([ada.says("hello")])
        assert committed.lane is None
        assert not committed.set_aside
    assert kept.read("SELECT count(*) FROM revision") == [(0,)]


async def test_an_apology_that_fails_itself_is_told_of_and_stops_nobody(kept: Kept) -> None:
    def speechless(_arrival: Arrival) -> Sequence[Outgoing]:
        raise LookupError

    ada, ben = Founder(1), Founder(2)
    async with opened(kept, rules=replace(RULES, apology=speechless)) as store:
        (speechless_turn,), (bens,) = await asyncio.gather(
            store.take([ada.says("boom")]), store.take([ben.says("Bake")])
        )
        assert (speechless_turn.set_aside, speechless_turn.lane) == (True, None)
        assert texts(bens.lane) == ["1: Bake"]
        assert await said(store, ada.says("Teach")) == ["1: Teach"]


async def test_the_store_is_what_carriers_and_delivery_expect(kept: Kept) -> None:
    async with opened(kept) as store:
        turns: TurnStore = store
        (committed,) = await turns.take([Founder().says("Bake")])
        assert committed.key == "telegram/77/1-1"


def mode_of(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


async def test_only_the_operator_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "backstage.sqlite3"
    async with opened(path):
        assert mode_of(path) == "0o600"
        assert mode_of(path.with_name(f"{path.name}-wal")) == "0o600"


async def test_a_closed_store_says_so(kept: Kept) -> None:
    async with opened(kept) as store:
        pass
    with pytest.raises(StoreUnusable) as refused:
        await store.take([Founder().says("hello")])
    assert refused.value.fact is Fact.CLOSED
