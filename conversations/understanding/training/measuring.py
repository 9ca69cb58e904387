"""Calibrates and measures the sorter by company: nobody is scored by a model that has seen their phrases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from conversations.understanding.kinds import BLOCKS, KINDS
from conversations.understanding.scoring import Choice, Scores
from conversations.understanding.training.fitting import fit, temperature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.facets import Block
    from conversations.understanding.training.fitting import Rows
    from conversations.understanding.training.phrases import Labelled
    from conversations.understanding.weights import Head, Model

FOLDS = 5


@dataclass(frozen=True)
class Unseen:
    """What was said of phrases of companies never seen: logits (phrases, labels), and what is true."""

    logits: Rows
    truth: tuple[int, ...]

    def choices(self, head: Head) -> tuple[Choice, ...]:
        """Give the choices, as sure as the head's temperature makes them."""
        scaled = self.logits / head.temperature
        likely = np.exp(scaled - scaled.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        return tuple(
            Choice(head.labels[truth], head.labels[int(row.argmax())], float(row.max()))
            for truth, row in zip(self.truth, likely, strict=True)
        )


def fold_of(company: str) -> int:
    """Give the fold a company is in, the same on every machine."""
    return crc32(company.encode()) % FOLDS


def calibrated(rows: Rows, phrases: Sequence[Labelled], written: int) -> tuple[Model, Scores]:
    """Give the model of all phrases, and the scores of cross-validation by company.

    The first `written` phrases are those written by hand. Only they are scored, and only they set the
    temperatures: phrases made from forms are easier than what people type.
    """
    folds = np.array([fold_of(phrase.company) for phrase in phrases])
    models = []
    for fold in range(FOLDS):
        kept = np.flatnonzero(folds != fold).tolist()
        models.append(fit(rows[kept], [phrases[place] for place in kept]))
    certain = [place for place in range(written) if phrases[place].sure_block]
    block = Unseen(
        np.stack([rows[place] @ models[folds[place]].block.weights for place in certain]),
        tuple(BLOCKS.index(phrases[place].block) for place in certain),
    )
    blind = [models[fold] for fold in folds[:written]]
    kinds = {each: _unseen_kinds(each, rows, phrases, blind) for each in BLOCKS}
    whole = fit(rows, phrases)
    warm = replace(
        whole,
        block=_warmed(whole.block, block),
        kinds={each: _warmed(whole.kinds[each], kinds[each]) for each in BLOCKS},
    )
    scores = Scores(
        block.choices(warm.block), {each: kinds[each].choices(warm.kinds[each]) for each in BLOCKS}
    )
    return warm, scores


def _unseen_kinds(block: Block, rows: Rows, phrases: Sequence[Labelled], models: Sequence[Model]) -> Unseen:
    """Give what was said of the kinds in a block; `models` has, per phrase, the one that hasn't seen it."""
    told = [place for place in range(len(models)) if phrases[place].block is block and phrases[place].kind]
    return Unseen(
        np.stack([rows[place] @ models[place].kinds[block].weights for place in told]),
        tuple(KINDS[block].index(str(phrases[place].kind)) for place in told),
    )


def _warmed(head: Head, unseen: Unseen) -> Head:
    return replace(head, temperature=temperature(unseen.logits, np.array(unseen.truth)))
