"""What it costs and what a sale brings: prices for what is there, anything else, hopes called so."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from conversations.canvas.entries import Cost
from conversations.canvas.money import Amount, Period
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at, lena_at_rest

EUR = "EUR"


def amounts(lena: Founder) -> dict[str, object]:
    costs = lena.canvas.of(Cost)
    return {cost.text: replace(cost.amount, as_written="") if cost.amount else cost.amount for cost in costs}


def month(low: str, currency: str | None = EUR) -> Amount:
    return Amount(low=Decimal(low), high=Decimal(low), currency=currency, period=Period.MONTH)


def test_likely_costs_are_numbered_and_one_reply_prices_them() -> None:
    lena = lena_at("prices")
    assert lena.sees("1  Cart", "2  Espresso machine", "3  Beans", "4  Pitch")
    lena.says("1 350 a month, 4 200 a month")
    found = amounts(lena)
    assert found["Cart"] == month("350")
    assert found["Pitch"] == month("200")
    assert found["Beans"] is None
    assert lena.sees("Cart: 350 € a month", "Left open: Espresso machine · Beans")


def test_the_rent_is_the_price_of_the_one_thing_that_is_rented() -> None:
    lena = lena_at("prices", sourcing="the cart is rented, the rest is ours").says("rent 350 a month")
    assert amounts(lena)["Cart"] == month("350")
    assert "Rent" not in amounts(lena)


def test_a_rent_of_one_of_several_rented_things_is_a_cost_of_its_own() -> None:
    lena = lena_at("prices", sourcing="all rented").says("rent 350 a month")
    assert amounts(lena)["Rent"] == month("350")
    assert amounts(lena)["Cart"] is None


def test_a_price_said_as_a_change_is_an_answer_where_prices_are_asked() -> None:
    lena = lena_at("prices").says("the cart is 350 now")
    assert lena.sees("Cart: 350")


def test_prices_by_name() -> None:
    lena = lena_at("prices").says("cart 350 a month, pitch 200 a month")
    assert amounts(lena)["Cart"] == month("350")
    assert amounts(lena)["Pitch"] == month("200")


def test_not_knowing_any_price_keeps_the_likely_costs_open() -> None:
    lena = lena_at("prices").says("I don't know")
    assert amounts(lena) == {"Cart": None, "Espresso machine": None, "Beans": None, "Pitch": None}


@pytest.mark.parametrize("said", ["none", "expensive", "it varies with the moon"])
def test_a_reply_without_a_price_is_asked_about(said: str) -> None:
    lena = lena_at("prices").says(said)
    assert lena.state == "prices"
    assert lena.sees("I couldn't read an amount in that")


def test_prices_given_anew_keep_the_ids_of_their_costs() -> None:
    lena = lena_at("more_costs")
    before = {cost.text: cost.id for cost in lena.canvas.of(Cost)}
    lena.commands("back")
    assert lena.sees("1  Cart", "4  Pitch")
    lena.says("1 400 a month, 2 free, 3 0.90 a cup, 4 200 a month")
    assert {cost.text: cost.id for cost in lena.canvas.of(Cost)} == before
    assert amounts(lena)["Cart"] == month("400")


def test_an_edited_message_with_prices_changes_only_what_it_changes() -> None:
    lena = lena_at("prices").says("1 350 a month, 4 200 a month")
    message = lena.sent
    pitch = lena.entry("Pitch")
    lena.edits("1 400 a month, 4 200 a month", message)
    assert lena.entry("Pitch") == pitch
    assert amounts(lena)["Cart"] == month("400")


def test_prices_of_other_things_are_kept_too() -> None:
    lena = lena_at("prices").says("1 350 a month, insurance 40 a month")
    assert amounts(lena)["Insurance"] == month("40")


@pytest.mark.parametrize(
    ("said", "costs"),
    [
        ("insurance 40 a month", {"Insurance": month("40")}),
        ("insurance 40 a month, phone 20 a month", {"Insurance": month("40"), "Phone": month("20")}),
        ("insurance", {"Insurance": None}),
    ],
)
def test_other_costs_with_and_without_amounts(said: str, costs: dict[str, object]) -> None:
    lena = lena_at("more_costs", prices="skip").says(said)
    assert {name: amount or None for name, amount in amounts(lena).items()} == costs


@pytest.mark.parametrize("said", ["[Nothing else]", "nothing else", "no", "none"])
def test_nothing_else_moves_on(said: str) -> None:
    lena = lena_at("more_costs").answers(more_costs=said)
    assert lena.state == "growing"


def test_an_amount_without_a_name_is_asked_about() -> None:
    assert lena_at("more_costs").says("40 a month").sees("What is it, and about how much?")


def test_a_cost_named_anew_takes_the_new_amount_and_keeps_its_id() -> None:
    lena = lena_at("more_costs").says("insurance 40 a month")
    before = lena.entry("Insurance")
    lena.commands("back").says("insurance 45 a month, phone 20 a month")
    assert lena.entry("Insurance").id == before.id
    assert amounts(lena)["Insurance"] == month("45")


def test_without_anything_to_price_the_costs_are_asked_for_plainly() -> None:
    lena = lena_at("more_costs", things="skip", people="me", sourcing="skip", partners="[None yet]")
    assert lena.sees("What does it cost to run this?")


@pytest.mark.parametrize(
    ("said", "sees"),
    [
        ("3.20 a cup, maybe 1200", ("One sale: 3.20 € a cup", "Hoped for a month: 1,200 (a guess)")),
        ("3.20 a cup, 800 to 1200 a month", ("Hoped for a month: 800–1,200 (a guess)",)),
    ],
)
def test_price_and_hopes_are_read_back_as_guesses(said: str, sees: tuple[str, ...]) -> None:
    lena = lena_at("sale").says(said)
    assert lena.sees(*sees)


def test_who_trades_says_what_comes_in() -> None:
    lena = lena_at("sale", stage="[Growing]")
    assert lena.sees("What comes in a month, and what does one sale bring?")
    lena.says("4000 a month, 15 a sale")
    front = lena.canvas.front_stage
    assert front.monthly_revenue
    assert front.monthly_revenue.low == Decimal(4000)
    assert lena.sees("Comes in: 4,000 €")


@pytest.mark.parametrize(("said", "hoped"), [("12 clients at 150", False), ("maybe 12 clients at 150", True)])
def test_numbers_of_who_trades_are_guesses_only_where_they_say_so(said: str, hoped: bool) -> None:  # noqa: FBT001 - a table's column
    lena = lena_at("sale", stage="[Growing]").says(said)
    volume = lena.canvas.front_stage.volume
    assert volume
    assert volume.hoped is hoped


def test_not_knowing_the_price_is_fine() -> None:
    lena = lena_at("sale").says("don't know yet")
    assert lena.canvas.front_stage.price is None
    assert lena.state == "resting"


def test_a_sale_without_a_number_is_asked_about() -> None:
    assert lena_at("sale").says("quite a lot").sees("I couldn't read a number in that")


def without_currency() -> Founder:
    return lena_at("sale", money="my savings").says("3.20 a cup, maybe 1200")


def test_the_currency_is_asked_once_where_nobody_wrote_it() -> None:
    lena = without_currency()
    assert lena.state == "currency"
    lena.taps("£ GBP")
    assert lena.canvas.venture.currency == "GBP"
    assert {c.amount.currency for c in lena.canvas.of(Cost) if c.amount} == {"GBP"}
    assert lena.canvas.front_stage.price
    assert lena.canvas.front_stage.price.currency == "GBP"
    assert lena.state == "resting"
    assert lena.sees("Amounts are in GBP.")


@pytest.mark.parametrize(("said", "code"), [("EUR", "EUR"), ("£", "GBP"), ("euros", "EUR")])
def test_the_currency_in_words(said: str, code: str) -> None:
    assert without_currency().says(said).canvas.venture.currency == code


def test_a_currency_nobody_knows_is_asked_about() -> None:
    assert without_currency().says("shells").sees("I don't know that one")


@pytest.mark.parametrize("said", ["none", "skip", "I don't know"])
def test_the_currency_can_be_left_out(said: str) -> None:
    lena = without_currency().says(said)
    assert lena.state == "resting"
    assert lena.canvas.venture.currency == ""


def test_the_currency_is_not_asked_where_it_was_written() -> None:
    assert lena_at_rest().canvas.venture.currency == "EUR"
