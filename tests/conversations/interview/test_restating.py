"""A message of a quiet moment that is edited changes what it had made and changed, and nothing else."""

from conversations.canvas.entries import Activity, Cost, Resource, block_of
from conversations.canvas.facets import Block, Evidence, Sourcing
from conversations.interview.requests import Sense
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at_rest


def pitch(lena: Founder) -> object:
    (cost,) = [cost for cost in lena.canvas.of(Cost) if cost.text == "Pitch"]
    assert cost.amount
    return int(cost.amount.low)


def test_an_edited_price_is_the_new_price_and_editing_again_works_too() -> None:
    lena = lena_at_rest().says("pitch is 900 now").edits("pitch is 950 now")
    assert pitch(lena) == 950
    assert lena.sees("Pitch", "900", "950", "Undo")
    lena.edits("thanks a lot for nothing")
    assert pitch(lena) == 200


def test_what_was_edited_is_undone_in_one_tap() -> None:
    lena = lena_at_rest().says("pitch is 900 now").edits("pitch is 950 now").taps("Undo")
    assert pitch(lena) == 900


def test_entries_that_are_still_named_keep_their_id_and_what_was_said_of_them_since() -> None:
    lena = lena_at_rest().says("we lease a van from Hertz and we own a trailer")
    van, trailer = lena.entry("Van"), lena.entry("Trailer")
    lena.says("Hertz agreed").edits("we lease a van from Hertz and we own a tent", message=lena.sent - 1)
    assert lena.entry("Van") == van
    assert "Trailer" not in lena.texts
    assert lena.entry("Tent").id > trailer.id
    assert lena.entry("Hertz").evidence is Evidence.AGREED


def test_what_was_reworded_since_stays() -> None:
    lena = lena_at_rest().says("we own a trailer")
    lena.commands("edit").taps("Resources", "1/2", "Trailer", "Reword").says("big trailer")
    lena.edits("we own a tent", message=lena.sent - 2)
    assert {"Big trailer", "Tent"} <= set(lena.texts)


def test_a_drop_that_meant_another_is_taken_back() -> None:
    lena = lena_at_rest()
    station = lena.entry("Station")
    lena.says("drop Station").edits("drop Mill Roasters")
    assert lena.entry("Station") == station
    assert "Mill Roasters" not in lena.texts


def test_what_was_changed_since_is_left() -> None:
    lena = lena_at_rest().says("pitch is 900 now").says("pitch is 1000 now")
    lena.edits("we bought the cart", message=lena.sent - 1)
    assert pitch(lena) == 1000
    cart = next(thing for thing in lena.canvas.of(Resource) if thing.text == "Cart")
    assert cart.sourcing is Sourcing.OWNED


def test_what_waits_to_be_sorted_waits_in_its_new_words() -> None:
    lena = lena_at_rest().says("a blue umbrella").edits("a red umbrella")
    assert [waiting.text for waiting in lena.canvas.to_sort] == ["A red umbrella"]


def test_what_was_sorted_meanwhile_is_known_by_its_message() -> None:
    lena = lena_at_rest().says("a blue umbrella").taps("Resources")
    umbrella = lena.entry("A blue umbrella")
    lena.edits("a blue umbrella, aprons")
    assert lena.entry("A blue umbrella") == umbrella
    assert [waiting.text for waiting in lena.canvas.to_sort] == ["Aprons"]
    lena.edits("aprons")
    assert "A blue umbrella" not in lena.texts


def test_what_was_understood_meanwhile_is_replaced() -> None:
    lena = lena_at_rest()
    lena.senses = {text: Sense(block=Block.RESOURCES) for text in ("A blue umbrella", "A red umbrella")}
    lena.says("a blue umbrella").edits("a red umbrella")
    assert "A blue umbrella" not in lena.texts
    assert block_of(lena.entry("A red umbrella")) is Block.RESOURCES


def test_commands_are_edited_like_anything_else() -> None:
    lena = lena_at_rest().commands("add", "costs flour 20 a month")
    flour = lena.entry("Flour").id
    lena.edits("/add costs flour 20 a month, yeast 5 a month")
    assert lena.entry("Flour").id == flour
    assert "Yeast" in lena.texts
    lena.commands("done", "street permit").edits("/done 30 commuters")
    permit, talks = lena.entry("Get street permit"), lena.entry("Talk to 30 commuters")
    assert isinstance(permit, Activity)
    assert isinstance(talks, Activity)
    assert (permit.done, talks.done) == (False, True)
    lena.commands("cost", "pitch 900").edits("/cost pitch 950")
    assert pitch(lena) == 950


def test_an_edit_that_says_the_same_changes_nothing() -> None:
    lena = lena_at_rest().says("pitch is 900 now")
    before = lena.canvas
    lena.edits("pitch is 900 now!")
    assert lena.canvas == before
    assert lena.sees("Same as before")
