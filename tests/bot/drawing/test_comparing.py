"""A comparison: what is new, changed and gone is told apart, and nothing else is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.drawing.form import Page
from bot.drawing.matching import numbered_as
from bot.drawing.sheet import BigFigure
from conversations.canvas.entries import Partner, Resource
from conversations.canvas.facets import Evidence, Sourcing
from tests.bot.drawing.random_canvases import random_canvas
from tests.bot.drawing.seeing import check_picture, pdf_texts, sheet_on
from tests.bot.drawing.showcases import full, half_a_year_before
from tests.conversations.canvases import MONTH, canvas_of, coffee_cart, cost, euros, to_do

if TYPE_CHECKING:
    from bot.drawing.sheet import Sheet
    from bot.drawing.typesetting import Typesetter
    from conversations.canvas.document import Canvas

MAY = date(2026, 5, 4)


def compared(now: Canvas, then: Canvas) -> Sheet:
    return sheet_on(Page.PORTRAIT, now, then, MAY)


def changes(sheet: Sheet) -> dict[str, tuple[str, str]]:
    """What became of each note that something became of: its change, and what it was."""
    items = [
        item for block in sheet.blocks.values() for item in block.items if not isinstance(item, BigFigure)
    ]
    return {item.text: (item.change, item.was.replace("\u00a0", " ")) for item in items if item.change}


def test_what_is_new_changed_and_gone_is_told_with_what_it_was() -> None:
    assert changes(compared(full(), half_a_year_before())) == {
        "Commuters": ("changed", "was Students and commuters"),
        "Talk to 30 commuters": ("changed", ""),
        "Brew and serve": ("changed", "was Brew"),
        "Cart": ("changed", "was a guess"),
        "Tom": ("new", ""),
        "Van": ("new", ""),
        "Station": ("new", ""),
        "Pitch": ("changed", "was 150 € a month"),
        "Insurance": ("new", ""),
        "Hand out flyers": ("gone", ""),
        "Uncle Sam": ("gone", ""),
        "Flyers": ("gone", ""),
    }


def test_since_when_and_how_much_stands_under_the_title() -> None:
    assert compared(full(), half_a_year_before()).since == "Since 4 May 2026: 4 new · 5 changed · 3 gone"


def test_where_nothing_has_changed_it_says_so() -> None:
    sheet = compared(full(), full())
    assert sheet.since == "Since 4 May 2026: nothing has changed"
    assert changes(sheet) == {}


def test_a_picture_that_compares_nothing_has_no_marks_of_change() -> None:
    sheet = sheet_on(Page.PORTRAIT, full())
    assert (sheet.since, changes(sheet)) == ("", {})
    assert not {key.mark for key in sheet.legend} & {"new", "changed", "gone"}


def test_the_legend_tells_only_the_changes_that_there_are() -> None:
    sheet = compared(canvas_of(to_do("Bake"), to_do("Sell")), canvas_of(to_do("Bake")))
    assert [key.mark for key in sheet.legend] == ["new"]


def test_a_note_that_moved_to_another_block_is_changed_and_not_gone() -> None:
    then = canvas_of(to_do("Find an oven"))
    now = replace(then, entries=(Resource(id=1, text="Find an oven"),))
    assert changes(compared(now, then)) == {"Find an oven": ("changed", "was Key activities")}


def test_being_surer_of_a_note_changes_it() -> None:
    then = canvas_of(Partner(id=0, text="Mill", evidence=Evidence.GUESS))
    now = then.with_changed(replace(then.entries[0], evidence=Evidence.PAID))
    assert changes(compared(now, then)) == {"Mill": ("changed", "was a guess")}


def test_a_larger_cost_elsewhere_does_not_change_a_note() -> None:
    then = canvas_of(cost("Rent", euros("100", MONTH)))
    now = then.with_new((cost("Van", euros("900", MONTH)),))
    assert changes(compared(now, then)) == {"Van": ("new", "")}


def test_gone_notes_can_be_read_and_searched_on_paper(typesetter: Typesetter) -> None:
    sheet = sheet_on(Page.A4, full(), half_a_year_before(), MAY)
    text = "".join(pdf_texts(typesetter.print(sheet)))
    assert "Handoutflyers" in text
    assert "UncleSam" in text
    assert "Since4May2026" in text


def test_random_canvases_compared_with_each_other_fit(typesetter: Typesetter) -> None:
    for seed in range(3):
        check_picture(typesetter, random_canvas(seed), Page.PORTRAIT, since=random_canvas(seed + 50))


def test_canvases_without_ids_are_matched_by_their_words() -> None:
    now = canvas_of(to_do("Bake"), to_do("Sell"), Resource(id=0, text="Oven", sourcing=Sourcing.OWNED))
    then = canvas_of(Resource(id=0, text="oven"), to_do("Count"), to_do("sell "))
    found = numbered_as(then, now)
    assert {entry.text: entry.id for entry in found.entries} == {
        "oven": 3,
        "sell ": 2,
        "Count": found.next_id - 1,
    }


def test_links_of_a_matched_canvas_still_lead_somewhere() -> None:
    found = numbered_as(coffee_cart(), canvas_of(to_do("Sweep"), *coffee_cart().entries))
    machine = next(
        entry for entry in found.entries if entry.text == "Espresso machine" and isinstance(entry, Resource)
    )
    partner = found.entry(machine.partner or 0)
    assert partner is not None
    assert partner.text == "Mill Roasters"
