"""What the sorter says becomes what a conversation goes by: sure, likely, or nothing."""

import pytest

from bot.understanding import sensing
from bot.understanding.background import BackgroundSorter
from bot.understanding.sensing import sensed, understand
from conversations.canvas.facets import Block, Serves
from conversations.interview.requests import Purpose, Sense, Understand
from conversations.understanding.sorter import Sorter
from tests.conversations.understanding.stand_in import Letters, small_model


def asked(*texts: str, block: Block | None = None, purpose: Purpose = Purpose.SORT) -> Understand:
    return Understand(
        purpose=purpose,
        venture="v",
        ids=tuple(range(1, len(texts) + 1)),
        texts=texts,
        blocks=tuple(block for _ in texts),
    )


@pytest.fixture(scope="module")
def sorter() -> Sorter:
    return Sorter(small_model(), Letters())


def test_each_phrase_gets_a_sense_in_its_place(sorter: Sorter) -> None:
    senses = sensed(asked("Shop rent", "Oven", "Bank loan"), sorter)
    assert len(senses) == 3
    assert all(isinstance(sense, Sense) for sense in senses)


def test_a_known_block_is_kept(sorter: Sorter) -> None:
    (sense,) = sensed(asked("Shop rent", block=Block.RESOURCES, purpose=Purpose.KINDS), sorter)
    assert sense.block is Block.RESOURCES


def test_signs_alone_are_nothing(sorter: Sorter) -> None:
    assert sensed(asked("…"), sorter) == (Sense(),)


def test_no_phrases_no_senses(sorter: Sorter) -> None:
    assert sensed(asked(), sorter) == ()


@pytest.mark.parametrize(("at", "sure"), [(0.0, True), (1.01, False)])
def test_below_its_confidence_a_block_is_only_likely(
    sorter: Sorter, monkeypatch: pytest.MonkeyPatch, at: float, sure: object
) -> None:
    monkeypatch.setattr(sensing, "BLOCK_SURE", at)
    monkeypatch.setattr(sensing, "BLOCK_LIKELY", 0.0)
    (sense,) = sensed(asked("Bank loan"), sorter)
    assert sense.block is not None
    assert sense.sure is sure


def test_what_very_surely_stands_elsewhere_is_told_with_the_real_sorter() -> None:
    task, thing = understand(
        asked("Deliver bread to cafés every morning", "Oven", block=Block.RESOURCES, purpose=Purpose.KINDS)
    )
    assert (task.block, task.elsewhere) == (Block.RESOURCES, Block.ACTIVITIES)
    assert (thing.kind, thing.elsewhere) == ("physical", None)


def test_requests_wait_for_the_encoder_and_are_answered_then() -> None:
    sorter = BackgroundSorter()
    (sense,) = sorter(asked("Espresso machine"))
    assert sense == Sense(block=Block.RESOURCES, kind="physical")


def test_where_it_can_not_be_loaded_requests_raise_and_nobody_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> None:
        raise OSError("no such file")

    monkeypatch.setattr("bot.understanding.loading.warm", broken)
    sorter = BackgroundSorter()
    for _ in range(2):
        with pytest.raises(OSError, match="no such file"):
            sorter(asked("Espresso machine"))


def test_what_an_activity_serves_is_told_with_the_real_models() -> None:
    senses = understand(
        asked("Hand out flyers at the station", "Delivery van", block=Block.ACTIVITIES, purpose=Purpose.KINDS)
    )
    assert [sense.serves for sense in senses] == [Serves.CHANNELS, None]
    (thing,) = understand(asked("Flyers and posters", block=Block.RESOURCES, purpose=Purpose.KINDS))
    assert thing.serves is None
