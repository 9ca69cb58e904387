"""Right-to-left words inside a left-to-right sentence."""

from __future__ import annotations

import unicodedata

_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
# Left in, an unmatched one would turn around the rest of our sentence.
_CONTROLS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def isolated(words: str) -> str:
    """Give somebody's words so that they don't reorder the sentence around them."""
    if words.isascii():
        return words
    words = words.translate(_CONTROLS)
    if not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in words):
        return words
    return f"{_FIRST_STRONG_ISOLATE}{words}{_POP_ISOLATE}"
