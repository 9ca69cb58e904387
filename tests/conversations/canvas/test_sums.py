"""What the numbers come to: only what the founder gave, and what it rests on."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from conversations.canvas.document import Canvas, FrontStage, Totals, Venture, Volume
from conversations.canvas.facets import Behaviour, Evidence
from conversations.canvas.figures import Figure, roughly
from conversations.canvas.money import Amount
from conversations.canvas.sums import sums, volume_of
from tests.conversations.canvases import MONTH, ONCE, UNIT, YEAR, canvas_of, coffee_cart, cost, euros

FIXED, VARIABLE = Behaviour.FIXED, Behaviour.VARIABLE
BEANS = cost("Beans", euros("0.90", UNIT, "cup"))


def figure(low: str, *entries: int, high: str | None = None, guess: bool = False) -> Figure:
    return Figure(Decimal(low), Decimal(high or low), entries, guess)


def test_a_coffee_cart_breaks_even_at_about_240_cups() -> None:
    known = sums(coffee_cart())
    assert known.fixed == figure("550", 18, 19, 21)
    assert known.unit == known.per_sale == figure("0.90", 20)
    assert known.margin == figure("2.30", 20)
    assert known.revenue == figure("3840.00", guess=True)
    assert known.monthly == figure("1630.00", 18, 19, 21, 20, guess=True)
    assert known.break_even is not None
    assert roughly(known.break_even.high) == 240
    assert not known.break_even.guess


@pytest.mark.parametrize(
    ("number", "about"),
    [
        ("239.13", "240"),
        ("240", "240"),
        ("7", "7"),
        ("1201", "1300"),
        ("0.3", "1"),
        ("99.5", "100"),
        ("0", "0"),
    ],
)
def test_a_count_is_rounded_up_to_its_order_of_magnitude(number: str, about: str) -> None:
    assert roughly(Decimal(number)) == Decimal(about)
    assert str(roughly(Decimal(number))) == about


def test_months_years_units_and_once_are_kept_apart() -> None:
    known = sums(
        canvas_of(
            cost("Rent", euros("800", MONTH)),
            cost("Insurance", euros("240", YEAR, high="360")),
            cost("Help", euros("300", MONTH), behaviour=VARIABLE),
            cost("Flour", euros("0.40", UNIT, "loaf")),
            cost("Oven", euros("5000", ONCE)),
            cost("Permit", None),
        )
    )
    assert known.fixed == figure("820", 1, 2, high="830")
    assert known.variable == figure("300", 3)
    assert known.unit == figure("0.40", 4)
    assert known.one_off == figure("5000", 5)
    assert known.monthly == figure("1120", 1, 2, 3, high="1130")
    assert known.unpriced == (6,)
    assert known.margin is None


def test_currencies_are_never_added_to_each_other() -> None:
    canvas = canvas_of(
        cost("Rent", euros("800", MONTH)),
        cost("Hosting", Amount(Decimal(20), Decimal(20), "USD", MONTH)),
        cost("Phone", Amount(Decimal(10), Decimal(10), None, MONTH)),
        front=FrontStage(price=Amount(Decimal(5), Decimal(5), "USD")),
    )
    known = sums(replace(canvas, venture=Venture(currency="EUR")))
    assert known.fixed == figure("810", 1, 3)
    assert known.other_currency == (2,)
    assert known.margin is None


@pytest.mark.parametrize(
    "amount",
    [
        euros("900"),
        euros("15", UNIT, "hour"),
        euros("10", MONTH, "user"),
    ],
)
def test_what_cannot_be_added_up_is_named_instead(amount: Amount) -> None:
    known = sums(canvas_of(cost("Something", amount)))
    assert known.unclear == (1,)
    assert known.monthly is None


def test_an_hour_is_a_sale_where_the_price_is_by_the_hour() -> None:
    known = sums(
        canvas_of(
            cost("Tutors", euros("18", UNIT, "hour")), front=FrontStage(price=euros("40", UNIT, "Hour"))
        )
    )
    assert known.margin == figure("22", 1)


def test_nothing_is_assumed_of_costs_that_nobody_marked() -> None:
    rent = cost("Rent", euros("800", MONTH))
    front = FrontStage(price=euros("40"))
    assert sums(canvas_of(rent, front=front)).margin is None
    marked = sums(canvas_of(replace(rent, behaviour=FIXED), front=front))
    assert marked.margin == figure("40")
    assert marked.break_even == figure("20", 1)


def test_a_cost_that_grows_by_the_month_is_spread_over_the_sales() -> None:
    front = FrontStage(price=euros("10"), volume=Volume(low=Decimal(100), high=Decimal(200), hoped=True))
    known = sums(canvas_of(cost("Beans", euros("300", MONTH), behaviour=VARIABLE), front=front))
    assert known.per_sale == figure("1.5", 1, high="3", guess=True)
    assert known.margin == figure("7", 1, high="8.5", guess=True)


def test_what_rests_on_a_guess_says_so() -> None:
    known = sums(
        canvas_of(
            cost("Rent", euros("800", MONTH), evidence=Evidence.GUESS),
            cost("Water", replace(euros("20", ONCE), rough=True)),
        )
    )
    assert known.fixed is not None
    assert known.fixed.guess
    assert known.one_off is not None
    assert known.one_off.guess


def test_what_comes_in_is_taken_as_told_before_price_times_volume() -> None:
    front = FrontStage(
        price=euros("10"),
        volume=Volume(low=Decimal(100), high=Decimal(100)),
        monthly_revenue=euros("2400", YEAR),
    )
    assert sums(canvas_of(front=front)).revenue == figure("200")


@pytest.mark.parametrize("canvas", [Canvas(), canvas_of(cost("Rent", None))])
def test_without_numbers_there_are_no_sums(canvas: Canvas) -> None:
    known = sums(canvas)
    assert {known.monthly, known.revenue, known.margin, known.break_even} == {None}


def test_sums_that_were_stated_go_before_what_the_entries_add_up_to() -> None:
    canvas = canvas_of(
        cost("Rent", euros("800", MONTH)),
        front=FrontStage(price=euros("10"), volume=Volume(low=Decimal(100), high=Decimal(100))),
    )
    stated = Totals(fixed_costs=euros("12000", YEAR), unit_cost=euros("4", UNIT))
    known = sums(replace(canvas, totals=stated))
    assert (known.currency, known.fixed, known.per_sale, known.growing) == (
        "EUR",
        figure("1000"),
        figure("4"),
        figure("400"),
    )
    assert (known.monthly, known.margin) == (figure("1400"), figure("6"))
    outright = replace(stated, monthly_costs=euros("2000", MONTH))
    assert sums(replace(canvas, totals=outright)).monthly == figure("2000")


def test_a_stated_sum_in_another_currency_is_left_out() -> None:
    canvas = canvas_of(cost("Rent", euros("800", MONTH)))
    dollars = Totals(fixed_costs=Amount(Decimal(9), Decimal(9), "USD", MONTH))
    assert sums(replace(canvas, totals=dollars)).fixed == figure("800", 1)


def test_where_a_sale_leaves_nothing_there_is_no_break_even() -> None:
    known = sums(
        canvas_of(
            cost("Rent", euros("800", MONTH)),
            cost("Flour", euros("4", UNIT)),
            front=FrontStage(price=euros("4")),
        )
    )
    assert (known.margin, known.break_even) == (figure("0", 2), None)


def test_a_single_sale_a_month_is_a_volume_and_none_is_not() -> None:
    assert volume_of(FrontStage(volume=Volume(low=Decimal(1), high=Decimal(1)))) == figure("1")
    assert volume_of(FrontStage(volume=Volume(low=Decimal(0), high=Decimal(5)))) is None


def test_a_price_in_another_currency_brings_no_margin() -> None:
    dollars = Amount(Decimal(5), Decimal(5), "USD", UNIT)
    known = sums(replace(canvas_of(BEANS, front=FrontStage(price=dollars)), venture=Venture(currency="EUR")))
    assert (known.per_sale, known.margin, known.revenue) == (figure("0.90", 1), None, None)


def test_a_rough_price_makes_a_guess_of_what_comes_in() -> None:
    price = Amount(Decimal(5), Decimal(5), "EUR", UNIT, rough=True)
    known = sums(canvas_of(front=FrontStage(price=price, volume=Volume(low=Decimal(10), high=Decimal(10)))))
    assert known.revenue == figure("50", guess=True)


def test_what_comes_in_a_month_by_the_customer_is_no_revenue_yet() -> None:
    assert sums(canvas_of(front=FrontStage(monthly_revenue=euros("50", MONTH, "customer")))).revenue is None


def test_a_sale_costs_nothing_only_where_every_cost_is_known_to_stay() -> None:
    rent = cost("Rent", euros("800", MONTH), behaviour=FIXED)
    assert sums(canvas_of(rent)).per_sale == figure("0")
    assert sums(canvas_of(rent, cost("Flour", None))).per_sale is None


def test_without_any_amount_there_is_no_currency() -> None:
    assert sums(Canvas()).currency == ""
