"""How a send can fail: what a messenger raises, and what delivery makes of it.

SendError
├── AskedToWait     sent nothing; again after `seconds`, and until then nothing to this chat
├── NotSent         sent nothing, or may be repeated without harm: again, with a growing wait
├── OutcomeUnknown  may have been sent: again a few times, each of which may be a duplicate
├── Refused         will never be sent: noted as failed with `reason`, the lane goes on
└── Unreachable     blocked the bot: nothing more to this chat
"""

from __future__ import annotations

from conversations.errors import BackstageError


class SendError(BackstageError):
    """A message did not go out. The text is a short reason, never what the message says."""


class AskedToWait(SendError):
    """The messenger asks for a wait of `seconds` before anything else goes to this chat."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"asked to wait {seconds:g} s")
        self.seconds = seconds


class NotSent(SendError):
    """Nothing was sent, or sending again does no harm."""


class OutcomeUnknown(SendError):
    """The request was written and no answer came: it may have been sent."""


class Refused(SendError):
    """The message was refused for good. `reason` is one short word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unreachable(SendError):
    """The person blocked the bot, or the bot is no longer in the group."""
