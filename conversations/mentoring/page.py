"""One venture opened: what can be done for it, and its page with all that mentors may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.cohorts.calendar import local_day
from conversations.cohorts.consent import NOTHING, Part
from conversations.cohorts.seen_words import seen_in_words
from conversations.cohorts.tap import Tap, button
from conversations.interview.replies import About, Say
from conversations.interview.requests import Draw
from conversations.interview.taps import is_number
from conversations.mentoring.lines import changed_lines, line, venture_name
from conversations.mentoring.standing import Standing, standing_of
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.checkins.checkin import CheckIn
    from conversations.cohorts.desk import Comment
    from conversations.interview.turn import Turn

CHECK_INS, COMMENTS = 4, 5
"""How many of them a page shows, newest first."""


def found(turn: Turn, tap: Tap) -> Standing | None:
    """Give how the venture stands that a tap is about, None where it isn't in the cohort any more.

    Its number is the one that the digest had, where the tap brings it.
    """
    wanted, number = (*tap.rest, "", "")[:2]
    today = local_day(turn.now, tap.cohort.schedule.zone)
    venture = next((one for one in tap.desk.ventures if one.id == wanted), None)
    if venture is None:
        return None
    return replace(standing_of(venture, tap.cohort, today), number=int(number) if is_number(number) else 0)


def open_venture(turn: Turn, tap: Tap) -> Phrase | None:
    """Show a venture's line with what changed, and Comment, Nudge, Page."""
    standing = found(turn, tap)
    if standing is None:
        return say("digest.gone")
    this, venture = tap.cohort.id, standing.venture.id
    changed = changed_lines(standing)
    text = (line(standing), *((say("digest.changed", lines=changed),) if changed else ()))
    rows = (
        (button("comment", "cm", this, venture), button("nudge", "nu", this, venture)),
        (button("page", "pg", this, venture), button("note", "nt", this, venture)),
    )
    about = About(cohort=this, ventures=(venture,))
    turn.replies.append(Say(text, rows, about=about))
    return None


def show_page(turn: Turn, tap: Tap) -> Phrase | None:
    """Show a venture's page: canvas, check-ins, comments and notes; the picture follows."""
    standing = found(turn, tap)
    if standing is None:
        return say("digest.gone")
    seen = standing.venture
    this = tap.cohort.id
    text = [say("page.head", name=venture_name(seen), founders=tuple(f.name for f in seen.founders))]
    text += seen_in_words(seen.canvas, seen.consent)
    if seen.check_ins:
        lines = tuple(check_in_in_words(one) for one in seen.check_ins[:CHECK_INS])
        text.append(say("page.check_ins", lines=lines))
    if seen.comments:
        lines = tuple(comment_in_words(one) for one in seen.comments[:COMMENTS])
        text.append(say("page.comments", lines=lines))
    rows = (
        (button("comment", "cm", this, seen.id), button("nudge", "nu", this, seen.id)),
        (button("past", "hi", this, seen.id), button("note", "nt", this, seen.id)),
        (button("digest", "dg", this),),
    )
    turn.replies.append(Say(tuple(text), rows, about=About(cohort=this, ventures=(seen.id,))))
    if seen.consent != NOTHING and seen.canvas.entries:
        # Nobody's own: it is no canvas of this chat, and what the carrier has of it isn't kept.
        turn.drawing = Draw(
            venture="",
            canvas=seen.canvas,
            on=turn.now.date(),
            language=turn.person.language,
            cohort=this,
            of=seen.id,
            private=frozenset(Part) - seen.consent,
        )
    return None


def check_in_in_words(check_in: CheckIn) -> Phrase:
    """Give a check-in in a line."""
    facts: list[Phrase] = []
    if check_in.finished:
        facts.append(say("page.finished", names=check_in.finished))
    if check_in.ahead:
        facts.append(say("page.ahead", names=check_in.ahead))
    if check_in.hindrance:
        facts.append(say("page.hindrance", what=check_in.hindrance))
    facts += [say("page.number", name=number.name, said=number.said) for number in check_in.numbers]
    if check_in.corrected:
        facts.append(say("digest.corrected"))
    joined: Phrase = say("page.answered")
    for number, fact in enumerate(facts):
        joined = fact if number == 0 else say("digest.and", first=joined, second=fact)
    return say("page.check_in", day=check_in.day, facts=joined)


def comment_in_words(comment: Comment) -> Phrase:
    """Give a comment or note in a line, with what became of it."""
    if comment.note:
        return say("page.note", name=comment.by, text=comment.text)
    if comment.answer:
        return say("page.answer", name=comment.by, text=comment.text, answer=comment.answer)
    return say("page.seen" if comment.seen else "page.comment", name=comment.by, text=comment.text)
