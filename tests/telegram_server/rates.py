"""Telegram's own limits on sending, for tests that want them: off unless asked for."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil

from tests.telegram_server.clock import Clock
from tests.telegram_server.errors import too_many_requests

LIMITED = ("sendMessage", "sendPhoto", "sendDocument")


@dataclass(eq=False)
class Rate:
    """At most `times` in `seconds`."""

    times: int
    seconds: float
    _past: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 where it is."""
        while self._past and self._past[0] <= now - self.seconds:
            self._past.popleft()
        return self._past[0] + self.seconds - now if len(self._past) >= self.times else 0

    def count(self, now: float) -> None:
        self._past.append(now)


class Rates:
    """Counts messages: all of them, those to a chat, those to a group."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._overall: Rate | None = None
        self._chats: dict[int, list[Rate]] = {}

    def enforce(self, overall: int = 30) -> None:
        """From here on: so many messages a second in all, 1 a second to a chat, 20 a minute to a group."""
        self._overall = Rate(overall, 1)

    def _rates(self, chat_id: int) -> Iterable[Rate]:
        if self._overall is None:
            return []
        if chat_id not in self._chats:
            group = [Rate(20, 60)] if chat_id < 0 else []
            self._chats[chat_id] = [Rate(1, 1), *group]
        return [self._overall, *self._chats[chat_id]]

    def check(self, method: str, chat_id: int | None) -> None:
        """Counts a message; raises BotApiError (429) where it comes too early."""
        if method not in LIMITED or chat_id is None:
            return
        now, rates = self._clock.now(), self._rates(chat_id)
        longest = max((rate.wait(now) for rate in rates), default=0)
        if longest > 0:
            raise too_many_requests(ceil(longest))
        for rate in rates:
            rate.count(now)
