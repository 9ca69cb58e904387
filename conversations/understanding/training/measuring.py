"""Calibrates and measures the sorter by company: nobody is scored by a model that has seen their phrases."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from conversations.understanding.kinds import BLOCKS, KINDS
from conversations.understanding.training.fitting import fit, temperature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.understanding.training.fitting import Rows
    from conversations.understanding.training.phrases import Labelled
    from conversations.understanding.weights import Head, Model

FOLDS = 5


def fold_of(company: str) -> int:
    """Give the fold a company is in, the same on every machine."""
    return crc32(company.encode()) % FOLDS


def calibrated(rows: Rows, phrases: Sequence[Labelled], written: int) -> Model:
    """Give the model of all phrases, with temperatures found on companies that a model hasn't seen.

    The first `written` phrases are those written by hand: only they are used for the temperatures, since made
    phrases are easier than what people type.
    """
    folds = np.array([fold_of(phrase.company) for phrase in phrases])
    seen_of_block: list[Rows] = []
    truth_of_block: list[int] = []
    seen: dict[str, list[Rows]] = {block.value: [] for block in BLOCKS}
    truth: dict[str, list[int]] = {block.value: [] for block in BLOCKS}
    for fold in range(FOLDS):
        kept = np.flatnonzero(folds != fold).tolist()
        model = fit(rows[kept], [phrases[place] for place in kept])
        for place in np.flatnonzero(folds == fold).tolist():
            phrase = phrases[place]
            if place >= written:
                continue
            if phrase.sure_block:
                seen_of_block.append(rows[place] @ model.block.weights)
                truth_of_block.append(BLOCKS.index(phrase.block))
            if phrase.kind:
                seen[phrase.block.value].append(rows[place] @ model.kinds[phrase.block].weights)
                truth[phrase.block.value].append(KINDS[phrase.block].index(phrase.kind))
    whole = fit(rows, phrases)
    kinds = {block: _warmed(whole.kinds[block], seen[block.value], truth[block.value]) for block in BLOCKS}
    return replace(whole, block=_warmed(whole.block, seen_of_block, truth_of_block), kinds=kinds)


def _warmed(head: Head, logits: list[Rows], truth: list[int]) -> Head:
    if not logits:
        return head
    return replace(head, temperature=temperature(np.stack(logits), np.array(truth)))
