"""What is paid by the month unless somebody says otherwise."""

from decimal import Decimal

import pytest

from conversations.canvas.money import Amount, Period
from conversations.reading.usual_periods import with_usual_period
from tests.conversations.interview.carts import lena_at_rest

NINE_HUNDRED = Amount(low=Decimal(900), high=Decimal(900))


@pytest.mark.parametrize(
    "name", ["Rent", "Shop rent", "Ana's wages", "Miete", "Sueldos", "Mobile phone", "Strom"]
)
def test_what_is_usually_paid_by_the_month_is(name: str) -> None:
    assert with_usual_period(NINE_HUNDRED, name).period is Period.MONTH


@pytest.mark.parametrize(
    "name", ["Oven", "Beans", "Flyers", "Payment terminal", "Rental deposit", "Phonebook ad"]
)
def test_what_may_be_paid_once_is_left_open(name: str) -> None:
    assert with_usual_period(NINE_HUNDRED, name).period is None


def test_a_period_that_was_said_stands() -> None:
    yearly = Amount(low=Decimal(900), high=Decimal(900), period=Period.YEAR)
    assert with_usual_period(yearly, "Rent") == yearly


def test_rent_said_without_a_period_counts_in_the_month() -> None:
    lena = lena_at_rest()
    lena.says("rent is 900 now")
    assert lena.sees("Rent (900 € a month)")
