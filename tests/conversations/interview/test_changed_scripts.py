"""A script that changes while people are in the middle of it: nobody is lost, no answer is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.canvas.document import Answer
from conversations.interview.events import Reach
from conversations.script.machine import Flow
from tests.conversations.interview.carts import CART, lena_at, lena_at_rest
from tests.conversations.interview.effort import effort
from tests.conversations.interview.test_anything_happens import comes_to_rest
from tests.conversations.script.scripts import altered, without

RENAMED = Flow(
    altered(
        ('id = "weekly"', 'id = "every_week"'),
        ('early_before = "weekly"', 'early_before = "every_week"'),
        more='renamed = { weekly = "every_week" }',
    )
)
CHANGED = "My questions have changed a little since we last spoke."


def test_a_renamed_question_is_followed_with_what_was_asked() -> None:
    lena = lena_at("weekly")
    lena.flow = RENAMED
    lena.says("brew and serve")
    assert lena.state == "reach"
    assert not lena.sees(CHANGED)
    assert lena.canvas.answers["every_week"].words == "brew and serve"


def test_taps_on_a_renamed_question_are_still_obeyed() -> None:
    lena = lena_at("weekly")
    lena.flow = RENAMED
    lena.taps("Why?")
    assert lena.state == "every_week"
    assert lena.sees("This is the work that keeps your promise")


def test_the_answer_to_a_renamed_question_stands_and_is_not_asked_again() -> None:
    lena = lena_at("earn")
    entries = lena.canvas.entries
    lena.flow = RENAMED
    lena.says("sell by the cup")
    assert lena.canvas.answers["every_week"].words == "brew and serve"
    assert "weekly" not in lena.canvas.answers
    assert lena.canvas.entries[: len(entries)] == entries
    assert lena.commands("back").commands("back").commands("back").commands("back").state == "every_week"
    assert lena.sees("You said: Brew and serve")


def test_a_pause_in_a_renamed_question_leads_back_to_it() -> None:
    lena = lena_at("weekly").commands("pause")
    lena.flow = RENAMED
    assert lena.commands("continue").state == "every_week"


def test_an_edited_answer_to_a_renamed_question_is_found() -> None:
    lena = lena_at("weekly").says("brew")
    lena.flow = RENAMED
    lena.edits("brew and serve")
    assert "Brew and serve" in lena.texts
    assert lena.canvas.answers["every_week"].words == "brew and serve"


def test_a_venture_left_under_the_old_script_is_found_again_whole() -> None:
    lena = lena_at("earn").commands("start").taps("Start over", "Start a new one").says("Book Wheels")
    lena.flow = RENAMED
    lena.commands("ventures").taps("Bean Wheels")
    assert lena.state == "earn"
    assert lena.canvas.answers["every_week"].words == "brew and serve"


def test_an_undo_across_a_renaming_loses_no_answer() -> None:
    lena = lena_at_rest()
    lena.flow = RENAMED
    lena.says("pitch is 900 now").taps("Undo").commands("canvas")
    assert lena.canvas.answers["every_week"].words == "brew and serve"
    assert lena.state == "resting"


def test_where_both_ids_were_answered_the_newer_stands() -> None:
    lena = lena_at("earn")
    lena.kept.canvas = lena.canvas.with_answer("every_week", Answer(words="newer"))
    lena.flow = RENAMED
    lena.commands("help")
    assert lena.canvas.answers["every_week"].words == "newer"


@pytest.mark.parametrize("question", [q for q in CART if q not in ("weekly", "name")])
def test_a_removed_question_leads_to_the_next_and_the_person_is_told(question: str) -> None:
    lena = lena_at(question)
    before = lena.canvas
    lena.flow = Flow(without(question))
    lena.commands("help")
    assert lena.sees(CHANGED, "All your answers are still here.")
    assert lena.canvas == before
    assert lena.state not in (question, "paused")
    comes_to_rest(lena)


def test_an_answer_to_a_removed_question_is_not_taken_for_one_to_the_next() -> None:
    lena = lena_at("keep")
    lena.flow = Flow(without("keep"))
    lena.says("hand out stamp cards")
    assert lena.sees(CHANGED, "How will money come in", "hand out stamp cards", "Is that your answer")
    assert lena.conversation.held == "hand out stamp cards"
    lena.taps("It's my answer")
    assert "Hand out stamp cards" in lena.texts


@pytest.mark.parametrize("act", ["/help", "/continue", "/start", "[Skip]", "hand out stamp cards"])
def test_the_next_question_is_put_once_whatever_the_founder_did(act: str) -> None:
    lena = lena_at("keep")
    lena.flow = Flow(without("keep"))
    if act.startswith("/"):
        lena.commands(act[1:])
    else:
        lena.answers(keep=act)
    assert "\n".join(lena.screen.fresh).count("How will money come in") == 1


def test_the_last_question_removed_ends_the_interview() -> None:
    lena = lena_at("sale")
    lena.flow = Flow(without("sale"))
    lena.commands("help")
    assert lena.state == "resting"
    assert lena.sees(CHANGED, "Bean Wheels")


def test_a_pause_in_a_removed_question_goes_on_with_the_next() -> None:
    lena = lena_at("keep").commands("pause")
    lena.flow = Flow(without("keep"))
    assert lena.commands("continue").state == "earn"


def test_a_removed_question_is_not_gone_back_to() -> None:
    lena = lena_at("earn")
    lena.flow = Flow(without("keep"))
    assert lena.commands("back").state == "reach"
    assert "keep" in lena.canvas.answers


def test_an_edited_answer_to_a_removed_question_is_left_as_it_is() -> None:
    lena = lena_at("keep").says("hand out stamp cards")
    lena.flow = Flow(without("keep"))
    lena.edits("hand out free cups")
    assert lena.sees("isn't one of your answers")
    assert "Hand out stamp cards" in lena.texts


def test_a_reminder_in_a_removed_question_waits_for_the_founder_to_be_told() -> None:
    lena = lena_at("keep")
    lena.flow = Flow(without("keep"))
    lena.is_reminded()
    assert lena.sees("Shall we go on?")
    assert lena.screen.last.silent
    assert lena.taps("Continue").sees(CHANGED)


def test_being_blocked_in_a_removed_question_says_nothing() -> None:
    lena = lena_at("keep")
    lena.flow = Flow(without("keep"))
    assert lena.is_reached(Reach.BLOCKED).screen.fresh == []


def test_a_new_question_is_asked_of_those_who_are_past_it() -> None:
    lena = lena_at("people", flow=Flow(without("expert", version=1)))
    lena.flow = Flow(altered())
    assert lena.says("me and Tom").state == "expert"
    assert lena.taps("Brew and serve").state == "money"


@given(st.sampled_from(tuple(CART)), st.sampled_from(tuple(CART)))
@effort(25)
def test_wherever_one_stands_a_removed_question_drops_no_answer(here: str, removed: str) -> None:
    lena = lena_at(here)
    answers = lena.canvas.answers
    lena.flow = Flow(without(removed)) if removed != "weekly" else RENAMED
    comes_to_rest(lena)
    kept = {answer.words for answer in lena.canvas.answers.values()}
    assert {answer.words for answer in answers.values()} <= kept
