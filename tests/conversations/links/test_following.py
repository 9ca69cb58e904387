from __future__ import annotations

from datetime import timedelta

import pytest

from conversations.canvas.document import Answer, Canvas, Venture
from conversations.canvas.entries import Activity, Resource
from conversations.links.link import TOKEN, Standing, Terms, token_from
from conversations.links.purposes import Handover
from tests.conversations.interview.bench import Founder

CART = Canvas(venture=Venture(name="Bean Wheels")).with_new(
    [Activity(id=0, text="Brew"), Resource(id=0, text="Cart")]
)


def test_somebody_new_is_offered_the_canvas_that_a_link_carries_and_takes_it() -> None:
    lena = Founder()
    lena.commands("start", lena.is_given(Handover(CART)))
    assert lena.sees("A canvas for Bean Wheels, 2 notes: shall it be yours?")
    assert lena.canvas.entries == ()
    lena.taps("Take it")
    assert lena.sees("Bean Wheels is yours now, 2 notes.", "Brew", "Cart")
    assert lena.texts == ["Brew", "Cart"]


def test_what_a_founder_has_is_kept_beside_the_canvas_they_take() -> None:
    lena = Founder().answers(
        name="Soap Opera", stage="[Just an idea]", promise="Soap, for people with eczema"
    )
    lena.answers(work="[Make or sell things]", before_sale="test labels")
    before = lena.venture
    lena.commands("start", lena.is_given(Handover(CART)))
    assert lena.sees("Soap Opera stays as it is")
    lena.taps("Take it")
    assert lena.venture != before
    lena.commands("ventures")
    assert lena.sees("Soap Opera", "Bean Wheels")
    lena.taps("Soap Opera")
    assert lena.texts == ["Test labels"]


def test_a_canvas_in_the_middle_of_its_interview_goes_on_with_its_open_question() -> None:
    begun = CART.with_answer("name", Answer(words="Bean Wheels"))
    lena = Founder()
    lena.commands("start", lena.is_given(Handover(begun)))
    lena.taps("Take it")
    assert lena.state == "stage"
    assert lena.sees("Bean Wheels is yours now", "How far along is it?")


def test_not_now_leaves_the_link_good_and_the_open_question_in_sight() -> None:
    lena = Founder().answers(name="Soap Opera")
    token = lena.is_given(Handover(CART))
    lena.commands("start", token)
    lena.taps("Not now")
    assert lena.sees("Fine, not now.", "How far along is it?")
    lena.commands("start", token)
    lena.taps("Take it")
    assert lena.texts == ["Brew", "Cart"]


def test_not_now_begins_the_interview_of_somebody_new() -> None:
    lena = Founder()
    lena.commands("start", lena.is_given(Handover(CART)))
    lena.taps("Not now")
    assert lena.state == "name"


def test_a_second_tap_takes_nothing_twice() -> None:
    lena = Founder()
    lena.commands("start", lena.is_given(Handover(CART)))
    lena.taps("Take it")
    ventures = len(lena.ventures)
    lena.taps_again()
    assert lena.sees("You've used that link already")
    assert len(lena.ventures) == ventures


def test_a_link_that_ran_out_says_so_and_the_interview_begins_all_the_same() -> None:
    lena = Founder()
    token = lena.is_given(Handover(CART), Terms(uses=1, lasting=timedelta(days=30)))
    lena.waits(days=31)
    lena.commands("start", token)
    assert lena.sees("That link has run out.", "What's your venture called?")


def test_an_offer_that_ran_out_while_it_was_on_the_screen_is_not_taken() -> None:
    lena = Founder()
    lena.commands("start", lena.is_given(Handover(CART), Terms(uses=1, lasting=timedelta(days=30))))
    lena.waits(days=31)
    lena.taps("Take it")
    assert lena.sees("That link has run out.")
    assert lena.canvas.entries == ()


def test_a_link_that_was_taken_back_says_so() -> None:
    lena = Founder()
    token = lena.is_given(Handover(CART))
    next(iter(lena.links.values())).standing = Standing.REVOKED
    lena.commands("start", token)
    assert lena.sees("taken back")


@pytest.mark.parametrize("forged", ["nobody-made-this", "x" * 64, "x" * 65, "?", "ref=42 campaign", "💸"])
def test_a_forged_start_is_told_kindly_and_never_an_error(forged: str) -> None:
    lena = Founder().commands("start", forged)
    assert lena.sees("I don't know that link.", "What's your venture called?")
    begun = Founder().answers(name="Soap Opera").commands("start", forged)
    assert begun.sees("I don't know that link.", "How far along is it?")


@pytest.mark.parametrize("data", ["o:link:yes:forged", "o:link:yes:", "o:link:yes", "o:link", "o:link:a:b:c"])
def test_a_forged_tap_changes_nothing(data: str) -> None:
    lena = Founder().answers(name="Soap Opera")
    before = lena.canvas
    lena.taps_data(data)
    assert lena.canvas == before
    assert lena.screen.notes


def test_tokens_of_one_turn_tell_nothing_of_each_other() -> None:
    tokens = {token_from("the turn's own", number) for number in range(100)}
    assert len(tokens) == 100
    assert all(TOKEN.fullmatch(token) and len(token) == 22 for token in tokens)
