"""What isn't an answer isn't stored as one: each remark gets what a person would do."""

import itertools

import pytest

from conversations.interview.position import Conversation
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import CART, lena_at

QUESTIONS = tuple(CART)
GRIDS = {"sourcing", "growing"}
"""Where "ok" means: as it is marked."""
REMARKS = [
    *itertools.product(QUESTIONS, ("what do you mean?", "give me an example", "lol", "?")),
    *itertools.product([question for question in QUESTIONS if question not in GRIDS], ("ok", "yes")),
]


@pytest.mark.parametrize(("question", "said"), REMARKS)
def test_a_remark_keeps_the_question_open_and_the_canvas_as_it_is(question: str, said: str) -> None:
    lena = lena_at(question)
    before = lena.canvas
    lena.says(said)
    assert lena.state == question
    assert lena.canvas == before


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "said", ["I don't know", "none", "no", "skip", "same as before", "back", "help", "stop"]
)
def test_no_remark_becomes_an_entry(question: str, said: str) -> None:
    lena = lena_at(question)
    before = lena.texts
    lena.says(said)
    assert said not in [text.casefold() for text in lena.texts]
    if question != "prices":  # there "I don't know" keeps the likely costs, their amounts open
        assert lena.texts == before or said == "same as before"


@pytest.mark.parametrize(
    ("said", "sees"),
    [
        ("what do you mean?", "This is the work that keeps your promise"),
        ("give me an example", "press juice"),
        ("for example?", "press juice"),
        ("lol", "When you're ready"),
        ("yes", "Tell me a little more"),
        ("I don't know", "I've left it open"),
        ("none", "Fine, none."),
        ("skip", "Skipped."),
        ("back", "You said: Talk to 30 commuters"),
        ("help", "I ask, you answer"),
        ("stop", "Paused. I keep your place"),
        ("I have to go", "Paused. I keep your place"),
    ],
)
def test_each_remark_gets_what_a_person_would_do(said: str, sees: str) -> None:
    assert lena_at("weekly").says(said).sees(sees)


def test_help_in_words_returns_to_the_question() -> None:
    lena = lena_at("weekly").says("help")
    assert lena.screen.last.text.endswith("keep your promise?")


def test_back_in_words_at_the_first_question_says_so() -> None:
    lena = lena_at("name").says("back")
    assert lena.sees("This is the first question.", "What's your venture called?")


@pytest.mark.parametrize(
    "said",
    [
        ("lol", "haha", "hmm"),
        ("?", "what?", "what do you mean?"),
        ("yes", "give me an example", "lol"),
        ("   ", "\u200b", "\x00"),
    ],
)
def test_three_turns_without_progress_change_the_approach(said: tuple[str, str, str]) -> None:
    lena = lena_at("weekly").says(said[0]).says(said[1])
    assert not lena.sees("Let's try it another way")
    lena.says(said[2])
    assert lena.sees("Let's try it another way", "press juice", "/pause")
    assert lena.state == "weekly"


def test_a_sticker_counts_as_a_turn_without_progress() -> None:
    lena = lena_at("weekly").sends("sticker").sends("voice").says("lol")
    assert lena.sees("Let's try it another way")


def test_the_question_that_cannot_be_skipped_is_tried_another_way_too() -> None:
    lena = lena_at("stage").says("banana").says("lol").says("hm")
    assert lena.sees("one tap on a button is enough")
    assert "skip" not in lena.screen.last.text.casefold()


def test_progress_forgets_the_strikes() -> None:
    lena = lena_at("weekly").says("lol").says("lol").says("brew").says("lol")
    assert lena.state == "reach"
    assert not lena.sees("another way")
    assert lena.conversation.strikes == 1


def test_why_and_example_unfold_in_place_one_at_a_time() -> None:
    lena = lena_at("weekly")
    count = len(lena.screen.messages)
    assert lena.taps("Why?").sees("This is the work that keeps your promise")
    lena.taps("Example")
    assert lena.sees("press juice")
    assert not lena.sees("This is the work")
    assert not lena.taps("Example").sees("press juice")
    assert len(lena.screen.messages) == count


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_an_example_and_a_reason(question: str) -> None:
    lena = lena_at(question)
    shortest = len(lena.screen.last.text)
    assert "💡" in lena.taps("Example").screen.last.text
    assert len(lena.taps("Why?").screen.last.text) > shortest


@pytest.mark.parametrize(
    ("kind", "sees"),
    [
        ("voice", "I can't listen yet"),
        ("sticker", "Nice one"),
        ("photo", "I can't see pictures"),
        ("video", "I can't watch videos"),
        ("location", "I can't read maps"),
        ("contact", "I can't read contacts"),
        ("document", "I can't open files"),
        ("poll", "I can only read words"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_question_stays(kind: str, sees: str) -> None:
    lena = lena_at("weekly").sends(kind)
    assert lena.sees(sees, "keep your promise?")
    assert lena.state == "weekly"


def test_a_caption_is_read_as_words() -> None:
    lena = lena_at("weekly").sends("photo", caption="brew and serve")
    assert lena.sees("Added 1: Brew and serve")


def test_a_sticker_from_a_stranger_brings_the_welcome() -> None:
    assert Founder().sends("sticker").sees("What's your venture called?")


def test_a_sticker_at_a_quiet_moment_gets_a_plain_answer() -> None:
    lena = lena_at("weekly").commands("pause").sends("sticker")
    assert lena.sees("Nice one")
    assert lena.conversation.prompt is None


def test_a_new_conversation_has_nothing_open() -> None:
    assert Conversation().prompt is None
