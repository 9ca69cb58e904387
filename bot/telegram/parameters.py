"""What the calls of every turn carry, as the Bot API spells it. Fields that say nothing are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Raw, Struct
from msgspec.json import Encoder
from telegram.constants import ParseMode

from bot.turns import AnswerTap

if TYPE_CHECKING:
    from bot.turns import Address, Carried, EditText, Label, RefreshText

    Rows = tuple[tuple[Label, ...], ...]

HTML: str = ParseMode.HTML.value
NOTE = 200
"""Characters of the note above the screen that answers a tap."""
_encode = Encoder().encode
NO_PREVIEW = {"is_disabled": True}


class Button(Struct, frozen=True, omit_defaults=True):
    """A button below a message."""

    text: str
    callback_data: str = ""
    url: str = ""


class Keyboard(Struct, frozen=True):
    """The buttons below a message."""

    inline_keyboard: list[list[Button]]


class SendMessage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A new message."""

    chat_id: int
    text: str
    parse_mode: str
    link_preview_options: dict[str, bool]
    reply_markup: Keyboard | None = None
    disable_notification: bool = False
    message_thread_id: int = 0


class EditMessageText(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A message rewritten."""

    chat_id: int
    message_id: int
    text: str
    parse_mode: str
    link_preview_options: dict[str, bool]
    reply_markup: Keyboard | None = None


class EditMessageReplyMarkup(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A message's buttons taken off, or changed."""

    chat_id: int
    message_id: int
    reply_markup: Keyboard | None = None


class PinChatMessage(Struct, frozen=True, kw_only=True):
    """A message pinned, without a sound."""

    chat_id: int
    message_id: int
    disable_notification: bool = True


class UnpinChatMessage(Struct, frozen=True, kw_only=True):
    """A message that is pinned no more."""

    chat_id: int
    message_id: int


class GetChat(Struct, frozen=True):
    """A chat looked up."""

    chat_id: int


class PinnedIn(Struct, frozen=True):
    """What is read of a chat that was looked up: a message that is pinned in it, if any is."""

    pinned_message: dict[str, Raw] | None = None


class AnswerCallbackQuery(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A tap acknowledged."""

    callback_query_id: str
    text: str = ""


class DeleteMessages(Struct, frozen=True, kw_only=True):
    """Messages deleted."""

    chat_id: int
    message_ids: tuple[int, ...]


class SentMessage(Struct, frozen=True):
    """What is read of a message that was sent."""

    message_id: int


def rewritten(
    address: Address, message: int, outgoing: EditText | RefreshText, rows: Rows
) -> EditMessageText:
    """Give the call that has a message say what `outgoing` says, with `rows` below it."""
    return EditMessageText(
        chat_id=address.chat,
        message_id=message,
        text=outgoing.html,
        parse_mode=HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=keyboard(rows),
    )


def keyboard(rows: Rows) -> Keyboard | None:
    """Give buttons as Telegram takes them; None where there are none."""
    if not rows:
        return None
    return Keyboard([[Button(label.text, label.data, label.url) for label in row] for row in rows])


def call_of(address: Address, carried: Carried) -> bytes:
    """Give a call as the response to a webhook carries it: its parameters, and the method with them."""
    method, parameters = _carried(address, carried)
    return b'{"method":"%b",%b' % (method.encode(), _encode(parameters)[1:])


def _carried(address: Address, carried: Carried) -> tuple[str, Struct]:
    if isinstance(carried, AnswerTap):
        answer = AnswerCallbackQuery(callback_query_id=carried.tap, text=carried.note[:NOTE])
        return "answerCallbackQuery", answer
    return "editMessageReplyMarkup", EditMessageReplyMarkup(chat_id=address.chat, message_id=carried.message)
