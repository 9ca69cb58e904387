"""Several founders at once, who are interviewed while the bot is killed, and the count of what was lost."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Self

from tests.crash.founders import Comparison, Founder, role_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.crash.founders import Interview
    from tests.crash.process import Bot
    from tests.telegram_server import TelegramServer


@dataclass
class Tally:
    """What a campaign counted; all but the first three, and `repeated`, have to be 0.

    `kills` counts crashes, or how often there was other trouble. `repeated` counts messages that were sent
    twice, `repeated_too_often` those beyond one a crash and chat, or one a send of unknown outcome.
    """

    kills: int = 0
    founders: int = 0
    turns: int = 0
    lost: int = 0
    unanswered: int = 0
    repeated: int = 0
    repeated_too_often: int = 0
    out_of_order: int = 0

    def add(self, other: Tally) -> None:
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    @property
    def clean(self) -> bool:
        return not (self.lost or self.unanswered or self.repeated_too_often or self.out_of_order)


class Crowd:
    """`async with Crowd(server, bot, interviews, founders=4) as crowd`; who finishes gives way to another."""

    def __init__(
        self, server: TelegramServer, bot: Bot, interviews: Mapping[str, Interview], founders: int
    ) -> None:
        self.tally = Tally()
        self._server = server
        self._bot = bot
        self._interviews = interviews
        self._seats = founders
        self._arrived = 0
        self._open = asyncio.Event()
        self._sitting: list[Founder] = []
        self._leaving: list[Founder] = []
        self._repeated: dict[int, int] = {}
        self._crashes = 0
        self._looked_at = 0
        self._steps_left = 0
        self._got_on = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        self._sitting = [self._next() for _ in range(self._seats)]
        self._tasks = [asyncio.create_task(self._takes_seat(seat)) for seat in range(self._seats)]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def goes_on(self) -> None:
        """Let the founders act."""
        self._open.set()

    async def sees_it_die(self) -> int:
        """Wait for the bot's end while the founders act, and give how it ended."""
        ended = asyncio.create_task(self._bot.ends())
        await asyncio.wait((ended, *self._tasks), return_when=asyncio.FIRST_COMPLETED)
        self._raise_failures()
        how = await ended
        self.notes(signal.Signals(-how) if how < 0 else signal.SIGTERM)
        return how

    def notes(self, how: signal.Signals) -> None:
        """Note what a bot was sent that ends it: a message may come twice for each that was killed."""
        if how == signal.SIGKILL:
            self._crashes += 1
            self.tally.kills += 1

    @property
    def arrived(self) -> int:
        """How many founders have come so far."""
        return self._arrived

    async def gets_on(self, steps: int) -> None:
        """Wait until the founders have taken so many steps more, all together."""
        self._steps_left = steps
        self._got_on.clear()
        waiting = asyncio.create_task(self._got_on.wait())
        await asyncio.wait((waiting, *self._tasks), return_when=asyncio.FIRST_COMPLETED)
        self._raise_failures()
        await waiting

    async def is_checked(self) -> Tally:
        """Let everybody finish the step they are in, compare, and give what was found since the last time."""
        self._open.clear()
        idle = asyncio.create_task(self._all_idle())
        await asyncio.wait((idle, *self._tasks), return_when=asyncio.FIRST_COMPLETED)
        self._raise_failures()
        await idle
        found = Tally()
        unknown = self._unknown()
        for founder in (*self._leaving, *self._sitting):
            found.add(self._compared(founder, self._crashes + unknown[founder.person.id]))
        turns = self._bot.turns()
        found.lost += sum(outcome != "ok" for outcome in turns)
        self._leaving.clear()
        self._crashes = 0
        self.tally.turns = len(turns)
        self.tally.founders = self._arrived
        self.tally.add(found)
        return found

    def _unknown(self) -> Counter[int | None]:
        """Count each chat's calls since the last time that acted, which the bot could not hear."""
        calls = [call for call in self._server.calls.all if call.number > self._looked_at]
        self._looked_at = max((call.number for call in calls), default=self._looked_at)
        return Counter(call.chat_id for call in calls if call.fault and call.acted and not call.answered)

    def _compared(self, founder: Founder, allowed: int) -> Tally:
        interview = self._interviews[founder.role.name]
        meant = [sight for step in interview.sights[: founder.done] for sight in step]
        compared = Comparison.of(founder.saw(), meant)
        before = self._repeated.get(founder.person.id, 0)
        self._repeated[founder.person.id] = compared.repeated
        since = compared.repeated - before
        canvas_is = founder.done == 0 or (
            self._bot.canvas(founder.person.id) == interview.canvases[founder.done - 1]
        )
        return Tally(
            lost=int(not canvas_is),
            unanswered=len(compared.missing),
            repeated=since,
            repeated_too_often=max(0, since - allowed),
            out_of_order=len(compared.out_of_order),
        )

    async def _takes_seat(self, seat: int) -> None:
        while True:
            await self._open.wait()
            founder = self._sitting[seat]
            if founder.finished:
                self._leaving.append(founder)
                founder = self._sitting[seat] = self._next()
            await founder.goes_on()
            self._steps_left -= 1
            if not self._steps_left:
                self._got_on.set()

    async def _all_idle(self) -> None:
        for founder in self._sitting:
            await founder.idle.wait()

    def _next(self) -> Founder:
        role = role_number(self._arrived)
        self._arrived += 1
        founder = Founder(role, self._server.person(role.name), self._bot)
        founder.idle.set()
        return founder

    def _raise_failures(self) -> None:
        for task in self._tasks:
            if task.done():
                task.result()
