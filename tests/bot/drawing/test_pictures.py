"""Real pictures, looked at through their pixels and their text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bot.drawing.form import Form, Page
from bot.drawing.worksheet import worksheet_of
from bot.words import load_catalogue
from conversations.canvas.document import Canvas, Venture
from tests.bot.drawing.pixels import size_of
from tests.bot.drawing.seeing import bare, check_picture, fonts_in, pdf_texts, sheet_on
from tests.bot.drawing.showcases import LONG, SHOWCASES, WORD, full, one_entry, overfull
from tests.conversations.canvases import canvas_of, to_do

if TYPE_CHECKING:
    from bot.drawing.typesetting import Typesetter

HOSTILE = (
    '#read("/etc/passwd")',
    "$x^2$ and $ alone",
    "@ref <label>",
    "*b* _i_ `c` ~",
    "= Heading",
    "- item",
    "+ item",
    "/ term: item",
    "\\ \\u{41}",
    "// comment",
    "/* comment */",
    "#{panic()}",
    "]#panic()[",
    "\"quoted\" 'single'",
    "https://example.org/#x",
)
PAPER = [page for page in Page if page.printed]


@pytest.mark.parametrize("name", SHOWCASES)
@pytest.mark.parametrize("page", [Page.PORTRAIT, Page.LANDSCAPE])
def test_blocks_keep_apart_and_words_keep_off_their_edges(
    name: str, page: Page, typesetter: Typesetter
) -> None:
    placed = check_picture(typesetter, SHOWCASES[name](), page)
    assert (placed["missing"] == []) == (name != "overfull")


def test_a_portrait_is_as_wide_as_a_phone_and_no_higher_than_it_needs(typesetter: Typesetter) -> None:
    sizes = {
        name: size_of(typesetter.picture(sheet_on(Page.PORTRAIT, make()))) for name, make in SHOWCASES.items()
    }
    assert {width for width, _ in sizes.values()} == {1080}
    assert sizes["one-entry"][1] == 1350
    assert max(height for _, height in sizes.values()) <= 2340
    assert sizes["overfull"][1] == 2340


def test_a_landscape_fills_a_phone_that_lies(typesetter: Typesetter) -> None:
    assert size_of(typesetter.picture(sheet_on(Page.LANDSCAPE, full()))) == (1920, 1080)


@pytest.mark.parametrize("page", PAPER)
def test_paper_is_a_vector_page_of_its_size(page: Page, typesetter: Typesetter) -> None:
    reader = PdfReader(io.BytesIO(typesetter.print(sheet_on(page, full()))))
    [only] = reader.pages
    assert sorted((round(float(only.mediabox.width)), round(float(only.mediabox.height)))) == (
        [595, 842] if page in (Page.A4, Page.A4_LANDSCAPE) else [612, 792]
    )
    assert len(only.images) == 0


def test_a_pdfs_words_can_be_searched(typesetter: Typesetter) -> None:
    canvas = full()
    [text] = pdf_texts(typesetter.print(sheet_on(Page.A4, canvas)))
    assert [entry.text for entry in canvas.entries if bare(entry.text) not in text] == []
    assert bare("Good coffee in two minutes") in text
    assert bare("who provides Van?") in text


def test_chinese_and_korean_can_be_searched(typesetter: Typesetter) -> None:
    [chinese] = pdf_texts(typesetter.print(sheet_on(Page.A4, SHOWCASES["chinese"]())))
    assert "申请摆摊许可证" in chinese
    assert "两分钟，一杯好咖啡" in chinese
    [korean] = pdf_texts(typesetter.print(sheet_on(Page.A4, SHOWCASES["korean"]())))
    assert "커피내리고건네기" in korean


@pytest.mark.parametrize(
    ("words", "font", "not_in"),
    [
        ("커피 내리고 건네기", "NotoSansKR", "NotoSansJP"),
        ("直接、画を骨まで見る", "NotoSansJP", "NotoSansSC"),
        ("直接看骨画", "NotoSansSC", "NotoSansJP"),
        ("נפתח בבוקר", "NotoSansHebrew", "NotoSansSC"),
        ("ทำกาแฟทุกเช้า", "NotoSansThai", "NotoSansSC"),
    ],
)
def test_each_script_is_set_in_its_own_font(
    typesetter: Typesetter, words: str, font: str, not_in: str
) -> None:
    pdf = typesetter.print(sheet_on(Page.A4, canvas_of(to_do(words))))
    fonts = " ".join(fonts_in(pdf))
    assert font in fonts
    assert not_in not in fonts


def test_what_finds_no_room_is_counted_and_listed_on_the_pages_after(typesetter: Typesetter) -> None:
    canvas = overfull()
    sheet = sheet_on(Page.A4_LANDSCAPE, canvas)
    first, *rest = pdf_texts(typesetter.print(sheet))
    placed = typesetter.placed(sheet)
    counts = {block["name"]: len(block["missing"]) for block in placed["blocks"] if block["missing"]}
    assert counts
    assert [name for name, count in counts.items() if f"and{count}more" not in first] == []
    listed = "".join(rest)
    assert [entry.text for entry in canvas.entries if bare(entry.text) not in listed] == []


def test_an_entry_is_on_the_first_page_or_counted(typesetter: Typesetter) -> None:
    canvas = overfull()
    sheet = sheet_on(Page.A4_LANDSCAPE, canvas)
    first = pdf_texts(typesetter.print(sheet))[0]
    placed = typesetter.placed(sheet)
    away = {number for block in placed["blocks"] for number in (*block["missing"], *block["cut"])}
    assert [
        entry.text for entry in canvas.entries if entry.id not in away and bare(entry.text) not in first
    ] == []


@pytest.mark.parametrize("page", [Page.PORTRAIT, Page.LANDSCAPE])
def test_one_long_entry_and_one_long_word_fit(page: Page, typesetter: Typesetter) -> None:
    placed = check_picture(typesetter, canvas_of(to_do(LONG), to_do(WORD * 3)), page)
    assert placed["missing"] == []


@pytest.mark.parametrize("name", ["", "Bean " * 60, WORD * 2, "مخبز " * 30, "豆" * 90])
def test_any_name_fits_over_the_picture(name: str, typesetter: Typesetter) -> None:
    check_picture(typesetter, Canvas(venture=Venture(name=name)), Page.PORTRAIT)


def test_hostile_words_stay_literal(typesetter: Typesetter) -> None:
    canvas = canvas_of(*(to_do(text) for text in HOSTILE))
    text = "".join(pdf_texts(typesetter.print(sheet_on(Page.A4, canvas))))
    assert [hostile for hostile in HOSTILE if bare(hostile) not in text] == []


@pytest.mark.parametrize("page", PAPER)
def test_the_worksheet_is_one_page_with_every_question(page: Page, typesetter: Typesetter) -> None:
    worksheet = worksheet_of(load_catalogue(), Form(page=page, blank=True))
    [text] = pdf_texts(typesetter.worksheet(worksheet))
    questions = [asked for block in worksheet["blocks"].values() for asked in block["asks"]]
    assert len(questions) == 17
    assert [question for question in questions if bare(question) not in text] == []


def test_only_fonts_of_the_installation_are_in_a_pdf(typesetter: Typesetter) -> None:
    reader = PdfReader(io.BytesIO(typesetter.print(sheet_on(Page.A4, one_entry()))))
    fonts = {
        str(font["/BaseFont"]).partition("+")[2]
        for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1)
        if isinstance(font := reader.get_object(number), DictionaryObject) and "/BaseFont" in font
    }
    assert fonts
    assert {name for name in fonts if not name.startswith(("NotoSans", "LibertinusSerif"))} == set()
