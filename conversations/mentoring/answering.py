"""The founder's side of a comment: Seen, or an answer that goes back to who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.cohorts.records import Commented
from conversations.cohorts.tap import Tap, button, data
from conversations.intents import Intent, ToPerson
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.replies import About
from conversations.occasions import Told
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.cohorts.desk import Comment
    from conversations.interview.turn import Turn

LONGEST = 1000


def mark_seen(turn: Turn, tap: Tap) -> Phrase | None:
    """Note that a comment was seen; whoever wrote it can tell from the venture's page."""
    comment = comment_of(tap)
    if comment is None:
        return say("comment.gone")
    if not comment.seen:
        turn.records.append(Commented(replace(comment, seen=True)))
    turn.take_buttons(tap.message)
    return say("comment.seen_noted", name=comment.by)


def ask_answer(turn: Turn, tap: Tap) -> Phrase | None:
    """Ask for the answer to a comment."""
    comment = comment_of(tap)
    if comment is None:
        return say("comment.gone")
    turn.place(expecting=data("answer", tap.cohort.id, comment.id))
    turn.say(say("comment.ask_answer", name=comment.by), rows=((button("never_mind", "at", tap.cohort.id),),))
    return None


def take_answer(turn: Turn, tap: Tap, said: str) -> None:
    """Keep the answer, and send it to whoever commented; then the open question comes back."""
    comment = comment_of(tap)
    if comment is None:
        turn.say(say("comment.gone"))
        return
    answer = said.strip()[:LONGEST]
    turn.records.append(Commented(replace(comment, seen=True, answer=answer)))
    if not comment.author:
        turn.say(say("comment.answer_kept"))
        ask_as_it_stands(turn)
        return
    this = tap.cohort.id
    venture = turn.canvas.venture.name if tap.place.consent else ""
    named = say("comment.by_of", name=tap.place.called, venture=venture) if venture else None
    by = named or say("comment.by", name=tap.place.called)
    told = Told(
        text=(say("comment.answered", by=by, text=comment.text, answer=answer),),
        rows=((button("comment", "cm", this, comment.venture), button("page", "pg", this, comment.venture)),),
        about=About(cohort=this, ventures=(comment.venture,)),
    )
    turn.intents.append(
        Intent(
            name=f"answer/{comment.id}", occurrence=str(turn.now), occasion=told, to=ToPerson(comment.author)
        )
    )
    turn.say(say("comment.answer_sent", name=comment.name))
    ask_as_it_stands(turn)


def comment_of(tap: Tap) -> Comment | None:
    """Give the comment that a tap names, where it is on the founder's own venture."""
    wanted = tap.rest[0] if tap.rest else ""
    return next((one for one in tap.desk.comments if one.id == wanted), None)
