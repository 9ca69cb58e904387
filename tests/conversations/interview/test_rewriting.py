"""Editing one's own earlier message changes the entries it made; unchanged ones keep id and facts."""

import pytest

from conversations.canvas.entries import Activity
from tests.conversations.interview.carts import lena_at, lena_at_rest


def test_an_edited_answer_changes_its_entries_and_returns_to_the_question() -> None:
    lena = lena_at("before_sale").says("talk to 30 commuters, get street permit")
    message = lena.sent
    permit = lena.entry("Get street permit")
    lena.says("brew and serve").edits("get street permit, rent a pitch", message)
    assert lena.entry("Get street permit") == permit
    assert "Talk to 30 commuters" not in lena.texts
    assert lena.entry("Rent a pitch").id > lena.entry("Brew and serve").id
    assert lena.sees("Undo", "How will people find you and buy?")


def test_an_edit_is_undone_as_a_whole() -> None:
    lena = lena_at("before_sale").says("talk to 30 commuters, get street permit")
    before = lena.canvas.entries
    lena.edits("sleep").taps("Undo")
    assert lena.canvas.entries == before


def test_an_edit_keeps_what_was_tapped_since() -> None:
    lena = lena_at("before_sale")
    lena.says("talk to 30 commuters, get street permit")
    message = lena.sent
    lena.answers(weekly="brew", month="[Get street permit][No date]")
    lena.edits("get street permit, rent a pitch", message)
    entry = lena.entry("Get street permit")
    assert isinstance(entry, Activity)
    assert entry.when


def test_an_edited_name_renames_the_venture() -> None:
    lena = lena_at("name").says("Bean Weels").edits("Bean Wheels")
    assert lena.canvas.venture.name == "Bean Wheels"


def test_the_same_words_change_nothing() -> None:
    lena = lena_at("name").says("Bean Wheels").edits("Bean Wheels")
    assert lena.sees("nothing changed")


@pytest.mark.parametrize("said", ["lol", "I don't know", "skip"])
def test_an_edit_that_is_no_answer_leaves_all_as_it_was(said: str) -> None:
    lena = lena_at("before_sale").says("get street permit")
    before = lena.canvas
    lena.edits(said)
    assert lena.canvas == before
    assert lena.sees("I couldn't read your edit as an answer", "keep your promise?")


def test_an_edit_of_a_tap_question_s_words_is_no_answer() -> None:
    lena = lena_at("month").says("brew and serve")
    lena.edits("get street permit")
    assert lena.sees("isn't one of your answers")


@pytest.mark.parametrize("said", ["", "   ", "new words"])
def test_an_edit_of_a_message_that_was_no_answer(said: str) -> None:
    lena = lena_at("reach").commands("help").edits(said)
    assert lena.sees("isn't one of your answers", "How will people find you")


def test_an_edit_of_an_answer_in_another_venture_is_declined() -> None:
    lena = lena_at("before_sale").says("get street permit")
    message = lena.sent
    lena.commands("start").taps("Start over", "Start a new one").edits("sleep", message)
    assert lena.sees("isn't one of your answers")
    assert lena.texts == []


def test_an_edit_after_the_end_has_a_receipt_and_no_question() -> None:
    lena = lena_at_rest()
    name = next(number for number, about in lena.about.items() if about.question == "name" and number < 5000)
    lena.edits("Bean Wheels II", name)
    assert lena.canvas.venture.name == "Bean Wheels II"
    assert lena.state == "resting"
    assert lena.conversation.prompt is None
