"""What one of a team answered or changed, told to the others, and what it means where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.changes import changes_between
from conversations.cohorts.following import leave_places
from conversations.intents import Intent, ToTeam
from conversations.interview.answering import TRAIL, standing_answer
from conversations.interview.asking import answered_meanwhile
from conversations.interview.finishing import advance
from conversations.interview.pinning import show_as_it_is
from conversations.interview.replies import About, Button, Say
from conversations.occasions import TeamChanged
from conversations.script.machine import RESTING
from conversations.team.showing import start_anew
from conversations.words.change_words import describe_changes
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn
    from conversations.occasions import TeamGone
    from conversations.script.model import Question
    from conversations.words.text import Phrase

MOST = 8
"""Changes that are told one by one."""


def tell_team(turn: Turn) -> None:
    """Let the others of a shared venture know what this turn answered or changed."""
    before = turn.snapshot.canvas
    if not turn.snapshot.shared or turn.venture != turn.snapshot.venture or turn.canvas == before:
        return
    questions = tuple(
        question
        for question, answer in turn.canvas.answers.items()
        if answer != before.answers.get(question) and answer.standing != "skipped"
    )
    lines = describe_changes(changes_between(before, turn.canvas), before, turn.canvas)
    if not questions and not lines:
        return
    changed = TeamChanged(
        venture=turn.venture, by=turn.person.first_name, questions=questions, lines=lines[:MOST]
    )
    turn.intents.append(
        Intent(
            name=f"team/{turn.venture}",
            occurrence=str(turn.next_version),
            occasion=changed,
            to=ToTeam(turn.venture),
        )
    )


def hear_of_team(turn: Turn, changed: TeamChanged) -> None:
    """Show what somebody else answered, and the next question; at rest, what they changed."""
    if changed.venture != turn.venture:
        return
    show_as_it_is(turn)
    question = turn.question
    by = changed.by or say("team.somebody")
    if question is not None:
        if question.id in changed.questions and answered_meanwhile(turn) and not turn.conversation.held:
            follow_answer(turn, question, say("team.answered", by=by))
            turn.replies = [
                replace(reply, silent=True) if isinstance(reply, Say) else reply for reply in turn.replies
            ]
    elif turn.conversation.state == RESTING and changed.lines:
        see = ((Button(say("button.see_canvas"), "o:see"),),)
        text = (say("team.changed", by=by, lines=changed.lines),)
        turn.replies.append(Say(text, see, about=About(venture=turn.venture), silent=True))


def follow_answer(turn: Turn, question: Question, *lead: Phrase) -> None:
    """Go on behind a question that somebody else has answered, showing their answer below `lead`."""
    turn.place(trail=(*turn.conversation.trail, question.id)[-TRAIL:], strikes=0, saved=None)
    standing = standing_answer(turn, question.id)
    turn.close_prompt()
    advance(turn, question.block, *lead, *standing)


def hear_of_parting(turn: Turn, gone: TeamGone) -> None:
    """Tell somebody that a venture isn't theirs any more; where they were in it, begin one of their own."""
    told = say("team.parted", name=gone.name or say("team.unnamed"))
    if turn.snapshot.version == 0 and not turn.canvas.entries:
        start_anew(turn, told)
    else:
        turn.say(told)
    leave_places(turn, gone.venture)
