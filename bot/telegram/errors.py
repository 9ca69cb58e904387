"""What can go wrong on the way to Telegram. No text of these ever holds the token or what somebody wrote.

telegram.error.TelegramError
├── NetworkError
│   ├── NeverWritten   the request did not leave: no connection, no free one, no name found
│   ├── Unanswered     the request was written and no proper answer came: it may have been obeyed
│   └── ServerFailed   Telegram answered 5xx: it did not obey
├── TooLarge           a file of more than was asked for
├── Flooded            429: again after `seconds`
└── (those of the library for 400, 401, 403, 404, 409)

TelegramSilent         Telegram does not answer a command that asks once
TelegramRefused        the token is not, or no longer, a bot's: nothing can go on
WebhookRefused         Telegram does not take the webhook's address
"""

from __future__ import annotations

from http import HTTPStatus

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from conversations.errors import BackstageError


class NeverWritten(NetworkError):
    """The request did not leave this machine."""


class Unanswered(NetworkError):
    """The request was written, and what became of it is unknown."""


class ServerFailed(NetworkError):
    """Telegram answered with a server error."""


class TooLarge(TelegramError):
    """A file is larger than what was asked for."""

    def __init__(self) -> None:
        super().__init__("the file is too large")


class Flooded(TelegramError):
    """Telegram asks for a wait of `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Too Many Requests: retry after {seconds:g}")
        self.seconds = seconds


class TelegramSilent(BackstageError):
    """Telegram does not answer; the text is a type's name."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"Telegram does not answer ({kind})")


class TelegramRefused(BackstageError):
    """Telegram does not know the token."""

    def __init__(self) -> None:
        super().__init__("Telegram does not accept the bot's token")


class WebhookRefused(BackstageError):
    """Telegram does not take the webhook's address; the text is Telegram's."""


_REFUSALS: dict[int, type[TelegramError]] = {
    HTTPStatus.BAD_REQUEST: BadRequest,
    HTTPStatus.UNAUTHORIZED: InvalidToken,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: InvalidToken,
    HTTPStatus.CONFLICT: Conflict,
}


def refusal(status: int, description: str, migrated_to: int) -> TelegramError:
    """Give the library's error for a call that Telegram refused; `migrated_to` is the chat's new id, or 0."""
    if migrated_to:
        return ChatMigrated(migrated_to)
    return _REFUSALS.get(status, NetworkError)(description or f"refused with {status}")
