"""A transport that tells of the calls that failed, by kind."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.telegram.transport import Transport

if TYPE_CHECKING:
    from collections.abc import Callable

    import aiohttp


class OverheardTransport(Transport):
    """Tells `failed` of each call that Telegram didn't answer, or refused: an error's type, or a status."""

    def __init__(self, failed: Callable[[str], None]) -> None:
        super().__init__()
        self._failed = failed

    async def exchange(
        self, method: str, url: str, body: bytes | aiohttp.FormData | None, read: float
    ) -> tuple[int, bytes]:
        """Give status and body as `Transport.exchange` does, with its errors."""
        try:
            status, answer = await super().exchange(method, url, body, read)
        except TelegramError as error:
            self._failed(type(error).__name__)
            raise
        if status >= HTTPStatus.BAD_REQUEST:
            self._failed(str(status))
        return status, answer
