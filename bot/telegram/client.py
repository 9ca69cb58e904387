"""The bot as a client of Telegram: python-telegram-bot's methods on our transport."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Self

import msgspec
from telegram import Bot
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from bot.telegram.errors import Unanswered
from bot.telegram.transport import Transport

if TYPE_CHECKING:
    from types import TracebackType

LONG_POLL = 30
"""Seconds that Telegram holds a poll while nothing happens."""
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query")


class Updates(msgspec.Struct):
    """The answer to getUpdates, its updates not yet read."""

    result: tuple[msgspec.Raw, ...]


_read_updates = msgspec.json.Decoder(Updates).decode
_encode = msgspec.json.Encoder().encode


class _SilentBot(Bot):
    # The library logs, at DEBUG, the address with the token in it and every parameter of every call. This
    # logger is known to nobody, so nobody can switch it on.
    _LOGGER = logging.Logger("silent")  # noqa: LOG001 - registered with nobody on purpose, see above


_SilentBot._LOGGER.disabled = True  # noqa: SLF001 - our own subclass, see above


class Client:
    """One bot on one Bot API server: `async with Client(token, url) as client`.

    `bot` has the API's methods; `id` is the bot's, which its token begins with.
    """

    def __init__(self, token: str, api_url: str, transport: Transport | None = None) -> None:
        self.id = int(token.partition(":")[0])
        self._transport = transport or Transport()
        base = api_url.rstrip("/")
        self.bot: Bot = _SilentBot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._transport,
            get_updates_request=self._transport,
        )
        self._methods_url = f"{base}/bot{token}/"

    async def __aenter__(self) -> Self:
        """Open the transport; asks Telegram nothing yet."""
        await self._transport.initialize()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.shutdown()

    async def fetch(self, offset: int, wait: int = LONG_POLL) -> tuple[msgspec.Raw, ...]:
        """Give the updates from `offset` on, each as JSON, waiting `wait` seconds for the first.

        This tells Telegram that all before `offset` is safe. Raises the errors of bot.telegram.errors.
        """
        asked = {
            "timeout": wait,
            "allowed_updates": ALLOWED_UPDATES,
            **({"offset": offset} if offset else {}),
        }
        read = wait + self._transport.read_timeout
        status, answer = await self._transport.exchange(
            "POST", f"{self._methods_url}getUpdates", _encode(asked), read
        )
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            raise InvalidToken
        if status == HTTPStatus.CONFLICT:
            raise Conflict("another program polls for this bot, or a webhook is set")
        if status >= HTTPStatus.BAD_REQUEST:
            raise BadRequest(f"getUpdates was answered {status}")
        try:
            return _read_updates(answer).result
        except (msgspec.MsgspecError, RecursionError):
            pass
        raise Unanswered("getUpdates was answered with something that is no list of updates")

    async def call(self, method: str, parameters: msgspec.Struct) -> msgspec.Raw:
        """Call a method with parameters of ours and give its result, unread.

        What every turn calls goes this way: the library would build trees of objects for each call. Raises
        the errors of bot.telegram.errors.
        """
        return await self._transport.call(self._methods_url + method, parameters)

    async def download(self, file: str, most: int) -> bytes:
        """Give the content of a file that somebody sent, at most `most` bytes.

        Raises `TooLarge` beyond that, the errors of bot.telegram.errors, and the library's `BadRequest`.
        """
        found = await self.bot.get_file(file)
        return await self._transport.download(found.file_path or "", most)

    async def answers(self) -> bool:
        """Tell whether Telegram answers at the moment."""
        try:
            await self.bot.get_me()
        except TelegramError:
            return False
        return True
