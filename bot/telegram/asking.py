"""Who a token's bot is, asked once: for commands that run beside the bot or without it."""

from __future__ import annotations

from telegram.error import InvalidToken, TelegramError

from bot.telegram.addresses import start_address
from bot.telegram.client import Client
from bot.telegram.errors import TelegramRefused, TelegramSilent


async def start_address_of(token: str, api_url: str) -> str:
    """Give what a link's token is put behind to be followed to the bot.

    Raises `TelegramRefused` where Telegram doesn't know the token, `TelegramSilent` where it doesn't answer.
    """
    async with Client(token, api_url) as client:
        try:
            me = await client.bot.get_me()
        except InvalidToken:
            raise TelegramRefused from None
        except TelegramError as error:
            raise TelegramSilent(type(error).__name__) from None
    return start_address(me.username or "")
