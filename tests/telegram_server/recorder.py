"""What the bot asked of the server, call by call, and waiting for calls to come."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.telegram_server.objects import JsonObject
from tests.telegram_server.waiting import Changes

KEPT = 20_000
LISTED = 15


@dataclass(eq=False)
class RecordedCall:
    """A call: `status` is the HTTP status it was answered with, 0 while it runs.

    `acted` tells whether it was carried out, `answered` whether the bot could hear of that;
    `via` is "http", or "webhook" for a call in a webhook's answer.
    """

    number: int
    method: str
    parameters: JsonObject
    via: str
    at: float
    status: int = 0
    description: str = ""
    result: object = field(default=None, repr=False)
    acted: bool = False
    answered: bool = False
    fault: str = ""
    finished: bool = False

    @property
    def ok(self) -> bool:
        return self.acted and not self.description

    @property
    def done(self) -> bool:
        """Whether it was dealt with, if only by a fault; its answer may still be under way."""
        return self.finished or self.acted or bool(self.fault) or bool(self.description)

    @property
    def chat_id(self) -> int | None:
        try:
            return int(str(self.parameters.get("chat_id")))
        except ValueError:
            return None

    def line(self) -> str:
        how = self.description or ("ok" if self.acted else "not carried out" if self.finished else "running")
        fault = f" [{self.fault}]" if self.fault else ""
        return f"#{self.number} {self.method} {self.parameters} -> {self.status} {how}{fault}"


Choice = Callable[[RecordedCall], bool]


class Recorder:
    """All calls in the order they came, the last 20,000 of them."""

    def __init__(self, changes: Changes) -> None:
        self.all: deque[RecordedCall] = deque(maxlen=KEPT)
        self._changes = changes
        self._count = 0
        self._running: set[RecordedCall] = set()

    def begin(self, method: str, parameters: JsonObject, via: str, at: float) -> RecordedCall:
        self._count += 1
        call = RecordedCall(self._count, method, parameters, via, at)
        self.all.append(call)
        self._running.add(call)
        self._changes.happened()
        return call

    def finish(self, call: RecordedCall) -> None:
        """Notes that nothing more is done for a call."""
        call.finished = True
        self._running.discard(call)
        self._changes.happened()

    def of(self, method: str, where: Choice = lambda _: True) -> list[RecordedCall]:
        """The calls of one method so far."""
        return [call for call in self.all if call.method == method and where(call)]

    async def until(
        self, method: str, times: int = 1, *, where: Choice = lambda _: True, within: float = 10
    ) -> list[RecordedCall]:
        """Those calls of the method, once so many have been dealt with.

        Raises AssertionError listing what was called instead, after `within` seconds.
        """

        def enough() -> list[RecordedCall] | None:
            found = [call for call in self.of(method, where) if call.done]
            return found if len(found) >= times else None

        return await self._changes.until(
            enough,
            within=within,
            otherwise=lambda: f"{method} was not called {times} time(s) within {within} s\n{self.listing()}",
        )

    async def begun(self, method: str, times: int = 1, *, within: float = 10) -> list[RecordedCall]:
        """The calls of a method once so many have come in, whether or not they were dealt with yet.

        Raises AssertionError listing what was called instead, after `within` seconds.
        """

        def enough() -> list[RecordedCall] | None:
            found = self.of(method)
            return found if len(found) >= times else None

        return await self._changes.until(
            enough,
            within=within,
            otherwise=lambda: f"{method} was not begun {times} time(s) within {within} s\n{self.listing()}",
        )

    def running(self, chat_id: int) -> bool:
        return any(call.chat_id == chat_id for call in self._running)

    def listing(self) -> str:
        """The last calls, one a line, polls left out."""
        calls = [call for call in self.all if call.method != "getUpdates"]
        lines = [call.line() for call in calls[-LISTED:]]
        return "\n".join([f"{len(calls)} calls seen, the last of them:", *lines])
