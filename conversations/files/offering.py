"""The canvases of a file that a founder sent, each offered as a new venture."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from conversations.files.canvases import CanvasRead, canvases_in
from conversations.links.handover import named, take_row
from conversations.links.link import Terms
from conversations.links.minting import mint
from conversations.links.purposes import Handover
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

AT_ONCE = 5
"""Canvases offered from one file."""
OFFERED = Terms(uses=1, lasting=timedelta(days=7))


def offer_canvases(turn: Turn, content: bytes) -> None:
    """Offer what a file holds, a message a canvas; say why where there is nothing to offer."""
    read = list(canvases_in(content))
    canvases = [one.canvas for one in read if isinstance(one, CanvasRead) and not one.empty]
    for canvas in canvases[:AT_ONCE]:
        token = mint(turn, Handover(canvas), OFFERED)
        turn.say(named(canvas, "files.canvas"), rows=(take_row(token),))
    if not canvases:
        reasons = {one.reason for one in read if not isinstance(one, CanvasRead)}
        turn.say(say("files.newer" if "newer" in reasons else "files.no_canvas"))
    elif len(canvases) > AT_ONCE:
        turn.say(say("files.more", n=len(canvases) - AT_ONCE))
