"""Where each thing comes from: a grid whose marks go round, and what founders type instead of tapping."""

import pytest

from conversations.canvas.entries import Resource
from conversations.canvas.facets import Sourcing
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at

TWENTY = ", ".join(f"thing number {n}" for n in range(1, 21))


def sourcing(lena: Founder) -> dict[str, Sourcing | None]:
    return {r.text: r.sourcing or None for r in lena.canvas.of(Resource)}


def test_marks_go_round_and_rest_are_ours() -> None:
    lena = lena_at("sourcing")
    for mark in ("🔑", "🤝", "🏠", "❔", "🔑"):
        assert lena.taps("Cart").sees(f"{mark} Cart")
    lena.taps("Rest are ours")
    assert sourcing(lena)["Cart"] is Sourcing.LEASED
    assert sourcing(lena)["Grinder"] is Sourcing.OWNED
    assert lena.sees("🔑 rented: Cart", "🏠 ours: Espresso machine · Grinder")


def test_people_and_money_are_never_asked_where_they_come_from() -> None:
    assert not lena_at("sourcing").sees_button("Lena")
    assert not lena_at("sourcing").sees_button("savings")


def test_what_the_words_tell_is_marked_already() -> None:
    lena = lena_at("sourcing", things="a rented cart, our own grinder, beans")
    assert lena.sees("🔑 A rented cart", "🏠 Our own grinder", "❔ Beans")


@pytest.mark.parametrize(
    ("said", "where"),
    [("all ours", Sourcing.OWNED), ("rented, all of it", Sourcing.LEASED), ("[Next]", None), ("none", None)],
)
def test_the_rest_in_words(said: str, where: Sourcing | None) -> None:
    lena = lena_at("sourcing").answers(sourcing=said)
    assert sourcing(lena)["Grinder"] is where
    assert lena.state == "partners"


@pytest.mark.parametrize(
    ("said", "cart", "machine", "grinder"),
    [
        ("cart rented rest ours", Sourcing.LEASED, Sourcing.OWNED, Sourcing.OWNED),
        ("the cart is rented, the rest is ours", Sourcing.LEASED, Sourcing.OWNED, Sourcing.OWNED),
        ("ours: grinder, machine, recipe; rented: cart", Sourcing.LEASED, Sourcing.OWNED, Sourcing.OWNED),
        (
            "cart and grinder are ours, the machine comes from Mill Roasters, others we own",
            Sourcing.OWNED,
            Sourcing.PARTNER,
            Sourcing.OWNED,
        ),
    ],
)
def test_each_thing_by_its_name_in_words(
    said: str, cart: Sourcing, machine: Sourcing, grinder: Sourcing
) -> None:
    lena = lena_at("sourcing").says(said)
    found = sourcing(lena)
    assert (found["Cart"], found["Espresso machine"], found["Grinder"]) == (cart, machine, grinder)
    assert lena.state == "partners"


def test_some_in_words_leave_the_others_to_ask() -> None:
    lena = lena_at("sourcing").says("the cart is rented")
    assert lena.sees("🔑 Cart", "❔ Grinder")
    assert lena.says("ok").state == "partners"
    assert sourcing(lena)["Grinder"] is None


def test_flour_is_not_ours() -> None:
    lena = lena_at("sourcing", things="flour, oven").says("flour is from the mill")
    assert lena.sees("🤝 Flour", "❔ Oven")


def test_where_things_come_from_needs_taps_otherwise() -> None:
    assert lena_at("sourcing").says("from heaven").sees("The buttons below do this one.")


def test_not_knowing_keeps_what_was_marked() -> None:
    lena = lena_at("sourcing").taps("Cart").says("I don't know")
    assert sourcing(lena)["Cart"] is Sourcing.LEASED
    assert sourcing(lena)["Grinder"] is None
    assert lena.canvas.answers["sourcing"].standing == "unknown"


def test_twenty_things_fill_four_pages_and_the_marks_stay() -> None:
    lena = lena_at("sourcing", things=TWENTY)
    assert lena.sees("‹ 1/4 ›", "Thing number 6")
    assert not lena.sees_button("Thing number 7")
    lena.taps("Thing number 2", "1/4")
    assert lena.sees("‹ 2/4 ›", "❔ Thing number 12")
    lena.taps("Thing number 7", "2/4", "3/4")
    assert lena.sees("‹ 4/4 ›", "Thing number 20")
    assert lena.taps("4/4").sees("🔑 Thing number 2", "‹ 1/4 ›")
    lena.taps("Rest are ours")
    found = sourcing(lena)
    assert (found["Thing number 2"], found["Thing number 7"]) == (Sourcing.LEASED, Sourcing.LEASED)
    assert found["Thing number 20"] is Sourcing.OWNED


def test_next_goes_through_the_pages_before_it_ends_the_question() -> None:
    lena = lena_at("sourcing", things=TWENTY)
    for page in ("2/4", "3/4", "4/4"):
        assert lena.taps("Next").sees(page)
    assert lena.taps("Next").state == "partners"


def test_next_does_not_turn_pages_where_all_is_marked() -> None:
    lena = lena_at("sourcing", things=", ".join(f"rented thing {n}" for n in range(8)))
    assert lena.taps("Next").state == "partners"
