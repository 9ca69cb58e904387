"""The canvas as a table, as text and as JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.documents.making import document
from conversations.canvas.document import Answer, Canvas, Unsorted, Venture, decode_canvas
from conversations.canvas.entries import Activity, Cost
from conversations.files.canvases import CanvasRead, canvases_in
from conversations.interview.requests import Draw, Format
from tests.bot.drawing.random_canvases import random_canvas
from tests.bot.drawing.showcases import SHOWCASES, full
from tests.conversations.canvases import canvas_of, to_do

DAY = date(2026, 11, 25)


def written(canvas: Canvas, format_: Format) -> str:
    return document(Draw(venture="v", canvas=canvas, format=format_, on=DAY)).decode()


def rows(canvas: Canvas) -> list[dict[str, str]]:
    text = written(canvas, Format.CSV)
    assert text.startswith("\ufeff"), "spreadsheets would take it for another encoding"
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@pytest.mark.parametrize("name", SHOWCASES)
def test_a_table_has_a_line_for_every_note(name: str) -> None:
    canvas = SHOWCASES[name]()
    notes = [row["Note"] for row in rows(canvas)]
    assert [note for note in notes if note in {entry.text for entry in canvas.entries}] == [
        entry.text
        for block in ("activities", "resources", "partners", "costs")
        for entry in canvas.entries
        if type(entry).__struct_config__.tag == block
    ]


def test_a_table_tells_what_is_known_of_a_note() -> None:
    by_note = {row["Note"]: {key: cell for key, cell in row.items() if cell} for row in rows(full())}
    assert by_note["Cart"] | {"Block": ""} == {
        "Block": "",
        "Note": "Cart",
        "From": "350",
        "To": "350",
        "Currency": "EUR",
        "How often": "a month",
        "Fixed or variable": "fixed",
        "Pays for": "Cart",
    }
    assert by_note["Mill Roasters"] == {
        "Block": "Key partners",
        "Note": "Mill Roasters",
        "Gives": "machine, beans",
        "Gets": "our orders",
        "How sure": "asked",
    }
    assert by_note["Good coffee in two minutes"]["Block"] == "Value proposition"


def test_a_note_of_several_lines_stays_one_line_of_the_table() -> None:
    notes = [row["Note"] for row in rows(canvas_of(to_do('wash,\n"dry"; fold')))]
    assert notes == ['wash, "dry"; fold']


def test_text_reads_as_a_list_with_what_is_done_ticked() -> None:
    text = written(full(), Format.MARKDOWN)
    assert text.startswith("# Bean Wheels\n\n*just an idea · 2026-11-25*\n\n## The show\n\n- Promise:")
    assert "\n- [x] **Talk to 30 commuters**\n- [ ] **Get street permit**: by 31 Dec\n" in text
    assert "\n- **Cart**: rented · 350 € a month · agreed\n" in text
    assert "*Together: about 565 € a month, plus 0.90 € a sale*" in text


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("*bold* _it_", "\\*bold\\* \\_it\\_"),
        ("[here](http://a.example)", "\\[here\\](http://a.example)"),
        ("<script>", "\\<script\\>"),
        ("`code` # 1 | 2", "\\`code\\` \\# 1 \\| 2"),
    ],
)
def test_somebodys_signs_are_no_markup(typed: str, reads: str) -> None:
    assert f"**{reads}**" in written(canvas_of(to_do(typed)), Format.MARKDOWN)


def told_to(canvas: Canvas) -> Canvas:
    """The canvas with all that stands on none of its pictures."""
    number = canvas.next_id
    return replace(
        canvas,
        answers={"weekly": Answer(words="bake =1+1 😀", entries=(1,)), "people": Answer(standing="none")},
        to_sort=(Unsorted(number, "a van?"),),
        next_id=number + 1,
        dismissed=("pay",),
    )


@pytest.mark.parametrize("name", SHOWCASES)
def test_json_read_back_is_the_same_canvas(name: str) -> None:
    canvas = told_to(SHOWCASES[name]())
    text = written(canvas, Format.JSON)
    (read,) = canvases_in(text.encode())
    assert isinstance(read, CanvasRead)
    assert read.canvas == canvas
    assert written(read.canvas, Format.JSON) == text


@pytest.mark.parametrize("seed", range(40))
def test_json_holds_everything_of_any_canvas(seed: int) -> None:
    canvas = told_to(random_canvas(seed))
    document = json.loads(written(canvas, Format.JSON))
    assert document["format"] == "backstage-canvas/1"
    assert decode_canvas(json.dumps(document["canvas"]).encode()) == canvas


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400))
@settings(max_examples=100)
def test_any_words_fit_into_every_form(words: str) -> None:
    entries = (Activity(id=0, text=words, goal=words), Cost(id=0, text=words, driver=words))
    canvas = Canvas(venture=Venture(name=words)).with_new(entries)
    for format_ in (Format.CSV, Format.MARKDOWN, Format.JSON):
        assert written(canvas, format_)
