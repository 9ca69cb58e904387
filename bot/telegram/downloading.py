"""Files that people sent, fetched from Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.telegram.errors import TooLarge
from bot.telegram.insisting import wait_for
from conversations.files.sent import LARGEST

if TYPE_CHECKING:
    from bot.delivery import Pace
    from bot.telegram.client import Client
    from conversations.interview.requests import Fetch

TRIES = 4

log = structlog.get_logger(__name__)


class Downloads:
    """Fetches files: a few tries with growing waits, for somebody waits meanwhile."""

    def __init__(self, client: Client, pace: Pace) -> None:
        self._client = client
        self._pace = pace

    async def fetch(self, wanted: Fetch) -> bytes | None:
        """Give a file's content, None where Telegram doesn't give it."""
        for failures in range(1, TRIES + 1):
            try:
                return await self._client.download(wanted.file, LARGEST)
            except (BadRequest, Forbidden, TooLarge) as error:
                log.warning("file refused", kind=type(error).__name__)
                return None
            except TelegramError as error:
                log.warning("file not fetched", kind=type(error).__name__)
                if failures < TRIES:
                    await self._pace.sleep(wait_for(error, failures, self._pace))
        return None
