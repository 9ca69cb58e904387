"""A transport that tells of the calls that failed, by kind."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, TelegramError

from bot.telegram.transport import Transport

if TYPE_CHECKING:
    from collections.abc import Callable

    import aiohttp
    import msgspec


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
            self._failed(_kind(error))
            raise
        if status >= HTTPStatus.BAD_REQUEST:
            self._failed(str(status))
        return status, answer

    async def call(self, url: str, parameters: msgspec.Struct) -> msgspec.Raw:
        """Give a method's result as `Transport.call` does, with its errors."""
        try:
            return await super().call(url, parameters)
        except TelegramError as error:
            self._failed(_kind(error))
            raise


def _kind(error: TelegramError) -> str:
    """Give a refusal's status, or what kind of error it is."""
    status = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), None)
    return type(error).__name__ if status is None else str(int(status))


STATUSES = {
    BadRequest: HTTPStatus.BAD_REQUEST,
    ChatMigrated: HTTPStatus.BAD_REQUEST,
    InvalidToken: HTTPStatus.UNAUTHORIZED,
    Forbidden: HTTPStatus.FORBIDDEN,
    Conflict: HTTPStatus.CONFLICT,
}
