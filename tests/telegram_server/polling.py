"""getUpdates: long polling with Telegram's rules about offsets and about who may poll."""

import asyncio

from tests.telegram_server.calls import Call
from tests.telegram_server.errors import BotApiError, conflict
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.parameters import GetUpdates
from tests.telegram_server.world import World

LONGEST_WAIT = 50
"""Seconds; Telegram holds no poll longer than that."""


class Polling:
    """Answers getUpdates; a new call ends the one that still waits."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._waiting: asyncio.Future[BotApiError | None] | None = None

    def end(self, why: str) -> None:
        """Ends the poll that waits, if any, with 409 and the reason."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(conflict(why))

    async def get_updates(self, call: Call[GetUpdates]) -> list[JsonObject]:
        """The updates from the offset on, waiting for the first of them up to `timeout` seconds.

        Raises BotApiError (409) while a webhook is set, or once another call has taken over.
        """
        asked, queue = call.parameters, self._world.updates
        if self._world.webhook.url:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        self.end("terminated by other getUpdates request; make sure that only one bot instance is running")
        queue.allow(asked.allowed_updates)
        if asked.offset is not None and asked.offset < 0:
            queue.keep_last(-asked.offset)
        elif asked.offset is not None:
            queue.confirm_below(asked.offset)
        if not queue.pending and asked.timeout:
            await self._wait(min(asked.timeout, LONGEST_WAIT))
        return [update.json() for update in queue.given_out(asked.limit)]

    async def _wait(self, seconds: float) -> None:
        ended: asyncio.Future[BotApiError | None] = asyncio.get_running_loop().create_future()
        self._waiting = ended
        self._world.updates.on_arrival = lambda: None if ended.done() else ended.set_result(None)
        try:
            async with asyncio.timeout(seconds):
                error = await ended
        except TimeoutError:
            error = None
        finally:
            if self._waiting is ended:
                self._waiting = None
        if error is not None:
            raise error
