"""/add, /done and /cost: with words they do it at once, without they offer buttons."""

import pytest

from conversations.canvas.entries import Activity, Cost, block_of
from conversations.canvas.facets import Block
from conversations.interview.requests import Sense
from tests.conversations.interview.carts import lena_at, lena_at_rest


@pytest.mark.parametrize(
    ("words", "block", "texts"),
    [
        ("costs insurance 40 a month", Block.COSTS, ["Insurance"]),
        ("cost: insurance 40 a month, aprons 20", Block.COSTS, ["Insurance", "Aprons"]),
        ("activities call the landlord", Block.ACTIVITIES, ["Call the landlord"]),
        ("activity call the landlord, sweep", Block.ACTIVITIES, ["Call the landlord", "Sweep"]),
        ("to partners Farmer Weber", Block.PARTNERS, ["Farmer Weber"]),
        ("key resources awning", Block.RESOURCES, ["Awning"]),
    ],
)
def test_add_puts_it_into_the_block_that_is_named(words: str, block: Block, texts: list[str]) -> None:
    lena = lena_at_rest().commands("add", words)
    assert lena.texts[-len(texts) :] == texts
    assert all(block_of(lena.entry(text)) is block for text in texts)
    assert lena.sees("Undo", "Fix", texts[0])
    lena.taps("Undo")
    assert not set(texts) & set(lena.texts)


def test_add_without_a_block_asks_where_and_keeps_it_meanwhile() -> None:
    lena = lena_at_rest().commands("add", "a blue umbrella")
    assert lena.sees("A blue umbrella", "Where does it belong?")
    lena.taps("Resources")
    assert block_of(lena.entry("A blue umbrella")) is Block.RESOURCES


def test_add_without_a_block_knows_what_is_sure() -> None:
    lena = lena_at_rest()
    lena.senses = {"A blue umbrella": Sense(block=Block.RESOURCES)}
    lena.commands("add", "a blue umbrella")
    assert block_of(lena.entry("A blue umbrella")) is Block.RESOURCES
    lena.commands("add", "we lease a freezer from Hertz")
    assert {"Freezer", "Hertz"} <= set(lena.texts)


def test_add_never_changes_what_is_there() -> None:
    lena = lena_at_rest()
    before = lena.canvas.entries
    lena.commands("add", "drop Station")
    assert lena.canvas.entries == before
    assert lena.sees("Drop Station", "I keep it until you say.")


def test_what_is_there_already_is_not_added_twice() -> None:
    lena = lena_at_rest()
    before = lena.canvas
    lena.commands("add", "partners Mill Roasters")
    assert lena.sees("I have that already: Mill Roasters")
    assert lena.canvas == before


@pytest.mark.parametrize("words", ["", "   ", "costs"])
def test_add_without_words_asks(words: str) -> None:
    lena = lena_at_rest().commands("add", words)
    if not words.strip():
        assert lena.sees("Where shall I add it?", "/add costs insurance 40 a month", "Partners")
        lena.taps("Costs")
    assert lena.sees("What shall I add to Cost structure?")
    lena.says("insurance 40 a month")
    assert "Insurance" in lena.texts


def test_done_celebrates_what_is_named() -> None:
    lena = lena_at_rest().commands("done", "street permit")
    assert lena.sees("🎉 Done: Get street permit", "Undo")
    permit = lena.entry("Get street permit")
    assert isinstance(permit, Activity)
    assert permit.done


def test_done_of_one_of_several_asks_which() -> None:
    lena = lena_at_rest().commands("add", "activities get music permit").commands("done", "the permit")
    assert lena.sees("“the permit”: which one is done?", "Get street permit", "Get music permit")
    lena.taps("Get music permit")
    assert lena.sees("🎉 Done: Get music permit")
    lena.taps_again()
    assert lena.sees("It is so already.")


@pytest.mark.parametrize("words", ["", "the moon landing"])
def test_done_of_nothing_known_offers_what_is_open(words: str) -> None:
    lena = lena_at_rest().commands("done", words)
    assert lena.sees("Which one is done?", "Talk to 30 commuters", words)
    lena.taps("Talk to 30 commuters")
    assert lena.sees("🎉 Done: Talk to 30 commuters")


def test_done_with_nothing_open_says_how_to_add() -> None:
    lena = lena_at("weekly", before_sale="none").commands("done")
    assert lena.sees("No activity is open.", "/add activities")
    assert lena.state == "weekly"


@pytest.mark.parametrize(
    ("words", "name", "low"),
    [
        ("pitch 250 a month", "Pitch", 250),
        ("pitch: 250", "Pitch", 250),
        ("insurance 40 a month", "Insurance", 40),
    ],
)
def test_cost_sets_or_adds_a_price(words: str, name: str, low: int) -> None:
    lena = lena_at_rest().commands("cost", words)
    (priced,) = [cost for cost in lena.canvas.of(Cost) if cost.text.casefold() == name.casefold()]
    assert priced.amount
    assert priced.amount.low == low
    assert priced.amount.currency == "EUR"
    assert lena.sees("Undo")


def test_cost_without_an_amount_asks_for_it() -> None:
    lena = lena_at_rest().commands("cost", "pitch")
    assert lena.sees("Pitch: about how much?")
    lena.says("250 a month")
    assert lena.sees("Pitch", "250")


@pytest.mark.parametrize(("words", "sees"), [("", "Which cost?"), ("900", "I need a name and an amount")])
def test_cost_on_mistakes_says_how_with_one_example_and_buttons(words: str, sees: str) -> None:
    lena = lena_at_rest()
    before = lena.canvas
    lena.commands("cost", words)
    assert lena.sees(sees, "/cost rent 900 a month", "Pitch")
    assert lena.canvas == before
    lena.taps("Pitch")
    assert lena.sees("Pitch: about how much?")


def test_cost_of_one_of_several_asks_which() -> None:
    lena = lena_at_rest().commands("add", "costs van insurance 40, stall insurance 30")
    lena.commands("cost", "insurance 50")
    assert lena.sees("Which one do you mean?", "Van insurance", "Stall insurance")
    lena.taps("Stall insurance")
    stall = lena.entry("Stall insurance")
    assert isinstance(stall, Cost)
    assert stall.amount
    assert stall.amount.low == 50


@pytest.mark.parametrize(
    ("name", "words"), [("add", "costs aprons 20"), ("done", "permit"), ("cost", "aprons 20")]
)
def test_in_the_middle_of_the_interview_the_question_comes_back(name: str, words: str) -> None:
    lena = lena_at("keep")
    question = lena.screen.last.text.splitlines()[-1]
    lena.commands(name, words)
    assert lena.state == "keep"
    assert lena.sees("Undo", question)
