"""What is said, before it is words: phrases by key, with parameters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

import msgspec

from conversations.canvas.money import Amount


class Phrase(msgspec.Struct, frozen=True, tag="phrase"):
    """A message of the catalogue. A parameter `n` chooses the plural.

    Parameters: `str` is somebody's words and is escaped; a tuple of `str` becomes a list, each item bold; a
    tuple of phrases becomes lines; amounts, numbers and dates are printed for the language.
    """

    key: str
    params: dict[str, Param] = {}


Param: TypeAlias = "str | int | Decimal | date | Amount | Phrase | tuple[str, ...] | tuple[Phrase, ...]"
Text: TypeAlias = "tuple[Phrase, ...]"
"""Paragraphs: what stands between them is a blank line."""


def say(key: str, **params: Param) -> Phrase:
    """Give the phrase with this key and these parameters."""
    return Phrase(key, params)
