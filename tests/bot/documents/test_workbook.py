"""The canvas as a workbook: its sums are right however they are computed, and nobody's words compute."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.documents.making import document
from bot.words import load_catalogue
from conversations.canvas.document import Canvas, FrontStage, Totals, Venture, Volume
from conversations.canvas.entries import Activity, Cost, Partner, Resource
from conversations.canvas.facets import Behaviour, Block
from conversations.canvas.money import Amount, Period
from conversations.canvas.sums import sums
from conversations.interview.requests import Draw, Format, Paper
from conversations.words.text import say
from tests.bot.documents.recomputing import Recomputed
from tests.bot.drawing.random_canvases import random_canvas
from tests.bot.drawing.showcases import SHOWCASES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conversations.canvas.entries import Entry
    from conversations.canvas.figures import Figure

DAY = date(2026, 11, 25)
LINES = {
    "Comes in, a month": "revenue",
    "Costs that stay, a month": "fixed",
    "Costs that grow with sales, a month": "growing",
    "What one sale costs": "per_sale",
    "All costs, a month": "monthly",
    "What one sale leaves": "margin",
    "Once, at the start": "one_off",
}
NOTHING_SHOWN, NOTHING_STATED = FrontStage(), Totals()
OPENINGS = ("=", "+", "-", "@", "\t", "\r")


def written(canvas: Canvas, format_: Format = Format.XLSX, paper: Paper = Paper.A4) -> bytes:
    return document(Draw(venture="v", canvas=canvas, format=format_, paper=paper, on=DAY))


def costs(
    *amounts: tuple[str, str, Period | None],
    front_stage: FrontStage = NOTHING_SHOWN,
    totals: Totals = NOTHING_STATED,
) -> Canvas:
    """A canvas with costs: low, high and period of each."""
    entries = (
        Cost(id=0, text=f"Cost {number}", amount=Amount(Decimal(low), Decimal(high), "EUR", period))
        for number, (low, high, period) in enumerate(amounts)
    )
    venture = Venture(name="Bean Wheels", currency="EUR")
    return Canvas(venture=venture, front_stage=front_stage, totals=totals).with_new(entries)


def overview(content: bytes) -> dict[str, tuple[Any, Any]]:
    """The overview's lines, by their label, computed from the formulas alone."""
    computed, rows = Recomputed(content), load_workbook(io.BytesIO(content))["Overview"].max_row
    lines = {}
    for row in range(1, rows + 1):
        label = computed.value("Overview", f"A{row}")
        lines[label] = (computed.value("Overview", f"B{row}"), computed.value("Overview", f"C{row}"))
    return lines


def figures(canvas: Canvas) -> dict[str, tuple[float, float] | tuple[None, None]]:
    """What the same lines have to come to."""
    known = sums(canvas)
    expected: dict[str, tuple[float, float] | tuple[None, None]] = {}
    for label, name in LINES.items():
        figure: Figure | None = getattr(known, name)
        expected[label] = (float(figure.low), float(figure.high)) if figure else (None, None)
    return expected


MANY = {
    "a month and a year": costs(("350", "350", Period.MONTH), ("180", "180", Period.YEAR)),
    "ranges": costs(("100", "200", Period.MONTH), ("1200", "2400", Period.YEAR)),
    "each sale, sold": costs(
        ("0.90", "1.10", Period.UNIT),
        ("565", "565", Period.MONTH),
        front_stage=FrontStage(
            price=Amount(Decimal("3.20"), Decimal("3.50"), "EUR", Period.UNIT),
            volume=Volume(low=Decimal(1000), high=Decimal(1200)),
        ),
    ),
    "each sale, sales not known": costs(("0.90", "0.90", Period.UNIT), ("5", "5", Period.MONTH)),
    "once": costs(("400", "500", Period.ONCE), ("10", "10", Period.MONTH)),
    "how often isn't clear": costs(("70", "70", None), ("10", "10", Period.MONTH)),
    "nothing priced": Canvas().with_new([Cost(id=0, text="Insurance", amount=None)]),
    "no costs": Canvas().with_new([Activity(id=0, text="Bake")]),
    "said outright": costs(
        ("10", "10", Period.MONTH),
        totals=Totals(fixed_costs=Amount(Decimal(900), Decimal(900), "EUR", Period.MONTH)),
        front_stage=FrontStage(monthly_revenue=Amount(Decimal(12000), Decimal(12000), "EUR", Period.YEAR)),
    ),
    "growing with sales": costs(
        ("300", "300", Period.MONTH),
        front_stage=FrontStage(
            price=Amount(Decimal(4), Decimal(4), "EUR"), volume=Volume(low=Decimal(100), high=Decimal(200))
        ),
    ).with_new(
        [
            Cost(
                id=0,
                text="Parcels",
                amount=Amount(Decimal(80), Decimal(90), "EUR", Period.MONTH),
                behaviour=Behaviour.VARIABLE,
            )
        ]
    ),
    "another currency": costs(("10", "10", Period.MONTH)).with_new(
        [Cost(id=0, text="Servers", amount=Amount(Decimal(30), Decimal(30), "USD", Period.MONTH))]
    ),
} | {f"the showcase {name}": make() for name, make in SHOWCASES.items()}


@pytest.mark.parametrize("name", MANY)
def test_the_formulas_come_to_what_the_canvas_comes_to(name: str) -> None:
    canvas = MANY[name]
    seen = overview(written(canvas))
    assert {label: pytest.approx(seen[label]) for label in LINES} == figures(canvas)


@pytest.mark.parametrize("number", range(40))
def test_the_formulas_of_any_canvas_come_to_the_same_as_its_picture(number: int) -> None:
    canvas = random_canvas(number)
    seen = overview(written(canvas))
    assert {label: pytest.approx(seen[label]) for label in LINES} == figures(canvas)


@pytest.mark.parametrize("name", MANY)
def test_who_does_not_compute_formulas_sees_the_same_numbers(name: str) -> None:
    content = written(MANY[name])
    shown, computed = load_workbook(io.BytesIO(content), data_only=True), Recomputed(content)
    for sheet, cell in computed.formulas():
        assert shown[sheet][cell].value == pytest.approx(computed.value(sheet, cell)), (sheet, cell)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_without_a_warning_and_computes_the_same(tmp_path: Path) -> None:
    canvas = SHOWCASES["full"]()
    (tmp_path / "canvas.xlsx").write_bytes(written(canvas))
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    run = subprocess.run(  # noqa: S603 - our own file
        [
            *(shutil.which("soffice") or "", f"-env:UserInstallation=file://{tmp_path}/profile"),
            *("--headless", "--convert-to", every_sheet, "--outdir", str(tmp_path), "canvas.xlsx"),
        ],
        cwd=tmp_path,
        capture_output=True,
        timeout=100,
        check=True,
    )
    assert b"rror" not in run.stderr
    rows = csv.reader(io.StringIO((tmp_path / "canvas-Overview.csv").read_text("utf-8")))
    seen = {row[0]: (float(row[1]), float(row[2])) for row in rows if row[0] in LINES}
    assert {label: pytest.approx(seen[label]) for label in LINES} == figures(canvas)


def test_there_is_an_overview_and_a_sheet_a_block() -> None:
    book = load_workbook(io.BytesIO(written(SHOWCASES["full"]())))
    assert book.sheetnames == [
        "Overview",
        "Key activities",
        "Key resources",
        "Key partners",
        "Cost structure",
    ]


def test_what_is_missing_is_asked_for_below_the_notes() -> None:
    book = load_workbook(io.BytesIO(written(SHOWCASES["full"]())))
    assert "○ Van comes from a partner: who?" in [row[0].value for row in book["Key resources"].rows]


def test_it_prints_on_the_paper_of_its_reader() -> None:
    papers = {
        paper: load_workbook(io.BytesIO(written(Canvas(), paper=paper)))["Overview"].page_setup.paperSize
        for paper in Paper
    }
    assert papers == {Paper.A4: 9, Paper.LETTER: 1}


def test_every_language_has_names_that_sheets_may_have() -> None:
    words = load_catalogue()
    names = [words.label(say("documents.overview"))]
    names += [words.label(say(f"canvas.name.{block.value}")) for block in Block]
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    assert len(set(names)) == len(names)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
hostile = st.builds(str.__add__, st.sampled_from(OPENINGS), words) | words


@st.composite
def hostile_canvas(draw: st.DrawFn) -> Canvas:
    return saying(lambda: draw(hostile))


def saying(words_of: Callable[[], str]) -> Canvas:
    """A canvas with somebody's words wherever there can be some."""
    entries: tuple[Entry, ...] = (
        Activity(id=0, text=words_of(), goal=words_of()),
        Resource(id=0, text=words_of()),
        Partner(id=0, text=words_of(), gives=(words_of(),), why=words_of()),
        Cost(id=0, text=words_of(), driver=words_of()),
    )
    front = FrontStage(value_proposition=words_of() or "so", customers=words_of() or "so")
    return Canvas(venture=Venture(name=words_of()), front_stage=front).with_new(entries)


@given(hostile_canvas())
@settings(max_examples=60)
def test_no_words_become_a_formula_in_a_workbook(canvas: Canvas) -> None:
    content = written(canvas)
    assert Recomputed(content).formulas() == Recomputed(written(saying(lambda: "harmless"))).formulas()
    for sheet in load_workbook(io.BytesIO(content)):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "s"):
            # Somebody may edit the cell, and it stays words.
            assert cell.quotePrefix or not str(cell.value).startswith(OPENINGS)


@given(hostile_canvas())
@settings(max_examples=200)
def test_no_words_become_a_formula_in_a_table(canvas: Canvas) -> None:
    content = written(canvas, Format.CSV).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content, newline="")):
        assert not any(cell.startswith(OPENINGS) for cell in row)
