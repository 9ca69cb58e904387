"""Canvases kept under links, for their founders to take."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from bot.storage.links import keep
from bot.storage.visiting import visiting
from conversations.links.link import BYTES, NewLink, digest_of
from conversations.links.purposes import Handover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.settings import Settings
    from conversations.canvas.document import Canvas


async def links_to(settings: Settings, canvases: Sequence[Canvas], days: int) -> list[str]:
    """Keep canvases in the bot's database, and give a link each that can be used once within so many days.

    Raises `StorageError`, `TelegramRefused`, `TelegramSilent`.
    """
    # Here and not above: no other command but `run` needs anything of Telegram, which takes long to load.
    from bot.telegram.asking import start_address_of  # noqa: PLC0415 - as said above

    address = await start_address_of(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
    tokens = kept(settings.database_url, canvases, timedelta(days=days))
    return [address + token for token in tokens]


def kept(url: str, canvases: Sequence[Canvas], lasting: timedelta) -> list[str]:
    """Keep canvases, each for one use, and give their tokens. Raises `StorageError`."""
    now = datetime.now(UTC)
    tokens = [token_urlsafe(BYTES) for _ in canvases]
    new = [
        NewLink(digest=digest_of(token), purpose=Handover(canvas), expires_at=now + lasting, uses=1)
        for token, canvas in zip(tokens, canvases, strict=True)
    ]
    with visiting(url, now) as unit:
        keep(unit, new, made_by=None)
    return tokens
