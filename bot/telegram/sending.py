"""Outgoing messages as calls of the Bot API, and Telegram's refusals as the errors of delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile
from telegram.error import BadRequest

from bot.delivery import Refused
from bot.telegram.parameters import (
    HTML,
    NO_PREVIEW,
    NOTE,
    AnswerCallbackQuery,
    DeleteMessages,
    EditMessageReplyMarkup,
    SendMessage,
    SentMessage,
    keyboard,
    rewritten,
)
from bot.telegram.pinning import pinned
from bot.telegram.refusals import UNCHANGED, UNEDITABLE, again, new, reason_of
from bot.turns import (
    AnswerTap,
    EditText,
    Pinning,
    SendFile,
    SendPicture,
    SendText,
    Sent,
    TakeButtons,
    Unsend,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import TypeAlias, TypedDict, TypeVar

    from bot.telegram.client import Client
    from bot.turns import Address, Label, Outgoing
    from conversations.interview.requests import Draw

    Given = TypeVar("Given")
    Plain: TypeAlias = SendText | EditText | TakeButtons | AnswerTap | Unsend
    Drawing: TypeAlias = Callable[[Draw], Awaitable[bytes | None]]

    class _Shared(TypedDict):
        caption: str | None
        parse_mode: str
        message_thread_id: int | None
        reply_markup: InlineKeyboardMarkup | None


DELETED_AT_ONCE = 100

OF_THE_CHAT = frozenset({"no_chat", "no_topic", "no_rights", "migrated"})
"""Refusals that another file would change nothing about."""
_read_sent = msgspec.json.Decoder(SentMessage).decode


async def _nothing_drawn(_request: Draw) -> bytes | None:
    return None


class TelegramMessenger:
    """Sends outgoing messages: files with the library's methods, everything else with calls of our own.

    `draw` draws what Telegram has no more, though it was sent before.
    """

    def __init__(self, client: Client, draw: Drawing = _nothing_drawn) -> None:
        self._client = client
        self._bot = client.bot
        self._draw = draw

    async def send(self, address: Address, outgoing: Outgoing, message: int = 0) -> Sent:
        """Send it and give the ids of message and file. Raises the errors of bot.delivery."""
        if isinstance(outgoing, SendPicture | SendFile):
            return await self._made(address, outgoing)
        if isinstance(outgoing, Pinning):
            return Sent(await pinned(self._client, address, outgoing, message))
        return Sent(await self._sent(address, outgoing, message))

    async def _sent(self, address: Address, outgoing: Plain, message: int) -> int:
        match outgoing:
            case SendText():
                sent = await self._text(address, outgoing)
            case EditText():
                sent = await self._edit(address, outgoing, message or outgoing.message)
            case TakeButtons():
                sent = await self._take_buttons(address, message or outgoing.message)
            case AnswerTap():
                sent = await self._answer(outgoing)
            case Unsend():
                sent = await self._unsend(address, outgoing.messages)
        return sent

    async def _text(self, address: Address, outgoing: SendText) -> int:
        parameters = SendMessage(
            chat_id=address.chat,
            text=outgoing.html,
            parse_mode=HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=keyboard(outgoing.rows),
            disable_notification=outgoing.silent,
            message_thread_id=address.topic,
        )
        return await new(self._new_message(parameters))

    async def _new_message(self, parameters: SendMessage) -> int:
        return _read_sent(await self._client.call("sendMessage", parameters)).message_id

    async def _edit(self, address: Address, outgoing: EditText, message: int) -> int:
        anew = SendText(html=outgoing.html, rows=outgoing.rows, prompt=outgoing.prompt)
        if not message:
            return await self._text(address, anew)
        parameters = rewritten(address, message, outgoing, outgoing.rows)
        try:
            await again(self._client.call("editMessageText", parameters))
        except BadRequest as error:
            words = error.message.lower()
            if UNCHANGED in words:
                return message
            if any(reason in words for reason in UNEDITABLE):
                return await self._text(address, anew)
            raise Refused(reason_of(error)) from None
        return message

    async def _take_buttons(self, address: Address, message: int) -> int:
        if message:
            parameters = EditMessageReplyMarkup(chat_id=address.chat, message_id=message)
            await self._if_possible(self._client.call("editMessageReplyMarkup", parameters))
        return 0

    async def _answer(self, outgoing: AnswerTap) -> int:
        parameters = AnswerCallbackQuery(callback_query_id=outgoing.tap, text=outgoing.note[:NOTE])
        await self._if_possible(self._client.call("answerCallbackQuery", parameters))
        return 0

    async def _made(self, address: Address, outgoing: SendPicture | SendFile) -> Sent:
        """Send a file that Telegram has by its id; where it has it no more, draw and upload it again."""
        if not outgoing.file:
            return await self._upload(address, outgoing, outgoing.content)
        try:
            return await self._file(address, outgoing, outgoing.file)
        except Refused as error:
            if error.reason in OF_THE_CHAT:
                raise
        content = await self._draw(outgoing.anew) if outgoing.anew else None
        if not content:
            return Sent(await self._text(address, SendText(html=outgoing.instead)))
        return await self._upload(address, outgoing, content)

    async def _upload(self, address: Address, outgoing: SendPicture | SendFile, content: bytes) -> Sent:
        return await self._file(address, outgoing, InputFile(content, filename=outgoing.name))

    async def _file(self, address: Address, outgoing: SendPicture | SendFile, file: InputFile | str) -> Sent:
        shared: _Shared = {
            "caption": outgoing.html or None,
            "parse_mode": HTML,
            "message_thread_id": address.topic or None,
            "reply_markup": _buttons(outgoing.rows),
        }
        if isinstance(outgoing, SendPicture):
            sent = await new(self._bot.send_photo(address.chat, file, **shared))
            return Sent(sent.message_id, sent.photo[-1].file_id if sent.photo else "")
        document = self._bot.send_document(address.chat, file, disable_content_type_detection=True, **shared)
        sent = await new(document)
        return Sent(sent.message_id, sent.document.file_id if sent.document else "")

    async def _unsend(self, address: Address, messages: tuple[int, ...]) -> int:
        for start in range(0, len(messages), DELETED_AT_ONCE):
            batch = messages[start : start + DELETED_AT_ONCE]
            parameters = DeleteMessages(chat_id=address.chat, message_ids=batch)
            await self._if_possible(self._client.call("deleteMessages", parameters))
        return 0

    async def _if_possible(self, call: Awaitable[object]) -> None:
        """Make a call whose refusal nobody would miss."""
        try:
            await again(call)
        except BadRequest:
            return


def _buttons(rows: tuple[tuple[Label, ...], ...]) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(label) for label in row] for row in rows])


def _button(label: Label) -> InlineKeyboardButton:
    if label.url:
        return InlineKeyboardButton(label.text, url=label.url)
    return InlineKeyboardButton(label.text, callback_data=label.data)
