"""The canvas as a picture: asked for after the words are out, sent when it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.replies import Picture
from conversations.interview.requests import Draw
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.events import Drawn
    from conversations.interview.turn import Turn

NAME = "canvas.png"


def want_picture(turn: Turn) -> None:
    """Ask for the canvas as a picture, where there is something on it."""
    if turn.canvas.entries:
        turn.drawing = Draw(
            venture=turn.venture,
            canvas=turn.canvas,
            on=turn.now.date(),
            language=turn.person.language,
        )


def drawn(turn: Turn, event: Drawn) -> None:
    """Hand the picture over; where it could not be drawn, say that the words have all of it."""
    unsaid = event.content is None and not event.file
    if unsaid or event.request.venture != turn.venture:
        return
    failed = say("picture.failed")
    if not (event.content or event.file):
        turn.say(failed)
        return
    name = event.request.canvas.venture.name
    caption = say("picture.caption", name=name) if name else say("picture.caption_unnamed")
    turn.replies.append(
        Picture(
            name=NAME,
            request=event.request,
            content=event.content or b"",
            file=event.file,
            caption=(caption,),
            instead=(failed,),
        )
    )
