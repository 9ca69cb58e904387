"""Facts within an entry's text, as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec import UNSET

from conversations.canvas.facets import Behaviour, Sourcing, When
from conversations.canvas.money import Amount, Period
from conversations.plain_form.facts import cost_said, task_said, thing_said

OWNED, LEASED, FROM_PARTNER = Sourcing.OWNED, Sourcing.LEASED, Sourcing.PARTNER
FIXED, VARIABLE = Behaviour.FIXED, Behaviour.VARIABLE


@pytest.mark.parametrize(
    ("text", "name", "sourcing", "source"),
    [
        ("6 cargo bikes (leased)", "6 cargo bikes", LEASED, ""),
        ("20 hives (owned)", "20 hives", OWNED, ""),
        ("Roof access (from partners)", "Roof access", FROM_PARTNER, "partners"),
        ("Ten laptops (from the library)", "Ten laptops", FROM_PARTNER, "library"),
        ("Van (rented from Hertz)", "Van", LEASED, ""),
        ("Kitchen (rented by the hour)", "Kitchen", LEASED, ""),
        ("Mowers (supplied by a partner)", "Mowers", FROM_PARTNER, "partner"),
        ("Leased van", "Leased van", LEASED, ""),
        ("Office space, rented", "Office space, rented", LEASED, ""),
        ("Projector borrowed from the school", "Projector borrowed from the school", FROM_PARTNER, "school"),
        ("Family recipe (secret)", "Family recipe (secret)", UNSET, ""),
        ("Van (to be bought)", "Van (to be bought)", UNSET, ""),
        ("My own programming skills", "My own programming skills", UNSET, ""),
        ("Two bakers", "Two bakers", UNSET, ""),
    ],
)
def test_how_a_thing_is_had(text: str, name: str, sourcing: object, source: str) -> None:
    said = thing_said(text)
    assert (said.name, said.sourcing, said.source) == (name, sourcing, source)


@pytest.mark.parametrize(
    ("text", "name", "behaviour", "amount"),
    [
        ("Bike lease (fixed, $600/mo)", "Bike lease", FIXED, (600, "USD", Period.MONTH, "")),
        ("Rider wages (variable, per hour)", "Rider wages", VARIABLE, None),
        ("Cart lease $350/mo (fixed)", "Cart lease", FIXED, (350, "USD", Period.MONTH, "")),
        (
            "Beans, milk and cups $1.10 per cup",
            "Beans, milk and cups",
            VARIABLE,
            ("1.1", "USD", Period.UNIT, "cup"),
        ),
        ("Sewing machines $30,000 (one-off)", "Sewing machines", UNSET, (30000, "USD", Period.ONCE, "")),
        ("Wages €2.400 a month - fixed", "Wages", FIXED, (2400, "EUR", Period.MONTH, "")),
        ("Marble lobby $60,000 (fixed)", "Marble lobby", FIXED, (60000, "USD", None, "")),
        ("Salaries of 20 drivers", "Salaries of 20 drivers", UNSET, None),
        ("Planner commission 10% (variable)", "Planner commission 10%", VARIABLE, None),
        ("Rent", "Rent", UNSET, None),
    ],
)
def test_what_a_cost_is_and_whether_it_grows(
    text: str, name: str, behaviour: object, amount: tuple[object, ...] | None
) -> None:
    said = cost_said(text)
    assert (said.name, said.behaviour) == (name, behaviour)
    if amount is None:
        assert said.amount is UNSET
    else:
        assert isinstance(said.amount, Amount)
        low, currency, period, per = amount
        assert (said.amount.low, said.amount.currency) == (Decimal(str(low)), currency)
        assert (said.amount.period, said.amount.per) == (period, per)


@pytest.mark.parametrize(
    ("text", "name", "done", "when"),
    [
        ("Launch site (done)", "Launch site", True, UNSET),
        ("Launch site ✅", "Launch site", True, UNSET),
        ("[x] Launch site", "Launch site", True, UNSET),
        ("Register the firm - done", "Register the firm", True, UNSET),
        ("Registered the business", "Registered the business", True, UNSET),
        ("Open a second shop (later)", "Open a second shop", False, When.LATER),
        ("Later: open a second shop", "open a second shop", False, When.LATER),
        ("Bake bread (now)", "Bake bread", False, When.NOW),
        ("Built-in kitchens for flats", "Built-in kitchens for flats", False, UNSET),
        ("Bake bread (rye)", "Bake bread (rye)", False, UNSET),
    ],
)
def test_whether_an_activity_is_done_or_for_later(text: str, name: str, when: object, *, done: bool) -> None:
    said = task_said(text)
    assert (said.name, said.done, said.when) == (name, done, when)


def test_a_date_in_brackets_is_a_goal_and_a_core_activity_is_starred() -> None:
    assert task_said("Find a shop (by June)").goal == "by June"
    assert task_said("Bake bread (core)").starred
