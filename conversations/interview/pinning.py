"""A pinned canvas: one message that is kept up to date, until a tap ends it, or it is unpinned or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.position import Pinned
from conversations.interview.replies import About, Button, Pin, Refresh, Say, Unpin
from conversations.words.short_canvas import short_canvas
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.interview.replies import Rows
    from conversations.interview.turn import Turn
    from conversations.words.text import Text


def pin(turn: Turn) -> None:
    """Send the canvas in brief and pin it; what was pinned before is let go."""
    if not turn.canvas.entries:
        turn.say(say("pin.empty"))
        return
    _let_go(turn)
    number = turn.conversation.prompts + 1
    pinned = Pinned(venture=turn.venture, prompt=f"pin{number}")
    turn.place(prompts=number, pinned=pinned)
    about = About(venture=turn.venture)
    turn.replies.append(
        Say(_text(turn, turn.canvas), _rows(), prompt=pinned.prompt, about=about, silent=True)
    )
    turn.replies.append(Pin(pinned.prompt))


def unpin(turn: Turn) -> None:
    """Let the pinned canvas go: it stays in the chat as it is."""
    gone = _let_go(turn)
    turn.say(say("pin.ended" if gone else "pin.none"))


def refresh(turn: Turn) -> None:
    """Bring the pinned canvas up to date, where this turn changed what it shows."""
    pinned = turn.conversation.pinned
    if pinned is None or turn.forget or pinned.venture != turn.venture:
        return
    just_sent = any(isinstance(reply, Pin) for reply in turn.replies)
    changed = turn.venture != turn.snapshot.venture or turn.canvas != turn.snapshot.canvas
    if not just_sent and changed and _text(turn, turn.canvas) != _text(turn, turn.snapshot.canvas):
        show_as_it_is(turn)


def show_as_it_is(turn: Turn) -> None:
    """Bring the pinned canvas up to date, whoever changed it."""
    pinned = turn.conversation.pinned
    if pinned is not None and pinned.venture == turn.venture:
        turn.replies.append(Refresh(_text(turn, turn.canvas), _rows(), prompt=pinned.prompt))


def _let_go(turn: Turn) -> bool:
    pinned = turn.conversation.pinned
    if pinned is None:
        return False
    turn.place(pinned=None)
    turn.replies.append(Unpin(pinned.prompt))
    return True


def _text(turn: Turn, canvas: Canvas) -> Text:
    return (*short_canvas(canvas), say("pin.as_of", day=turn.now.date()))


def _rows() -> Rows:
    return ((Button(say("pin.button.stop"), "o:unpin"),),)
