"""The sorter while it loads: beside everything else, so that nobody waits for it but what needs it."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Lock, Thread
from typing import TYPE_CHECKING

import structlog

from bot.garbage import keep_what_is_loaded

if TYPE_CHECKING:
    from bot.fulfilment import Understanding
    from conversations.interview.requests import Sense, Understand

log = structlog.get_logger(__name__)


class BackgroundSorter:
    """Loads the encoder on a thread of its own, ahead of the first request or with it; requests wait for it.

    Where it can't be loaded, requests raise what it failed with.
    """

    def __init__(self) -> None:
        self._loaded: Future[Understanding] = Future()
        self._loading = Lock()

    def begin(self) -> None:
        """Begin to load, unless it was begun before; returns at once."""
        if self._loading.acquire(blocking=False):
            Thread(target=self._load, name="encoder", daemon=True).start()

    def __call__(self, request: Understand) -> tuple[Sense, ...]:
        """Give what each phrase of a request is; waits until the encoder is loaded."""
        self.begin()
        return self._loaded.result()(request)

    def _load(self) -> None:
        try:
            # Here and not above: what it needs is a second's work, and 130 MB.
            from bot.understanding.loading import warm  # noqa: PLC0415 - as said above
            from bot.understanding.sensing import understand  # noqa: PLC0415 - as said above

            warm()
        except Exception as error:  # noqa: BLE001 - the border of a thread: those who wait are told
            log.warning("no encoder", kind=type(error).__name__)
            self._loaded.set_exception(error)
        else:
            keep_what_is_loaded()
            self._loaded.set_result(understand)
