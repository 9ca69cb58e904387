"""A cohort at a glance: a row a venture, a mark a block; as a picture, else in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.document import Canvas
from conversations.canvas.facets import Block
from conversations.cohorts.calendar import local_day
from conversations.cohorts.consent import shares
from conversations.cohorts.tap import Tap, button
from conversations.interview.replies import Picture
from conversations.interview.requests import Draw
from conversations.mentoring.glance import Glance, GlanceRow, Mark
from conversations.mentoring.lines import venture_name
from conversations.mentoring.sharing import still_shared
from conversations.mentoring.standing import QUIET_WEEKS, Group, Standing, before, standings
from conversations.reading.text import shorten
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.checkins.checkin import CheckIn
    from conversations.cohorts.cohort import Cohort
    from conversations.interview.events import Drawn
    from conversations.interview.replies import Rows
    from conversations.interview.turn import Turn

MOST = 40
"""Ventures on one picture."""
IN_WORDS = 30
"""Ventures in one message."""
WIDE = 22
"""Characters of a name in a message."""
MARKS = {Mark.PRIVATE: "🔒", Mark.EMPTY: "⬜", Mark.CHANGED: "🟦", Mark.STALE: "🟨", Mark.FILLED: "🟩"}
STUCK = "🟥"


def show_overview(turn: Turn, tap: Tap) -> None:
    """Ask for the picture of all ventures by blocks: filled, changed, stale, empty, private, stuck."""
    found = standings(tap.desk, turn.now)
    if not found:
        turn.say(say("digest.nobody"), rows=_back(tap.cohort.id))
        return
    day = local_day(turn.now, tap.cohort.schedule.zone)
    running = not tap.cohort.ended and day <= tap.cohort.ends
    glance = _glance(tap.cohort, found, tap.cohort.week_of(day) if running else 0)
    # Nobody's own, as a venture's page is.
    turn.drawing = Draw(
        venture="",
        canvas=Canvas(),
        glance=glance,
        on=day,
        language=turn.person.language,
        cohort=tap.cohort.id,
    )


def overview_drawn(turn: Turn, event: Drawn, glance: Glance) -> None:
    """Show the picture that was drawn; where there is none, the same in words."""
    back = _back(glance.cohort)
    if not still_shared(turn, event.request):
        turn.say(say("overview.taken_back"), rows=back)
        return
    words = _in_words(glance)
    if not event.content and not event.file:
        turn.say(words, rows=back)
        return
    turn.replies.append(
        Picture(
            name=say("overview.name", name=glance.name),
            suffix=".png",
            request=event.request,
            content=event.content or b"",
            file=event.file,
            caption=(say("overview.caption", name=glance.name),),
            instead=(words,),
            rows=back,
        )
    )


def _back(cohort: str) -> Rows:
    return ((button("digest", "dg", cohort), button("back", "at", cohort)),)


def _glance(cohort: Cohort, found: tuple[Standing, ...], week: int) -> Glance:
    return Glance(
        cohort=cohort.id,
        name=cohort.name,
        week=week,
        weeks=cohort.week_of(cohort.ends),
        rows=tuple(
            GlanceRow(
                venture=one.venture.id,
                number=one.number,
                name=venture_name(one.venture),
                marks=tuple(block_mark(one, block) for block in Block),
                stuck=one.group is Group.STUCK,
            )
            for one in found[:MOST]
        ),
        more=max(0, len(found) - MOST),
    )


def _in_words(glance: Glance) -> Phrase:
    lines = [_line(row) for row in glance.rows[:IN_WORDS]]
    more = glance.more + len(glance.rows) - len(lines)
    if more:
        lines.append(say("drawing.more", n=more))
    return say("overview.text", name=glance.name, lines=tuple(lines))


def _line(row: GlanceRow) -> Phrase:
    marks = "".join(MARKS[mark] for mark in row.marks) + (STUCK if row.stuck else "")
    return say("overview.row", marks=marks, number=row.number, name=shorten(row.name, WIDE))


def block_mark(standing: Standing, block: Block) -> Mark:
    """Give how a block of a venture stands, as far as mentors see it."""
    venture = standing.venture
    if not shares(venture.consent, block):
        return Mark.PRIVATE
    entries = venture.canvas.block(block)
    base = _base(standing)
    if base is not None and base.canvas.block(block) != venture.now_beside(base).block(block):
        return Mark.CHANGED
    if not entries:
        return Mark.EMPTY
    return Mark.STALE if standing.silent_weeks >= QUIET_WEEKS else Mark.FILLED


def _base(standing: Standing) -> CheckIn | None:
    """Give the check-in that changes are told from; of who is long silent, their last word."""
    check_ins = standing.venture.check_ins
    if check_ins and standing.silent_weeks >= QUIET_WEEKS:
        return check_ins[0]
    return before(standing.venture)
