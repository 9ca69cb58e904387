"""Somebody's words, made fit to be set: whatever they hold, they stay what they look like."""

from __future__ import annotations

import re
import unicodedata

import msgspec

LONGEST = 2000
"""Characters of one note beyond which no page has room."""

_ACCENTS = 3
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]"
)
_KANA = re.compile(r"[\u3041-\u309f\u30a0-\u30ff\uff66-\uff9f]")
_SPACES = re.compile(r"\s+")
_NO_CHARACTER = "\ufffd"


class Shown(msgspec.Struct, frozen=True):
    """Words in one line, and whether they run from right to left."""

    text: str
    rtl: bool = False


def shown(words: str, longest: int = LONGEST) -> Shown:
    """Give somebody's words without what can't be seen, cut at `longest` characters with an ellipsis."""
    text = _SPACES.sub(" ", _UNSEEN.sub("", whole(words))).strip()
    if not text.isascii():
        text = _unpiled(unicodedata.normalize("NFC", text))
    if len(text) > longest:
        text = f"{text[: longest - 1].rstrip()}…"
    return Shown(text, runs_right_to_left(text))


def _unpiled(text: str) -> str:
    """Give the text with no more than a few accents on one letter, which would stand in other lines."""
    kept, pile = [], 0
    for letter in text:
        pile = pile + 1 if unicodedata.category(letter) == "Mn" else 0
        if pile <= _ACCENTS:
            kept.append(letter)
    return "".join(kept)


def whole(words: str) -> str:
    """Give words in which halves of characters are replaced by the sign for no character."""
    return _SURROGATES.sub(_NO_CHARACTER, words)


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in directions if way in _STRONG), "L") in _RIGHT_TO_LEFT


def is_japanese(text: str) -> bool:
    """Whether a text has syllables that only Japanese is written with."""
    return bool(_KANA.search(text))
