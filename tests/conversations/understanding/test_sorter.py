from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conversations.canvas.facets import Block
from conversations.understanding.kinds import KINDS
from conversations.understanding.sorter import LONGEST, Sorter, Thresholds
from conversations.understanding.weights import UnfitModel
from tests.conversations.understanding.stand_in import Letters, phrases, small_model

if TYPE_CHECKING:
    from conversations.understanding.weights import Model

NEVER_ASKS = Thresholds(block=0.0, kind=0.0)


@pytest.fixture(scope="module")
def model() -> Model:
    return small_model()


@pytest.fixture
def sorter(model: Model) -> Sorter:
    return Sorter(model, Letters())


def test_what_was_taught_is_known(sorter: Sorter) -> None:
    taught = phrases()
    found = sorter.sort([phrase.text for phrase in taught])
    wrong = [one.text for one, phrase in zip(found, taught, strict=True) if one.block is not phrase.block]

    assert not wrong


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("make boats", Block.ACTIVITIES),
        ("boat patents", Block.RESOURCES),
        ("wool supplier", Block.PARTNERS),
        ("fees per parcel", Block.COSTS),
    ],
)
def test_what_looks_alike_goes_to_the_same_block(sorter: Sorter, text: str, block: Block) -> None:
    (found,) = sorter.sort([text])

    assert found.block is block


def test_a_given_block_is_kept_and_only_its_kind_is_sought(model: Model) -> None:
    for block in Block:
        (found,) = Sorter(model, Letters(), NEVER_ASKS).sort(["Oven"], [block])
        assert (found.block, found.block_confidence) == (block, 1.0)
        assert found.kind in KINDS[block]


def test_support_among_the_activities_fits_no_kind(sorter: Sorter) -> None:
    (found,) = sorter.sort(["Advertise online"], [Block.ACTIVITIES])

    assert found.kind == "none"


def test_in_doubt_it_would_rather_ask_but_still_tells_how_sure_it_was(model: Model) -> None:
    demanding = Sorter(model, Letters(), Thresholds(block=1.1, kind=1.1))
    (found,) = demanding.sort(["Oven"])

    assert (found.block, found.kind) == (None, None)
    assert 0 < found.kind_confidence <= found.block_confidence < 1


@pytest.mark.parametrize("text", ["", "   ", "?!", "👍"])
def test_what_says_nothing_is_asked_about(sorter: Sorter, text: str) -> None:
    (found,) = sorter.sort([text])

    assert (found.block, found.kind, found.block_confidence) == (None, None, 0.0)


def test_answers_come_in_the_order_of_the_phrases_and_are_the_same_alone(sorter: Sorter) -> None:
    texts = ["Oven", "Bake bread", "Shop rent", "Oven"]
    together = sorter.sort(texts)
    alone = [sorter.sort([text])[0] for text in texts]

    assert [one.text for one in together] == texts
    assert [one.block for one in together] == [one.block for one in alone]
    assert together[0].block_confidence == pytest.approx(alone[0].block_confidence, abs=1e-5)


def test_capital_letters_and_blanks_change_no_meaning(model: Model) -> None:
    encoder = Letters()
    Sorter(model, encoder).sort(["  BAKE   Bread "])

    assert encoder.asked == ["bake bread"]


def test_a_pasted_page_is_looked_at_only_at_its_beginning(model: Model) -> None:
    encoder = Letters()
    (found,) = Sorter(model, encoder).sort(["bread " * 10_000])

    assert [len(text) <= LONGEST for text in encoder.asked] == [True]
    assert len(found.text) == 60_000


def test_nothing_to_sort_gives_nothing(sorter: Sorter) -> None:
    assert sorter.sort([]) == ()


def test_as_many_blocks_as_phrases_are_needed(sorter: Sorter) -> None:
    with pytest.raises(ValueError, match="as many"):
        sorter.sort(["Oven"], [])


def test_a_model_for_another_encoder_is_refused(model: Model) -> None:
    class Wider(Letters):
        width = 64

    with pytest.raises(UnfitModel):
        Sorter(model, Wider()).sort(["Oven"])


def test_what_it_was_taught_it_is_surer_of_than_of_what_it_never_heard(sorter: Sorter) -> None:
    taught, unheard = sorter.sort(["Shipping costs per parcel", "Zyx qwv"])

    assert taught.block_confidence > unheard.block_confidence
