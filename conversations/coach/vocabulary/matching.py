"""How words are looked for: lists of them, and whether a canvas is in English at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from conversations.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conversations.canvas.document import Canvas

_WORD = re.compile(r"[^\W\d_]+")
_MOSTLY = 0.9


def words(said: str) -> frozenset[str]:
    """Give the words of a list, `|` between them."""
    return frozenset(" ".join(word.split()) for word in said.split("|")) - {""}


_FOREIGN = words(
    """
        und | der | das | für | mit | ein | eine | zu | le | les | des | et | pour | avec | une | du |
        el | los | las | para | con | una | y | il | gli | di | che | och | att | med | og | på | het |
        een | voor | uma | com
    """
)


def listed(said: str) -> re.Pattern[str]:
    """Compile words, `|` between them; `*` stands for any letters, or for a word among others."""
    patterns = (_pattern(word) for word in sorted(words(said)))
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def _pattern(word: str) -> str:
    escaped = re.escape(word).replace(r"\ \*\ ", r"\s+\w+\s+").replace(r"\*", r"\w*")
    return escaped.replace(r"\ ", r"\s+")


def either(*patterns: re.Pattern[str] | str) -> re.Pattern[str]:
    """Compile several patterns into one."""
    sources = (one if isinstance(one, str) else one.pattern for one in patterns)
    return re.compile("|".join(f"(?:{source})" for source in sources), re.IGNORECASE)


def mentions(vocabulary: re.Pattern[str], texts: Iterable[str]) -> bool:
    """Tell whether any of the texts has one of the words."""
    return any(_mentioned(text, vocabulary) for text in texts)


@remembered
def _mentioned(text: str, vocabulary: re.Pattern[str]) -> bool:
    return vocabulary.search(text) is not None


def readable(canvas: Canvas) -> bool:
    """Tell whether the entries seem to be English, so that a word that isn't there may mean something."""
    return _seem_english(tuple([entry.text for entry in canvas.entries]))


@lru_cache(maxsize=64)  # a dozen rules ask it of the same canvas, one after the other
def _seem_english(texts: tuple[str, ...]) -> bool:
    letters = [letter for text in texts for letter in text if letter.isalpha()]
    if not letters or sum(letter.isascii() for letter in letters) < _MOSTLY * len(letters):
        return False
    said = {word for text in texts for word in _WORD.findall(text.casefold())}
    return len(said & _FOREIGN) <= 1
