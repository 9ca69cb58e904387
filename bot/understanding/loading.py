"""The sorter that the bot uses: the packaged model on the packaged encoder."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from bot.understanding.encoder import SentenceEncoder
from conversations.understanding.sorter import Sorter
from conversations.understanding.weights import read

if TYPE_CHECKING:
    from pathlib import Path

MODEL = "sorter.model"


@cache
def load_sorter() -> Sorter:
    """Give the sorter, the same one each time; raises UnfitModel.

    Quick itself; the encoder reads its weights with the first phrase that is sorted. Sorting is for a thread
    of its own, never for the event loop: `await asyncio.to_thread(load_sorter().sort, texts)`.
    """
    return Sorter(read(packaged_model()), SentenceEncoder())


def warm() -> None:
    """Sort a phrase for nobody, so that the first founder needn't wait for the encoder's weights."""
    load_sorter().sort(["-a"])


def sorter_from(file: Path) -> Sorter:
    """Give a sorter with the model of a file; raises UnfitModel, OSError."""
    return Sorter(read(file.read_bytes()), SentenceEncoder())


def packaged_model() -> bytes:
    """Give the committed model's bytes."""
    return (resources.files("bot.understanding") / MODEL).read_bytes()
