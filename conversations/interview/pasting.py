"""A long text that Telegram cut into several messages: what follows at once belongs to the answer before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from conversations.interview.answering import keep
from conversations.interview.asking import ask_as_it_stands, form_of, view
from conversations.interview.forms.base import Answered
from conversations.interview.position import Saved
from conversations.interview.replies import About
from conversations.reading.text import clean_text

if TYPE_CHECKING:
    from conversations.interview.turn import Turn
    from conversations.script.model import Question

CUT = 4096
"""Characters after which Telegram's apps cut a text into another message."""
NEARLY = 3900
"""An answer this long may have been cut: apps prefer the end of a line or a word."""
AT_ONCE = timedelta(seconds=3)
"""The parts of one text come this soon after each other; nobody types an answer that fast."""


def cut_answer(turn: Turn) -> Question | None:
    """Give the question whose answer a message goes on with, None where it stands for itself."""
    before = turn.snapshot.conversation
    saved, spoke_at = before.saved, before.spoke_at
    if saved is None or spoke_at is None or turn.now - spoke_at > AT_ONCE:
        return None
    last = len(saved.words) % CUT
    cut = saved.words and (last == 0 or last >= NEARLY)
    return turn.script.question(saved.question) if cut and turn.script.has(saved.question) else None


def go_on_with(turn: Turn, question: Question, text: str) -> bool:
    """Add a message's text to the answer that it goes on with; False where that makes no answer."""
    saved = turn.conversation.saved
    said = clean_text(text).strip()
    if saved is None or not said:
        return False
    whole = saved.words + ("" if len(saved.words) % CUT == 0 else "\n") + said
    heard = form_of(question).hear(view(turn, question), whole)
    if not isinstance(heard, Answered):
        return False
    turn.canvas = keep(turn.canvas, question, heard)
    turn.said_about = About(venture=turn.venture, question=question.id, entries=heard.entries)
    turn.place(saved=Saved(question=question.id, words=whole, entries=heard.entries, split=heard.split))
    if turn.question is None:
        turn.say(*heard.receipt)
    else:
        ask_as_it_stands(turn, *heard.receipt)
    return True
