"""How a bot stands, in phrases for a human being; and what of it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from bot.delivery import pseudonym_of_turn
from bot.storage.standing import Standing
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.storage.standing import Queue, SetAside
    from conversations.words.text import Phrase

MINUTE, HOUR, DAY = 60, 3600, 86400
LONG = 5 * MINUTE
"""Seconds after which a message or a request that still waits is a sign of trouble: each is tried all along,
and Telegram's longest waits are shorter."""
MEGABYTE = 1024 * 1024


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen: which database, whether a bot runs on it (None: it can't be known), how it stands.

    `backed_up`: how many seconds ago it was last copied, None where nobody knows.
    """

    place: str
    running: bool | None
    standing: Standing
    backed_up: float | None = None


def status_lines(looked: Looked) -> Iterator[Phrase]:
    """Give what there is to say, a line each."""
    standing, holdings, waits = looked.standing, looked.standing.holdings, looked.standing.waits
    yield say(f"status.bot.{_RUNNING[looked.running]}")
    yield say(
        "status.database",
        place=looked.place,
        megabytes=f"{standing.bytes / MEGABYTE:.1f}",
        revision=standing.revision,
        sound=say("status.sound" if standing.sound else "status.damaged"),
    )
    if looked.backed_up is None:
        yield say("status.no_backup")
    else:
        yield say("status.backup", age=_age(max(0, looked.backed_up)))
    yield say("status.founders", n=holdings.founders)
    yield say("status.ventures", n=holdings.ventures)
    yield say("status.conversations", n=holdings.conversations, open=holdings.open)
    yield say("status.turns", n=holdings.today)
    yield say("status.undelivered", queue=_waiting(waits.undelivered))
    yield say("status.requests", queue=_waiting(waits.requests))
    yield say("status.reminders", queue=_waiting(waits.overdue))
    yield say("status.set_aside", n=standing.set_aside_today)
    for turn in standing.set_aside:
        yield from _set_aside(turn)


def troubles(looked: Looked) -> tuple[Phrase, ...]:
    """Give what is wrong, with what to do about it; nothing where all is well."""
    standing, waits = looked.standing, looked.standing.waits
    late = any(
        queue.oldest is not None and queue.oldest > LONG for queue in (waits.undelivered, waits.requests)
    )
    stopped = looked.running is False and (waits.undelivered.count or waits.requests.count)
    found = {
        "damaged": not standing.sound,
        "stopped": stopped,
        "late": late and not stopped,
        "set_aside": standing.set_aside_today > 0,
    }
    return tuple(say(f"status.trouble.{what}") for what, is_so in found.items() if is_so)


_RUNNING = {True: "runs", False: "stopped", None: "unknown"}


def _waiting(queue: Queue) -> Phrase:
    if queue.oldest is None:
        return say("status.none")
    return say("status.queue", n=queue.count, age=_age(queue.oldest))


def _age(seconds: float) -> Phrase:
    if seconds < MINUTE:
        return say("status.seconds", n=int(seconds))
    if seconds < HOUR:
        return say("status.minutes", n=int(seconds // MINUTE))
    if seconds < DAY:
        return say("status.hours", n=int(seconds // HOUR))
    return say("status.days", n=int(seconds // DAY))


def _set_aside(turn: SetAside) -> Iterator[Phrase]:
    name = pseudonym_of_turn(turn.key)
    yield say("status.set_aside_turn", turn=name, age=_age(turn.ago))
    for failure in turn.failures:
        yield say("status.failure", error=failure.error)
        for frame in failure.frames[-FRAMES:]:
            yield say("status.frame", frame=frame)


FRAMES = 4
"""How many frames of a failure are shown, the innermost last."""
