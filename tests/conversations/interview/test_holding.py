"""Text that may be an answer or a change: kept until the founder says which, and never lost."""

import pytest

from conversations.canvas.entries import Cost
from tests.conversations.interview.carts import lena_at


def test_text_over_twelve_hours_later_is_asked_about() -> None:
    lena = lena_at("reach").waits(hours=13).says("post on Instagram")
    assert lena.state == "reach"
    assert lena.sees("post on Instagram", "Is that your answer")
    assert lena.sees_button("It's my answer")
    assert lena.sees_button("Change canvas")


def test_text_within_twelve_hours_is_the_answer() -> None:
    assert lena_at("reach").waits(hours=11).says("post on Instagram").state == "keep"


def test_a_remark_is_never_held() -> None:
    assert lena_at("reach").waits(hours=13).says("skip").state == "keep"


def test_my_answer_answers_the_question() -> None:
    lena = lena_at("reach").waits(hours=13).says("post on Instagram").taps("It's my answer")
    assert lena.sees("Added 1: Post on Instagram")
    assert lena.state == "keep"


def test_change_canvas_makes_the_change_and_returns_to_the_question() -> None:
    lena = lena_at("more_costs").says("cart is 400 a month now")
    assert lena.sees("Is that your answer")
    lena.taps("Change canvas")
    cost = next(cost for cost in lena.canvas.of(Cost) if cost.text == "Cart")
    assert cost.amount
    assert cost.amount.low == 400
    assert lena.state == "more_costs"
    assert lena.sees("Undo", "Anything else that costs you?")


@pytest.mark.parametrize("said", ["finished the street permit", "drop the street permit"])
def test_a_change_verb_with_a_named_entry_is_asked_about_at_once(said: str) -> None:
    lena = lena_at("keep").says(said)
    assert lena.state == "keep"
    assert lena.sees("Is that your answer")


def test_a_change_that_names_nothing_is_an_answer() -> None:
    assert lena_at("keep").says("drop by with samples").state == "earn"


def test_held_twice_is_kept_together() -> None:
    lena = lena_at("reach").waits(hours=13).says("post on Instagram").says("put up a sign")
    assert lena.sees("post on Instagram\nput up a sign")
    lena.taps("It's my answer")
    assert lena.sees("Added 2: Post on Instagram · Put up a sign")


def test_a_second_tap_is_answered_but_not_obeyed() -> None:
    lena = lena_at("reach").waits(hours=13).says("post on Instagram").taps("It's my answer")
    before = lena.canvas
    lena.taps_again()
    assert lena.sees("You already answered that.")
    assert lena.canvas == before


def test_what_is_said_in_a_pause_waits_too_and_answers_on_return() -> None:
    lena = lena_at("reach").commands("pause").says("post on Instagram")
    assert lena.sees("Is that your answer")
    lena.taps("It's my answer")
    assert lena.state == "keep"
    assert "Post on Instagram" in lena.texts


def test_a_change_in_a_pause_leaves_the_pause_as_it_is() -> None:
    lena = lena_at("keep").commands("pause").says("finished the street permit").taps("Change canvas")
    assert lena.state == "paused"
    assert lena.sees("Undo")


def test_an_empty_message_in_a_pause_is_not_held() -> None:
    lena = lena_at("reach").commands("pause").says("\u200b \x00")
    assert lena.sees("came through empty")
    assert lena.conversation.held == ""


def test_control_characters_are_gone_from_what_is_held() -> None:
    lena = lena_at("reach").commands("pause").says("post\x00 on \u202eInstagram")
    assert lena.conversation.held == "post on Instagram"


def test_cancel_lets_go_of_what_was_held_and_says_what_it_was() -> None:
    lena = lena_at("reach").waits(hours=13).says("post on Instagram").commands("cancel")
    assert lena.sees("Left out: post on Instagram", "How will people find you")
    assert lena.conversation.held == ""


def test_what_the_form_cannot_read_is_asked_about_after_all() -> None:
    lena = lena_at("sale").waits(hours=13).says("quite a lot").taps("It's my answer")
    assert lena.sees("I couldn't read a number in that")


def test_after_start_in_the_middle_text_is_asked_about() -> None:
    lena = lena_at("reach").commands("start").says("post on Instagram")
    assert lena.sees("Is that your answer")
