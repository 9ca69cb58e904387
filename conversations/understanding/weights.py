"""The small model beside the encoder: linear heads, as bytes and back.

One head tells the block, one for each block its kinds. A head's row weights are stored in half precision; a
model is refused where it doesn't fit the features of this code, rather than read wrongly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from conversations.canvas.facets import Block
from conversations.errors import BackstageError
from conversations.understanding.features import FINGERPRINT, WIDTH
from conversations.understanding.kinds import BLOCKS, KINDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = 1
_HALF = np.dtype("<f2")


class UnfitModel(BackstageError):
    """A model file is damaged, or made by other code than this: train it anew."""


@dataclass(frozen=True)
class Head:
    """One linear choice: `weights` has shape (features, labels); logits are divided by `temperature`."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    temperature: float = 1.0

    def probabilities(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Give how likely each label is for rows of features: shape (rows, labels), a row adds up to 1."""
        logits = rows @ self.weights / self.temperature
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


@dataclass(frozen=True)
class Model:
    """What was learned: the block's head, and for each block the head of its kinds."""

    encoded: int
    block: Head
    kinds: dict[Block, Head]


class _StoredHead(msgspec.Struct):
    labels: tuple[str, ...]
    temperature: float
    weights: bytes


class _Stored(msgspec.Struct):
    format: int
    features: int
    encoded: int
    block: _StoredHead
    kinds: dict[Block, _StoredHead]


def written(model: Model) -> bytes:
    """Give a model as bytes, the same for the same model."""
    kinds = {block: _packed(model.kinds[block]) for block in BLOCKS}
    stored = _Stored(FORMAT, FINGERPRINT, model.encoded, _packed(model.block), kinds)
    return msgspec.msgpack.encode(stored)


def read(source: bytes) -> Model:
    """Give the model that `written` made; raises UnfitModel."""
    try:
        stored = msgspec.msgpack.decode(source, type=_Stored)
    except msgspec.DecodeError as error:
        raise UnfitModel("damaged") from error
    if (stored.format, stored.features) != (FORMAT, FINGERPRINT):
        raise UnfitModel("made by other code")
    height = rows_of(stored.encoded)
    blocks = tuple(block.value for block in BLOCKS)
    if stored.encoded < 1 or set(stored.kinds) != set(BLOCKS):
        raise UnfitModel("incomplete")
    kinds = {block: _unpacked(stored.kinds[block], KINDS[block], height) for block in BLOCKS}
    return Model(stored.encoded, _unpacked(stored.block, blocks, height), kinds)


def rows_of(encoded: int) -> int:
    """Give how many features a row has beside an encoder of that width, the constant one included."""
    return encoded + WIDTH + 1


def _packed(head: Head) -> _StoredHead:
    return _StoredHead(head.labels, head.temperature, head.weights.astype(_HALF).tobytes())


def _unpacked(stored: _StoredHead, labels: tuple[str, ...], height: int) -> Head:
    if stored.labels != labels or len(stored.weights) != height * len(labels) * _HALF.itemsize:
        raise UnfitModel("shape")
    weights = np.frombuffer(stored.weights, dtype=_HALF).reshape(height, len(labels)).astype(np.float32)
    if not np.isfinite(weights).all() or not stored.temperature > 0:
        raise UnfitModel("numbers")
    return Head(labels, weights, stored.temperature)
