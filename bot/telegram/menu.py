"""What people see of the bot before they write: its commands, the menu button, what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from telegram import BotCommand, MenuButtonCommands
from telegram.error import TelegramError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Bot

log = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Menu:
    """The bot in one language: `commands` as pairs of name and description (256 characters at most).

    `description` (512) is shown in an empty chat, `short_description` (120) in the bot's profile. `language`
    is a two-letter code, empty for everybody whose language has no menu.
    """

    commands: tuple[tuple[str, str], ...]
    description: str = ""
    short_description: str = ""
    language: str = ""


async def register(bot: Bot, menus: Iterable[Menu]) -> None:
    """Tell Telegram what changed of the menus. A failure is logged: the bot works without."""
    try:
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
        for menu in menus:
            await _register(bot, menu)
    except TelegramError as error:
        log.warning("menu not registered", kind=type(error).__name__)


async def _register(bot: Bot, menu: Menu) -> None:
    # Asked first: Telegram allows few changes of these an hour, and a bot may be restarted often.
    language = menu.language or None
    commands = [BotCommand(name, text) for name, text in menu.commands]
    if list(await bot.get_my_commands(language_code=language)) != commands:
        await bot.set_my_commands(commands, language_code=language)
    description = await bot.get_my_description(language_code=language)
    if menu.description and description.description != menu.description:
        await bot.set_my_description(menu.description, language_code=language)
    short = await bot.get_my_short_description(language_code=language)
    if menu.short_description and short.short_description != menu.short_description:
        await bot.set_my_short_description(menu.short_description, language_code=language)
