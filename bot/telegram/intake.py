"""From arrivals to turns: each is on disk before Telegram hears that it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.turns import AnswerTap
from bot.watching.watch import Watch
from conversations.errors import BackstageError
from conversations.interview.events import Tapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import msgspec

    from bot.delivery import Delivery
    from bot.seams import TurnStore
    from bot.sharing import Inquiry
    from bot.telegram.decoding import Decoder
    from bot.turns import Arrival, Carried, Committed, Pending, Reached

DECODED, TAKEN, ACKNOWLEDGED = POINTS = ("intake: decoded", "intake: taken", "intake: acknowledged")
"""The steps of an intake, as `reached` is told of them."""


MOST_AT_ONCE = 500
"""Arrivals that may be on their way to disk at a time: five times what Telegram brings at once."""


@dataclass
class Load:
    """What an intake has taken on."""

    arrivals: int = 0


def _nothing_to_offer(_inquiry: Inquiry) -> None:
    """Leave an inline query unanswered."""


@dataclass(frozen=True, kw_only=True)
class Intake:
    """Takes what polling or the webhook brings.

    `offer` answers inline queries, `ask` begins with what a turn asked for; `wake` has the agenda see what it
    intends at once.
    """

    decoder: Decoder
    store: TurnStore
    delivery: Delivery
    reached: Reached
    ask: Callable[[Pending], None]
    wake: Callable[[], None]
    offer: Callable[[Inquiry], None] = _nothing_to_offer
    watch: Watch = field(default_factory=Watch)
    _load: Load = field(default_factory=Load, init=False)

    @property
    def taking(self) -> int:
        """How many arrivals are on their way to disk."""
        return self._load.arrivals

    @property
    def full(self) -> bool:
        """Whether so many are that Telegram had better keep what comes, and bring it again."""
        return self._load.arrivals >= MOST_AT_ONCE

    def read(self, raw: msgspec.Raw | bytes) -> Arrival | None:
        """Give the arrival in an update; what is asked inline is offered meanwhile. Never raises."""
        arrival = self.decoder.decode(raw)
        if arrival is None and (inquiry := self.decoder.inquiry(raw)) is not None:
            self.offer(inquiry)
        return arrival

    async def take(self, arrivals: Sequence[Arrival]) -> None:
        """Return when all arrivals are on disk, their lanes handed to delivery. Raises the store's errors."""
        committed = await self._commit(arrivals)
        for arrival, turn in zip(arrivals, committed, strict=True):
            if turn.carried is not None:
                # It came by a webhook first, and was never acknowledged there.
                self.delivery.send_aside(arrival.address, turn.carried)

    async def take_one(self, arrival: Arrival) -> Carried | None:
        """Do the same for one arrival, and give the call that the webhook's response is to carry."""
        turn = (await self._commit((replace(arrival, carries=True),)))[0]
        if turn.repeated and turn.carried is None and isinstance(arrival.event, Tapped):
            return AnswerTap(tap=arrival.event.tap)  # whoever answered it then, Telegram asks again
        return turn.carried

    async def _commit(self, arrivals: Sequence[Arrival]) -> list[Committed]:
        if not arrivals:
            return []
        began = perf_counter()
        self._load.arrivals += len(arrivals)
        try:
            committed = await self.store.take(arrivals)
        except BackstageError:
            self.watch.refused(len(arrivals))
            raise
        finally:
            self._load.arrivals -= len(arrivals)
        self.watch.took(committed, perf_counter() - began)
        self.reached(TAKEN)
        for pending in (asked for turn in committed for asked in turn.pending):
            self.ask(pending)
        if any(turn.wakes for turn in committed):
            self.wake()
        for turn in committed:
            if turn.lane is not None:
                self.delivery.carry(turn.lane)
        return committed
