"""An earlier message that was edited in the chat: the entries it made change with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.checkins.noting import answers_check_in
from conversations.checkins.rewriting import rewrite_answer
from conversations.interview.answering import keep
from conversations.interview.asking import ask_as_it_stands, form_of, view
from conversations.interview.forms.base import Answered
from conversations.interview.receipts import changed_receipt
from conversations.interview.replies import About
from conversations.interview.restating import restate
from conversations.reading.remarks import classify_remark
from conversations.reading.text import clean_text
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.events import Edited
    from conversations.interview.turn import Turn


def rewrite(turn: Turn, event: Edited) -> None:
    """Take the new words of an earlier answer; unchanged entries keep their ids and facts."""
    about = turn.snapshot.about
    said = clean_text(event.text).strip()
    if about is not None and answers_check_in(about) and about.venture == turn.venture and said:
        rewrite_answer(turn, about, said)
        return
    if about is not None and about.versions and about.venture == turn.venture and said:
        restate(turn, about, said)
        ask_as_it_stands(turn)
        return
    question_id = turn.script.current(about.question) if about else ""
    if about is None or not said or not turn.script.has(question_id) or about.venture != turn.venture:
        turn.say(say("edited.unknown"))
        ask_as_it_stands(turn)
        return
    question = turn.script.question(question_id)
    heard = None if classify_remark(said) else form_of(question).hear(view(turn, question), said)
    if not isinstance(heard, Answered):
        turn.say(say("edited.no_answer"))
        ask_as_it_stands(turn)
        return
    turn.canvas = keep(turn.canvas, question, heard)
    turn.said_about = About(venture=turn.venture, question=question_id, entries=heard.entries)
    changed_receipt(turn, *heard.entries)
    ask_as_it_stands(turn)
