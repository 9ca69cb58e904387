"""Links over a real store and the real interview: followed once, counted once, and gone with their maker."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from bot.interviewing import Interview, built_in_script
from bot.storage.schema import metadata
from bot.storage.transaction import Rules
from bot.turns import Rendered, SendText
from conversations.canvas.document import Canvas, Venture
from conversations.canvas.entries import Activity
from conversations.interview.events import Command, Said, Tapped
from conversations.interview.step import wanted
from conversations.links.link import NewLink, digest_of
from conversations.links.purposes import Handover
from tests.bot.storage.playing import Clock, Founder, deliver, opened, said
from tests.databases import File

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from bot.storage.store import Store
    from bot.turns import Arrival
    from conversations.interview.snapshot import Snapshot
    from tests.databases import Kept

SECRET_WORDS = "Sourdough for the harbour"
CANVAS = Canvas(venture=Venture(name="Bean Wheels")).with_new([Activity(id=0, text=SECRET_WORDS)])
INTERVIEW = Interview(built_in_script())


def step(arrival: Arrival, snapshot: Snapshot, now: datetime) -> Rendered:
    """Go the interview's way, but for two texts that make and revoke links."""
    rendered = INTERVIEW.step(arrival, snapshot, now)
    match arrival.event:
        case Said(text=text) if text.startswith("link "):
            _, token, uses, days = text.split()
            new = NewLink(
                digest=digest_of(token),
                purpose=Handover(CANVAS),
                expires_at=now + timedelta(days=int(days)),
                uses=int(uses) or None,
                target="cohort/1",
            )
            outcome = msgspec.structs.replace(rendered.outcome, links=(new,))
            return Rendered(outcome, (SendText(html="made"),))
        case Said(text="revoke"):
            outcome = msgspec.structs.replace(
                rendered.outcome, revoked=tuple(made.id for made in snapshot.links)
            )
            return Rendered(outcome, (SendText(html=f"revoked {len(snapshot.links)}"),))
    return rendered


def wanted_too(event: object) -> object:
    known = wanted(event)  # type: ignore[arg-type]  # any event of ours
    return msgspec.structs.replace(known, links_to="cohort/1") if isinstance(event, Said) else known


@asynccontextmanager
async def linked(kept: Kept, clock: Clock | None = None) -> AsyncIterator[Store]:
    rules = Rules(step, wanted_too, INTERVIEW.apology)  # type: ignore[arg-type]  # as above
    async with opened(kept, clock, rules) as store:
        yield store


def starts(founder: Founder, token: str) -> Arrival:
    return founder.does(Command("start", token))


def takes(founder: Founder, token: str) -> Arrival:
    return founder.does(Tapped(f"o:link:yes:{token}", tap=f"tap-{founder.number}-{founder.sent}"))


def stored(kept: Kept) -> list[object]:
    """Give all that is on the disk; of a server's, all that its tables hold."""
    if isinstance(kept, File):
        return [file.read_bytes() for file in kept.path.parent.iterdir()]
    return [kept.read(f"select * from {table}") for table in metadata.tables]  # noqa: S608 - our own


def ventures(kept: Kept) -> int:
    return sum(SECRET_WORDS in str(document) for (document,) in kept.read("select document from venture"))


async def test_a_link_brings_the_canvas_that_it_carries_into_the_founders_account(kept: Kept) -> None:
    ada, ben = Founder(1), Founder(2)
    async with linked(kept) as store:
        await said(store, ada.says("link tok1 1 30"))
        assert "Bean Wheels" in " ".join(await said(store, starts(ben, "tok1")))
        assert ventures(kept) == 0
        assert SECRET_WORDS in " ".join(await said(store, takes(ben, "tok1")))
    assert ventures(kept) == 1


async def test_what_a_link_carried_is_gone_once_it_is_used_up(kept: Kept) -> None:
    ada, ben, cem = Founder(1), Founder(2), Founder(3)
    async with linked(kept) as store:
        await said(store, ada.says("link tok1 1 30"))
        await said(store, takes(ben, "tok1"))
        assert "used that link already" in " ".join(await said(store, starts(ben, "tok1")))
        assert "has been used already" in " ".join(await said(store, starts(cem, "tok1")))
    assert kept.read("select purpose, uses, uses_left from link") == [(None, 1, 0)]
    assert "tok1" not in str(kept.read("select * from link"))


async def test_many_who_tap_at_the_same_moment_get_it_as_often_as_it_can_be_used(kept: Kept) -> None:
    crowd = [Founder(number) for number in range(1, 41)]
    async with linked(kept) as store:
        await said(store, Founder(99).says("link tok1 7 30"))
        taken = await asyncio.gather(*(store.take([takes(one, "tok1")]) for one in crowd))
        for (committed,) in taken:
            await deliver(store, committed)
    assert ventures(kept) == 7
    assert kept.read("select uses, uses_left from link") == [(7, 0)]
    assert kept.read("select count(*) from link_use") == [(7,)]


async def test_a_use_is_counted_once_however_often_its_update_comes(kept: Kept) -> None:
    ben = Founder(2)
    async with linked(kept) as store:
        await said(store, Founder(1).says("link tok1 5 30"))
        tap = takes(ben, "tok1")
        await said(store, tap)
        await said(store, tap)
    assert kept.read("select uses, uses_left from link") == [(1, 4)]
    assert ventures(kept) == 1


async def test_a_link_without_end_is_never_used_up(kept: Kept) -> None:
    async with linked(kept) as store:
        await said(store, Founder(99).says("link tok1 0 30"))
        for number in range(1, 6):
            await said(store, takes(Founder(number), "tok1"))
    assert kept.read("select uses, uses_left from link") == [(5, None)]


async def test_a_link_runs_out_and_what_it_carried_is_deleted(kept: Kept) -> None:
    clock, ada, ben = Clock(), Founder(1), Founder(2)
    async with linked(kept, clock) as store:
        await said(store, ada.says("link tok1 1 30"))
        clock.now += timedelta(days=30)
        assert "run out" in " ".join(await said(store, starts(ben, "tok1")))
        await store.prune()
        assert kept.read("select purpose from link") == [(None,)]
        assert "run out" in " ".join(await said(store, starts(ben, "tok1")))
        clock.now += timedelta(days=31)
        await store.prune()
        assert "don't know that link" in " ".join(await said(store, starts(ben, "tok1")))


async def test_revoked_links_lead_nowhere(kept: Kept) -> None:
    ada, ben = Founder(1), Founder(2)
    async with linked(kept) as store:
        await said(store, ada.says("link tok1 1 30"))
        await said(store, ada.says("link tok2 0 30"))
        assert await said(store, ada.says("revoke")) == ["revoked 2"]
        assert "taken back" in " ".join(await said(store, starts(ben, "tok1")))
        assert await said(store, ada.says("revoke")) == ["revoked 0"]
    assert ventures(kept) == 0


async def test_links_go_with_whoever_made_them(kept: Kept) -> None:
    ada, ben = Founder(1), Founder(2)
    async with linked(kept) as store:
        await said(store, ada.says("link tok1 0 30"))
        await said(store, takes(ben, "tok1"))
        await said(store, ada.does(Tapped("o:gone2", tap="x")))
        assert "don't know that link" in " ".join(await said(store, starts(Founder(3), "tok1")))
    assert kept.read("select count(*) from link_use") == [(0,)]


async def test_who_used_a_link_goes_with_them(kept: Kept) -> None:
    ben = Founder(2)
    async with linked(kept) as store:
        await said(store, Founder(1).says("link tok1 1 30"))
        await said(store, takes(ben, "tok1"))
        await said(store, ben.does(Tapped("o:gone2", tap="x")))
    assert kept.read("select count(*) from link_use") == [(0,)]
    assert SECRET_WORDS not in repr(stored(kept))
