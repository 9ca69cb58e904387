"""Two changes of one cohort at the same moment: both stand, whichever workers they came to."""

from __future__ import annotations

import asyncio
import threading
from contextlib import AsyncExitStack
from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bot.interviewing import Interview, built_in_script
from bot.storage import points
from bot.storage.cohorts.saving import save_records
from bot.storage.compiling import Statements
from bot.storage.engine import database_at
from bot.storage.errors import StaleCohort
from bot.storage.places import Place
from bot.storage.store import Store
from bot.storage.transaction import Rules
from bot.storage.unit import Unit
from bot.turns import Address, Arrival
from conversations.cohorts.cohort import Cohort, Role, decode_cohort
from conversations.cohorts.records import CohortSaved, Joined
from conversations.interview.events import Tapped
from conversations.interview.snapshot import Person
from conversations.interview.step import wanted
from tests.bot.storage.playing import START, Clock, Founder, opened, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.cohorts.records import Record
    from tests.databases import Kept, OnServer

HERE = "harbour-lab-0001"
COHORT = Cohort(id=HERE, name="Harbour Lab", starts=date(2026, 3, 2), ends=date(2026, 5, 24))
INTERVIEW = Interview(built_in_script())
RULES = Rules(step=INTERVIEW.step, wanted=wanted, apology=INTERVIEW.apology)
TAPS = (f"c:to:{HERE}:digest_day:3", f"c:to:{HERE}:digest_hour:10")


def saved(kept: Kept, *records: Record) -> None:
    database = database_at(kept.url)
    try:
        with database.engine.begin() as connection:
            save_records(Unit(connection, START, Statements()), Place(id=1, person=1), records)
    finally:
        database.engine.dispose()


def stored(kept: Kept) -> Cohort:
    ((document, version),) = kept.read("SELECT document, version FROM cohort")
    return decode_cohort(document.encode(), version)


async def owned(kept: Kept) -> None:
    """Make a cohort, owned by the first founder."""
    async with opened(kept) as store:
        await said(store, Founder(1).says("Bake"))
    saved(kept, CohortSaved(COHORT), Joined(cohort=HERE, role=Role.OWNER))


async def test_a_change_of_what_another_has_changed_meanwhile_is_refused(kept: Kept) -> None:
    await owned(kept)
    loaded = stored(kept)
    saved(kept, CohortSaved(replace(loaded, name="Harbour Lab 2")))
    with pytest.raises(StaleCohort):
        saved(kept, CohortSaved(replace(loaded, digest_hour=10)))
    assert (stored(kept).name, stored(kept).digest_hour) == ("Harbour Lab 2", COHORT.digest_hour)


def tapped(number: int, data: str) -> Arrival:
    """The owner taps in a chat with another bot on the same database: each a conversation of its own."""
    return Arrival(
        key=f"telegram/{number}/1",
        address=Address("telegram", number, 1, 0),
        person=1,
        facts=Person("Founder 1", "en"),
        event=Tapped(data, tap="1", message=5),
    )


async def test_two_changes_at_once_are_both_kept(kept: Kept) -> None:
    await owned(kept)
    async with Store(kept.url, RULES, clock=Clock()) as store:
        await store.take([tapped(number, data) for number, data in enumerate(TAPS, start=1)])
    assert (stored(kept).digest_day, stored(kept).digest_hour) == (3, 10)


async def test_two_changes_at_once_on_two_workers_are_both_kept(on_server: OnServer) -> None:
    await owned(on_server)
    both_stepped = threading.Barrier(2)

    def meeting() -> Callable[[str], None]:
        met = threading.Event()

        def reached(point: str) -> None:
            if point == points.STEPPED and not met.is_set():
                met.set()
                both_stepped.wait(timeout=30)

        return reached

    async with AsyncExitStack() as stack:
        stores = [
            await stack.enter_async_context(Store(on_server.url, RULES, clock=Clock(), reached=meeting()))
            for _ in TAPS
        ]
        arrivals = [tapped(number, data) for number, data in enumerate(TAPS, start=1)]
        await asyncio.gather(
            *(store.take([arrival]) for store, arrival in zip(stores, arrivals, strict=True))
        )
    assert (stored(on_server).digest_day, stored(on_server).digest_hour) == (3, 10)
