"""Commas: between items of a list, or within one item."""

from conversations.reading.conjunctions import splits, splits_list_end
from conversations.reading.listwords import (
    ADJECTIVES,
    CLAUSE_OPENERS,
    CONTINUES,
    COUNTRIES,
    DETERMINERS,
    MEASURES,
    NOUNS_TOO,
    OPENERS,
    PREPOSITIONS,
    ROLES,
    SHARED_HEADS,
    STATES,
    SUBJECTS,
    VERBS,
)
from conversations.reading.phrases import first_word, words_of
from conversations.reading.segments import protected
from conversations.reading.text import says_something

_COMMAS = frozenset(",，،")
_EDGES = " ,，،"
_TWO = 2
_SHORT = 4
_SHARING = frozenset({"of", "from", "for", "with"})
_INTERJECTIONS = frozenset(
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
    """Give the items of one segment, commas and "and" considered together."""
    pieces = _joined(_cut(segment))
    if len(pieces) > 1 and _one_thing(pieces):
        return [segment]
    items: list[str] = []
    for place, piece in enumerate(pieces):
        final = place == len(pieces) - 1 and len(pieces) > 1
        items.extend(splits_list_end(piece) if final else splits(piece))
    return items


def _cut(segment: str) -> list[str]:
    """Give the segment cut at each comma outside brackets and numbers; each piece keeps its leading space."""
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
    """Give the pieces again, each remark joined to what it is about; without the commas between items."""
    items: list[str] = []
    for piece in pieces:
        if items and (not piece.strip(_EDGES) or _waits(items, piece) or _goes_on(items, piece)):
            items[-1] += piece
        else:
            items.append(piece)
    return [item.strip().rstrip(_EDGES).strip() for item in items if item.strip(_EDGES)]


def _goes_on(items: list[str], piece: str) -> bool:
    """Tell whether a piece after a comma speaks on about the item before it."""
    first = first_word(piece)
    words = words_of(piece)
    if not words:
        return not says_something(piece)
    if all(word.isdigit() or word in COUNTRIES for word in words):
        return bool(set(words_of(items[-1])) - COUNTRIES - {"and"})
    if first in PREPOSITIONS and first_word(items[0]) in PREPOSITIONS:
        return False
    if first in CONTINUES:
        return True
    if first in STATES:
        return len(words) == 1 or words[1] in CONTINUES | STATES
    return _explains(words, piece, items[-1]) or _amount_only(words, piece) or _adjectives_run(items[-1])


def _explains(words: tuple[str, ...], piece: str, item: str) -> bool:
    """Tell whether the piece says what the item is or how many of it are meant ("2 of them part-time")."""
    if words[-1] in ROLES and words[0] in DETERMINERS and len(words_of(item)) <= _TWO:
        return True
    part_of = words[1:2] == ("of",) and words[2:3] in (("them",), ("those",), ("which",), ("whom",))
    return part_of or piece.split(maxsplit=1)[0].endswith("%")


def _adjectives_run(item: str) -> bool:
    """Tell whether an item is only adjectives that wait for their noun ("a big, warm kitchen")."""
    words = [word for word in words_of(item) if word not in DETERMINERS]
    return 0 < len(words) < _SHORT and all(word in ADJECTIVES for word in words)


def _amount_only(words: tuple[str, ...], piece: str) -> bool:
    """Tell whether the piece is a price or a time of the item before ("rent, 900 a month")."""
    opens = words[0][:1].isdigit() or piece.strip()[:1] in "€$£¥₹~"
    return opens and set(words[1:]) <= MEASURES


def _waits(items: list[str], piece: str) -> bool:
    """Tell whether the first piece is an opening that belongs to what follows ("Once open, bake daily")."""
    if len(items) > 1 or items[0].count(",") > 1:
        return False
    first, count = first_word(items[0]), len(words_of(items[0]))
    if first in _INTERJECTIONS and count == 1:
        return True
    if first not in OPENERS:
        return False
    following = first_word(piece)
    return first in CLAUSE_OPENERS or (count < _SHORT + 2 and following in VERBS | SUBJECTS)


def _one_thing(pieces: list[str]) -> bool:
    """Tell whether verbs or nouns share their object or verb: "design, build and test prototypes"."""
    leading = [words_of(piece) for piece in pieces[:-1]]
    if not all(leading):
        return False
    if leading[0][0] in SUBJECTS:
        leading[0] = leading[0][1:] or leading[0]
    last = words_of(pieces[-1])
    if "and" in last[:2] and all(len(words) == 1 and words[0] in VERBS for words in leading):
        after = last[last.index("and") + 1 :]
        return len(after) > 1 and after[0] in VERBS
    tail = [words_of(part) for part in splits_list_end(pieces[-1])]
    if len(tail) > 1 and len(tail[-1]) > 1 and tail[-1][-1] in SHARED_HEADS:
        return all(words[-1] not in SHARED_HEADS for words in (*leading, *tail[:-1]))
    first = leading[0]
    others = [*leading[1:], *tail]
    if len(tail) > 1 and first[-2:-1] and first[-2] in _SHARING and len(first) > _TWO:
        return all(len(words) < _SHORT and words[0] not in DETERMINERS | VERBS for words in others)
    if len(tail) < _TWO or first[0] not in VERBS - NOUNS_TOO or len(first) != _TWO:
        return False
    return all(len(words) <= _TWO and words[0] not in VERBS - NOUNS_TOO for words in others)
