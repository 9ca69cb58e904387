"""The model that tells what activities serve, on the packaged encoder."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from bot.understanding.encoder import SentenceEncoder
from conversations.coach.serving import ServingModel


@cache
def load_serving_model() -> ServingModel:
    """Give the model, the same one each time; the first call takes two seconds, for the encoder's weights."""
    phrases = (resources.files("conversations.coach") / "serving.toml").read_text("utf-8")
    return ServingModel(tomllib.loads(phrases), SentenceEncoder())
