"""Texts with buttons that can be shown at any time: help, settings, privacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.checkins.zones import zone_button
from conversations.interview.replies import Button
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def show_help(turn: Turn) -> None:
    """Say what can be done, with the buttons that do it."""
    rows = (
        (Button(say("button.see_canvas"), "o:see"), Button(say("button.settings"), "o:set")),
        (Button(say("button.privacy"), "o:priv"),),
    )
    turn.say(say("help.text"), rows=rows)


def show_settings(turn: Turn) -> None:
    """Offer what is seldom needed: ventures, a new start, privacy, the data, the end."""
    rows = (
        (Button(say("button.ventures"), "o:vl"), Button(say("button.start_over"), "o:over")),
        (Button(say("button.team"), f"o:team:{turn.venture}:see"), zone_button()),
        (Button(say("button.privacy"), "o:priv"), Button(say("button.export"), "o:exp")),
        (Button(say("button.delete"), "o:gone"),),
    )
    turn.say(say("settings.text"), rows=rows)


def show_privacy(turn: Turn) -> None:
    """Say what is seen, kept and shared, with taking along and deleting."""
    rows = ((Button(say("button.export"), "o:exp"), Button(say("button.delete"), "o:gone")),)
    turn.say(say("privacy.text"), rows=rows)
