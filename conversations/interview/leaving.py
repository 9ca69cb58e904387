"""Leaving: a break, everything taken along, everything deleted, a new start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.document import Canvas
from conversations.cohorts.following import take_places_along
from conversations.interview.position import Conversation
from conversations.interview.replies import Button, HandExport, Unsend
from conversations.interview.returning import begin
from conversations.script.machine import PAUSED, RESTING, WELCOME
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

EXPORT_NAME = "backstage.json"


def pause(turn: Turn) -> None:
    """Take a break: the place is kept."""
    here = turn.conversation
    if here.state in (RESTING, WELCOME):
        turn.say(say("pause.nothing"))
        return
    turn.close_prompt()
    if here.state != PAUSED:
        turn.place(resume_at=here.state, state=turn.flow.pause(here.state, turn.canvas))
    rows = ((Button(say("button.continue"), "o:go"), Button(say("button.see_canvas"), "o:see")),)
    turn.say(say("pause.done"), rows=rows)


def hand_export(turn: Turn) -> None:
    """Hand over everything that is stored."""
    turn.replies.append(HandExport(EXPORT_NAME, (say("export.caption"),)))


def ask_before_deleting(turn: Turn) -> None:
    """Ask before everything goes."""
    rows = (
        (Button(say("button.delete_all"), "o:gone2"), Button(say("button.keep_all"), "o:kept")),
        (Button(say("button.export_first"), "o:exp"),),
    )
    turn.say(say("delete.ask"), rows=rows)


def delete(turn: Turn) -> None:
    """Delete everything, and the messages that can still be deleted."""
    turn.forget = True
    turn.close_prompt()
    turn.canvas = Canvas()
    turn.conversation = Conversation(script_version=turn.script.version)
    turn.replies = [reply for reply in turn.replies if not isinstance(reply, HandExport)]
    turn.replies.append(Unsend())
    turn.say(say("delete.done"))


def ask_before_starting_over(turn: Turn) -> None:
    """Ask before a new venture takes the place of the current one, which is kept."""
    rows = ((Button(say("button.start_new"), "o:over2"), Button(say("button.keep_going"), "o:kept")),)
    turn.say(say("over.ask"), rows=rows)


def start_over(turn: Turn) -> None:
    """Start a new venture; the old canvas stays in the list of ventures."""
    turn.go_to(turn.snapshot.fresh_venture, Canvas())
    take_places_along(turn)
    begin(turn)
