"""What is said of all the advice that holds, and when."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.words import load_catalogue
from conversations.canvas.document import Canvas, FrontStage
from conversations.canvas.entries import Partner, Resource
from conversations.canvas.facets import Behaviour, Block, ResourceKind, Serves, Sourcing, Stage
from conversations.coach.advising import advise
from conversations.coach.observing import observe_block
from conversations.coach.selecting import select, strength
from tests.conversations.canvases import MONTH, MONTH_END, canvas_of, coffee_cart, cost, euros, things, to_do

WORDS = load_catalogue()


def tags(canvas: Canvas, **how: object) -> list[str]:
    return [piece.tag for piece in select(canvas, **how)]  # type: ignore[arg-type]  # a test's facts


def test_at_most_so_many_are_said_the_weightiest_first() -> None:
    assert tags(coffee_cart()) == ["cost_people", "single_dependency", "unit_margin_break_even"]
    assert len(tags(coffee_cart(), most=5)) == 5
    weights = [piece.weight for piece in advise(coffee_cart())]
    assert weights == sorted(weights, reverse=True)


def test_no_tag_is_said_twice_at_once() -> None:
    assert tags(Canvas(), most=5) == ["fill_empty_block"]


def test_what_was_said_already_makes_room_for_the_next() -> None:
    assert "cost_people" not in tags(coffee_cart(), already=["cost_people"])
    assert len(tags(coffee_cart(), already=["cost_people"])) == 3


def test_what_is_not_relevant_is_never_said_again() -> None:
    canvas = replace(coffee_cart(), dismissed=("cost_people",))
    assert "cost_people" not in {piece.tag for piece in advise(canvas)}
    assert "cost_people" not in {piece.tag for piece in advise(coffee_cart(), dismissed=["cost_people"])}


def test_what_is_not_relevant_for_one_entry_may_be_for_another() -> None:
    vague = canvas_of(to_do("Marketing"))
    assert "be_specific" not in {piece.tag for piece in advise(vague, dismissed=["be_specific:1"])}
    assert "be_specific" in {piece.tag for piece in advise(vague, dismissed=["be_specific:2"])}


def test_why_quotes_what_the_founder_wrote() -> None:
    piece = select(coffee_cart())[1]
    assert WORDS.html(piece.why) == (
        "If a single supplier fails, so does the show.\nBecause you wrote <b>Mill Roasters</b>."
    )
    assert WORDS.html(piece.source) == "unifiedproductgraph.org, partnerships"


def observed(canvas: Canvas, block: Block, already: tuple[str, ...] = ()) -> str | None:
    piece = observe_block(canvas, block, already)
    return piece.tag if piece else None


def test_a_block_s_end_has_at_most_one_observation_about_that_block() -> None:
    cart = coffee_cart()
    assert observed(cart, Block.ACTIVITIES) is None
    assert observed(cart, Block.RESOURCES) == "rent_briefly"
    assert observed(cart, Block.RESOURCES, ("rent_briefly",)) == "protect_ip"
    assert observed(cart, Block.PARTNERS) == "single_dependency"


@pytest.mark.parametrize(
    ("standing", "tag"), [("unknown", "add_reach_market"), ("none", "add_reach_market"), ("skipped", None)]
)
def test_nothing_just_skipped_is_advised_on(standing: str, tag: str | None) -> None:
    canvas = canvas_of(to_do("Sew bags", Serves.VALUE_PROPOSITION), answers={"reach": standing})
    assert observed(canvas, Block.ACTIVITIES) == tag


def test_a_skipped_block_is_left_in_peace() -> None:
    canvas = canvas_of(to_do("Sew bags"), answers={"partners": "skipped", "things": "skipped"})
    assert observed(canvas, Block.PARTNERS) is None
    assert observed(canvas, Block.RESOURCES) is None


RENT = cost("Rent", euros("800", MONTH), behaviour=Behaviour.FIXED)


@pytest.mark.parametrize(
    ("canvas", "said"),
    [
        (coffee_cart(), "<b>Talk to 30 commuters</b>, before you spend."),
        (
            canvas_of(RENT, front=FrontStage(monthly_revenue=euros("900", MONTH))),
            "900 € a month comes in, 800 € a month goes out. The show earns more than the backstage costs.",
        ),
        (canvas_of(to_do("Register", done=True), stage=Stage.IDEA), "<b>Register</b> is done."),
        (
            canvas_of(to_do("Bake", due=MONTH_END), to_do("Call Tom", due=MONTH_END)),
            "goals with a date: <b>Bake</b> · <b>Call Tom</b>.",
        ),
        (
            canvas_of(Partner(id=0, text="Mill", gives=("flour",), gets=("orders",))),
            "<b>Mill</b>: it's clear what they give and what they get.",
        ),
        (
            canvas_of(
                Resource(id=0, text="Cart", kind=ResourceKind.PHYSICAL, sourcing=Sourcing.LEASED),
                stage=Stage.PRE_LAUNCH,
            ),
            "<b>Cart</b>: not bought before anybody has said yes.",
        ),
    ],
)
def test_the_strength_is_true(canvas: Canvas, said: str) -> None:
    found = strength(canvas)
    assert found is not None
    assert WORDS.html(found) == said


@pytest.mark.parametrize(
    "canvas",
    [
        Canvas(),
        canvas_of(*things("Van"), to_do("Bake", due=MONTH_END)),
        canvas_of(
            RENT, cost("Unknown"), front=FrontStage(monthly_revenue=euros("900", MONTH)), stage=Stage.EARLY
        ),
        canvas_of(to_do("Ask for reviews"), stage=Stage.EARLY),
    ],
)
def test_nothing_is_praised_that_is_not_sure(canvas: Canvas) -> None:
    assert strength(canvas) is None
