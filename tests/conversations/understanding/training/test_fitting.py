from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from conversations.canvas.facets import Block
from conversations.understanding.sorter import rows_for
from conversations.understanding.training.fitting import fit, temperature
from conversations.understanding.training.measuring import FOLDS, calibrated, fold_of
from conversations.understanding.weights import written
from tests.conversations.understanding.stand_in import Letters, phrases

if TYPE_CHECKING:
    from conversations.understanding.scoring import Scores
    from conversations.understanding.training.fitting import Rows
    from conversations.understanding.training.phrases import Labelled
    from conversations.understanding.weights import Model


def test_the_same_phrases_give_the_same_model() -> None:
    known = phrases()
    rows = rows_for([phrase.text for phrase in known], Letters())

    assert written(fit(rows, known)) == written(fit(rows, known))


def test_a_phrase_whose_block_is_unsure_teaches_its_kind_only() -> None:
    known = phrases()
    rows = rows_for([phrase.text for phrase in known], Letters())
    unsure = [replace(one, sure_block=one.block is not Block.COSTS) for one in known]
    taught, spared = fit(rows, known), fit(rows, unsure)

    assert (taught.kinds[Block.COSTS].weights == spared.kinds[Block.COSTS].weights).all()
    costs = [place for place, phrase in enumerate(known) if phrase.block is Block.COSTS]
    assert spared.block.probabilities(rows[costs])[:, 3].max() < 0.25


@pytest.mark.parametrize(("scale", "wanted"), [(1.0, 1.0), (3.0, 3.0), (0.5, 0.5)])
def test_the_temperature_undoes_too_much_and_too_little_sureness(scale: float, wanted: float) -> None:
    chance = np.random.default_rng(3)
    logits = chance.normal(size=(4000, 3)).astype(np.float32)
    likely = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    truth = np.array([chance.choice(3, p=row / row.sum()) for row in likely.astype(np.float64)])

    assert temperature(logits * np.float32(scale), truth) == pytest.approx(wanted, rel=0.15)


def test_companies_are_dealt_into_all_folds_always_the_same_way() -> None:
    folds = [fold_of(f"company {number}") for number in range(100)]

    assert set(folds) == set(range(FOLDS))
    assert folds == [fold_of(f"company {number}") for number in range(100)]


@pytest.fixture(scope="module")
def dealt() -> tuple[Rows, list[Labelled]]:
    """Phrases of nine companies, twice as many as were written by hand."""
    known = [replace(one, company=f"company {number % 9}") for number, one in enumerate(phrases() * 2)]
    return rows_for([phrase.text for phrase in known], Letters()), known


@pytest.fixture(scope="module")
def measured(dealt: tuple[Rows, list[Labelled]]) -> tuple[Model, Scores]:
    return calibrated(*dealt, len(phrases()))


def test_calibration_changes_how_sure_it_is_and_no_choice(
    dealt: tuple[Rows, list[Labelled]], measured: tuple[Model, Scores]
) -> None:
    plain, (warmed, _) = fit(*dealt), measured

    assert (plain.block.weights == warmed.block.weights).all()
    assert warmed.block.temperature != 1


def test_each_phrase_written_by_hand_is_scored_once(measured: tuple[Model, Scores]) -> None:
    _, scores = measured

    assert len(scores.block) == len(phrases())
    assert len(scores.all_kinds) == len(phrases())
    assert all(0.25 <= choice.confidence <= 1 for choice in scores.block)
