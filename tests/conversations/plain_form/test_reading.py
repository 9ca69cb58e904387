"""Whole plain canvases, read into the canvas that the coach knows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from msgspec import UNSET

from conversations.canvas.entries import Activity, Cost, Partner, Resource
from conversations.canvas.facets import Block, BusinessType, Sourcing, Stage
from conversations.canvas.money import Amount
from conversations.canvas.sums import sums
from conversations.errors import NotACanvas
from conversations.plain_form.reading import read_plain

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas


def read(**fields: object) -> Canvas:
    return read_plain({"activities": [], **fields}).canvas


def test_blocks_stage_type_and_promise_are_read() -> None:
    canvas = read(
        company="Kiosk",
        stage="pre-launch",
        business_type="platform rental",
        value_proposition="Light for all",
        activities=["Charge phones"],
        resources=["Two operators"],
        partners=["Town hall"],
        costs=["Rent"],
    )
    assert [len(canvas.block(block)) for block in Block] == [1, 1, 1, 1]
    assert canvas.venture.stage is Stage.PRE_LAUNCH
    assert canvas.venture.business_types == (BusinessType.PLATFORM,)
    assert canvas.front_stage.value_proposition == "Light for all"
    assert canvas.answers == {}


def test_the_texts_stay_at_hand_as_they_were_written() -> None:
    plain = read_plain({"resources": ["Van (leased)", "  Oven  "], "costs": ["Rent $9/mo (fixed)"]})
    assert plain.written == {1: "Van (leased)", 2: "Oven", 3: "Rent $9/mo (fixed)"}


def test_a_partner_s_line_tells_what_they_give_and_get() -> None:
    mill, hall, nestle = read(
        partners=["Mill: flour, gets orders", "Town hall", "Nestlé, which sells our coffee"]
    ).of(Partner)
    assert (mill.text, mill.gives, mill.gets) == ("Mill", ("flour",), ("orders",))
    assert (hall.gives, hall.gets) == (UNSET, UNSET)
    assert nestle.text == "Nestlé, which sells our coffee"


@pytest.mark.parametrize(
    ("thing", "partners", "linked"),
    [
        ("Laptops (from the library)", ["Bank: loan", "City library: rooms"], 3),
        ("Buttons (from a partner)", ["Bank: loan", "Button maker: parts"], 3),
        ("Cellar (from partner)", ["Town hall"], 2),
        ("Cellar (from partner)", [], None),
        ("Cellar (from the church)", ["Bank: loan", "Mill: flour"], None),
    ],
)
def test_things_are_tied_to_the_partner_they_come_from(
    thing: str, partners: list[str], linked: int | None
) -> None:
    (resource,) = read(resources=[thing], partners=partners).of(Resource)
    assert resource.sourcing is Sourcing.PARTNER
    assert resource.partner == linked


def test_numbers_are_read_by_their_names() -> None:
    canvas = read(
        stage="early",
        costs=["Rent $500/mo (fixed)"],
        numbers={
            "price": 3.2,
            "unit_variable_cost": "1.10",
            "units_per_month": 1500,
            "annual_revenue": "57.6k",
            "monthly_costs": 3600,
            "cash_in_bank": "20k",
            "nonsense": {},
            "team_happiness": True,
        },
    )
    known = sums(canvas)
    assert known.revenue is not None
    assert known.monthly is not None
    assert known.margin is not None
    assert (known.revenue.low, known.monthly.low) == (Decimal(4800), Decimal(3600))
    assert known.margin.low == Decimal("2.1")
    assert isinstance(canvas.totals.cash, Amount)
    assert canvas.totals.cash.low == Decimal(20000)


def test_before_the_first_sale_volumes_are_hopes() -> None:
    hoped, sold = (
        read(stage=stage, numbers={"units_per_month": 10}).front_stage.volume for stage in ("idea", "early")
    )
    assert getattr(hoped, "hoped", None) is True
    assert getattr(sold, "hoped", None) is False


@pytest.mark.parametrize("promise", ["", "?", "TBD", None, []])
def test_an_empty_promise_is_unknown(promise: object) -> None:
    assert read(value_proposition=promise).front_stage.value_proposition is None


def test_a_promise_that_was_left_out_is_unknown_and_other_parts_not_asked() -> None:
    front = read().front_stage
    assert (front.value_proposition, front.customers) == (None, UNSET)


def test_other_spellings_of_the_blocks_are_understood() -> None:
    canvas = read_plain(
        {"Key Activities": "Bake\nSell", "Key Partnerships": [{"text": "Mill"}], "Cost Structure": None}
    ).canvas
    assert [one.text for one in canvas.of(Activity)] == ["Bake", "Sell"]
    assert [one.text for one in canvas.of(Partner)] == ["Mill"]
    assert canvas.of(Cost) == ()


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ([], "object"),
        ("text", "object"),
        ({}, "blocks"),
        ({"id": "c1", "stage": "idea"}, "blocks"),
        ({"activities": [1]}, "entries"),
        ({"activities": {"a": "b"}}, "entries"),
        ({"costs": 5}, "entries"),
    ],
)
def test_what_is_no_canvas_is_refused(document: object, reason: str) -> None:
    with pytest.raises(NotACanvas, match=f"^{reason}$"):
        read_plain(document)
