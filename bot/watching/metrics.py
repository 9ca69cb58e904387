"""What is counted of a running bot, for Prometheus. No label holds an id or a word of anybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.storage.standing import Queue, Waits

FAST = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)
"""Seconds: bounds for what happens on this machine."""
SLOW = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0)
"""Seconds: bounds for what depends on others, or computes for long."""
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """The counters of one process, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self.turns = self._count("turns", "Turns by what became of them.", "outcome")
        self.turn_seconds = self._time("turn", "From an event's arrival to its commit.", FAST)
        self.step_seconds = self._time("step", "The interview's own part of a turn.", FAST)
        self.database_seconds = self._time(
            "database", "A transaction, from its beginning to its commit; it may hold many turns.", FAST
        )
        self.deliveries = self._count("deliveries", "Sends by what became of them.", "outcome")
        self.delivery_seconds = self._time("delivery", "One send, to Telegram and back.", SLOW)
        self.telegram_errors = self._count("telegram_errors", "Calls of the Bot API that failed.", "kind")
        self.requests = self._count(
            "requests", "What turns asked for, by what became of it.", "request", "outcome"
        )
        self.request_seconds = self._time("request", "One request.", SLOW, "request")
        self._depth = self._level("queue_depth", "What waits in this process.", "queue")
        self._waiting = self._level("waiting", "What waits on disk.", "what")
        self._oldest = self._level(
            "waiting_seconds", "For how long the first of it has waited; 0 where nothing does.", "what"
        )

    def depth(self, queue: str, depth: Callable[[], int]) -> None:
        """Ask `depth` for a queue's length whenever somebody looks."""
        self._depth.labels(queue).set_function(depth)

    def waits(self, waits: Waits) -> None:
        """Show what waits on disk."""
        queues: dict[str, Queue] = {
            "undelivered": waits.undelivered,
            "requests": waits.requests,
            "reminders": waits.overdue,
        }
        for what, queue in queues.items():
            self._waiting.labels(what).set(queue.count)
            self._oldest.labels(what).set(queue.oldest or 0)

    def text(self) -> bytes:
        """Give all of it in Prometheus' own format."""
        return generate_latest(self.registry)

    def _count(self, of: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"backstage_{of}", meaning, labels, registry=self.registry)

    def _time(self, of: str, meaning: str, bounds: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(f"backstage_{of}_seconds", meaning, labels, buckets=bounds, registry=self.registry)

    def _level(self, of: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(f"backstage_{of}", meaning, labels, registry=self.registry)
