"""The models that the bot uses, on one packaged encoder: its weights take 130 MB."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from bot.understanding import MODEL
from bot.understanding.encoder import SentenceEncoder
from conversations.coach.serving import ServingModel
from conversations.understanding.sorter import Sorter
from conversations.understanding.weights import read

if TYPE_CHECKING:
    from pathlib import Path


@cache
def load_encoder() -> SentenceEncoder:
    """Give the encoder, the same one each time; it reads its weights with the first phrase."""
    return SentenceEncoder()


@cache
def load_sorter() -> Sorter:
    """Give the sorter, the same one each time; raises UnfitModel.

    Quick itself; the encoder reads its weights with the first phrase that is sorted. Sorting is for a thread
    of its own, never for the event loop: `await asyncio.to_thread(load_sorter().sort, texts)`.
    """
    return Sorter(read(packaged_model()), load_encoder())


@cache
def load_serving_model() -> ServingModel:
    """Give what tells which part of the show an activity serves; the first call takes up to two seconds."""
    phrases = (resources.files("conversations.coach") / "serving.toml").read_text("utf-8")
    return ServingModel(tomllib.loads(phrases), load_encoder())


def warm() -> None:
    """Have both models ready, so that the first founder needn't wait for the encoder's weights."""
    load_sorter().sort(["-a"])
    load_serving_model()


def sorter_from(file: Path) -> Sorter:
    """Give a sorter with the model of a file; raises UnfitModel, OSError."""
    return Sorter(read(file.read_bytes()), load_encoder())


def packaged_model() -> bytes:
    """Give the committed model's bytes."""
    return (resources.files("bot.understanding") / MODEL).read_bytes()
