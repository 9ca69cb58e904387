"""What the buttons under advice would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.words import load_catalogue
from conversations.canvas.entries import Partner, Resource
from conversations.canvas.facets import Block, ResourceKind, Sourcing, Stage
from conversations.coach.actions import Action, Do
from conversations.coach.advising import advise
from tests.conversations.canvases import canvas_of, coffee_cart, things, to_do
from tests.conversations.coach.speaking import SPEAKS

if TYPE_CHECKING:
    from conversations.coach.advice import Advice

WORDS = load_catalogue()


def piece(canvas: object, tag: str) -> Advice:
    return next(one for one in advise(canvas) if one.tag == tag)  # type: ignore[arg-type]  # a test's canvas


def test_every_button_has_a_short_label_and_at_most_two_stand_side_by_side() -> None:
    for _, canvas, _ in SPEAKS:
        for found in advise(canvas):
            assert len(found.actions) <= 2
            assert all(0 < len(WORDS.label(action.label)) <= 24 for action in found.actions)
            assert all(action.entry is None or canvas.entry(action.entry) for action in found.actions)


def test_a_missing_partner_can_be_added() -> None:
    van = Resource(id=0, text="Van", kind=ResourceKind.PHYSICAL, sourcing=Sourcing.PARTNER)
    assert piece(canvas_of(van), "name_partner").actions == (Action(Do.ADD, block=Block.PARTNERS),)


def test_a_thing_can_be_marked_as_ours_or_rented() -> None:
    van = Resource(id=0, text="Van", kind=ResourceKind.PHYSICAL, sourcing=None)
    assert piece(canvas_of(van), "own_lease_partner").actions == (
        Action(Do.MARK, entry=1, sourcing=Sourcing.OWNED),
        Action(Do.MARK, entry=1, sourcing=Sourcing.LEASED),
    )


def test_a_dream_can_be_parked_and_a_list_be_split() -> None:
    dream = canvas_of(to_do("Someday open a shop in Paris"), stage=Stage.EARLY)
    assert piece(dream, "now_vs_later").actions == (Action(Do.LATER, entry=1),)
    listed = canvas_of(*things("Van, oven and mixer"))
    assert piece(listed, "split_item").actions == (Action(Do.SPLIT, entry=1, parts=("Van", "oven", "mixer")),)


def test_a_misplaced_note_can_be_moved() -> None:
    moved = piece(canvas_of(to_do("Our delivery van")), "move_item")
    assert moved.actions == (Action(Do.MOVE, entry=1, block=Block.RESOURCES),)


def test_wording_varies_from_venture_to_venture_and_never_for_the_same_one() -> None:
    cart = coffee_cart()
    said = {
        name: WORDS.label(advise(replace(cart, venture=replace(cart.venture, name=name)))[0].text)
        for name in ("Bean Wheels", "Cup & Co", "Morning Cart", "Kaffeerad", "Dampf", "Tramp")
    }
    assert len(set(said.values())) == 2
    grown = cart.with_new([Partner(id=0, text="Town hall")])
    assert WORDS.label(advise(grown)[0].text) == said["Bean Wheels"]
