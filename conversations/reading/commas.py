"""Commas: between items of a list, or within one item."""

from conversations.reading.conjunctions import splits, splits_list_end
from conversations.reading.listwords import (
    ADJECTIVES,
    CONTINUES,
    COUNTRIES,
    NOUNS_TOO,
    OPENERS,
    PREPOSITIONS,
    VERBS,
)
from conversations.reading.phrases import first_word, last_word, word_count, words_of
from conversations.reading.segments import protected

_COMMAS = frozenset(",，،")
_WHOLE = frozenset(
    {
        "first",
        "second",
        "third",
        "finally",
        "next",
        "then",
        "well",
        "so",
        "yes",
        "also",
        "ok",
        "okay",
        "hi",
        "no",
    }
)


def comma_items(segment: str) -> list[str]:
    """The items of one segment, commas and "and" considered together."""
    pieces = _joined(_cut(segment))
    if len(pieces) > 1 and _one_thing(pieces):
        return [segment]
    items: list[str] = []
    for place, piece in enumerate(pieces):
        final = place == len(pieces) - 1 and len(pieces) > 1
        items.extend(splits_list_end(piece) if final else splits(piece))
    return items


def _cut(segment: str) -> list[str]:
    """The segment cut at each comma outside brackets and numbers; each piece keeps its leading space."""
    shield = protected(segment)
    pieces: list[str] = []
    start = 0
    for place, char in enumerate(segment):
        if char not in _COMMAS or shield[place] or _within_number(segment, place):
            continue
        pieces.append(segment[start : place + 1])
        start = place + 1
    return [*pieces, segment[start:]]


def _within_number(text: str, place: int) -> bool:
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()


def _joined(pieces: list[str]) -> list[str]:
    """The pieces again, each remark joined to what it is about; without the commas between items."""
    items: list[str] = []
    for piece in pieces:
        if items and (not piece.strip(" ,，،") or _goes_on(items, piece)):
            items[-1] += piece
        elif items and _waits(items):
            items[-1] += piece
        else:
            items.append(piece)
    return [item.strip().rstrip(",，،").strip() for item in items if item.strip(" ,，،")]


def _goes_on(items: list[str], piece: str) -> bool:
    """Whether a piece after a comma speaks on about the item before it."""
    first = first_word(piece)
    words = words_of(piece)
    if not words:
        return not any(ord(char) > 0x2FFF for char in piece)  # noqa: PLR2004 - an emoji is an item
    if all(word.isdigit() or word in COUNTRIES for word in words):
        return bool(set(words_of(items[-1])) - COUNTRIES - {"and"})
    if first in PREPOSITIONS and first_word(items[0]) in PREPOSITIONS:
        return False
    if first in CONTINUES:
        return not (first in ADJECTIVES and word_count(piece) > 1)
    return _amount_only(words, piece) or (
        last_word(items[-1]) in ADJECTIVES
        and word_count(items[-1]) <= 3
        and (  # noqa: PLR2004
            first_word(items[-1]) in ADJECTIVES or first_word(items[-1]) in ("a", "an", "the", "our", "my")
        )
    )


def _amount_only(words: list[str], piece: str) -> bool:
    """Whether the piece is a price or a time of the item before ("rent, 900 a month", "flyers, 20 €")."""
    digits = words[0][:1].isdigit() or piece.strip()[:1] in "€$£¥₹~"
    if not digits:
        return False
    rest = set(words[1:])
    return rest <= {
        "a", "an", "per", "month", "months", "year", "week", "day", "hour", "hours", "days", "weeks", "eur", "euro", "euros",
        "usd", "dollars", "pounds", "each", "k", "m", "p.m.", "p.a.", "once", "monthly", "yearly", "am", "pm", "percent", "kg",
        "piece", "unit", "total", "or", "so", "times",
    }  # fmt: skip


def _waits(items: list[str]) -> bool:
    """Whether the first piece is an opening clause that belongs to what follows ("Once open, bake daily")."""
    if len(items) > 1:
        return False
    first = first_word(items[0])
    if first in _WHOLE and word_count(items[0]) == 1:
        return True
    return (
        first in OPENERS
        and items[0].count(",") <= 1
        and not (first in PREPOSITIONS and word_count(items[0]) > 4)
    )  # noqa: PLR2004


def _one_thing(pieces: list[str]) -> bool:
    """Whether verbs or nouns share their object or verb: "design, build and test prototypes"."""
    leading = [words_of(piece) for piece in pieces[:-1]]
    if not all(leading):
        return False
    last = words_of(pieces[-1])
    if "and" in last[:2] and all(len(words) == 1 and words[0] in VERBS for words in leading):
        after = last[last.index("and") + 1 :]
        return len(after) > 1 and after[0] in VERBS
    tail = [words_of(part) for part in splits_list_end(pieces[-1])]
    first = leading[0]
    if len(tail) < 2 or first[0] not in VERBS - NOUNS_TOO or len(first) != 2:  # noqa: PLR2004 - a verb, its object, "and"
        return False
    return all(len(words) <= 2 and words[0] not in VERBS - NOUNS_TOO for words in (*leading[1:], *tail))  # noqa: PLR2004
