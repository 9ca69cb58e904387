"""Delivery: what turns left to send goes out, each chat's messages in order, chats in parallel."""

from bot.delivery.deliver import Delivery
from bot.delivery.errors import AskedToWait, NotSent, OutcomeUnknown, Refused, SendError, Unreachable
from bot.delivery.lane import POINTS
from bot.delivery.pace import Pace, pause
from bot.delivery.pseudonym import pseudonym, pseudonym_of_turn, pseudonym_of_update

__all__ = [
    "POINTS",
    "AskedToWait",
    "Delivery",
    "NotSent",
    "OutcomeUnknown",
    "Pace",
    "Refused",
    "SendError",
    "Unreachable",
    "pause",
    "pseudonym",
    "pseudonym_of_turn",
    "pseudonym_of_update",
]
