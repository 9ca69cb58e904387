"""An encoder that knows nothing but letters, and a small model on it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from conversations.understanding.sorter import rows_for
from conversations.understanding.training.fitting import fit
from conversations.understanding.training.phrases import Labelled, read_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from conversations.understanding.weights import Model

PHRASES = """\
@ one
production: Bake bread | Make soap | Build boats
solving: Advise clients | Diagnose patients
platform: Recruit sellers | Moderate the community
supply: Order flour | Ship orders
support: Advertise online | Research the market
physical: Oven | Van | Two machines
intellectual: Brand | Patents | Software
human: Skilled bakers | Software developers
financial: Bank loan | Savings | Cash
alliance: Local universities | Schools that recommend us
coopetition: A competitor with whom we buy flour | A rival
joint_venture: Joint venture with a mill | Company owned together with a mill
supplier: Flour supplier | Payment provider | Cloud provider
fixed: Shop rent | Salaries | Insurance costs per year
variable: Card fees | Shipping costs per parcel | Payments per trip
"""


class Letters:
    """Vectors of 32 numbers that count hashed letter pairs; notes what it was asked."""

    width = 32

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        rows = np.zeros((len(texts), self.width), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for pair in zip(f" {text}", text, strict=False):
                row[crc32("".join(pair).encode()) % self.width] += 1
        lengths = np.maximum(1, np.linalg.norm(rows, axis=1, keepdims=True))
        return np.asarray(rows / lengths, dtype=np.float32)


def phrases() -> list[Labelled]:
    return list(read_phrases(PHRASES))


def small_model() -> Model:
    known = phrases()
    return fit(rows_for([phrase.text for phrase in known], Letters()), known)
