"""What the coach offers to do with a tap: at a block's end, and under a piece of advice."""

import pytest

from conversations.canvas.entries import Activity, Cost, Resource, block_of
from conversations.canvas.facets import Behaviour, Block, Sourcing, When
from conversations.interview.requests import Sense
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at, lena_at_rest

MISPLACED = Sense(block=Block.RESOURCES, kind="physical", elsewhere=Block.ACTIVITIES)


def lena_with_a_task_among_things() -> Founder:
    lena = lena_at("things")
    lena.senses = {"Delivering cakes": MISPLACED}
    return lena.answers(
        things="oven, delivering cakes", people="me", money="savings", sourcing="[Rest are ours]"
    )


def test_what_stands_in_the_wrong_block_is_offered_to_be_moved_at_its_end() -> None:
    lena = lena_with_a_task_among_things()
    assert lena.state == "partners"
    assert lena.sees("Delivering cakes sounds like an activity rather than a resource. Move it?")
    question = lena.button("To activities")[0].id
    lena.taps("To activities")
    assert block_of(lena.entry("Delivering cakes")) is Block.ACTIVITIES
    assert lena.state == "partners"
    # In the same message, which asks on.
    assert lena.button("Undo")[0].id == question
    assert lena.sees("Who outside do you depend on?")
    assert not lena.sees_button("To activities")


def test_the_offer_survives_a_redraw() -> None:
    lena = lena_with_a_task_among_things().taps("Example")
    assert lena.sees_button("To activities")
    lena.taps("Example")
    assert lena.sees_button("To activities")


def test_a_move_from_the_offer_can_be_undone() -> None:
    lena = lena_with_a_task_among_things().taps("To activities", "Undo")
    assert block_of(lena.entry("Delivering cakes")) is Block.RESOURCES
    assert lena.sees("Undone.")


def test_an_offer_that_was_taken_already_is_answered_and_not_obeyed() -> None:
    lena = lena_with_a_task_among_things().taps("To activities")
    before = lena.canvas
    lena.taps_data(f"o:move:{lena.venture}:{lena.entry('Delivering cakes').id}:activities")
    assert lena.sees("It is so already.")
    assert lena.canvas == before


def test_an_offer_is_ignored_by_answering_and_not_made_again() -> None:
    lena = lena_with_a_task_among_things().says("Mill Roasters: beans / orders")
    assert block_of(lena.entry("Delivering cakes")) is Block.RESOURCES
    assert lena.conversation.elsewhere == {}


def test_what_is_not_very_surely_misplaced_is_left_alone() -> None:
    lena = lena_at("things")
    lena.senses = {"Oven": Sense(block=Block.RESOURCES, kind="physical")}
    lena.answers(things="oven", people="me", money="savings", sourcing="[Rest are ours]")
    assert not lena.sees("Move it?")


@pytest.mark.parametrize(
    ("things", "mark"),
    [
        ("we lease a van from Hertz", "🔑"),
        ("a rented room", "🔑"),
        ("oven (bought)", "🏠"),
        ("laptop", "❔"),
    ],
)
def test_the_grid_is_filled_with_what_was_said_already(things: str, mark: str) -> None:
    lena = lena_at("things").answers(things=things, people="me", money="savings")
    assert lena.state == "sourcing"
    assert any(label.startswith(mark) for label in lena.labels)


def opened(lena: Founder, tag: str) -> Founder:
    return lena.taps_data(f"o:why:{lena.venture}:{tag}")


def test_advice_to_rent_first_is_done_with_a_tap_and_a_receipt() -> None:
    lena = opened(lena_at_rest().says("bought an oven for 2000"), "lease_first").taps("Rented")
    oven = next(entry for entry in lena.canvas.of(Resource) if entry.text == "Oven")
    assert oven.sourcing is Sourcing.LEASED
    assert lena.sees("Oven", "rented", "Undo")


def test_a_button_of_advice_that_asks_for_words_takes_them() -> None:
    lena = opened(lena_at_rest(), "cost_people").taps("Add a cost").says("pay for Tom 1500 a month")
    pay = next(cost for cost in lena.canvas.of(Cost) if cost.amount and cost.amount.low == 1500)
    assert "Tom" in pay.text


@pytest.mark.parametrize(
    ("data", "holds"),
    [
        ("o:lt:{venture}:{activity}", lambda lena: lena.entry("Brew and serve").when is When.LATER),
        ("o:rm:{venture}:{activity}", lambda lena: "Brew and serve" not in lena.texts),
        ("o:mk:{venture}:{thing}:leased", lambda lena: things_had(lena)["Grinder"] is Sourcing.LEASED),
        ("o:mk:{venture}:{cost}:variable", lambda lena: behaviours(lena)["Pitch"] is Behaviour.VARIABLE),
    ],
)
def test_each_button_does_what_it_says_and_is_undone(data: str, holds: object) -> None:
    assert callable(holds)
    lena = lena_at_rest()
    before = lena.canvas.entries
    ids = {
        "activity": next(a.id for a in lena.canvas.of(Activity) if a.text == "Brew and serve"),
        "thing": next(r.id for r in lena.canvas.of(Resource) if r.text == "Grinder"),
        "cost": next(c.id for c in lena.canvas.of(Cost) if c.text == "Pitch"),
    }
    lena.taps_data(data.format(venture=lena.venture, **ids))
    assert holds(lena)
    lena.taps("Undo")
    assert lena.canvas.entries == before


@pytest.mark.parametrize("value", ["", "nonsense", "owned:leased"])
def test_a_forged_mark_is_answered_and_changes_nothing(value: str) -> None:
    lena = lena_at_rest()
    before = lena.canvas
    number = next(a.id for a in lena.canvas.of(Activity))
    lena.taps_data(f"o:mk:{lena.venture}:{number}:{value}")
    assert any(lena.screen.notes)
    assert lena.canvas == before


def test_an_entry_of_several_ideas_is_split_as_advised() -> None:
    lena = lena_at_rest()
    number = lena.entry("Grinder").id
    lena.taps_data(f"o:re:{lena.venture}:{number}").says("Grinder, milk frother, fridge, ice box")
    opened(lena, "split_item").taps("Split it")
    assert {"Grinder", "Milk frother", "Fridge", "Ice box"} <= set(lena.texts)
    assert lena.entry("Grinder").id == number
    lena.taps_data(f"o:sp:{lena.venture}:{number}")
    assert lena.sees("It is so already.")


def things_had(lena: Founder) -> dict[str, object]:
    return {thing.text: thing.sourcing for thing in lena.canvas.of(Resource)}


def behaviours(lena: Founder) -> dict[str, object]:
    return {cost.text: cost.behaviour for cost in lena.canvas.of(Cost)}
