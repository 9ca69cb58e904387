"""Long polling: fetch a batch, commit every turn in it, and only then ask for what follows."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.delivery import pause
from bot.fellows import Duty
from bot.telegram.errors import TelegramRefused, Unanswered
from bot.telegram.insisting import insist, wait_for
from bot.telegram.intake import ACKNOWLEDGED, DECODED
from conversations.errors import BackstageError

if TYPE_CHECKING:
    import msgspec

    from bot.delivery import Pace
    from bot.fellows import Fellows
    from bot.telegram.client import Client
    from bot.telegram.intake import Intake
    from bot.turns import Arrival

STAND_BY = 2.0
"""Seconds after which a worker that stands by looks whether it is its turn."""

log = structlog.get_logger(__name__)


class Polling:
    """Polls until `stopping` is set."""

    def __init__(
        self, client: Client, intake: Intake, pace: Pace, stopping: asyncio.Event, fellows: Fellows
    ) -> None:
        self._client = client
        self._intake = intake
        self._pace = pace
        self._stopping = stopping
        self._fellows = fellows
        self._polled = False
        self._offset = 0

    async def run(self) -> None:
        """Poll, or stand by while another worker does.

        Raises `TelegramRefused` where the token isn't, or no longer is, a bot's.
        """
        failures = 0
        while not self._stopping.is_set():
            try:
                if await self._is_ours():
                    await self._turn_over()
            except InvalidToken:
                raise TelegramRefused from None
            except (TelegramError, BackstageError) as error:
                failures += 1
                wait = wait_for(error, failures, self._pace)
                log.warning("polling failed", kind=type(error).__name__, wait=round(wait, 1))
                await pause(self._pace, wait, self._stopping)
            else:
                if failures:
                    log.info("polling again", failures=failures)
                failures = 0

    async def _is_ours(self) -> bool:
        """Tell whether it is for us to poll; where it isn't, after a while."""
        ours = await self._fellows.sees_to(Duty.POLLING, self._client.id)
        if ours and not self._polled:
            await insist("deleteWebhook", self._client.bot.delete_webhook, self._pace, self._stopping)
        if ours != self._polled:
            log.info("polling" if ours else "standing by: another worker polls")
        self._polled = ours
        if not ours:
            await pause(self._pace, STAND_BY, self._stopping)
        return ours and not self._stopping.is_set()

    async def _turn_over(self) -> None:
        updates = await self._fetch()
        if updates is None:
            return
        numbers = [number for raw in updates if (number := self._intake.decoder.update_id(raw)) is not None]
        if updates and not numbers:
            raise Unanswered("updates without numbers")
        await self._intake.take(self._arrivals(updates))
        self._offset = max([self._offset, *(number + 1 for number in numbers)])

    def _arrivals(self, updates: tuple[msgspec.Raw, ...]) -> list[Arrival]:
        decoded = (self._intake.read(raw) for raw in updates)
        arrivals = [arrival for arrival in decoded if arrival is not None]
        if updates:
            self._intake.reached(DECODED)
        return arrivals

    async def _fetch(self) -> tuple[msgspec.Raw, ...] | None:
        """Give the next batch; None where the process stops meanwhile, which loses nothing."""
        fetching = asyncio.create_task(self._client.fetch(self._offset))
        stopped = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait((fetching, stopped), return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            if not fetching.done():
                fetching.cancel()
        if not fetching.done():
            await asyncio.wait((fetching,))
        if fetching.cancelled():
            return None
        if self._offset and fetching.exception() is None:
            self._intake.reached(ACKNOWLEDGED)
        return fetching.result()
