"""Messages that are pinned and kept up to date, as calls of the Bot API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from telegram.error import BadRequest

from bot.delivery import Refused
from bot.telegram.parameters import (
    EditMessageReplyMarkup,
    GetChat,
    PinChatMessage,
    PinnedIn,
    UnpinChatMessage,
    rewritten,
)
from bot.telegram.refusals import UNCHANGED, UNEDITABLE, again, reason_of
from bot.turns import GONE, Pin, RefreshText, Unpin

if TYPE_CHECKING:
    from bot.telegram.client import Client
    from bot.turns import Address, Pinning

_read_pinned = msgspec.json.Decoder(PinnedIn).decode


async def pinned(client: Client, address: Address, outgoing: Pinning, message: int) -> int:
    """Pin, unpin or bring up to date, and give the message's id. Raises the errors of bot.delivery.

    `Refused` with `GONE` where the message isn't there any more, or isn't pinned.
    """
    if not message:
        raise Refused(GONE)
    try:
        match outgoing:
            case Pin():
                pin = PinChatMessage(chat_id=address.chat, message_id=message)
                await again(client.call("pinChatMessage", pin))
            case Unpin():
                await _unpin(client, address, message)
            case RefreshText():
                await _refresh(client, address, outgoing, message)
    except BadRequest as error:
        words = error.message.lower()
        if UNCHANGED in words:
            return message
        gone = any(reason in words for reason in UNEDITABLE) or "message to pin not found" in words
        raise Refused(GONE if gone else reason_of(error)) from None
    return message


async def _refresh(client: Client, address: Address, outgoing: RefreshText, message: int) -> None:
    # Telegram tells nobody that something was unpinned: it has to be looked up.
    chat = _read_pinned(await again(client.call("getChat", GetChat(address.chat))))
    rows = outgoing.rows if chat.pinned_message else ()
    await again(client.call("editMessageText", rewritten(address, message, outgoing, rows)))
    if not chat.pinned_message:
        raise Refused(GONE)


async def _unpin(client: Client, address: Address, message: int) -> None:
    try:
        unpin = UnpinChatMessage(chat_id=address.chat, message_id=message)
        await again(client.call("unpinChatMessage", unpin))
    except BadRequest:
        pass  # somebody unpinned it before
    bare = EditMessageReplyMarkup(chat_id=address.chat, message_id=message)
    await again(client.call("editMessageReplyMarkup", bare))
