"""Telegram's refusals as the errors of delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, TelegramError

from bot.delivery import AskedToWait, NotSent, OutcomeUnknown, Refused, Unreachable
from bot.telegram.errors import Flooded, NeverWritten, ServerFailed, Unanswered

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from typing import TypeVar

    from bot.delivery import SendError

    Given = TypeVar("Given")

UNCHANGED = "message is not modified"
UNEDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
    "message identifier is not specified",
)
REASONS = {
    "chat not found": "no_chat",
    "can't parse entities": "markup",
    "message is too long": "too_long",
    "message text is empty": "empty",
    "thread not found": "no_topic",
    "not enough rights": "no_rights",
    "button_data_invalid": "button",
}
STUMBLES = (AttributeError, KeyError, TypeError, ValueError, msgspec.MsgspecError)
"""What is raised where an answer says yes and then is not what it should be."""


async def new(call: Awaitable[Given]) -> Given:
    """Make a call that sends something new: made twice, it is seen twice."""
    try:
        return await call
    except Unanswered as error:
        raise OutcomeUnknown(error.message) from None
    except STUMBLES as error:
        raise OutcomeUnknown(type(error).__name__) from None
    except TelegramError as error:
        raise as_send_error(error) from None


async def again(call: Awaitable[Given]) -> Given:
    """Make a call that can be repeated without harm. Lets `BadRequest` through."""
    try:
        return await call
    except BadRequest:
        raise
    except Unanswered as error:
        raise NotSent(error.message) from None
    except STUMBLES:
        raise Refused("strange_answer") from None
    except TelegramError as error:
        raise as_send_error(error) from None


def as_send_error(error: TelegramError) -> SendError:
    """Give what became of a call that failed, in delivery's terms."""
    if isinstance(error, Flooded):
        return AskedToWait(error.seconds)
    if isinstance(error, NeverWritten | ServerFailed):
        return NotSent(error.message)
    if isinstance(error, InvalidToken | Conflict):
        # The operator's to mend: what waits is sent once the bot is started with its new token.
        return NotSent(type(error).__name__)
    if isinstance(error, Forbidden):
        return Unreachable(type(error).__name__)
    return Refused(reason_of(error))


def reason_of(error: TelegramError) -> str:
    """Give a short word for what Telegram refused a call for."""
    if isinstance(error, ChatMigrated):
        return "migrated"
    words = error.message.lower()
    return next((reason for part, reason in REASONS.items() if part in words), "refused")
