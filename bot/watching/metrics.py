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
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        self.turns = Counter(
            "backstage_turns", "Turns by what became of them.", ["outcome"], registry=registry
        )
        self.turn_seconds = Histogram(
            "backstage_turn_seconds",
            "From an event's arrival to its commit.",
            buckets=FAST,
            registry=registry,
        )
        self.step_seconds = Histogram(
            "backstage_step_seconds", "The interview's own part of a turn.", buckets=FAST, registry=registry
        )
        self.database_seconds = Histogram(
            "backstage_database_seconds",
            "A transaction, from its beginning to its commit; it may hold many turns.",
            buckets=FAST,
            registry=registry,
        )
        self.deliveries = Counter(
            "backstage_deliveries", "Sends by what became of them.", ["outcome"], registry=registry
        )
        self.delivery_seconds = Histogram(
            "backstage_delivery_seconds", "One send, to Telegram and back.", buckets=SLOW, registry=registry
        )
        self.telegram_errors = Counter(
            "backstage_telegram_errors", "Calls of the Bot API that failed.", ["kind"], registry=registry
        )
        self.requests = Counter(
            "backstage_requests",
            "What turns asked for, by what became of it.",
            ["request", "outcome"],
            registry=registry,
        )
        self.request_seconds = Histogram(
            "backstage_request_seconds", "One request.", ["request"], buckets=SLOW, registry=registry
        )
        self._depth = Gauge(
            "backstage_queue_depth", "What waits in this process.", ["queue"], registry=registry
        )
        self._waiting = Gauge("backstage_waiting", "What waits on disk.", ["what"], registry=registry)
        self._oldest = Gauge(
            "backstage_waiting_seconds",
            "For how long the first of it has waited; 0 where nothing does.",
            ["what"],
            registry=registry,
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
