"""A cohort at a glance laid out: every word from the catalogue, every name in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from bot.drawing.shown import is_japanese, shown
from conversations.canvas.facets import Block
from conversations.mentoring.glance import Mark
from conversations.words.text import say

if TYPE_CHECKING:
    from bot.drawing.form import Form
    from conversations.mentoring.glance import Glance
    from conversations.words.catalogue import Catalogue

_NAME = 80
"""Characters of a name beyond which no row has room."""
_STUCK = "stuck"


def cleaned_glance(glance: Glance) -> Glance:
    """Give the glance with all names in one line, without what can't be seen or can't be stored."""
    rows = tuple(replace(row, name=shown(row.name, _NAME).text) for row in glance.rows)
    return replace(glance, name=shown(glance.name, _NAME).text, rows=rows)


def glance_sheet(glance: Glance, words: Catalogue, form: Form) -> dict[str, Any]:
    """Give the glance as JSON values for its template; `form.on` is the day that is written on it."""
    name = shown(glance.name, _NAME)
    week = words.label(say("cohort.week", week=glance.week, weeks=glance.weeks)) if glance.week else ""
    return {
        "language": form.language.partition("-")[0] or "en",
        "japanese": is_japanese(" ".join((glance.name, *(row.name for row in glance.rows)))),
        "title": {"text": name.text, "rtl": name.rtl},
        "week": week,
        "date": words.label(say("drawing.date", date=form.on, year=str(form.on.year))) if form.on else "",
        "blocks": [words.label(say(f"drawing.glance.{block.value}")) for block in Block],
        "rows": [
            {
                "number": str(row.number),
                "name": (called := shown(row.name, _NAME)).text,
                "rtl": called.rtl,
                "marks": [mark.value for mark in row.marks],
                "stuck": row.stuck,
            }
            for row in glance.rows
        ],
        "more": words.label(say("drawing.more", n=glance.more)) if glance.more else "",
        "legend": [
            {"mark": mark, "words": words.label(say(f"drawing.glance.{mark}"))}
            for mark in (*(mark.value for mark in Mark), _STUCK)
        ],
    }
