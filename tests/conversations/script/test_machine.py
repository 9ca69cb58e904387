"""The machine: next goes to the first open question whose guards hold, go anywhere, pause keeps quiet."""

import pytest
from msgspec.structs import replace

from conversations.canvas.document import Answer, Canvas, Venture
from conversations.canvas.facets import BusinessType, Stage
from conversations.script.machine import PAUSED, RESTING, WELCOME, Flow, candidates
from tests.conversations.script.scripts import ONE, built_in, read

FLOW = Flow(read(built_in()))
QUESTIONS = tuple(question.id for question in FLOW.script.questions)


def answered(*questions: str, **venture: object) -> Canvas:
    canvas = Canvas(venture=replace(Venture(), **venture))
    for question in questions:
        canvas = canvas.with_answer(question, Answer(standing="skipped"))
    return canvas


def path(canvas: Canvas) -> list[str]:
    """The questions in the order in which somebody meets them who skips all of them."""
    state, met = FLOW.next(WELCOME, canvas), []
    while state != RESTING:
        met.append(state)
        canvas = canvas.with_answer(state, Answer(standing="skipped"))
        state = FLOW.next(state, canvas)
    return met


def test_the_first_question_follows_the_welcome() -> None:
    assert FLOW.next(WELCOME, Canvas()) == "name"


def test_an_idea_is_asked_what_has_to_happen_first_and_a_shop_is_not() -> None:
    assert "before_sale" in path(answered(stage=Stage.IDEA))
    assert "before_sale" not in path(answered(stage=Stage.GROWTH))


def test_a_platform_is_asked_how_it_is_found_before_what_it_does() -> None:
    platform = path(answered(stage=Stage.GROWTH, business_types=(BusinessType.PLATFORM,)))
    maker = path(answered(stage=Stage.GROWTH, business_types=(BusinessType.PRODUCTION,)))
    assert platform.index("reach") < platform.index("weekly")
    assert maker.index("weekly") < maker.index("reach")
    assert sorted(platform) == sorted(maker)


def test_questions_about_what_is_not_there_are_left_out() -> None:
    met = path(Canvas())
    assert not {"month", "expert", "sourcing", "halves", "prices", "growing", "currency", "customers"} & set(
        met
    )


def test_when_all_is_answered_the_interview_rests() -> None:
    assert FLOW.next("sale", answered(*QUESTIONS)) == RESTING


def test_what_is_to_be_asked_again_is_open_again() -> None:
    assert FLOW.next(RESTING, answered(*QUESTIONS), ("keep", "sale")) == "keep"


def test_what_is_asked_again_still_has_to_hold() -> None:
    assert FLOW.next(RESTING, answered(*QUESTIONS), ("sourcing",)) == RESTING


@pytest.mark.parametrize("question", QUESTIONS)
def test_one_can_go_to_any_question_from_anywhere(question: str) -> None:
    for state in (WELCOME, PAUSED, RESTING, "keep", question):
        assert FLOW.go(state, question, Canvas()) == question
    assert FLOW.pause(question, Canvas()) == PAUSED


def test_a_question_that_is_none_cannot_be_gone_to() -> None:
    with pytest.raises(KeyError):
        FLOW.go(WELCOME, "nowhere", Canvas())


def test_the_machine_knows_its_states() -> None:
    assert all(FLOW.knows(state) for state in (WELCOME, PAUSED, RESTING, *QUESTIONS))
    assert not FLOW.knows("nowhere")


def test_one_machine_serves_everybody_at_once() -> None:
    idea, shop = answered("name", "stage", "promise", "work", stage=Stage.IDEA), answered(*QUESTIONS)
    assert [FLOW.next("work", canvas) for canvas in (idea, shop, idea)] == [
        "before_sale",
        RESTING,
        "before_sale",
    ]


def test_a_question_that_may_come_early_stands_twice() -> None:
    order = [question.id for question, _ in candidates(FLOW.script)]
    assert order.count("reach") == 2
    assert all(order.count(question) == 1 for question in QUESTIONS if question != "reach")


def test_several_may_come_early_before_the_same() -> None:
    question = ONE.partition("version = 1")[2]
    early = 'early_before = "weekly"\nearly_when = ["trading"]\nby_trade'
    more = [question.replace('"weekly"', f'"{name}"').replace("by_trade", early) for name in ("one", "two")]
    flow = Flow(read(ONE + more[0] + more[1]))
    assert flow.next(WELCOME, answered(stage=Stage.GROWTH)) == "one"
    assert flow.next("one", answered("one", stage=Stage.GROWTH)) == "two"
    assert flow.next(WELCOME, answered(stage=Stage.IDEA)) == "weekly"
