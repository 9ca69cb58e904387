"""Words of a short phrase, folded: the small change of list reading."""

import re

from conversations.reading.text import fold
from conversations.remembering import remembered

_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")


@remembered
def words_of(phrase: str) -> tuple[str, ...]:
    """Give the folded words, hyphenated and abbreviated ones whole, without closing full stops."""
    return tuple(word if word.count(".") > 1 else word.rstrip(".") for word in _WORD.findall(fold(phrase)))


def first_word(phrase: str) -> str:
    """Give the first folded word, empty if there is none."""
    match = _WORD.search(fold(phrase[:80]))
    word = match.group() if match else ""
    return word if word.count(".") > 1 else word.rstrip(".")
