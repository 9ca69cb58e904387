"""/edit on one entry: each thing that can be told of it changes in three taps."""

import pytest
from msgspec import UNSET

from conversations.canvas.entries import Activity, Cost, Resource
from conversations.canvas.facets import (
    ActivityKind,
    Behaviour,
    Block,
    Evidence,
    PartnerKind,
    ResourceKind,
    Sourcing,
    When,
)
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at_rest


def activity(lena: Founder, text: str) -> Activity:
    entry = lena.entry(text)
    assert isinstance(entry, Activity)
    return entry


@pytest.mark.parametrize(
    ("taps", "holds"),
    [
        (("Activities", "Get street permit", "Done"), lambda a: a.done),
        (("Activities", "Get street permit", "Later"), lambda a: a.when is When.LATER),
        (("Activities", "Get street permit", "Star"), lambda a: a.starred),
    ],
)
def test_an_activity_changes_in_three_taps(taps: tuple[str, ...], holds: object) -> None:
    assert callable(holds)
    lena = lena_at_rest().commands("edit").taps(*taps)
    assert holds(activity(lena, "Get street permit"))
    assert lena.sees("Undo")
    lena.taps("Undo")
    assert not holds(activity(lena, "Get street permit"))


@pytest.mark.parametrize(("label", "sourcing"), [("Rented", "leased"), ("Partner", "partner")])
def test_where_a_thing_comes_from_changes_in_three_taps(label: str, sourcing: str) -> None:
    lena = lena_at_rest().commands("edit").taps("Resources", "Grinder", label)
    entry = lena.entry("Grinder")
    assert isinstance(entry, Resource)
    assert entry.sourcing is Sourcing(sourcing)


@pytest.mark.parametrize(
    ("block", "name", "label", "evidence"),
    [
        ("Activities", "Brew and serve", "Guess", Evidence.GUESS),
        ("Resources", "Grinder", "Asked", Evidence.ASKED),
        ("Partners", "Mill Roasters", "Agreed", Evidence.AGREED),
        ("Costs", "Pitch", "Paid", Evidence.PAID),
    ],
)
def test_how_sure_one_is_changes_in_three_taps(block: str, name: str, label: str, evidence: Evidence) -> None:
    lena = lena_at_rest().commands("edit").taps(block, name, label)
    assert (
        next(entry for entry in lena.canvas.block(Block(block.lower())) if entry.text == name).evidence
        is evidence
    )
    assert lena.sees(f"✓ {label}", "Undo")
    assert lena.taps("Undo").entry(name).evidence is UNSET


@pytest.mark.parametrize(
    ("block", "name", "label", "kind"),
    [
        ("Activities", "Brew and serve", "Making", ActivityKind.PRODUCTION),
        ("Resources", "Grinder", "Know-how", ResourceKind.INTELLECTUAL),
        ("Partners", "Mill Roasters", "Rival", PartnerKind.COOPETITION),
    ],
)
def test_what_kind_it_is_changes_in_three_taps(block: str, name: str, label: str, kind: object) -> None:
    lena = lena_at_rest().commands("edit").taps(block, name, label)
    assert getattr(lena.entry(name), "kind", None) is kind
    assert lena.sees(f"✓ {label}")


def test_a_thing_from_a_partner_is_told_from_whom() -> None:
    lena = lena_at_rest().commands("edit").taps("Resources", "Grinder")
    assert not lena.sees_button("by Station")
    lena.taps("Rented", "by Station")
    assert lena.sees("Grinder — rented from Station", "✓ by Station")
    grinder = lena.entry("Grinder")
    assert isinstance(grinder, Resource)
    assert grinder.partner == lena.entry("Station").id


def test_what_is_so_already_is_said() -> None:
    lena = lena_at_rest().commands("edit").taps("Resources", "Grinder", "Ours")
    assert lena.sees("It is so already.")


def test_a_thing_that_is_no_longer_from_a_partner_forgets_whom() -> None:
    lena = lena_at_rest().commands("edit").taps("Resources", "Espresso machine", "Ours")
    entry = next(r for r in lena.canvas.of(Resource) if r.text == "Espresso machine")
    assert entry.sourcing is Sourcing.OWNED
    assert entry.partner is None


@pytest.mark.parametrize(("label", "behaviour"), [("Stays", Behaviour.FIXED), ("Grows", Behaviour.VARIABLE)])
def test_how_a_cost_behaves(label: str, behaviour: Behaviour) -> None:
    lena = lena_at_rest(growing="skip").commands("edit").taps("Costs", "Pitch", label)
    entry = lena.entry("Pitch")
    assert isinstance(entry, Cost)
    assert entry.behaviour is behaviour


def test_how_much_a_cost_is_takes_the_next_message() -> None:
    lena = lena_at_rest().commands("edit").taps("Costs", "Pitch", "How much")
    assert lena.sees("Pitch: about how much?")
    assert lena.says("a fortune").sees("I couldn't read an amount in that")
    lena.says("250 a month")
    entry = lena.entry("Pitch")
    assert isinstance(entry, Cost)
    assert entry.amount
    assert entry.amount.low == 250
    assert entry.amount.currency == "EUR"
