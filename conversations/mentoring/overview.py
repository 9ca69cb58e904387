"""A cohort at a glance: a row a venture, a mark a block; as a picture, else in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.document import Canvas
from conversations.canvas.facets import Block
from conversations.cohorts.calendar import local_day
from conversations.cohorts.consent import shares
from conversations.cohorts.tap import Tap, button, in_rows
from conversations.interview.replies import About, Picture
from conversations.interview.requests import Draw
from conversations.interview.taps import is_number
from conversations.mentoring.digest import nobody
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

PAGE = 40
"""Ventures on one picture, or in one message."""
ACROSS = 4
WIDE = 22
"""Characters of a name in a message."""
MARKS = {Mark.PRIVATE: "🔒", Mark.EMPTY: "⬜", Mark.CHANGED: "🟦", Mark.STALE: "🟨", Mark.FILLED: "🟩"}
STUCK = "🟥"


def show_overview(turn: Turn, tap: Tap) -> None:
    """Ask for the picture of a page of ventures by blocks: filled, changed, stale, empty, private, stuck."""
    found = standings(tap.desk, turn.now)
    if not found:
        turn.say(nobody(tap.desk), rows=_back(tap.cohort.id))
        return
    day = local_day(turn.now, tap.cohort.schedule.zone)
    running = not tap.cohort.ended and day <= tap.cohort.ends
    page = int(tap.rest[0]) if tap.rest and is_number(tap.rest[0]) else 0
    first = page * PAGE if page * PAGE < len(found) else 0
    glance = _glance(tap.cohort, found, first, tap.cohort.week_of(day) if running else 0)
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
    words, rows = _in_words(glance), (*_pages(glance), *back)
    about = About(cohort=glance.cohort, shows=tuple(row.venture for row in glance.rows))
    if not event.content and not event.file:
        turn.say(words, rows=rows, about=about)
        return
    turn.replies.append(
        Picture(
            name=say("overview.name", name=glance.name),
            suffix=".png",
            request=event.request,
            content=event.content or b"",
            file=event.file,
            caption=(_caption(glance),),
            instead=(words,),
            rows=rows,
            about=about,
        )
    )


def _back(cohort: str) -> Rows:
    return ((button("digest", "dg", cohort), button("back", "at", cohort)),)


def _pages(glance: Glance) -> Rows:
    """Give a button a page, by the numbers on it; none where there is one page."""
    total = _total(glance)
    if total <= PAGE:
        return ()
    pages = [
        button(
            say("overview.range", first=first + 1, last=min(first + PAGE, total)),
            "ov",
            glance.cohort,
            first // PAGE,
        )
        for first in range(0, total, PAGE)
    ]
    return in_rows(pages, ACROSS)


def _total(glance: Glance) -> int:
    return glance.rows[-1].number + glance.more


def _caption(glance: Glance) -> Phrase:
    total = _total(glance)
    if total <= PAGE:
        return say("overview.caption", name=glance.name)
    first, last = glance.rows[0].number, glance.rows[-1].number
    return say("overview.caption_page", name=glance.name, first=first, last=last, total=total)


def _glance(cohort: Cohort, found: tuple[Standing, ...], first: int, week: int) -> Glance:
    """Give a page of a cohort at a glance: from the venture that is `first`, counted from 0."""
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
            for one in found[first : first + PAGE]
        ),
        more=max(0, len(found) - first - PAGE),
    )


def _in_words(glance: Glance) -> Phrase:
    lines = [_line(row) for row in glance.rows]
    if glance.more:
        lines.append(say("drawing.more", n=glance.more))
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
