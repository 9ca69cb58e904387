"""The picture of a cohort at a glance: every venture in a row, names as they were typed, the rest counted."""

from __future__ import annotations

import msgspec
import pytest
import typst

import bot.drawing
from bot.drawing.drawer import Drawer
from bot.drawing.form import Form
from bot.drawing.glancing import cleaned_glance, glance_sheet
from bot.drawing.typesetting import font_folders
from bot.words import load_catalogue
from conversations.mentoring.glance import Glance, GlanceRow, Mark
from tests.bot.drawing.seeing import bare, pdf_texts
from tests.bot.drawing.showcases import DRAWN_ON

HOSTILE = ('#panic("x")', "*b* _i_ $y$", "<i>&amp;</i>", "[x](e.vil)", r"\u{41} // no", "{{name}}", "= Head")
MARKS = (Mark.FILLED, Mark.STALE, Mark.CHANGED, Mark.PRIVATE)


def glance_at(*names: str, more: int = 0) -> Glance:
    rows = tuple(
        GlanceRow(number=number, name=name, marks=MARKS, stuck=number == 1)
        for number, name in enumerate(names, start=1)
    )
    return Glance(cohort="c", name="Harbour Lab", week=3, weeks=12, rows=rows, more=more)


def words_on(glance: Glance) -> str:
    """Give all words of the picture without spaces, read from the same template set as PDF."""
    sheet = glance_sheet(cleaned_glance(glance), load_catalogue(), Form(on=DRAWN_ON))
    templates = f"{bot.drawing.__path__[0]}/templates"
    folders = [str(folder) for folder in font_folders()]
    inputs = {"sheet": msgspec.json.encode(sheet).decode()}
    pdf = typst.compile(
        f"{templates}/glance.typ", root=templates, font_paths=folders, format="pdf", sys_inputs=inputs
    )
    assert isinstance(pdf, bytes)
    (page,) = pdf_texts(pdf)
    return page


def test_names_that_look_like_code_stay_names() -> None:
    words = words_on(glance_at(*HOSTILE))
    assert [name for name in HOSTILE if bare(name) not in words] == []


def test_cohort_week_blocks_and_legend_are_on_it_and_the_rest_is_counted() -> None:
    words = words_on(glance_at(*(f"Venture {n}" for n in range(1, 41)), more=14))
    told = (
        "Harbour Lab",
        "week 3 of 12",
        "Activities",
        "Costs",
        "Venture 40",
        "and 14 more",
        "filled",
        "stale",
    )
    assert [said for said in told if bare(said) not in words] == []


@pytest.mark.parametrize(
    "name", ["", "half \ud83d a cup", "W" * 500, "مقهى العجلات", "豆の車輪", "a\nb\u202ec"]
)
async def test_whatever_a_venture_is_called_it_is_drawn(name: str) -> None:
    drawer = Drawer()
    try:
        assert (await drawer.draw_glance(glance_at(name), Form())).startswith(b"\x89PNG")
    finally:
        await drawer.close()
