"""Parts of a running bot with somebody looking on: each does what it would do anyway, and is counted."""

from __future__ import annotations

import time
from dataclasses import replace
from threading import local
from typing import TYPE_CHECKING

from bot.delivery import SendError
from bot.storage.points import LOADED, STEPPED

if TYPE_CHECKING:
    from bot.fulfilment import Skills
    from bot.seams import Messenger
    from bot.turns import Address, Outgoing, Reached, Sent
    from bot.watching.metrics import Metrics
    from conversations.interview.requests import Draw, Sense, Understand


class SeenMessenger:
    """A messenger whose sends are counted by what became of them."""

    def __init__(self, messenger: Messenger, metrics: Metrics) -> None:
        self._messenger = messenger
        self._metrics = metrics

    async def send(self, address: Address, outgoing: Outgoing, message: int = 0) -> Sent:
        """Send it. Raises the errors of bot.delivery."""
        began = time.perf_counter()
        outcome = "broken"
        try:
            sent = await self._messenger.send(address, outgoing, message)
            outcome = "sent"
        except SendError as error:
            outcome = OUTCOMES.get(type(error).__name__, "broken")
            raise
        else:
            return sent
        finally:
            self._metrics.deliveries.labels(outcome).inc()
            self._metrics.delivery_seconds.observe(time.perf_counter() - began)


OUTCOMES = {
    "AskedToWait": "asked_to_wait",
    "NotSent": "not_sent",
    "OutcomeUnknown": "unknown",
    "Refused": "refused",
    "Unreachable": "unreachable",
}


class Timing:
    """Hears of a turn's points and of the database's transactions, and takes the time between them."""

    def __init__(self, metrics: Metrics, reached: Reached) -> None:
        self._step = metrics.step_seconds.observe
        self._database = metrics.database_seconds.observe
        self._reached = reached
        self._of_thread = local()

    def __call__(self, point: str) -> None:
        """Hear of a point."""
        self._reached(point)
        if point == LOADED:
            self._of_thread.loaded = time.perf_counter()
        elif point == STEPPED:
            self._step(time.perf_counter() - self._of_thread.loaded)
        elif point.endswith(": committed"):
            began = self._of_thread.__dict__.pop("began", None)
            if began is not None:
                self._database(time.perf_counter() - began)

    def begins(self, *_: object) -> None:
        """Hear of a transaction's beginning, in the thread that begins it."""
        self._of_thread.began = time.perf_counter()


def seen_skills(skills: Skills, metrics: Metrics) -> Skills:
    """Give skills whose use is counted."""

    def understand(request: Understand) -> tuple[Sense, ...]:
        began = time.perf_counter()
        outcome = "failed"
        try:
            senses = skills.understand(request)
            outcome = "done" if senses else "nothing"
        finally:
            _note(metrics, "understanding", outcome, began)
        return senses

    async def draw(request: Draw) -> bytes | None:
        began = time.perf_counter()
        outcome = "failed"
        try:
            picture = await skills.draw(request)
            outcome = "done" if picture else "nothing"
        finally:
            _note(metrics, "drawing", outcome, began)
        return picture

    return replace(skills, understand=understand, draw=draw)


def _note(metrics: Metrics, request: str, outcome: str, began: float) -> None:
    metrics.requests.labels(request, outcome).inc()
    metrics.request_seconds.labels(request).observe(time.perf_counter() - began)
