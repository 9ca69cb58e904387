"""I'm stuck: a founder in the middle of the interview may have their mentors told, who can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.facets import Block
from conversations.cohorts.cohort import Role
from conversations.cohorts.tap import Tap, button
from conversations.intents import Intent, ToCohort
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.replies import About
from conversations.occasions import Told
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def stuck(turn: Turn, tap: Tap) -> Phrase | None:
    """Ask whether the mentors are to be told where the founder is stuck; tell them once that is said."""
    question = turn.question
    if question is None:
        return say("note.no_question")
    this = tap.cohort.id
    known = question.block in {block.value for block in Block}
    block = say(f"block.short.{question.block}") if known else say("stuck.first_questions")
    if tap.rest[-1:] != ("tell",):
        rows = (
            (button(say("checkin.button.tell"), "stuck", this, "tell"), button("never_mind", "at", this)),
        )
        turn.say(
            say("stuck.ask", n=len(tap.place.mentors), mentors=tap.place.mentors, block=block), rows=rows
        )
        return None
    venture = tap.place.venture
    told = Told(
        text=(say("stuck.told", name=tap.place.called, cohort=tap.cohort.name, block=block),),
        rows=((button("comment", "cm", this, venture),),),
        about=About(cohort=this, ventures=(venture,)),
    )
    turn.intents.append(
        Intent(
            name=f"stuck/{venture}",
            occurrence=f"{turn.now.date()}/{question.id}",
            occasion=told,
            to=ToCohort(this, (Role.OWNER, Role.MENTOR)),
        )
    )
    turn.take_buttons(tap.message)
    turn.say(say("stuck.sent"))
    ask_as_it_stands(turn)
    return None
