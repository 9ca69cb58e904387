"""Trains the committed model from the phrases in the repository."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from bot.understanding.encoder import SentenceEncoder
from conversations.understanding.features import folded
from conversations.understanding.sorter import rows_for
from conversations.understanding.training.measuring import calibrated
from conversations.understanding.training.patterns import read_patterns
from conversations.understanding.training.phrases import Labelled, read_phrases
from conversations.understanding.weights import written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from conversations.understanding.scoring import Scores

_PACKAGE = "conversations.understanding.training"


@dataclass(frozen=True)
class Trained:
    """What a training came to: phrases used, the model's bytes, and the scores of cross-validation."""

    phrases: int
    size: int
    scores: Scores


def train(target: Path, without: Collection[str] = ()) -> Trained:
    """Write the model that the packaged phrases give.

    Phrases that say the same as one of `without` are left out: a model that is to be measured on these texts
    must not have seen them. The same phrases on the same machine give the same file; it takes some minutes.
    """
    kept_out = {folded(text) for text in without}
    by_hand = [phrase for phrase in hand_written() if folded(phrase.text) not in kept_out]
    phrases = by_hand + [phrase for phrase in made() if folded(phrase.text) not in kept_out]
    rows = rows_for([phrase.text for phrase in phrases], SentenceEncoder())
    model, scores = calibrated(rows, phrases, len(by_hand))
    size = target.write_bytes(written(model))
    return Trained(len(phrases), size, scores)


def hand_written() -> Iterable[Labelled]:
    """Give the phrases that were written one by one."""
    for source in _files("phrases"):
        yield from read_phrases(source)


def made() -> Iterable[Labelled]:
    """Give the phrases that forms make."""
    for source in _files("patterns"):
        yield from read_patterns(source)


def _files(folder: str) -> list[str]:
    found = [file for file in (resources.files(_PACKAGE) / folder).iterdir() if file.name.endswith(".txt")]
    return [file.read_text("utf-8") for file in sorted(found, key=lambda file: file.name)]
