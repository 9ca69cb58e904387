"""All that an owner or mentor may see of a cohort, as tables: participation, ventures, check-ins, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import block_of
from conversations.cohorts.calendar import local_day
from conversations.cohorts.seen_words import parts_in_words
from conversations.interview.replies import About, Tables
from conversations.mentoring.lines import venture_name
from conversations.mentoring.participation import answered_in, participation, weeks_so_far
from conversations.tables import Cell, Table
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from datetime import date

    from conversations.cohorts.desk import Desk, SeenVenture
    from conversations.cohorts.tap import Tap
    from conversations.interview.turn import Turn

FORMS = ("csv", "xlsx")


def hand_tables(turn: Turn, tap: Tap) -> Phrase | None:
    """Hand over the cohort as a workbook, or who answered when as CSV."""
    form = tap.rest[0] if tap.rest else ""
    if form not in FORMS:
        return say("note.unknown_button")
    today = local_day(turn.now, tap.cohort.schedule.zone)
    answered = _answered(tap.desk, today)
    sheets = (answered,) if form == "csv" else (_weeks(tap.desk, today), answered, *_details(tap.desk))
    name = say("export.name", name=tap.cohort.name, day=today.isoformat())
    caption = (say("export.cohort_caption"),)
    about = About(cohort=tap.cohort.id, shows=tuple(venture.id for venture in tap.desk.ventures))
    turn.replies.append(Tables(name=name, suffix=f".{form}", sheets=sheets, caption=caption, about=about))
    return None


def _weeks(desk: Desk, today: date) -> Table:
    weeks = participation(desk, today)
    return Table(
        name=say("export.sheet.weeks"),
        head=_head("week", "answered", "late", "finished", "ventures"),
        rows=tuple((w.number, w.answered, w.late, w.finished, len(desk.ventures)) for w in weeks),
        charted=(1, 3),
    )


def _answered(desk: Desk, today: date) -> Table:
    weeks = weeks_so_far(desk, today)
    columns = tuple(say("export.column.week_n", week=week) for week in weeks)
    return Table(
        name=say("export.sheet.answered"),
        head=(*_head("venture", "founders", "joined", "interview", "shared"), *columns),
        rows=tuple(_row(desk, venture, weeks) for venture in desk.ventures),
    )


def _row(desk: Desk, venture: SeenVenture, weeks: range) -> tuple[Cell, ...]:
    finished = any(founder.finished for founder in venture.founders)
    return (
        venture_name(venture),
        ", ".join(founder.name for founder in venture.founders),
        min(founder.since for founder in venture.founders).date(),
        say("export.finished" if finished else "export.under_way"),
        parts_in_words(venture.consent),
        *(_mark(desk, venture, week) for week in weeks),
    )


def _mark(desk: Desk, venture: SeenVenture, week: int) -> Cell:
    answered = answered_in(desk, venture, week)
    if answered is None:
        return None
    return say("export.late" if answered.late else "export.answered")


def _details(desk: Desk) -> tuple[Table, ...]:
    return (_check_ins(desk), _canvases(desk), _comments(desk))


def _check_ins(desk: Desk) -> Table:
    names = tuple(metric.name for metric in desk.place.cohort.metrics)
    rows = []
    for venture in desk.ventures:
        for one in reversed(venture.check_ins):
            numbers = {number.name: number.said for number in one.numbers}
            told: tuple[Cell, ...] = (
                venture_name(venture),
                one.day,
                "; ".join(one.finished),
                "; ".join(one.ahead),
                one.hindrance,
                *(numbers.get(name, "") for name in names),
            )
            rows.append(told)
    asked = tuple(say("cohort.named", name=name) for name in names)
    head = (*_head("venture", "day", "finished", "ahead", "hindrance"), *asked)
    return Table(name=say("export.sheet.check_ins"), head=head, rows=tuple(rows))


def _canvases(desk: Desk) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (venture_name(venture), say(f"canvas.name.{block_of(entry).value}"), entry.text)
        for venture in desk.ventures
        for entry in venture.canvas.entries
    ]
    return Table(name=say("export.sheet.canvases"), head=_head("venture", "block", "entry"), rows=tuple(rows))


def _comments(desk: Desk) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            venture_name(venture),
            comment.at.date(),
            comment.by,
            say("export.note" if comment.note else "export.comment"),
            comment.text,
            comment.answer,
        )
        for venture in desk.ventures
        for comment in venture.comments
    ]
    head = _head("venture", "day", "author", "kind", "text", "answer")
    return Table(name=say("export.sheet.comments"), head=head, rows=tuple(rows))


def _head(*names: str) -> tuple[Phrase, ...]:
    return tuple(say(f"export.column.{name}") for name in names)
