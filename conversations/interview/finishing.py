"""Going on: the next question, a block read back at its end, and the summary at the end of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.facets import Block
from conversations.canvas.linking import with_links
from conversations.checkins.offering import offer_weekly
from conversations.coach.advising import weightiest_first
from conversations.coach.selecting import one_a_tag, strength
from conversations.cohorts.consenting import ask_waiting
from conversations.cohorts.records import Finished
from conversations.interview.asking import ask
from conversations.interview.handing import want_picture
from conversations.interview.observing import observe
from conversations.interview.replies import Button
from conversations.script.machine import RESTING
from conversations.words.canvas import block_in_words, canvas_in_words
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from conversations.coach.advice import Advice
    from conversations.interview.turn import Turn

LONG = 20
"""Entries of a block that are read back in the same message as the next question."""
PIECES = 3
"""Pieces of advice in the summary."""


def advance(turn: Turn, block: str, *lead: Phrase) -> None:
    """Go to what follows an answer in `block`, saying `lead` first."""
    here = turn.conversation
    state = turn.flow.next(here.state, turn.canvas, here.again)
    turn.place(state=state)
    if state == RESTING:
        finish(turn, *lead)
        return
    question = turn.script.question(state)
    offer: tuple[Button, ...] = ()
    if question.block != block and block in {known.value for known in Block}:
        turn.canvas = with_links(turn.canvas)
        said, offer = _read_back(turn, Block(block))
        lead = (*lead, *said)
    ask(turn, *lead, offer=offer)


def finish(turn: Turn, *lead: Phrase) -> None:
    """End the interview: the whole canvas in words, one strength, up to three pieces of advice."""
    turn.close_prompt()
    turn.canvas = with_links(turn.canvas)
    turn.named = "finished"
    turn.place(state=RESTING, trail=(), strikes=0, again=(), expecting="", resume_at="")
    if lead:
        turn.say(*lead)
    show_canvas(turn)
    advise(turn, say("summary.opening"), say("summary.at_rest"))
    turn.records.append(Finished(venture=turn.venture))
    offer_weekly(turn)
    ask_waiting(turn)


def show_canvas(turn: Turn) -> None:
    """Say the whole canvas in words, its gaps marked; where no question is open, a picture follows."""
    rows = (
        (
            Button(say("button.edit"), f"o:e:{turn.venture}"),
            Button(say("button.coach"), f"o:coach:{turn.venture}"),
            Button(say("button.as_file"), "o:forms"),
        ),
        (
            Button(say("pin.button"), "o:pin"),
            Button(say("history.button"), f"o:ver:{turn.venture}:p:0"),
        ),
    )
    turn.say(*canvas_in_words(turn.canvas), rows=rows)
    if turn.question is None:
        # In the middle of the interview a picture would push the question up.
        want_picture(turn)


def advise(turn: Turn, opening: Phrase, closing: Phrase | None = None, most: int = PIECES) -> None:
    """Say one strength and the weightiest advice, with a number a piece that opens it."""
    pieces = _pieces(turn, most)
    turn.place(observed=tuple(dict.fromkeys((*turn.conversation.observed, *(p.tag for p in pieces)))))
    text = [opening, *_strength(turn), *_numbered(pieces)]
    if not pieces:
        text.append(say("summary.no_advice"))
    numbers = tuple(
        Button(say("button.number", number=number), f"o:why:{turn.venture}:{piece.tag}")
        for number, piece in enumerate(pieces, start=1)
    )
    turn.say(*text, *((closing,) if closing else ()), rows=(numbers,) if numbers else ())


def _pieces(turn: Turn, most: int) -> tuple[Advice, ...]:
    """Give the weightiest advice; what was said at a block's end comes again only where there is room."""
    fresh: list[Advice] = []
    again: list[Advice] = []
    for piece in one_a_tag(weightiest_first(turn.canvas, tuning=turn.script.coach)):
        (again if piece.tag in turn.conversation.observed else fresh).append(piece)
        if len(fresh) == most:
            break
    return (*fresh, *again[: most - len(fresh)])


def _strength(turn: Turn) -> Text:
    best = strength(turn.canvas)
    return (say("summary.strongest", strength=best),) if best else ()


def _numbered(pieces: tuple[Advice, ...]) -> Text:
    lines = tuple(
        say("summary.piece", number=number, advice=piece.text) for number, piece in enumerate(pieces, start=1)
    )
    return (say("summary.pieces", lines=lines),) if lines else ()


def _read_back(turn: Turn, block: Block) -> tuple[Text, tuple[Button, ...]]:
    """Give a block's entries and at most one observation, with its buttons."""
    said = block_in_words(turn.canvas, block) if turn.canvas.block(block) else ()
    if len(turn.canvas.block(block)) > LONG:
        # What would fill the screen gets a message of its own, so that the question can be redrawn in place.
        turn.say(*said)
        said = ()
    observation, offer = observe(turn, block)
    return (*said, *observation), offer
