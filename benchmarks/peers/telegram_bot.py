"""python-telegram-bot's ConversationHandler with PicklePersistence: as shipped, or flushed after every turn.

python -m benchmarks.peers.telegram_bot [flushed]
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    TypeHandler,
    filters,
)

from benchmarks.peers.interview import Interview, Settings

if TYPE_CHECKING:
    from telegram import Message

    Context = ContextTypes.DEFAULT_TYPE


class Bot:
    """The handlers; a conversation's state is the place of its question."""

    def __init__(self, interview: Interview) -> None:
        self._interview = interview

    def conversation(self) -> ConversationHandler[Any]:
        """Give the whole interview as a handler."""
        answers: list[BaseHandler[Update, Any, object]] = [
            MessageHandler(filters.TEXT & ~filters.COMMAND, self.said),
            CallbackQueryHandler(self.tapped),
        ]
        return ConversationHandler(
            entry_points=[CommandHandler("start", self.starts)],
            states=dict.fromkeys(range(1, len(self._interview.questions)), answers),
            fallbacks=[CommandHandler("skip", self.said), CommandHandler("start", self.starts)],
            persistent=True,
            name="interview",
        )

    async def starts(self, update: Update, context: Context) -> int:
        """Put the first question."""
        _data(context).clear()
        return await self._ask(update.effective_message, context, 1)

    async def said(self, update: Update, context: Context) -> int:
        """Take a text."""
        message = update.effective_message
        text = (message.text if message else None) or ""
        return await self._goes_on(message, context, text)

    async def tapped(self, update: Update, context: Context) -> int:
        """Take a tap."""
        query = update.callback_query
        if query is None:
            return ConversationHandler.END
        await query.answer()
        label = self._interview.label(_data(context)["place"], query.data or "")
        return await self._goes_on(update.effective_message, context, label)

    async def _goes_on(self, message: Message | None, context: Context, said: str) -> int:
        data = _data(context)
        return await self._ask(message, context, self._interview.take(data, data["place"], said))

    async def _ask(self, message: Message | None, context: Context, place: int) -> int:
        data = _data(context)
        data["place"] = place
        if message is None:
            return ConversationHandler.END
        if "shown" in data:
            await context.bot.edit_message_reply_markup(message.chat_id, data.pop("shown"))
        if place == len(self._interview.questions):
            await message.chat.send_message(self._interview.canvas(data), parse_mode="HTML")
            return ConversationHandler.END
        rows = [
            [InlineKeyboardButton(label, callback_data=data) for label, data in row]
            for row in self._interview.keyboard(place)
        ]
        sent = await message.chat.send_message(
            self._interview.questions[place].html, parse_mode="HTML", reply_markup=InlineKeyboardMarkup(rows)
        )
        data["shown"] = sent.message_id
        return place


def _data(context: Context) -> dict[str, Any]:
    data: dict[str, Any] = context.user_data if context.user_data is not None else {}
    return data


async def _flush(_update: object, context: Context) -> None:
    await context.application.update_persistence()


def main(*, flushed: bool) -> None:
    """Run it until it is stopped."""
    settings = Settings.from_environment()
    application = (
        Application.builder()
        .token(settings.token)
        .base_url(f"{settings.url}/bot")
        .persistence(PicklePersistence(settings.folder / "persistence.pickle"))
        .build()
    )
    application.add_handler(Bot(Interview(settings.folder)).conversation())
    if flushed:
        application.add_handler(TypeHandler(Update, _flush), group=1)
    if settings.mode == "polling":
        application.run_polling(allowed_updates=["message", "callback_query"])
        return
    application.run_webhook(
        listen="127.0.0.1",
        port=settings.port,
        url_path="hook",
        secret_token=settings.secret,
        webhook_url=f"http://127.0.0.1:{settings.port}/hook",
    )


if __name__ == "__main__":
    main(flushed="flushed" in sys.argv[1:])
