"""What was intended for a conversation and has come: told, or done, there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.replies import About, Say

if TYPE_CHECKING:
    from conversations.interview.events import Happened
    from conversations.interview.turn import Turn


def take_happened(turn: Turn, event: Happened) -> None:
    """Do what an occasion asks for."""
    told = event.occasion
    turn.replies.append(Say(told.text, told.rows, about=About(venture=turn.venture), silent=told.silent))
