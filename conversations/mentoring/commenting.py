"""Comments and notes of mentors: a receipt with Undo before a comment goes out, then the founder's answer."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.cohorts.desk import Comment
from conversations.cohorts.records import CommentDropped, Commented
from conversations.cohorts.tap import Tap, button, data, in_rows
from conversations.cohorts.wanting import NUMBERED
from conversations.intents import Cancelled, Intent, ToTeam
from conversations.interview.replies import About
from conversations.mentoring.digest import number_button
from conversations.mentoring.lines import venture_name
from conversations.mentoring.mornings import comes, send, when_in_words
from conversations.mentoring.page import found
from conversations.occasions import Told
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.cohorts.desk import Desk, SeenVenture
    from conversations.interview.turn import Turn

UNDOABLE = timedelta(minutes=1)
"""How long a comment waits before it goes out."""
LONGEST = 1000


def ask_comment(turn: Turn, tap: Tap) -> Phrase | None:
    """Ask for a comment on a venture."""
    return _ask(turn, tap, "comment")


def ask_note(turn: Turn, tap: Tap) -> Phrase | None:
    """Ask for a note that only mentors see."""
    return _ask(turn, tap, "note")


def _ask(turn: Turn, tap: Tap, what: str) -> Phrase | None:
    standing = found(turn, tap)
    if standing is None:
        return say("digest.gone")
    turn.place(expecting=data(what, tap.cohort.id, standing.venture.id))
    name = venture_name(standing.venture)
    asked = say("comment.ask", name=name) if what == "comment" else say("comment.ask_note", name=name)
    turn.say(asked, rows=((button("never_mind", "at", tap.cohort.id),),))
    return None


def take_comment(turn: Turn, tap: Tap, said: str) -> None:
    """Take a comment that was asked for."""
    venture = _venture(tap.desk, tap.rest[0] if tap.rest else "")
    if venture is None:
        turn.say(say("digest.gone"))
    else:
        comment_on(turn, tap.desk, venture, said)


def take_note(turn: Turn, tap: Tap, said: str) -> None:
    """Keep a note that only mentors see."""
    venture = _venture(tap.desk, tap.rest[0] if tap.rest else "")
    if venture is None:
        turn.say(say("digest.gone"))
        return
    turn.records.append(Commented(replace(_made(turn, tap.desk, venture, said), note=True)))
    turn.say(say("comment.noted", name=venture_name(venture)))


def hear_reply(turn: Turn, desk: Desk, about: About, said: str) -> None:
    """Take a reply to a digest or a venture's message: "1 try the market office", several a line each."""
    ventures = {n: _venture(desk, this) for n, this in enumerate(about.ventures, start=1)}
    matches = [NUMBERED.match(line) for line in said.splitlines() if line.strip()]
    if len(ventures) == 1:
        only = next(iter(ventures.values()))
        if only is not None:
            # Its number may stand before the words, out of habit.
            comment_on(turn, desk, only, re.sub(r"^\s*1(?:\s*[.):\-]\s*|\s+)(?=\S)", "", said))
            return
    if not matches or not all(matches):
        _ask_which(turn, desk, about, said)
        return
    for number, match in enumerate(matches):
        venture = ventures.get(int(match["number"])) if match else None
        if venture is None or match is None:
            turn.say(say("comment.no_such", number=match["number"] if match else ""))
        else:
            comment_on(turn, desk, venture, match["text"], number)


def _ask_which(turn: Turn, desk: Desk, about: About, said: str) -> None:
    """Ask which venture a comment is for; the words are kept till then."""
    this = desk.place.cohort.id
    turn.place(comment_held=said[:LONGEST])
    buttons = [number_button(n, "cw", this, venture) for n, venture in enumerate(about.ventures, start=1)]
    turn.say(say("comment.which"), rows=in_rows(buttons, 4))


def take_which(turn: Turn, tap: Tap) -> Phrase | None:
    """Take the venture that a kept comment is for."""
    venture = _venture(tap.desk, tap.rest[0] if tap.rest else "")
    said = turn.conversation.comment_held
    if venture is None or not said:
        return say("note.answered")
    turn.place(comment_held="")
    turn.take_buttons(tap.message)
    comment_on(turn, tap.desk, venture, said)
    return None


def comment_on(turn: Turn, desk: Desk, venture: SeenVenture, said: str, number: int = 0) -> None:
    """Keep a comment and say so with Undo; a minute later it goes to everybody of the venture."""
    comment = _made(turn, desk, venture, said, number)
    turn.records.append(Commented(comment))
    cohort, at = desk.place.cohort, turn.now + UNDOABLE
    out = Intent(name=f"comment/{comment.id}", occasion=_to_founders(desk, comment), at=at)
    send(turn, cohort, venture, out)
    rows = ((button("undo", "un", comment.cohort, venture.id, comment.id),),)
    hour = when_in_words(comes(cohort, venture, at), at)
    when = say("comment.out_at", when=hour) if hour else say("comment.out_soon")
    turn.say(say("comment.receipt", name=venture_name(venture), text=comment.text), when, rows=rows)


def _to_founders(desk: Desk, comment: Comment) -> Told:
    this = comment.cohort
    cohort = desk.place.cohort.name
    text = (
        say("comment.told_about", name=comment.name, cohort=cohort, about=comment.about, text=comment.text)
        if comment.about
        else say("comment.told", name=comment.name, cohort=cohort, text=comment.text)
    )
    rows = ((button("seen", "sn", this, comment.id), button("answer", "an", this, comment.id)),)
    return Told(
        text=(text,), rows=rows, about=About(venture=comment.venture, cohort=this, comment=comment.id)
    )


def undo(turn: Turn, tap: Tap) -> Phrase | None:
    """Take a comment back that hasn't gone out yet."""
    venture, this = (*tap.rest, "", "")[:2]
    seen = _venture(tap.desk, venture)
    comment = next((one for one in (seen.comments if seen else ()) if one.id == this), None)
    if seen is None or comment is None or comment.author != turn.snapshot.me:
        return say("comment.undone_before")
    if turn.now >= comes(tap.cohort, seen, comment.at + UNDOABLE).at:
        return say("comment.out")
    turn.cancelled.append(Cancelled(name=f"comment/{this}", to=ToTeam(venture)))
    turn.records.append(CommentDropped(this))
    turn.redraw(tap.message, say("comment.undone"))
    return None


def _venture(desk: Desk, this: str) -> SeenVenture | None:
    return next((venture for venture in desk.ventures if venture.id == this), None)


def _made(turn: Turn, desk: Desk, venture: SeenVenture, said: str, number: int = 0) -> Comment:
    fresh = turn.snapshot.cohorts.fresh
    latest = venture.check_ins[0] if venture.check_ins else None
    return Comment(
        id=f"{fresh[:14]}{number:02d}" if number else fresh,
        cohort=desk.place.cohort.id,
        venture=venture.id,
        author=turn.snapshot.me,
        name=desk.place.called,
        text=said.strip()[:LONGEST],
        at=turn.now,
        about=latest.hindrance if latest else "",
    )
