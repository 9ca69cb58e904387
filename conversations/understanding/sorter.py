"""Sorts phrases: the block each belongs to and its kind, each with how sure that is."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from conversations.understanding.features import folded, lexical
from conversations.understanding.kinds import BLOCKS
from conversations.understanding.weights import UnfitModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from conversations.canvas.facets import Block
    from conversations.understanding.encoder import Encoder
    from conversations.understanding.weights import Model

LONGEST = 400
"""Characters of a phrase that are looked at: an entry is shorter, and a pasted page holds up nobody."""
MEANING = 4.0
"""How much the encoder's row weighs beside the lexical columns."""
REMEMBERED = 4096
"""Phrases of which is kept what they seem to be: an interview asks for the same ones again and again."""
SURE = 0.8
"""From this confidence on, an entry can be saved without asking: of ten, nine or more are right."""


@dataclass(frozen=True)
class Thresholds:
    """Below these confidences the sorter would rather ask."""

    block: float = 0.4
    kind: float = 0.35


@dataclass(frozen=True)
class Sorted:
    """What a phrase seems to be.

    A `block` or `kind` of None: rather ask. A kind of "none": it fits no kind. A given block has the
    confidence 1. `kind_confidence` is how likely the kind is right, the block's own doubt included where it
    wasn't given.
    """

    text: str
    block: Block | None
    block_confidence: float
    kind: str | None
    kind_confidence: float


class Sorter:
    """Sorts phrases with a model and the encoder that it was trained with."""

    def __init__(self, model: Model, encoder: Encoder, thresholds: Thresholds | None = None) -> None:
        self._model = model
        self._encoder = encoder
        self._thresholds = thresholds or Thresholds()
        self._sorted: OrderedDict[tuple[str, Block | None], Sorted] = OrderedDict()
        self._turn = Lock()
        self._rows: dict[str, NDArray[np.float32]] = {}

    def sort(self, texts: Sequence[str], blocks: Sequence[Block | None] | None = None) -> tuple[Sorted, ...]:
        """Give what each phrase seems to be, in their order.

        `blocks`, as many as texts, are the blocks that are known; there only the kind is sought.
        """
        known = blocks if blocks is not None else [None] * len(texts)
        if len(known) != len(texts):
            raise ValueError("as many blocks as texts are needed")
        asked = list(zip(texts, known, strict=True))
        with self._turn:
            self._sort_new([pair for pair in dict.fromkeys(asked) if pair not in self._sorted])
            found = tuple(self._sorted[pair] for pair in asked)
            for pair in asked:
                self._sorted.move_to_end(pair)
            while len(self._sorted) > REMEMBERED:
                self._sorted.popitem(last=False)
        return found

    def _sort_new(self, pairs: Sequence[tuple[str, Block | None]]) -> None:
        """Sort what isn't known yet."""
        if not pairs:
            return
        texts = list(dict.fromkeys(text for text, _ in pairs))
        if not self._rows.keys() >= set(texts):
            # Kept until others come: phrases are often sorted freely first, then within their blocks.
            self._rows = dict(zip(texts, rows_for(texts, self._encoder), strict=True))
        rows = np.stack([self._rows[text] for text, _ in pairs])
        if rows.shape[1] != len(self._model.block.weights):
            raise UnfitModel("another encoder")
        likely = self._model.block.probabilities(rows)
        for (text, block), row, chances in zip(pairs, rows, likely, strict=True):
            self._sorted[text, block] = self._one(text, block, row, chances)

    def _one(
        self, text: str, known: Block | None, row: NDArray[np.float32], chances: NDArray[np.float32]
    ) -> Sorted:
        if not any(character.isalnum() for character in text):
            return Sorted(text, known, 1.0 if known else 0.0, None, 0.0)
        place = int(chances.argmax()) if known is None else BLOCKS.index(known)
        block_sure = float(chances[place]) if known is None else 1.0
        head = self._model.kinds[BLOCKS[place]]
        kinds = head.probabilities(row[np.newaxis])[0]
        kind_sure = float(kinds.max()) * block_sure
        asks = block_sure < self._thresholds.block
        return Sorted(
            text,
            None if asks else BLOCKS[place],
            block_sure,
            None if asks or kind_sure < self._thresholds.kind else head.labels[int(kinds.argmax())],
            kind_sure,
        )


def rows_for(texts: Sequence[str], encoder: Encoder) -> NDArray[np.float32]:
    """Give the features of phrases: what they mean, how they look, and a constant 1; a row per text."""
    short = [text[:LONGEST] for text in texts]
    meaning = encoder.encode([folded(text) for text in short])
    constant = np.ones((len(short), 1), dtype=np.float32)
    return np.hstack([meaning * MEANING, lexical(short), constant]).astype(np.float32)
