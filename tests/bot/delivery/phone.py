"""What messages arrive at in the tests of delivery, and a clock for them."""

import asyncio
import heapq
from collections.abc import Callable

from bot.delivery import Pace
from bot.turns import Address, Outgoing, SendText, Sent

Fits = Callable[[Address, Outgoing], bool]


class Time:
    """A clock that runs only by what is slept, and notes it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds
        await asyncio.sleep(0)

    def pace(self, rate: float = 1000) -> Pace:
        return Pace(rate=rate, sleep=self.sleep, now=lambda: self.now, chance=lambda: 1.0)


class Ticking:
    """A clock that only a test moves: who sleeps is woken in the order of their times."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._slept = 0

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._slept += 1
        heapq.heappush(self._sleepers, (self.now + seconds, self._slept, woken))
        await woken

    async def ticks(self, seconds: float) -> None:
        """Let that much time pass, and all that happens in it."""
        end = self.now + seconds
        await _all_have_run()
        while self._sleepers and self._sleepers[0][0] <= end + 1e-9:
            at, _, woken = heapq.heappop(self._sleepers)
            self.now = max(self.now, at)
            if not woken.done():
                woken.set_result(None)
            await _all_have_run()
        self.now = end

    def pace(self, rate: float, broadcasts: float) -> Pace:
        return Pace(
            rate=rate, broadcasts=broadcasts, sleep=self.sleep, now=lambda: self.now, chance=lambda: 1.0
        )


class Phone:
    """Takes messages, or fails as it is told to; a chat with a gate waits until it opens."""

    def __init__(self) -> None:
        self.got: list[tuple[Address, Outgoing, int]] = []
        self.gates: dict[Address, asyncio.Event] = {}
        self.tries = 0
        self.in_flight = 0
        self.most_in_flight = 0
        self.noticed: Callable[[], None] = lambda: None
        self._failures: list[tuple[Fits, Exception]] = []

    def fails(self, fits: Fits, *errors: Exception) -> None:
        """The next sends that fit fail, one for each error."""
        self._failures.extend((fits, error) for error in errors)

    def fails_text(self, *errors: Exception) -> None:
        self.fails(lambda _, outgoing: isinstance(outgoing, SendText), *errors)

    async def send(self, address: Address, outgoing: Outgoing, message: int = 0) -> Sent:
        self.tries += 1
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            if address in self.gates:
                await self.gates[address].wait()
            await asyncio.sleep(0)
        finally:
            self.in_flight -= 1
        for fits, error in self._failures:
            if fits(address, outgoing):
                self._failures.remove((fits, error))
                raise error
        self.got.append((address, outgoing, message))
        self.noticed()
        return Sent(500 + len(self.got))

    def texts(self, address: Address) -> list[str]:
        return [each.html for to, each, _ in self.got if to == address and isinstance(each, SendText)]


async def until(holds: Callable[[], bool]) -> None:
    """Return once it holds; TimeoutError where it never does."""
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - with a clock that stands still there is nothing else to wait for
            await asyncio.sleep(0)


async def _all_have_run() -> None:
    for _ in range(50):
        await asyncio.sleep(0)
