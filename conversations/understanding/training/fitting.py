"""Fits the sorter's linear heads to labelled phrases.

Multinomial logistic regression with L2 regularisation, by accelerated gradient descent in plain numpy: the
features are few, the phrases some thousands, and the same input gives the same weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from conversations.understanding.kinds import BLOCKS, KINDS
from conversations.understanding.weights import Head, Model, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from conversations.understanding.training.phrases import Labelled

    Rows = NDArray[np.float32]

BLOCK_L2 = 3e-4
KIND_L2 = 1e-3
_STEPS = 300
_POWER_STEPS = 15


def fit(rows: Rows, phrases: Sequence[Labelled]) -> Model:
    """Give the model learned from phrases and their rows of features, uncalibrated."""
    block_of = np.array([BLOCKS.index(phrase.block) for phrase in phrases])
    certain = np.array([phrase.sure_block for phrase in phrases])
    names = tuple(block.value for block in BLOCKS)
    block = _head(rows[certain], block_of[certain], names, BLOCK_L2)
    kinds = {}
    for each in BLOCKS:
        told = [place for place, phrase in enumerate(phrases) if phrase.block is each and phrase.kind]
        labels = KINDS[each]
        kind_of = np.array([labels.index(str(phrases[place].kind)) for place in told])
        kinds[each] = _head(rows[told], kind_of, labels, KIND_L2)
    return Model(rows.shape[1] - rows_of(0), block, kinds)


def temperature(logits: Rows, truth: NDArray[np.intp]) -> float:
    """Give what to divide logits by, so that they are as sure as right: least log loss on `truth`."""
    candidates = np.geomspace(0.3, 4.0, 60)
    losses = []
    for candidate in candidates:
        scaled = logits / candidate
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        likely = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        losses.append(-float(likely[np.arange(len(truth)), truth].mean()))
    return round(float(candidates[int(np.argmin(losses))]), 3)


def _head(rows: Rows, truth: NDArray[np.intp], labels: tuple[str, ...], l2: float) -> Head:
    """Give the head that tells `labels` apart; rare labels weigh more, by the root of how rare they are."""
    counts = np.bincount(truth, minlength=len(labels))
    share = np.sqrt(counts.max() / np.maximum(counts, 1))[truth].astype(np.float32)
    share /= share.sum()
    wanted = np.eye(len(labels), dtype=np.float32)[truth]
    step = 1 / (0.5 * _steepest(rows, share) + l2)
    weights = ahead = np.zeros((rows.shape[1], len(labels)), dtype=np.float32)
    momentum = 1.0
    for _ in range(_STEPS):
        missed = share[:, np.newaxis] * (Head(labels, ahead).probabilities(rows) - wanted)
        reached = ahead - np.float32(step) * (rows.T @ missed + np.float32(l2) * ahead)
        following = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = reached + np.float32((momentum - 1) / following) * (reached - weights)
        weights, momentum = reached, following
    return Head(labels, weights)


def _steepest(rows: Rows, share: Rows) -> float:
    """Give the greatest curvature, by power iteration, which bounds the step that can't overshoot."""
    along = np.ones(rows.shape[1], dtype=np.float32)
    size = 1.0
    for _ in range(_POWER_STEPS):
        along = rows.T @ (share * (rows @ along))
        size = float(np.linalg.norm(along))
        along = along / np.float32(size)
    return size * 1.05
