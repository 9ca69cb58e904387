"""aiogram's finite state machine, its states in memory, in SQLite or in Redis.

python -m benchmarks.peers.aiogram_bot memory|sqlite|redis
"""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING, Any

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandStart, StateFilter
from aiogram.fsm.state import State
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from benchmarks.peers.interview import Interview, Settings
from benchmarks.peers.sqlite_storage import SqliteStorage

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.storage.base import BaseStorage
    from aiogram.types import CallbackQuery


class Asking:
    """The handlers; a chat's state is the place of its question."""

    def __init__(self, interview: Interview) -> None:
        self._interview = interview
        self._states = [State(str(place), "interview") for place in range(len(interview.questions))]

    def register(self, dispatcher: Dispatcher) -> None:
        """Give the dispatcher the interview."""
        asked = StateFilter(*self._states)
        dispatcher.message.register(self.starts, CommandStart())
        dispatcher.message.register(self.said, Command("skip"), asked)
        dispatcher.message.register(self.said, asked, F.text)
        dispatcher.callback_query.register(self.tapped, asked)

    async def starts(self, message: Message, state: FSMContext) -> None:
        """Put the first question."""
        await state.clear()
        await self._ask(message, state, {}, 1)

    async def said(self, message: Message, state: FSMContext) -> None:
        """Take a text."""
        data = await state.get_data()
        await self._goes_on(message, state, data, message.text or "")

    async def tapped(self, query: CallbackQuery, state: FSMContext) -> None:
        """Take a tap."""
        await query.answer()
        data = await state.get_data()
        if isinstance(query.message, Message):
            label = self._interview.label(data["place"], query.data or "")
            await self._goes_on(query.message, state, data, label)

    async def _goes_on(self, message: Message, state: FSMContext, data: dict[str, Any], said: str) -> None:
        await self._ask(message, state, data, self._interview.take(data, data["place"], said))

    async def _ask(self, message: Message, state: FSMContext, data: dict[str, Any], place: int) -> None:
        data["place"] = place
        if "shown" in data and message.bot is not None:
            shown = data.pop("shown")
            await message.bot.edit_message_reply_markup(chat_id=message.chat.id, message_id=shown)
        if place == len(self._interview.questions):
            await state.set_state(None)
            await state.set_data(data)
            await message.answer(self._interview.canvas(data), parse_mode="HTML")
            return
        await state.set_state(self._states[place])
        rows = [
            [InlineKeyboardButton(text=label, callback_data=data) for label, data in row]
            for row in self._interview.keyboard(place)
        ]
        sent = await message.answer(
            self._interview.questions[place].html,
            parse_mode="HTML",
            reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
        )
        await state.set_data({**data, "shown": sent.message_id})


def storage(kind: str, settings: Settings) -> BaseStorage:
    """Give the storage of this name."""
    if kind == "sqlite":
        return SqliteStorage(settings.folder / "fsm.sqlite3")
    if kind == "redis":
        from aiogram.fsm.storage.redis import RedisStorage  # noqa: PLC0415 - where it is installed

        return RedisStorage.from_url(os.environ["BENCH_REDIS"])
    return MemoryStorage()


async def main(kind: str) -> None:
    """Run it until it is stopped."""
    settings = Settings.from_environment()
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.url))
    bot = Bot(settings.token, session=session)
    dispatcher = Dispatcher(storage=storage(kind, settings))
    Asking(Interview(settings.folder)).register(dispatcher)
    if settings.mode == "polling":
        await dispatcher.start_polling(bot)
        return
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=settings.secret).register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", settings.port).start()
    await bot.set_webhook(f"http://127.0.0.1:{settings.port}/hook", secret_token=settings.secret)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
