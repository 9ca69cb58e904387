"""How a question is put: lead, header, what unfolds, the question last and bold, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.fix_rows import fix_rows
from conversations.interview.forms import FORMS
from conversations.interview.forms.base import Form, View
from conversations.interview.position import Prompt
from conversations.interview.replies import About, Button, Redraw, Rows, Say
from conversations.interview.trades import trade_of
from conversations.script.guards import Standing, holds
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn
    from conversations.script.model import Question

FORMAT = "1"
"""The version of prompt taps: `<version>:<prompt token>:<choice>`."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def ask(
    turn: Turn,
    *lead: Phrase,
    unfolded: str = "",
    marks: dict[str, str] | None = None,
    offer: tuple[Button, ...] = (),
) -> None:
    """Put the question that the conversation stands at, as a new message below `lead` and what it offers."""
    question = _standing(turn)
    _count(turn, question)
    turn.close_prompt()
    number = turn.conversation.prompts + 1
    prompt = Prompt(
        token=_token(number),
        question=question.id,
        lead=lead,
        offer=offer,
        unfolded=unfolded,
        marks=marks or {},
        stood=question.id in turn.canvas.answers,
        asked_at=turn.now,
    )
    turn.place(prompt=prompt, prompts=number)
    about = About(venture=turn.venture, question=question.id)
    turn.replies.append(Say(_text(turn, question), _rows(turn, question), prompt=prompt.token, about=about))


def ask_as_it_stands(turn: Turn, *lead: Phrase) -> None:
    """Put the open question last again, with what is tapped on it so far; nothing where none is open."""
    if turn.question is not None:
        prompt = turn.conversation.prompt
        ask(turn, *lead, marks=prompt.marks if prompt else {})


def redraw(turn: Turn, message: int = 0) -> None:
    """Draw the open question anew in its place: at `message`, 0 where only its prompt is known."""
    question = _standing(turn)
    prompt = turn.conversation.prompt
    token = prompt.token if prompt else ""
    turn.replies.append(Redraw(_text(turn, question), _rows(turn, question), prompt=token, message=message))


def form_of(question: Question) -> Form:
    """Give the form that a question has."""
    return FORMS[question.form]


def view(turn: Turn, question: Question) -> View:
    """Give what a question's form may look at."""
    prompt = turn.conversation.prompt
    own = prompt if prompt is not None and prompt.question == question.id else None
    return View(
        question=question,
        canvas=turn.canvas,
        person=turn.person,
        now=turn.now,
        marks=own.marks if own else {},
        page=own.page if own else 0,
        first=turn.conversation.prompts <= 1,
    )


def answered_meanwhile(turn: Turn) -> bool:
    """Whether somebody else has answered the open question of a shared venture since it was asked here."""
    prompt, question = turn.conversation.prompt, turn.question
    if not turn.snapshot.shared or prompt is None or question is None or prompt.stood:
        return False
    answer = turn.canvas.answers.get(question.id)
    return answer is not None and answer.standing != "skipped"


def prompt_button(prompt: Prompt, label: Phrase, choice: str) -> Button:
    """Give a button that is obeyed while its prompt is the open one."""
    return Button(label, f"{FORMAT}:{prompt.token}:{choice}")


def _standing(turn: Turn) -> Question:
    question = turn.question
    if question is None:
        raise LookupError(turn.conversation.state)
    return question


def _token(number: int) -> str:
    token = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        token = _DIGITS[digit] + token
    return token or "0"


def _count(turn: Turn, question: Question) -> None:
    """Fix a block's number of questions on entering it."""
    totals = turn.conversation.totals
    if question.block in totals or question.block == "setup":
        return
    turn.place(totals={**totals, question.block: len(_counted(turn, question.block))})


def _counted(turn: Turn, block: str) -> list[str]:
    """Give a block's questions that count, in the order in which this venture is asked them."""
    standing, answers = Standing(turn.canvas), turn.canvas.answers
    order = dict.fromkeys(
        question.id
        for question, guards in turn.flow.candidates
        if question.block == block
        and question.counted
        and (guards is question.when or standing.holds(guards))
        and (question.id in answers or standing.may_hold(question.when))
    )
    return list(order)


def header(turn: Turn, question: Question) -> Text:
    """Give "Key resources · question 2 of 4"; nothing during the set-up."""
    if question.block == "setup":
        return ()
    block = say(f"block.{question.block}")
    counted = _counted(turn, question.block)
    if question.id not in counted:
        return (say("header.one_more", block=block),)
    total = turn.conversation.totals.get(question.block, len(counted))
    number = counted.index(question.id) + 1
    if total == 1:
        return (say("header.only", block=block),)
    return (say("header.question", block=block, number=min(number, total), total=total),)


def _text(turn: Turn, question: Question) -> Text:
    prompt = turn.conversation.prompt
    lead = prompt.lead if prompt else ()
    unfolded = prompt.unfolded if prompt else ""
    form = form_of(question)
    seen = view(turn, question)
    wording = next(w for w in question.ask if holds(w.when, turn.canvas))
    asked = say(wording.key, **form.params(seen))
    return (*lead, *header(turn, question), *_unfolded(turn, question, unfolded), *form.body(seen), asked)


def _unfolded(turn: Turn, question: Question, which: str) -> Text:
    if which == "example":
        key = f"{question.example}.{trade_of(turn.canvas)}" if question.by_trade else question.example
        return (say("unfolded.example", example=say(key)),)
    if which == "why":
        return (say("unfolded.why", why=say(question.why)),)
    if which == "who":
        return (say("privacy.short"),)
    return ()


def _rows(turn: Turn, question: Question) -> Rows:
    prompt = turn.conversation.prompt
    if prompt is None:
        return ()
    fixing = fix_rows(turn, prompt.unfolded)
    rows = fixing or form_of(question).choices(view(turn, question))
    own = tuple(tuple(prompt_button(prompt, c.label, c.choice) for c in row) for row in rows)
    offered = (prompt.offer,) if prompt.offer else ()
    return own if fixing else (*offered, *own, *_usual(turn, question, prompt))


def _usual(turn: Turn, question: Question, prompt: Prompt) -> Rows:
    """Give the buttons that every question has: Example, Why?, Skip; Back, Fix last."""
    first = [
        prompt_button(prompt, say("button.example"), "ex"),
        prompt_button(prompt, say("button.why"), "why"),
    ]
    if question.skip:
        keep = question.id in turn.canvas.answers
        first.append(prompt_button(prompt, say("button.keep" if keep else "button.skip"), "skip"))
    second = []
    if turn.conversation.trail:
        second.append(prompt_button(prompt, say("button.back"), "back"))
    if turn.conversation.saved is not None and turn.conversation.saved.entries:
        second.append(prompt_button(prompt, say("button.fix"), "fix"))
    return (tuple(first), tuple(second)) if second else (tuple(first),)


def open_questions(turn: Turn) -> tuple[str, int]:
    """Give the block that the interview stands in ("" in the set-up) and how many questions are left."""
    here = turn.conversation.resume_at or turn.conversation.state
    if not turn.script.has(here):
        return "", 0
    block = turn.script.question(here).block
    left = [question_id for question_id in _counted(turn, block) if question_id not in turn.canvas.answers]
    return ("", 0) if block == "setup" or not left else (block, len(left))
