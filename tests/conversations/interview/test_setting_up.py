"""The first questions: name, stage, promise, customers, kind of work."""

import pytest

from conversations.canvas.facets import BusinessType, Stage
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import CART, lena_at, lena_at_rest


def test_the_coffee_cart_takes_at_most_thirty_actions() -> None:
    lena = lena_at_rest()
    assert lena.actions <= 30
    assert lena.sees("Bean Wheels", "Strongest", "From now on just write to me")
    assert len(lena.texts) >= 15


def test_the_first_message_greets_by_name_and_asks_one_thing() -> None:
    lena = Founder("Lena").commands("start")
    assert lena.sees("Hello, Lena. I'm Backstage.", "What's your venture called?")
    assert lena.screen.last.text.endswith("What's your venture called?")
    assert not lena.sees_button("Back")


def test_somebody_without_a_first_name_is_greeted_too() -> None:
    assert Founder("").commands("start").sees("Hello. I'm Backstage.")


def test_the_first_words_of_a_stranger_are_met_with_the_welcome() -> None:
    lena = Founder("Lena").says("hey there, what is this")
    assert lena.sees("Hello, Lena.", "What's your venture called?")
    assert lena.canvas.venture.name == ""


def test_the_greeting_comes_once() -> None:
    lena = Founder("Lena").commands("start").says("Bean Wheels").commands("back")
    assert lena.state == "name"
    assert not lena.sees("Hello")


def test_who_sees_it_unfolds_and_folds_in_place() -> None:
    lena = Founder("Lena").commands("start")
    messages = len(lena.screen.messages)
    assert lena.taps("Who sees it?").sees("Only you.")
    assert not lena.taps("Who sees it?").sees("Only you.")
    assert len(lena.screen.messages) == messages


@pytest.mark.parametrize("said", ["[No name yet]", "none", "skip", "I don't know"])
def test_having_no_name_yet_is_fine(said: str) -> None:
    lena = lena_at("name").answers(name=said)
    assert lena.state == "stage"
    assert lena.canvas.venture.name == ""


def test_a_name_too_long_for_a_sign_is_asked_about() -> None:
    lena = lena_at("name").says("a very long story about " * 10)
    assert lena.state == "name"
    assert lena.sees("more than fits on a sign")


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("[Just an idea]", Stage.IDEA),
        ("[Not open yet]", Stage.PRE_LAUNCH),
        ("[First sales]", Stage.EARLY),
        ("[Growing]", Stage.GROWTH),
        ("[Established]", Stage.ESTABLISHED),
        ("Just an idea.", Stage.IDEA),
        ("it's only an idea so far", Stage.IDEA),
        ("pre-launch", Stage.PRE_LAUNCH),
        ("we had our first customers", Stage.EARLY),
        ("GROWING", Stage.GROWTH),
        ("well established", Stage.ESTABLISHED),
    ],
)
def test_the_stage_is_tapped_or_written(said: str, stage: Stage) -> None:
    lena = lena_at("stage").answers(stage=said)
    assert lena.canvas.venture.stage is stage
    assert lena.state == "promise"


@pytest.mark.parametrize("said", ["none", "I don't know", "skip", "no", "banana", "idea or maybe growing"])
def test_the_stage_cannot_be_left_out(said: str) -> None:
    lena = lena_at("stage").says(said)
    assert lena.state == "stage"
    assert lena.sees("One tap is enough here")
    assert not lena.sees_button("Skip")


def test_a_promise_with_its_customers_is_not_asked_for_them() -> None:
    lena = lena_at("promise").says("Good coffee in two minutes, for commuters")
    assert lena.state == "work"
    assert lena.canvas.front_stage.value_proposition == "Good coffee in two minutes, for commuters"
    assert lena.canvas.front_stage.customers == "commuters"


def test_a_promise_without_customers_asks_for_them_apart() -> None:
    lena = lena_at("promise").says("Good coffee in two minutes")
    assert lena.state == "customers"
    lena.says("commuters at the station")
    assert lena.canvas.front_stage.customers == "commuters at the station"


def test_not_knowing_the_promise_leaves_it_open() -> None:
    lena = lena_at("promise").says("don't know")
    assert lena.sees("I've left it open")
    assert lena.canvas.front_stage.value_proposition is None
    assert lena.state == "work"


def test_not_knowing_the_customers_leaves_them_open() -> None:
    lena = lena_at("promise").says("Good coffee in two minutes").says("no idea")
    assert lena.canvas.front_stage.customers is None


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("[Make or sell things]", (BusinessType.PRODUCTION,)),
        ("[Run a platform]", (BusinessType.PLATFORM,)),
        ("we run a marketplace", (BusinessType.PLATFORM,)),
        ("wholesale", (BusinessType.SUPPLY_CHAIN,)),
        ("[More than one][Solve problems][Move things][Next]", ("problem_solving", "supply_chain")),
        ("[More than one][Solve problems][Solve problems][Move things][Next]", ("supply_chain",)),
    ],
)
def test_the_kind_of_work_is_one_tap_or_several(said: str, kinds: tuple[BusinessType | str, ...]) -> None:
    lena = lena_at("work").answers(work=said)
    assert lena.canvas.venture.business_types == tuple(BusinessType(kind) for kind in kinds)


def test_several_kinds_need_at_least_one() -> None:
    lena = lena_at("work").taps("More than one", "Next")
    assert lena.sees("Tap at least one.")
    assert lena.state == "work"


@pytest.mark.parametrize(
    ("said", "sees"), [("purple", "Tap the one that fits best"), ("dunno", "left it open")]
)
def test_work_in_other_words(said: str, sees: str) -> None:
    assert lena_at("work").says(said).sees(sees)


def test_an_unknown_kind_of_work_still_gets_examples() -> None:
    lena = lena_at("work", promise="Peace of mind, for parents").says("I don't know")
    assert lena.canvas.venture.business_types is None
    assert lena.taps("Example").sees("test a new label")


def test_a_platform_is_asked_first_how_both_sides_find_it() -> None:
    lena = lena_at("work", stage="[Growing]").taps("Run a platform")
    assert lena.state == "reach"
    assert lena.sees("How do both sides find you and join?", "Key activities · question 1 of")
    lena.says("flyers in parks")
    assert lena.state == "weekly"
    assert lena.sees("question 2 of")


def test_the_middle_of_the_set_up_has_no_count() -> None:
    assert not lena_at("promise").sees("question")


@pytest.mark.parametrize(
    ("stage", "asked"),
    [
        ("[Just an idea]", "What has to happen before your first sale?"),
        ("[Growing]", "What do you do every week"),
    ],
)
def test_who_sells_already_is_spoken_to_in_the_present(stage: str, asked: str) -> None:
    answers = {**CART, "stage": stage}
    lena = Founder().commands("start")
    for question in ("name", "stage", "promise", "work"):
        lena.answers(**{question: answers[question]})
    assert lena.sees(asked)
