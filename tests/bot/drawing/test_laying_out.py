"""The sheet: what a picture says, before it is drawn."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from bot.drawing.form import Form, Page
from bot.drawing.laying_out import sheet_of
from bot.drawing.sheet import BlockSheet, CostNote, Locked, Note, Sheet, encode_sheet
from bot.words import load_catalogue
from conversations.canvas.document import Canvas, FrontStage, Volume
from conversations.canvas.entries import Resource
from conversations.canvas.facets import Behaviour, Evidence, Sourcing, Stage
from conversations.cohorts.consent import Part, as_seen_by
from conversations.words.show_words import SHOWN
from tests.bot.drawing.seeing import sheet_on
from tests.bot.drawing.showcases import DRAWN_ON, arabic, full, one_entry, overfull
from tests.conversations.canvases import MONTH, UNIT, YEAR, canvas_of, coffee_cart, cost, euros, to_do


def laid_out(canvas: Canvas) -> Sheet:
    return sheet_on(Page.PORTRAIT, canvas)


def notes(sheet: Sheet, block: str) -> dict[str, Note]:
    return {item.text: item for item in sheet.blocks[block].items if isinstance(item, Note)}


def costs(sheet: Sheet) -> list[CostNote]:
    return [item for item in sheet.blocks["costs"].items if isinstance(item, CostNote)]


def asked(block: BlockSheet) -> list[str]:
    return [invitation.text for invitation in block.invitations]


def test_the_venture_its_stage_and_the_day_stand_on_it() -> None:
    sheet = laid_out(coffee_cart())
    assert (sheet.title.text, sheet.stage, sheet.date) == ("Bean Wheels", "just an idea", "23 Nov 2026")


def test_a_venture_without_a_name_has_a_title() -> None:
    assert laid_out(Canvas()).title.text == "Your venture"


def test_all_nine_blocks_are_there_however_little_is_known() -> None:
    blocks = laid_out(Canvas()).blocks
    assert len(blocks) == 9
    assert all(block.items or block.invitations for block in blocks.values())


def test_gaps_are_invitations() -> None:
    sheet = laid_out(one_entry())
    assert asked(sheet.blocks["partners"]) == ["who outside do you depend on?"]
    assert asked(sheet.blocks["value_proposition"]) == ["what do you promise?"]
    assert asked(sheet.blocks["activities"]) == []


def test_what_is_private_is_locked_and_not_asked_for() -> None:
    shared = frozenset({Part.ACTIVITIES, Part.RESOURCES})
    form = Form(on=DRAWN_ON, private=frozenset(Part) - shared)
    sheet = sheet_of(as_seen_by(full(), shared), load_catalogue(), form)
    locked = {name for name, block in sheet.blocks.items() if block.invitations == (Locked("private"),)}
    assert locked == {*SHOWN, "partners", "costs"}
    assert asked(sheet.blocks["resources"]) == [], "who provides the van is private, too"


def test_a_thing_from_a_nameless_partner_asks_who_provides_it() -> None:
    assert "who provides Van?" in asked(laid_out(full()).blocks["resources"])


def test_many_things_from_nameless_partners_ask_once() -> None:
    things = [Resource(id=0, text=f"Van {n}", sourcing=Sourcing.PARTNER) for n in range(30)]
    invitations = asked(laid_out(canvas_of(*things)).blocks["resources"])
    assert "who provides Van 0, and 29 more?" in invitations
    assert len(invitations) < 4


def test_marks_tell_what_is_done_starred_for_later_and_how_things_are_had() -> None:
    sheet = laid_out(full())
    activities, resources = notes(sheet, "activities"), notes(sheet, "resources")
    assert activities["Talk to 30 commuters"].mark == "done"
    assert activities["Brew and serve"].mark == "starred"
    assert activities["Sell by the cup"].mark == "later"
    assert resources["Cart"].marks == ("leased", "agreed")
    assert resources["Cart"].facets == ""
    assert resources["Espresso machine"].marks == ("partner",)
    assert resources["Espresso machine"].facets.replace("\u00a0", " ") == "from Mill Roasters"
    assert resources["Grinder"].marks == ()


def test_the_legend_explains_the_marks_that_are_there_and_no_others() -> None:
    assert [key.mark for key in laid_out(one_entry()).legend] == []
    sheet = laid_out(full())
    used = {
        mark
        for block in ("activities", "resources", "partners")
        for note in notes(sheet, block).values()
        for mark in (note.mark, *note.marks)
    }
    used |= {mark for one in costs(sheet) for mark in one.marks} | {"fixed", "variable"}
    used |= {"comes_in", "goes_out"}
    assert {key.mark for key in sheet.legend} == used - {"plain"}


@pytest.mark.parametrize("sure", list(Evidence))
def test_how_sure_the_founder_is_is_a_mark(sure: Evidence) -> None:
    sheet = laid_out(canvas_of(to_do("Brew", evidence=sure)))
    assert notes(sheet, "activities")["Brew"].marks == (sure.value,)


def test_what_waits_for_later_stands_last() -> None:
    texts = [item.text for item in laid_out(full()).blocks["activities"].items if isinstance(item, Note)]
    assert texts[:2] == ["Talk to 30 commuters", "Get street permit"]
    assert texts[-1] == "Offer offices a monthly plan"


def test_costs_are_bars_of_a_month_largest_first() -> None:
    canvas = canvas_of(
        cost("Insurance", euros("1200", YEAR), behaviour=Behaviour.FIXED),
        cost("Rent", euros("400", MONTH), behaviour=Behaviour.FIXED),
        cost("Beans", euros("0.50", UNIT, "cup"), behaviour=Behaviour.VARIABLE),
        cost("Cups", None),
        front=FrontStage(price=euros("3", UNIT, "cup"), volume=Volume(low=Decimal(400), high=Decimal(400))),
    )
    bars = [(one.text, one.share, one.grows) for one in costs(laid_out(canvas))]
    assert bars == [("Rent", 1, False), ("Beans", 0.5, True), ("Insurance", 0.25, False), ("Cups", 0, False)]


def test_a_cost_that_nobody_can_price_asks_how_much() -> None:
    [one] = costs(laid_out(canvas_of(cost("Insurance", None))))
    assert (one.amount, one.asks) == ("how much?", True)


def test_sums_stand_under_costs_and_revenue() -> None:
    blocks = laid_out(coffee_cart()).blocks
    assert [(line.text, line.value) for line in blocks["costs"].sums] == [
        ("Every month", "550 €"),
        ("Every sale", "0.90 €"),
        ("A month in all", "about 1,630 €"),
    ]
    assert [(line.text, line.value) for line in blocks["revenue"].sums] == [
        ("One sale", "3.20 € a cup"),
        ("Sales hoped for", "1,200"),
        ("Comes in a month", "about 3,840 €"),
        ("Goes out a month", "about 1,630 €"),
        ("Stays with you", "about 2,210 €"),
    ]


def test_a_month_that_costs_more_than_it_brings_says_what_is_missing() -> None:
    canvas = coffee_cart()
    poor = replace(
        canvas, front_stage=replace(canvas.front_stage, volume=Volume(low=Decimal(100), high=Decimal(100)))
    )
    last = laid_out(poor).blocks["revenue"].sums[-1]
    assert (last.text, last.value) == ("Is missing", "320 €")


def test_the_break_even_line_has_the_numbers_of_the_canvas() -> None:
    chart = laid_out(coffee_cart()).blocks["break_even"].chart
    assert chart is not None
    assert (chart.fixed, chart.each, chart.price, chart.volume) == (550, 0.9, 3.2, 1200)
    assert chart.break_even * (chart.price - chart.each) == pytest.approx(chart.fixed)


def test_there_is_no_chart_without_numbers() -> None:
    assert "break_even" not in laid_out(one_entry()).blocks


def test_notes_run_the_way_their_script_does() -> None:
    partners = notes(laid_out(arabic()), "partners")
    assert (partners["مطحنة الأردن"].rtl, partners["Café Luna"].rtl) == (True, False)


def test_more_is_said_for_every_number_of_notes_left_out() -> None:
    block = laid_out(overfull()).blocks["resources"]
    assert block.more[0] == "and 1 more"
    assert block.more[-1] == "and 30 more"


def test_halves_of_characters_and_what_cannot_be_seen_are_no_trouble() -> None:
    canvas = canvas_of(
        to_do("half \ud83d of\u202e a\x00 cup\n\nnow"), to_do("\u200f\u2066"), stage=Stage.IDEA
    )
    first, second = laid_out(canvas).blocks["activities"].items
    assert isinstance(first, Note)
    assert first.text == "half \ufffd of a cup now"
    assert isinstance(second, Note)
    assert second.text == "…"


def test_accents_do_not_pile_up_into_other_lines() -> None:
    [note] = laid_out(canvas_of(to_do("cafe" + "\u0301" * 60))).blocks["activities"].items
    assert isinstance(note, Note)
    assert len(note.text) <= 8


def test_a_sheet_is_json() -> None:
    assert encode_sheet(laid_out(overfull())).startswith("{")
