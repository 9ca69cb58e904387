"""Taps on the open question's buttons: obeyed once, while it is open; old ones are answered, not obeyed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.interview.answering import go_back, save, skip
from conversations.interview.asking import FORMAT, answered_meanwhile, ask, form_of, redraw, view
from conversations.interview.fixing import fix
from conversations.interview.forms.base import Answered, Marked
from conversations.team.telling import follow_answer
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.events import Tapped
    from conversations.interview.position import Prompt
    from conversations.interview.turn import Turn
    from conversations.script.model import Question

UNFOLDING = ("ex", "why", "who")
_UNFOLDED = {"ex": "example", "why": "why", "who": "who"}
_FIXES = ("fix", "fixed", "one", "re", "mv", "to", "dr")
JUST_ASKED = timedelta(minutes=1)
"""A stale tap this soon after the question is a finger that tapped twice: a note is enough."""


def tap_prompt(turn: Turn, event: Tapped) -> None:
    """Take a tap on a question's button."""
    version, _, rest = event.data.partition(":")
    token, _, choice = rest.partition(":")
    prompt = turn.conversation.prompt
    question = turn.question
    if version != FORMAT or not choice:
        turn.acknowledge(event.tap, say("note.unknown_button"))
    elif prompt is None or question is None or token != prompt.token:
        _stale(turn, event)
    else:
        turn.place(expecting="")
        turn.acknowledge(event.tap, _obey(turn, question, prompt, choice, event.message))


def _stale(turn: Turn, event: Tapped) -> None:
    """Say that it was answered already, and where we are, unless that was said a moment ago."""
    prompt = turn.conversation.prompt
    turn.acknowledge(event.tap, say("note.answered"))
    if prompt is not None and turn.question is not None and turn.now - prompt.asked_at > JUST_ASKED:
        ask(turn, say("here_we_are"), marks=prompt.marks)


def _obey(turn: Turn, question: Question, prompt: Prompt, choice: str, message: int) -> Phrase | None:
    """Do what the tap says; give the note to acknowledge it with, None for none."""
    if choice in UNFOLDING:
        unfolded = "" if prompt.unfolded == _UNFOLDED[choice] else _UNFOLDED[choice]
        turn.place(prompt=replace(prompt, unfolded=unfolded))
        redraw(turn, message)
        return None
    if choice.partition(":")[0] in _FIXES:
        return fix(turn, choice, message)
    if answered_meanwhile(turn):
        follow_answer(turn, question)
        return say("team.meanwhile.note")
    if choice == "skip":
        skip(turn, question)
    elif choice == "back":
        return None if go_back(turn) else say("note.first_question")
    else:
        return _form_tap(turn, question, choice, message)
    return None


def _form_tap(turn: Turn, question: Question, choice: str, message: int) -> Phrase | None:
    prompt = turn.conversation.prompt
    heard = form_of(question).tap(view(turn, question), choice)
    if isinstance(heard, Answered):
        save(turn, question, heard)
        return None
    if isinstance(heard, Marked) and prompt is not None:
        if (heard.marks, heard.page) != (prompt.marks, prompt.page):
            turn.place(prompt=replace(prompt, marks=heard.marks, page=heard.page))
            redraw(turn, message)
        return heard.note
    return say("note.unknown_button")
