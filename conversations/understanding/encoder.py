"""The seam to whatever turns phrases into vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class Encoder(Protocol):
    """Turns phrases into vectors whose nearness is nearness of meaning."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row per text, in their order: shape (texts, width), each row of length 1."""
        ...
