"""Calls that the bot can't begin without: made until Telegram answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import structlog
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.delivery import pause
from bot.telegram.errors import Flooded, TelegramRefused

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

    from bot.delivery import Pace

    Answer = TypeVar("Answer")

log = structlog.get_logger(__name__)


def wait_for(error: Exception, failures: int, pace: Pace) -> float:
    """Give the seconds to wait after that many failures in a row, the last of which was `error`."""
    return error.seconds if isinstance(error, Flooded) else pace.wait_after(failures)


async def insist(
    name: str, call: Callable[[], Awaitable[Answer]], pace: Pace, stopping: asyncio.Event
) -> Answer | None:
    """Give the answer to a call of the Bot API, however long it takes; None where the process stops first.

    Raises `TelegramRefused` for a bad token, and the library's `BadRequest` and `Forbidden`.
    """
    failures = 0
    while not stopping.is_set():
        try:
            return await call()
        except InvalidToken:
            raise TelegramRefused from None
        except (BadRequest, Forbidden):
            raise
        except TelegramError as error:
            failures += 1
            wait = wait_for(error, failures, pace)
            log.warning("telegram does not answer", call=name, kind=type(error).__name__, wait=round(wait, 1))
            await pause(pace, wait, stopping)
    return None
