"""The server's time: real by default, moved or stopped by a test, never waited for."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Dates messages and ages queries, in seconds since 1970."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._stopped: float | None = None

    def now(self) -> float:
        return (time.time() if self._stopped is None else self._stopped) + self._ahead

    def date(self) -> int:
        """Now, as Telegram writes dates: whole seconds."""
        return int(self.now())

    def advance(self, by: timedelta) -> None:
        self._ahead += by.total_seconds()

    def stop(self, at: datetime | None = None) -> None:
        """Stands still from here on, at the given moment; `advance` still moves it."""
        self._stopped = self.now() if at is None else at.timestamp()
        self._ahead = 0.0

    def moment(self) -> datetime:
        return datetime.fromtimestamp(self.now(), UTC)
