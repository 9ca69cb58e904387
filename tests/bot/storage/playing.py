"""A small pure step for the store's tests, and what a test does with a store."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bot.storage.store import Store
from bot.storage.transaction import Rules
from bot.turns import (
    Address,
    Arrival,
    Delivered,
    EditText,
    ExportHere,
    Outgoing,
    Rendered,
    SendText,
    UnsendHere,
)
from conversations.canvas.document import Canvas
from conversations.canvas.entries import Activity
from conversations.interview.events import Command, Due, Edited, Event, Reach, Reached, Said
from conversations.interview.replies import About
from conversations.interview.snapshot import Outcome, Person, Snapshot, Wanted

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from bot.turns import Committed, Lane
    from bot.turns import Reached as Passing
    from tests.databases import Kept

BOT = 77
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
REMINDER = timedelta(days=1)


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


class Boom(Exception):
    """What a poison event makes the step fail with."""


def step(arrival: Arrival, snapshot: Snapshot, now: datetime) -> Rendered:
    """Keep every text as an activity and echo it with how many there are."""
    match arrival.event:
        case Said(text=text) if text.startswith("boom"):
            raise Boom(text)
        case Said(text=text):
            return _kept(snapshot, text, now)
        case Command(name=name, rest=rest):
            return _commanded(snapshot, name, rest)
        case Edited():
            about = snapshot.about
            return _told(snapshot, f"about {about.entries if about else 'nothing'}")
        case Reached(reach=reach):
            outcome = _outcome(snapshot)
            return Rendered(
                msgspec.structs.replace(outcome, reachable=reach is Reach.UNBLOCKED), (_text("hm"),)
            )
        case Due(name=name):
            return _told(snapshot, f"reminded of {name}")
        case _:
            return _told(snapshot, "?")


def _outcome(snapshot: Snapshot) -> Outcome:
    return Outcome(conversation=snapshot.conversation, venture=snapshot.venture, canvas=snapshot.canvas)


def _text(html: str, prompt: str = "") -> SendText:
    return SendText(html=html, prompt=prompt, about=About(question=prompt))


def _told(snapshot: Snapshot, html: str) -> Rendered:
    return Rendered(_outcome(snapshot), (_text(html),))


def _kept(snapshot: Snapshot, text: str, now: datetime) -> Rendered:
    canvas = snapshot.canvas.with_new([Activity(id=0, text=text)])
    count = snapshot.conversation.prompts + 1
    outcome = Outcome(
        conversation=msgspec.structs.replace(snapshot.conversation, prompts=count),
        venture=snapshot.venture,
        canvas=canvas,
        said_about=About(question="activities", entries=(canvas.entries[-1].id,)),
        remind_at=now + REMINDER,
        remind_as="nudge",
    )
    return Rendered(outcome, (_text(f"{count}: {text}", prompt=f"p{count}"),))


def _commanded(snapshot: Snapshot, name: str, rest: str) -> Rendered:
    outcome = _outcome(snapshot)
    change = msgspec.structs.replace
    told = f"{len(snapshot.canvas.entries)} kept, version {snapshot.version}"
    waiting: tuple[Outgoing | ExportHere | UnsendHere, ...] = ()
    match name:
        case "new":
            outcome = change(outcome, venture=snapshot.fresh_venture, canvas=Canvas())
            told = "new"
        case "switch":
            outcome = change(outcome, venture=rest, canvas=snapshot.other or snapshot.canvas)
            told = f"switched to {len(outcome.canvas.entries)}"
        case "ventures":
            told = " ".join(venture.id for venture in snapshot.ventures)
        case "history":
            told = " ".join(f"{one.version} by {one.author}" for one in snapshot.revisions)
        case "export":
            waiting = (ExportHere(name="all.json", html="yours"),)
        case "delete":
            outcome = change(outcome, forget=True)
            waiting = (UnsendHere(), _text("gone"))
        case "three":
            waiting = (_text("one"), _text("two"), _text("three"))
        case "redraw":
            waiting = (EditText(html="new", prompt=rest, message=5001),)
    return Rendered(outcome, waiting or (_text(told),))


def wanted(event: Event) -> Wanted:
    """Tell what the step above looks at."""
    match event:
        case Edited(message=message):
            return Wanted(about=message)
        case Command(name="switch", rest=rest):
            return Wanted(other=rest)
        case Command(name="ventures"):
            return Wanted(ventures=True)
        case Command(name="history"):
            return Wanted(revisions_from=1)
        case _:
            return Wanted()


def apology(_arrival: Arrival) -> Sequence[Outgoing]:
    """Say sorry."""
    return (SendText(html="sorry"),)


RULES = Rules(step, wanted, apology)


class Founder:
    """A person in a private chat: makes arrivals with keys of their own."""

    def __init__(self, number: int = 1) -> None:
        self.number = number
        self.address = Address("telegram", BOT, number)
        self.sent = 0

    def does(self, event: Event, key: str = "") -> Arrival:
        """Give the arrival of an event."""
        self.sent += 1
        message = self.sent if isinstance(event, Said | Command) else 0
        return Arrival(
            key=key or f"telegram/{BOT}/{self.number}-{self.sent}",
            address=self.address,
            person=self.number,
            facts=Person(f"Founder {self.number}", "en"),
            event=event,
            message=message,
        )

    def says(self, text: str, key: str = "") -> Arrival:
        """Give the arrival of a text."""
        return self.does(Said(text), key)

    def commands(self, name: str, rest: str = "") -> Arrival:
        """Give the arrival of a command."""
        return self.does(Command(name, rest))


@asynccontextmanager
async def opened(
    kept: Kept | Path,
    clock: Clock | None = None,
    rules: Rules = RULES,
    reached: Passing = lambda _point: None,
) -> AsyncIterator[Store]:
    """Give an open store over a database."""
    url = file_url(kept) if isinstance(kept, Path) else kept.url
    async with Store(url, rules, clock=clock or Clock(), reached=reached) as store:
        yield store


def texts(lane: Lane | None) -> list[str]:
    """Give what a lane has to send, as it reads."""
    if lane is None:
        return []
    return [
        what.html if isinstance(what := queued.outgoing, SendText) else type(what).__name__
        for queued in lane.queued
    ]


async def deliver(
    store: Store, committed: Committed, first_message: int = 5001, sent: list[str] | None = None
) -> list[str]:
    """Deliver a turn's lane to its end as a carrier does, and give what was sent (added to `sent`)."""
    sent = [] if sent is None else sent
    lane = committed.lane
    while lane is not None:
        for queued in lane.queued:
            mark = Delivered(
                conversation=lane.conversation, seq=queued.seq, message=first_message + len(sent)
            )
            sent += texts(msgspec.structs.replace(lane, queued=(queued,)))
            await store.delivered([mark])
        lane = await store.more(lane.conversation)
    return sent


async def said(store: Store, arrival: Arrival) -> list[str]:
    """Take an arrival, deliver what it brings, and give that."""
    (committed,) = await store.take([arrival])
    return await deliver(store, committed)


def read(path: Path, query: str) -> list[tuple[object, ...]]:
    """Give the rows of a query, asked of the file by nobody of ours."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def change(path: Path, statement: str, *values: object) -> None:
    """Change the file behind the store's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, values)


def file_url(path: Path) -> str:
    """Give the URL of a SQLite file."""
    return f"sqlite:///{path}"
