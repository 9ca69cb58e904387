"""What is said at a quiet moment becomes entries, linked, with one receipt that can be undone and fixed."""

import pytest

from conversations.canvas.entries import Cost, Entry, Partner, Resource, block_of
from conversations.canvas.facets import Behaviour, Block, ResourceKind, Sourcing
from conversations.canvas.money import Period
from conversations.interview.requests import Purpose, Sense
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at, lena_at_rest


def resource(lena: Founder, text: str) -> Resource:
    entry = lena.entry(text)
    assert isinstance(entry, Resource)
    return entry


def named(lena: Founder, text: str, block: Block) -> Entry:
    return next(entry for entry in lena.canvas.block(block) if entry.text == text)


def test_a_van_from_hertz_and_a_cousin_who_does_the_books() -> None:
    lena = lena_at_rest().says("We lease a van from Hertz and our cousin does the books")
    van, hertz, cousin = resource(lena, "Van"), lena.entry("Hertz"), resource(lena, "Our cousin")
    assert (van.sourcing, van.partner, van.kind) == (Sourcing.LEASED, hertz.id, ResourceKind.PHYSICAL)
    assert isinstance(hertz, Partner)
    assert hertz.gives == ("van",)
    assert cousin.kind is ResourceKind.HUMAN
    assert cousin.activities == (lena.entry("Do the books").id,)
    assert lena.sees(
        "Van (rented from Hertz) → Resources",
        "Hertz",
        "Our cousin",
        "Do the books → Activities",
        "Undo",
        "Fix",
    )
    assert lena.canvas.to_sort == ()


def test_all_of_a_message_is_undone_at_once() -> None:
    lena = lena_at_rest()
    before = lena.canvas.entries
    lena.says("We lease a van from Hertz and our cousin does the books").taps("Undo")
    assert lena.sees("Undone.")
    assert lena.canvas.entries == before


def test_what_is_bought_is_ours_and_has_its_price() -> None:
    lena = lena_at_rest().says("we bought an oven for 2000")
    oven = named(lena, "Oven", Block.RESOURCES)
    price = named(lena, "Oven", Block.COSTS)
    assert isinstance(oven, Resource)
    assert oven.sourcing is Sourcing.OWNED
    assert isinstance(price, Cost)
    assert price.about == oven.id
    assert price.amount
    assert price.amount.low == 2000
    assert price.amount.currency == "EUR"
    assert price.amount.period is Period.ONCE


def test_the_pay_of_several_is_added_up() -> None:
    lena = lena_at_rest().says("hired two bakers, 1800 a month each")
    pay = named(lena, "Two bakers", Block.COSTS)
    assert isinstance(pay, Cost)
    assert pay.amount
    assert pay.amount.low == 3600
    assert lena.sees("Two bakers", "3,600")


def test_a_thing_that_is_used_for_a_work_is_linked_to_it() -> None:
    lena = lena_at_rest().says("we now deliver to offices, we lease a van from Hertz")
    assert resource(lena, "Van").activities == (lena.entry("Deliver to offices").id,)


def test_the_same_thing_said_twice_is_kept_once_and_said_so() -> None:
    lena = lena_at_rest().says("We lease a van from Hertz")
    before = lena.canvas
    lena.says("we lease a van from Hertz")
    assert lena.canvas == before
    assert lena.sees("I have that already", "Van", "Hertz")
    assert not lena.sees_button("Undo")


def test_what_is_said_of_a_known_thing_changes_it() -> None:
    lena = lena_at_rest().says("we lease a grinder from Hertz for 30 a month")
    grinder = named(lena, "Grinder", Block.RESOURCES)
    assert isinstance(grinder, Resource)
    assert grinder.sourcing is Sourcing.LEASED
    assert grinder.partner == lena.entry("Hertz").id
    assert len([entry for entry in lena.canvas.block(Block.RESOURCES) if entry.text == "Grinder"]) == 1


def test_a_partner_who_is_known_gives_one_thing_more() -> None:
    lena = lena_at_rest().says("Mill Roasters lends us a second grinder")
    roasters = lena.entry("Mill Roasters")
    assert isinstance(roasters, Partner)
    assert roasters.gives == ("machine", "beans", "second grinder")


def test_a_cost_that_may_be_another_is_asked_about() -> None:
    lena = lena_at_rest().says("van insurance is 40 a month, stall insurance is 20 a month")
    lena.says("insurance is 45 a month")
    assert [waiting.text for waiting in lena.canvas.to_sort] == ["Insurance is 45 a month"]


def test_what_is_sure_is_saved_and_the_rest_waits() -> None:
    lena = lena_at_rest().says("bought an oven, the weather is fine")
    assert "Oven" in lena.texts
    assert [waiting.text for waiting in lena.canvas.to_sort] == ["The weather is fine"]


def test_several_changes_in_one_message_are_all_made() -> None:
    lena = lena_at_rest().says("pitch is 250 now and insurance is 40 a month")
    assert lena.sees("250", "Insurance", "40")
    amounts = {cost.text: cost.amount.low for cost in lena.canvas.of(Cost) if cost.amount}
    assert amounts["Pitch"] == 250
    assert amounts["Insurance"] == 40


def test_fix_opens_what_can_be_done_to_the_one_entry() -> None:
    lena = lena_at_rest().says("we own a trailer").taps("Fix")
    assert lena.sees("Trailer")
    assert lena.sees_button("Rented")
    lena.taps("Rented")
    assert resource(lena, "Trailer").sourcing is Sourcing.LEASED


def test_fix_of_several_asks_which() -> None:
    lena = lena_at_rest().says("We lease a van from Hertz").taps("Fix")
    assert lena.sees("Which one shall I fix?", "Van", "Hertz")
    lena.taps("Van").taps("→ Costs")
    assert lena.sees("Van")


def test_fix_of_what_was_undone_says_so() -> None:
    lena = lena_at_rest().says("we own a trailer")
    fix = lena.button("Fix")[1].data
    lena.taps("Undo").taps_data(fix)
    assert lena.sees("That isn't on your canvas any more.")


def test_the_first_amount_with_a_sign_tells_the_currency() -> None:
    lena = lena_at("sale", prices="1 350, 2 free, 3 0.90 a cup, 4 200", money="savings").skips_to("sale")
    assert lena.canvas.venture.currency == ""
    lena.commands("skip")
    while lena.state != "resting":
        lena.commands("skip")
    lena.says("we pay £30 a month for the phone")
    assert lena.canvas.venture.currency == "GBP"


@pytest.mark.parametrize(
    "said", ["we want to lease a van from Hertz", "should we buy an oven?", "maybe we hire two bakers"]
)
def test_a_plan_is_no_fact(said: str) -> None:
    lena = lena_at_rest()
    before = lena.texts
    lena.says(said)
    assert lena.texts == before


# What the sorter says of the rest.


def test_a_sure_block_is_taken_with_the_kind_and_said() -> None:
    lena = lena_at_rest()
    lena.senses = {"A blue umbrella": Sense(block=Block.RESOURCES, kind="physical")}
    lena.says("a blue umbrella")
    assert resource(lena, "A blue umbrella").kind is ResourceKind.PHYSICAL
    assert lena.sees("A blue umbrella → Resources", "Undo", "Fix")
    assert lena.canvas.to_sort == ()


def test_an_unsure_block_is_offered_first() -> None:
    lena = lena_at_rest()
    lena.senses = {"A blue umbrella": Sense(block=Block.RESOURCES, sure=False)}
    lena.says("a blue umbrella")
    assert "A blue umbrella" not in lena.texts
    assert lena.labels[0] == "To resources"
    lena.taps("To resources")
    assert block_of(lena.entry("A blue umbrella")) is Block.RESOURCES


@pytest.mark.parametrize("said", ["we sold the blue umbrella", "the blue umbrella broke"])
def test_news_is_asked_about_however_sure_its_block_seems(said: str) -> None:
    lena = lena_at_rest()
    lena.senses = {said.capitalize(): Sense(block=Block.RESOURCES, kind="physical")}
    lena.says(said)
    assert [waiting.text for waiting in lena.canvas.to_sort] == [said.capitalize()]
    assert lena.labels[0] == "To resources"


def test_what_is_there_already_is_not_sorted_in_again() -> None:
    lena = lena_at_rest()
    lena.senses = {"Espresso machines": Sense(block=Block.RESOURCES, kind="physical")}
    lena.says("espresso machines")
    assert lena.sees("I have that already", "Espresso machine")
    assert lena.canvas.to_sort == ()
    assert "Espresso machines" not in lena.texts


def test_sorting_by_tap_keeps_once_what_is_there() -> None:
    lena = lena_at_rest().says("espresso machines").taps("Resources")
    assert lena.sees("already there, kept once")
    assert "Espresso machines" not in lena.texts


def test_a_sorted_cost_has_a_decent_name_and_its_amount() -> None:
    lena = lena_at_rest().says("aprons are now 40 a month").taps("Costs")
    assert lena.sees("Aprons", "40", "added to costs")
    aprons = lena.entry("Aprons")
    assert isinstance(aprons, Cost)
    assert aprons.amount
    assert aprons.amount.low == 40


def test_what_comes_back_when_a_question_is_open_is_offered_not_applied() -> None:
    lena = lena_at_rest()
    lena.at_once = False
    lena.senses = {"A blue umbrella": Sense(block=Block.RESOURCES, kind="physical")}
    lena.says("a blue umbrella").taps_data(f"o:redo:{lena.venture}:resources")
    lena.is_understood()
    assert "A blue umbrella" not in lena.texts
    assert lena.sees_button("To resources")
    lena.taps("To resources")
    assert "A blue umbrella" in lena.texts


def test_kinds_and_places_are_asked_for_together() -> None:
    lena = lena_at_rest()
    lena.at_once = False
    lena.says("we own a kiln and Mill Roasters lends us a sifter. A blue umbrella")
    request = lena.wanted[-1]
    assert request.purpose is Purpose.SORT
    assert dict(zip(request.texts, request.blocks, strict=True)) == {
        "A blue umbrella": None,
        "Mill Roasters": Block.PARTNERS,
        "Sifter": Block.RESOURCES,
    }


def test_a_monthly_cost_is_not_guessed_to_grow() -> None:
    lena = lena_at_rest()
    lena.senses = {"Insurance": Sense(block=Block.COSTS, kind="variable")}
    lena.says("insurance is 40 a month")
    insurance = lena.entry("Insurance")
    assert isinstance(insurance, Cost)
    assert insurance.behaviour is not Behaviour.VARIABLE
