"""After the interview: what is written changes the canvas where that is sure; else it waits."""

import pytest

from conversations.canvas.entries import Activity, Cost, Entry, Resource, block_of
from conversations.canvas.facets import Block, Sourcing
from conversations.interview.requests import Sense
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at_rest


def cost(lena: Founder, text: str) -> Cost:
    return next(cost for cost in lena.canvas.of(Cost) if cost.text == text)


def thing(lena: Founder, text: str) -> Entry:
    return next(entry for entry in lena.canvas.entries if entry.text == text)


def test_a_new_price_is_saved_with_a_receipt_and_undo() -> None:
    lena = lena_at_rest().says("pitch is 900 now")
    amount = cost(lena, "Pitch").amount
    assert amount
    assert amount.low == 900
    assert amount.currency == "EUR"
    assert lena.sees("Pitch", "900", "Undo")
    lena.taps("Undo")
    assert lena.sees("Undone.")
    amount = cost(lena, "Pitch").amount
    assert amount
    assert amount.low == 200


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("finished the street permit", lambda e: isinstance(e, Activity) and e.done),
        ("we bought the grinder", lambda e: isinstance(e, Resource) and e.sourcing is Sourcing.OWNED),
        ("we rent the grinder now", lambda e: isinstance(e, Resource) and e.sourcing is Sourcing.LEASED),
    ],
)
def test_changes_in_a_sentence(said: str, holds: object) -> None:
    assert callable(holds)
    lena = lena_at_rest().says(said)
    name = "Get street permit" if "permit" in said else "Grinder"
    if said != "we bought the grinder":  # it is ours already
        assert lena.sees("Undo")
    assert holds(thing(lena, name))


def test_dropping_one_is_undone_with_everything_it_knew() -> None:
    lena = lena_at_rest()
    before = thing(lena, "Get street permit")
    lena.says("drop the street permit")
    assert "Get street permit" not in lena.texts
    lena.taps("Undo")
    assert thing(lena, "Get street permit") == before


def test_undo_is_obeyed_once() -> None:
    lena = lena_at_rest().says("pitch is 900 now").taps("Undo").taps_again()
    assert lena.sees("That's undone already.")


def test_undo_leaves_what_was_changed_since() -> None:
    lena = lena_at_rest().says("pitch is 900 now")
    undo = lena.button("Undo")[1].data
    lena.says("pitch is 950 now").taps_data(undo)
    assert lena.sees("That has changed since")
    amount = cost(lena, "Pitch").amount
    assert amount
    assert amount.low == 950


@pytest.mark.parametrize("version", ["999", "0"])
def test_an_undo_of_nothing_known_is_explained(version: str) -> None:
    lena = lena_at_rest()
    lena.taps_data(f"o:undo:{lena.venture}:{version}")
    assert lena.sees("I can't undo that one any more.")


def test_what_is_not_sure_is_asked_about_and_kept_meanwhile() -> None:
    lena = lena_at_rest().says("a second grinder, aprons 40 a month")
    assert [waiting.text for waiting in lena.canvas.to_sort] == ["A second grinder", "Aprons 40 a month"]
    assert lena.sees("A second grinder", "Where does it belong? I keep it until you say.")
    assert lena.sees("1 more waits after this.")
    lena.taps("Resources")
    assert lena.sees("A second grinder: added to resources", "Aprons 40 a month")
    assert block_of(thing(lena, "A second grinder")) is Block.RESOURCES
    lena.taps("Costs")
    assert lena.canvas.to_sort == ()
    assert cost(lena, "Aprons").amount
    assert lena.sees_button("Undo")


def test_what_does_not_belong_is_left_out() -> None:
    lena = lena_at_rest().says("the weather is fine")
    before = lena.texts
    lena.taps("Not for the canvas")
    assert lena.sees("left out")
    assert lena.texts == before
    assert lena.canvas.to_sort == ()


def test_sorting_twice_is_answered_and_not_obeyed() -> None:
    lena = lena_at_rest().says("the weather is fine").taps("Activities")
    before = lena.canvas
    lena.taps_again()
    assert lena.sees("That isn't on your canvas any more.")
    assert lena.canvas == before


def test_an_old_sorting_button_never_means_something_newer() -> None:
    lena = lena_at_rest().says("the weather is fine").taps("Activities")
    old = lena.tapped
    lena.says("a blue umbrella").taps_data(old)
    assert [waiting.text for waiting in lena.canvas.to_sort] == ["A blue umbrella"]


def test_what_is_understood_is_placed_with_a_receipt_and_undo() -> None:
    lena = lena_at_rest()
    lena.senses = {"A blue umbrella": Sense(block=Block.RESOURCES, kind="physical")}
    lena.says("a blue umbrella, the weather is fine")
    assert block_of(thing(lena, "A blue umbrella")) is Block.RESOURCES
    assert lena.sees("A blue umbrella", "Undo", "The weather is fine", "Where does it belong?")


@pytest.mark.parametrize(
    ("said", "sees"),
    [
        ("hello", "I'm here. Write what changed"),
        ("thanks!", "I'm here. Write what changed"),
        ("help", "I ask, you answer"),
        ("what do you mean?", "I ask, you answer"),
        ("stop", "nothing to pause"),
        ("   ", "came through empty"),
    ],
)
def test_small_talk_at_rest_changes_nothing(said: str, sees: str) -> None:
    lena = lena_at_rest()
    before = lena.canvas
    assert lena.says(said).sees(sees)
    assert lena.canvas == before


def test_a_price_of_a_thing_without_one_becomes_its_cost() -> None:
    lena = lena_at_rest().says("grinder is 90 a month now")
    grinder = thing(lena, "Grinder")
    priced = [c for c in lena.canvas.of(Cost) if c.about == grinder.id]
    assert len(priced) == 1
    assert priced[0].amount
    lena.says("grinder is 95 a month now")
    assert len([c for c in lena.canvas.of(Cost) if c.about == grinder.id]) == 1


def test_the_three_pieces_open_one_by_one_and_can_be_dismissed() -> None:
    lena = lena_at_rest()
    lena.taps("1")
    assert lena.sees("Why:")
    lena.taps("Not relevant")
    assert lena.sees("Gone. I won't say it again.")
    assert len(lena.canvas.dismissed) == 1
    lena.taps_again()
    assert len(lena.canvas.dismissed) == 1


def test_advice_that_no_longer_holds_says_so() -> None:
    lena = lena_at_rest()
    lena.taps_data(f"o:why:{lena.venture}:no_such_advice")
    assert lena.sees("That no longer holds.")


def test_the_coach_says_up_to_five() -> None:
    lena = lena_at_rest().commands("coach")
    assert lena.sees("What I'd look at first")
    assert 1 <= len([label for label in lena.labels if label.isdigit()]) <= 5


def test_nothing_is_reminded_of_after_the_end() -> None:
    assert lena_at_rest().remind_at is None
