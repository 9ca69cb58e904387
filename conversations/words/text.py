"""What is said, before it is words: phrases by key, with parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from conversations.canvas.money import Amount


class Phrase(msgspec.Struct, frozen=True, tag="phrase"):
    """A message of the catalogue. A parameter `n` chooses the plural.

    Parameters: `str` is somebody's words and is escaped; a tuple of `str` becomes a list, each item bold; a
    tuple of phrases becomes lines; amounts, numbers and dates are printed for the language.
    """

    key: str
    params: Params = {}


Param: TypeAlias = "str | int | Decimal | date | Amount | Phrase | tuple[str, ...] | tuple[Phrase, ...]"
if TYPE_CHECKING:
    Params: TypeAlias = dict[str, Param]
else:
    # msgspec can't tell these kinds apart in JSON; words/stored.py does.
    Params = dict[str, Any]
Text: TypeAlias = "tuple[Phrase, ...]"
"""Paragraphs: what stands between them is a blank line."""


def say(key: str, **params: Param) -> Phrase:
    """Give the phrase with this key and these parameters."""
    return Phrase(key, params)
