"""How a database stands: what waits in it and for how long, what was set aside, and how much it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import JSON, BigInteger, Text, cast, func, select
from sqlalchemy.exc import DBAPIError

from bot.storage.failures import Failure
from bot.storage.moments import millis
from bot.storage.revision import checked_revision
from bot.storage.schema import conversation, intent, outgoing, person, request, turn, venture

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Select

TOLD = 5
"""How many of the turns that were set aside are told of, the latest first."""
NOT_OPEN = ("welcome", "paused", "resting")
"""States in which no question is open, as `conversations.script.machine` names them."""

_failures = msgspec.json.Decoder(tuple[Failure, ...])


class Queue(msgspec.Struct, frozen=True):
    """How many wait, and for how many seconds the one that came first has; None where nothing does."""

    count: int = 0
    oldest: float | None = None


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """What waits: messages to people who can be reached, requests, and reminders past their time."""

    undelivered: Queue
    requests: Queue
    overdue: Queue


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """A turn that failed every time: its key, how many seconds ago, and types and frames of the failure."""

    key: str
    ago: float
    failures: tuple[Failure, ...]


class Holdings(msgspec.Struct, frozen=True, kw_only=True):
    """How much there is. `open` counts interviews with a question open, `today` turns since midnight, UTC."""

    founders: int
    ventures: int
    conversations: int
    open: int
    today: int


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """All of it. `bytes` is the database's size, `sound` whether it finds itself in order."""

    revision: str
    bytes: int
    sound: bool
    holdings: Holdings
    waits: Waits
    set_aside: tuple[SetAside, ...]
    set_aside_today: int
    """How many were set aside in the last 24 hours."""


def waits(connection: Connection, now: datetime) -> Waits:
    """Give what waits; asked whenever somebody looks at the metrics, so nothing but queues is counted."""
    at = millis(now)
    reachable = conversation.c.reachable.is_(True)
    sent_to = conversation.c.id == outgoing.c.conversation
    reminded = conversation.c.id == intent.c.conversation
    return Waits(
        undelivered=_queue(
            connection, select(outgoing.c.at).join(conversation, sent_to).where(reachable), at
        ),
        requests=_queue(connection, select(request.c.at), at),
        overdue=_queue(
            connection,
            select(intent.c.due_at).join(conversation, reminded).where(intent.c.due_at <= at, reachable),
            at,
        ),
    )


def standing(connection: Connection, now: datetime) -> Standing:
    """Give how a database stands. Raises `StorageError` where it isn't one of this version's."""
    revision = checked_revision(connection)
    at = millis(now)
    failed = turn.c.outcome == "failed"
    latest = select(turn.c.key, turn.c.at, turn.c.failure).where(failed).order_by(turn.c.at.desc())
    day = select(func.count()).where(failed, turn.c.at > at - 24 * 3600 * 1000)
    return Standing(
        revision=revision,
        bytes=_bytes(connection),
        sound=_sound(connection),
        holdings=_holdings(connection, now),
        waits=waits(connection, now),
        set_aside=tuple(
            SetAside(key=row.key, ago=(at - row.at) / 1000, failures=_read(row.failure))
            for row in connection.execute(latest.limit(TOLD))
        ),
        set_aside_today=connection.execute(day).scalar_one(),
    )


def _queue(connection: Connection, since: Select[int], at: int) -> Queue:
    """Give the queue of what waits since each of the selected moments."""
    moments = since.subquery()
    (moment,) = moments.c
    count = connection.execute(select(func.count()).select_from(moments)).scalar_one()
    oldest = connection.execute(select(func.min(moment))).scalar()
    return Queue(count, None if oldest is None else max(0, at - oldest) / 1000)


def _holdings(connection: Connection, now: datetime) -> Holdings:
    midnight = millis(now.replace(hour=0, minute=0, second=0, microsecond=0))
    state = func.coalesce(_state(connection), NOT_OPEN[0])
    counts = (
        select(func.count()).select_from(person),
        select(func.count()).select_from(venture),
        select(func.count()).select_from(conversation),
        select(func.count()).select_from(conversation).where(state.not_in(NOT_OPEN)),
        select(func.count()).where(turn.c.at >= midnight),
    )
    founders, ventures, conversations, open_, today = (
        connection.execute(count).scalar_one() for count in counts
    )
    return Holdings(
        founders=founders, ventures=ventures, conversations=conversations, open=open_, today=today
    )


def _state(connection: Connection) -> ColumnElement[str]:
    document = conversation.c.document
    if connection.dialect.name == "sqlite":
        return func.json_extract(document, "$.state", type_=Text)
    state: ColumnElement[str] = cast(document, JSON)["state"].as_string()
    return state


def _bytes(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        pages, size = (
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("page_count", "page_size")
        )
        return int(pages) * int(size)
    size = select(func.pg_database_size(func.current_database(), type_=BigInteger))
    return int(connection.execute(size).scalar_one())


def _sound(connection: Connection) -> bool:
    """Tell whether SQLite finds its file in order; a database server looks after its own."""
    if connection.dialect.name != "sqlite":
        return True
    try:
        return connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
    except DBAPIError:
        return False


def _read(failure: str | None) -> tuple[Failure, ...]:
    return () if failure is None else _failures.decode(failure)
