from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bot.turns import Address, Rendered, SendText
from conversations.intents import Cancelled, Here, Intent, ToPerson, ToTeam, Urgency
from conversations.interview.events import Command, Happened, Reach, Reached
from conversations.occasions import Told
from conversations.words.text import say
from tests.bot.storage.playing import (
    BOT,
    RULES,
    START,
    Clock,
    Founder,
    deliver,
    opened,
    said,
)

if TYPE_CHECKING:
    from bot.storage.store import Store
    from bot.turns import Arrival
    from conversations.intents import Recipient
    from conversations.interview.snapshot import Snapshot
    from tests.databases import Kept, OnServer

DAY = timedelta(days=1)
HERE = Here()


class Wishes:
    """A step that tells what happened, and intends what its commands name."""

    def __init__(self) -> None:
        self.intents: dict[str, Intent | Cancelled] = {}

    def __call__(self, arrival: Arrival, snapshot: Snapshot, now: datetime) -> Rendered:
        match arrival.event:
            case Happened(occasion=Told(text=(phrase,)), planned=planned):
                if phrase.key == "boom":
                    raise ArithmeticError
                late = f", {(now - planned).days} days late" if now - planned >= DAY else ""
                return self._told(snapshot, f"{phrase.params['what']}{late}")
            case Command(name="wish", rest=rest):
                rendered = self._told(snapshot, "noted")
                wish = self.intents[rest]
                change = {"cancelled": (wish,)} if isinstance(wish, Cancelled) else {"intents": (wish,)}
                return Rendered(replace(rendered.outcome, **change), rendered.outgoing)
            case Command(name="me"):
                return self._told(snapshot, str(snapshot.me))
        return RULES.step(arrival, snapshot, now)

    def _told(self, snapshot: Snapshot, html: str) -> Rendered:
        rendered = RULES.step(Founder().commands("count"), snapshot, START)
        return Rendered(rendered.outcome, (SendText(html=html),))


def wish(what: str, to: Recipient = HERE, *, at: datetime | None = None, name: str = "") -> Intent:
    text = (say("boom" if what == "boom" else "told", what=what),)
    return Intent(name=name or what, occasion=Told(text=text), to=to, at=at)


@pytest.fixture
def wishes() -> Wishes:
    return Wishes()


async def happens(store: Store, urgency: Urgency = Urgency.REPLY) -> dict[int, list[str]]:
    """Take what is due, and give what each chat was told."""
    told: dict[int, list[str]] = {}
    for arrival in await store.due(urgency):
        (committed,) = await store.take([arrival])
        told.setdefault(arrival.address.chat, []).extend(await deliver(store, committed))
    return told


async def met(store: Store, *founders: Founder) -> list[int]:
    """Have founders speak, and give their ids in the store."""
    return [int((await said(store, founder.commands("me")))[0]) for founder in founders]


async def test_one_persons_turn_tells_another_in_their_own_chat_once(kept: Kept, wishes: Wishes) -> None:
    ana, ben = Founder(1), Founder(2)
    async with opened(kept, rules=dataclasses.replace(RULES, step=wishes)) as store:
        _, ben_id = await met(store, ana, ben)
        wishes.intents["hi"] = wish("Ana says hi", ToPerson(ben_id))
        (asked,) = await store.take([ana.commands("wish", "hi")])
        assert asked.wakes
        await deliver(store, asked)
        (arrival,) = await store.due(Urgency.REPLY)
        assert arrival.address == ben.address
        assert arrival.facts.first_name == "Founder 2"
        first, again = await store.take([arrival, arrival])
        assert await deliver(store, first) == ["Ana says hi"]
        assert again.repeated
        assert await store.due(Urgency.REPLY) == []


async def test_the_same_intent_comes_once_however_often_it_is_made(kept: Kept, wishes: Wishes) -> None:
    ana, ben = Founder(1), Founder(2)
    async with opened(kept, rules=dataclasses.replace(RULES, step=wishes)) as store:
        _, ben_id = await met(store, ana, ben)
        wishes.intents["hi"] = wish("Ana says hi", ToPerson(ben_id), name="greeting")
        await store.take([ana.commands("wish", "hi"), ana.commands("wish", "hi")])
        assert await happens(store) == {2: ["Ana says hi"]}
        await store.take([ana.commands("wish", "hi")])
        assert await happens(store) == {}
        assert "Ana says hi" not in str(kept.read("SELECT * FROM intent"))


async def test_what_is_planned_comes_when_it_is_due_or_late_and_never_before(
    kept: Kept, wishes: Wishes
) -> None:
    ana, clock = Founder(), Clock()
    wishes.intents["later"] = wish("Friday it is", at=START + 3 * DAY)
    async with opened(kept, clock, rules=dataclasses.replace(RULES, step=wishes)) as store:
        (asked,) = await store.take([ana.commands("wish", "later")])
        await deliver(store, asked)
        assert not asked.wakes
        clock.now = START + 3 * DAY - timedelta(seconds=1)
        assert await happens(store) == {}
    clock.now = START + 5 * DAY
    async with opened(kept, clock, rules=dataclasses.replace(RULES, step=wishes)) as store:
        assert await happens(store) == {1: ["Friday it is, 2 days late"]}


async def test_what_was_cancelled_does_not_come_even_where_it_was_given_out(
    kept: Kept, wishes: Wishes
) -> None:
    ana, clock = Founder(), Clock()
    wishes.intents["later"] = wish("Friday it is", name="check-in", at=START)
    wishes.intents["other"] = wish("still here", name="other", at=START)
    wishes.intents["not"] = Cancelled(name="check-in")
    async with opened(kept, clock, rules=dataclasses.replace(RULES, step=wishes)) as store:
        await said(store, ana.commands("wish", "later"))
        await said(store, ana.commands("wish", "other"))
        given = await store.due(Urgency.REPLY)
        await said(store, ana.commands("wish", "not"))
        taken = await store.take(given)
        assert [await deliver(store, one) for one in taken] == [[], ["still here"]]
        await said(store, ana.commands("wish", "later"))
        assert await happens(store) == {1: ["Friday it is"]}


async def test_a_change_of_plans_leaves_what_is_due_already(kept: Kept, wishes: Wishes) -> None:
    ana, clock = Founder(), Clock()
    wishes.intents["due"] = wish("due already", name="check-in", at=START)
    wishes.intents["later"] = replace(wish("later", name="check-in", at=START + DAY), occurrence="2")
    wishes.intents["not"] = Cancelled(name="check-in", after=START)
    async with opened(kept, clock, rules=dataclasses.replace(RULES, step=wishes)) as store:
        await said(store, ana.commands("wish", "due"))
        await said(store, ana.commands("wish", "later"))
        await said(store, ana.commands("wish", "not"))
        clock.now += 2 * DAY
        assert await happens(store) == {1: ["due already, 2 days late"]}


async def test_a_ventures_other_people_are_told_and_the_one_who_did_it_is_not(
    kept: Kept, wishes: Wishes
) -> None:
    ana, ben = Founder(1), Founder(2)
    async with opened(kept, rules=dataclasses.replace(RULES, step=wishes)) as store:
        await said(store, ana.says("Bake"))
        _, ben_id = await met(store, ana, ben)
        ((venture,),) = kept.read("SELECT id FROM venture WHERE version > 0")
        kept.change("INSERT INTO membership VALUES (?, ?, 'member')", venture, ben_id)
        wishes.intents["team"] = wish("Ana answered", ToTeam(str(venture)))
        await said(store, ana.commands("wish", "team"))
        assert await happens(store) == {2: ["Ana answered"]}


async def test_who_blocked_the_bot_is_told_later_what_is_still_of_use(kept: Kept, wishes: Wishes) -> None:
    ana, ben, clock = Founder(1), Founder(2), Clock()
    async with opened(kept, clock, rules=dataclasses.replace(RULES, step=wishes)) as store:
        _, ben_id = await met(store, ana, ben)
        await said(store, ben.does(Reached(Reach.BLOCKED)))
        wishes.intents["short"] = replace(wish("today only", ToPerson(ben_id)), until=START + DAY)
        wishes.intents["long"] = wish("a comment", ToPerson(ben_id))
        await said(store, ana.commands("wish", "short"))
        await said(store, ana.commands("wish", "long"))
        assert await happens(store) == {}
        clock.now = START + 2 * DAY
        await said(store, ben.does(Reached(Reach.UNBLOCKED)))
        assert await happens(store) == {2: ["a comment, 2 days late"]}
        await store.prune()
        assert kept.read("SELECT count(*) FROM intent WHERE due_at IS NOT NULL") == [(0,)]


async def test_somebody_whom_the_bot_never_met_is_no_error(kept: Kept, wishes: Wishes) -> None:
    ana = Founder(1)
    wishes.intents["nobody"] = wish("hi", ToPerson(4711))
    async with opened(kept, rules=dataclasses.replace(RULES, step=wishes)) as store:
        assert await said(store, ana.commands("wish", "nobody")) == ["noted"]
        assert await happens(store) == {}


async def test_what_fails_is_tried_again_on_three_days_and_the_rest_goes_on(
    kept: Kept, wishes: Wishes
) -> None:
    ana, clock = Founder(), Clock()
    wishes.intents["boom"] = wish("boom")
    wishes.intents["fine"] = wish("fine")
    async with opened(kept, clock, rules=dataclasses.replace(RULES, step=wishes)) as store:
        await said(store, ana.commands("wish", "boom"))
        await said(store, ana.commands("wish", "fine"))
        assert await happens(store) == {1: ["sorry", "fine"]}
        for _ in range(2):
            clock.now += DAY
            assert await happens(store) == {1: ["sorry"]}
        clock.now += DAY
        assert await happens(store) == {}


async def test_of_broadcasts_a_small_one_does_not_wait_for_a_large_one(kept: Kept, wishes: Wishes) -> None:
    crowd = [Founder(number) for number in range(1, 6)]
    ana = Founder(9)
    async with opened(kept, rules=dataclasses.replace(RULES, step=wishes)) as store:
        ids = await met(store, *crowd)
        for number, this in enumerate(ids):
            wishes.intents[f"a{number}"] = replace(wish("large", ToPerson(this)), urgency=Urgency.BROADCAST)
            await said(store, ana.commands("wish", f"a{number}"))
        wishes.intents["b"] = replace(wish("small", ToPerson(ids[4])), urgency=Urgency.BROADCAST)
        await said(store, ana.commands("wish", "b"))
        assert await store.due(Urgency.REPLY) == []
        due = await store.due(Urgency.BROADCAST)
        given = [(one.event.name, one.address.chat) for one in due if isinstance(one.event, Happened)]
        assert given == [("large", 1), ("small", 5), ("large", 2), ("large", 3), ("large", 4), ("large", 5)]


async def test_who_deletes_everything_is_told_nothing_more(kept: Kept, wishes: Wishes) -> None:
    ana, clock = Founder(), Clock()
    wishes.intents["later"] = wish("Friday it is", at=START + DAY)
    async with opened(kept, clock, rules=dataclasses.replace(RULES, step=wishes)) as store:
        await said(store, ana.commands("wish", "later"))
        await said(store, ana.commands("delete"))
        clock.now += 2 * DAY
        assert await happens(store) == {}
        assert kept.read("SELECT * FROM intent") == []


async def test_another_bots_people_are_not_reached_by_this_one(kept: Kept, wishes: Wishes) -> None:
    ana, ben = Founder(1), Founder(2)
    ben.address = Address("telegram", BOT + 1, 2)
    async with opened(kept, rules=dataclasses.replace(RULES, step=wishes)) as store:
        _, ben_id = await met(store, ana, ben)
        wishes.intents["hi"] = wish("hi", ToPerson(ben_id))
        await said(store, ana.commands("wish", "hi"))
        assert await happens(store) == {}


async def test_two_workers_share_a_broadcast_and_one_takes_over_what_the_other_left(
    on_server: OnServer, wishes: Wishes
) -> None:
    crowd, clock = [Founder(number) for number in range(1, 251)], Clock()
    wishes.intents["news"] = replace(wish("news"), urgency=Urgency.BROADCAST)
    rules = dataclasses.replace(RULES, step=wishes)
    async with opened(on_server, clock, rules) as store, opened(on_server, clock, rules) as other:
        await store.take([founder.commands("wish", "news") for founder in crowd])
        mine, theirs = await store.due(Urgency.BROADCAST), await other.due(Urgency.BROADCAST)
        assert (len(mine), len(theirs)) == (200, 50)
        assert not {one.key for one in mine} & {one.key for one in theirs}
        assert await store.due(Urgency.BROADCAST) == []
        clock.now += timedelta(minutes=2)
        left_over = await other.due(Urgency.BROADCAST)
        told = [*await other.take(theirs), *await other.take(left_over), *await store.take(mine)]
        assert sum(not one.repeated for one in told) == 250
        assert await other.due(Urgency.BROADCAST) == []
