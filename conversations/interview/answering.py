"""What a founder says while a question is open: an answer, a remark, or something for the canvas."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.document import Answer
from conversations.interview.asking import ask, form_of, view
from conversations.interview.finishing import advance
from conversations.interview.forms.base import Answered, Heard, Marked, Puzzled
from conversations.interview.holding import hold
from conversations.interview.leaving import pause
from conversations.interview.position import Saved
from conversations.interview.replies import About
from conversations.interview.requesting import understand_kinds
from conversations.interview.screens import show_help
from conversations.reading.changes_said import looks_like_change
from conversations.reading.marking import agrees
from conversations.reading.remarks import Remark, classify_remark
from conversations.reading.text import clean_text
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.interview.turn import Turn
    from conversations.script.model import Question

STRIKES = 3
"""Turns without progress after which the bot changes its approach."""
STALE = timedelta(hours=12)
"""Text that comes this long after its question may be something else."""
TRAIL = 60


def hear(turn: Turn, text: str, message: int) -> None:
    """Take text while a question is open."""
    question = turn.question
    prompt = turn.conversation.prompt
    if question is None:
        raise LookupError(turn.conversation.state)
    said = clean_text(text).strip()
    if not said:
        puzzled(turn, say("puzzled.empty"))
        return
    form = form_of(question)
    if form.agreement and agrees(said):
        settle(turn, question, form.tap(view(turn, question), form.agreement))
        return
    remark = classify_remark(said)
    if remark is not None and not (remark is Remark.NOISE and form.takes_signs):
        _take_remark(turn, question, remark)
        return
    late = prompt is None or turn.now - prompt.asked_at > STALE
    # A thing and its cost may share a name: that one of them is meant is enough here.
    names = {entry.text.casefold(): entry.text for entry in turn.canvas.entries}
    known = tuple(names.values())
    if late or (looks_like_change(said, known) and not form.recognises(view(turn, question), said)):
        hold(turn, said, message)
        return
    settle(turn, question, form.hear(view(turn, question), said), message)


def settle(turn: Turn, question: Question, heard: Heard, message: int = 0) -> None:
    """Take what a form made of words."""
    if isinstance(heard, Answered):
        save(turn, question, heard, message)
    elif isinstance(heard, Marked):
        ask(turn, *((heard.note,) if heard.note else ()), marks=heard.marks)
    else:
        puzzled(turn, heard.say)


def save(turn: Turn, question: Question, heard: Answered, message: int = 0) -> None:
    """Save an answer and go on to what follows."""
    stands = _stands(turn.canvas, question, heard)
    turn.canvas = keep(turn.canvas, question, heard)
    if message:
        turn.said_about = About(venture=turn.venture, question=question.id, entries=heard.entries)
    understand_kinds(turn, heard.entries)
    turn.close_prompt()
    here = turn.conversation
    turn.place(
        saved=Saved(question=question.id, words=heard.words, entries=heard.entries, split=heard.split),
        strikes=0,
        trail=(*here.trail, question.id)[-TRAIL:],
        again=tuple(other for other in here.again if other != question.id),
    )
    advance(turn, question.block, *((say("receipt.kept_answer"),) if stands else heard.receipt))


def keep(before: Canvas, question: Question, heard: Answered) -> Canvas:
    """Give the canvas with an answer on record; what was said stands where an empty one changes nothing."""
    if _stands(before, question, heard):
        return before
    answer = Answer(words=heard.words, entries=heard.entries, standing=heard.standing)
    return heard.canvas.with_answer(question.id, answer)


def _stands(before: Canvas, question: Question, heard: Answered) -> bool:
    standing = before.answers.get(question.id)
    said = standing is not None and standing.standing == "said"
    return said and heard.standing != "said" and heard.canvas == before


def puzzled(turn: Turn, what: Phrase | None, unfolded: str = "") -> None:
    """Say kindly that it wasn't an answer and ask again; after three such turns, try another way."""
    strikes = turn.conversation.strikes + 1
    marks = turn.conversation.prompt.marks if turn.conversation.prompt else {}
    if strikes < STRIKES:
        turn.place(strikes=strikes)
        ask(turn, *((what,) if what else ()), unfolded=unfolded, marks=marks)
        return
    turn.place(strikes=0)
    question = turn.question
    stuck = say("stuck") if question is None or question.skip else say("stuck.no_skip")
    ask(turn, stuck, unfolded="example", marks=marks)


def go_back(turn: Turn) -> bool:
    """Go back one question and show its answer, which stands until it is replaced; False at the first one."""
    trail = turn.conversation.trail
    known = [question_id for question_id in trail if turn.script.has(question_id)]
    if not known:
        return False
    before = known[-1]
    turn.place(
        state=turn.flow.go(turn.conversation.state, before, turn.canvas),
        trail=tuple(known[:-1]),
        strikes=0,
    )
    ask(turn, *standing_answer(turn, before))
    return True


def skip(turn: Turn, question: Question) -> None:
    """Leave a question out, where it may be; an answer that stands is kept."""
    if not question.skip:
        puzzled(turn, say("puzzled.stage"))
        return
    heard = form_of(question).skipped(view(turn, question))
    # Skipped is no answer to fix or to read back; what was ticked meanwhile is, and has its own receipt.
    receipt = (say("receipt.kept_answer"),) if heard.standing != "skipped" else (say("receipt.skipped"),)
    save(turn, question, replace(heard, receipt=heard.receipt or receipt))


def standing_answer(turn: Turn, question_id: str) -> tuple[Phrase, ...]:
    """Give the lead that shows an answer which stands."""
    answer = turn.canvas.answers.get(question_id)
    if answer is None:
        return ()
    if answer.standing == "said":
        names = tuple(entry.text for entry in turn.canvas.entries if entry.id in answer.entries)
        return (say("back.said", names=names),) if names else (say("back.words", words=answer.words),)
    return (say(f"back.{answer.standing}"),)


def _take_remark(turn: Turn, question: Question, remark: Remark) -> None:
    """Do what a person would do about a remark."""
    match remark:
        case Remark.DONT_KNOW | Remark.NONE | Remark.NO:
            _take_nothing(turn, question, remark)
        case Remark.SKIP:
            skip(turn, question)
        case Remark.SAME:
            _same(turn, question)
        case Remark.BACK:
            if not go_back(turn):
                ask(turn, say("note.first_question"))
        case Remark.CLARIFY | Remark.EXAMPLE:
            puzzled(turn, None, "why" if remark is Remark.CLARIFY else "example")
        case Remark.STOP:
            pause(turn)
        case Remark.HELP:
            show_help(turn)
            ask(turn, marks=view(turn, question).marks)
        case _:
            puzzled(turn, say(f"puzzled.{remark.name.lower()}"))


def _take_nothing(turn: Turn, question: Question, remark: Remark) -> None:
    """Take "I don't know" and "none": what was said before stands, until it is replaced."""
    answer = turn.canvas.answers.get(question.id)
    form = form_of(question)
    if answer is not None and answer.standing == "said":
        skip(turn, question)
    elif remark is Remark.DONT_KNOW and question.skip:
        save(turn, question, form.unknown(view(turn, question)))
    else:
        heard = form.none(view(turn, question))
        if isinstance(heard, Puzzled) and turn.conversation.strikes and question.skip:
            # It was asked about once; who says it again means it.
            heard = Answered(canvas=turn.canvas, standing="none", receipt=(say("receipt.none"),))
        settle(turn, question, heard)


def _same(turn: Turn, question: Question) -> None:
    """Take "same as before": what the question before in this block was answered with holds here too."""
    before = [
        turn.canvas.answers[other.id]
        for other in turn.script.in_block(question.block)
        if other.form == question.form and other.id != question.id and other.id in turn.canvas.answers
    ]
    said = [answer for answer in before if answer.standing == "said" and answer.words]
    if not said:
        puzzled(turn, say("puzzled.same"))
        return
    settle(turn, question, form_of(question).hear(view(turn, question), said[-1].words))
