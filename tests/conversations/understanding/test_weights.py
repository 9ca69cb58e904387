from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest

from conversations.canvas.facets import Block
from conversations.understanding import weights
from conversations.understanding.features import FINGERPRINT
from conversations.understanding.weights import Head, UnfitModel, read, written
from tests.conversations.understanding.stand_in import small_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.understanding.weights import Model


@pytest.fixture(scope="module")
def model() -> Model:
    return small_model()


def test_a_model_survives_being_written(model: Model) -> None:
    back = read(written(model))

    assert (back.encoded, back.block.labels) == (model.encoded, model.block.labels)
    assert np.allclose(back.block.weights, model.block.weights, atol=1e-3)
    assert set(back.kinds) == set(Block)


def test_the_same_model_is_the_same_bytes(model: Model) -> None:
    assert written(model) == written(read(written(model)))


@pytest.mark.parametrize(
    "damage",
    [
        lambda source: source[:0],
        lambda source: source[:-1],
        lambda source: source[: len(source) // 2],
        lambda source: b"\x80" + source[1:],
        lambda source: b"not a model" + source,
    ],
)
def test_a_damaged_file_is_refused(model: Model, damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(UnfitModel):
        read(damage(written(model)))


def test_a_model_of_other_features_is_refused(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(model)
    monkeypatch.setattr(weights, "FINGERPRINT", FINGERPRINT + 1)

    with pytest.raises(UnfitModel, match="other code"):
        read(source)


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_numbers_that_are_none_are_refused(model: Model, number: float) -> None:
    spoilt = replace(model, block=Head(model.block.labels, np.full_like(model.block.weights, number)))

    with pytest.raises(UnfitModel, match="numbers"):
        read(written(spoilt))


def test_other_labels_are_refused(model: Model) -> None:
    renamed = replace(model, block=replace(model.block, labels=("a", "b", "c", "d")))

    with pytest.raises(UnfitModel, match="shape"):
        read(written(renamed))


def test_a_block_without_kinds_is_refused(model: Model) -> None:
    stored = msgspec.msgpack.decode(written(model))
    del stored["kinds"]["costs"]

    with pytest.raises(UnfitModel):
        read(msgspec.msgpack.encode(stored))


def test_a_higher_temperature_is_less_sure_and_chooses_the_same(model: Model) -> None:
    rows = np.eye(3, len(model.block.weights), dtype=np.float32)
    cold = model.block.probabilities(rows)
    warm = replace(model.block, temperature=3.0).probabilities(rows)

    assert (cold.argmax(axis=1) == warm.argmax(axis=1)).all()
    assert (cold.max(axis=1) >= warm.max(axis=1)).all()
    assert cold.sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
