"""The word "and" and its like: between two things, or within one."""

import re
from collections.abc import Sequence

from conversations.reading.listwords import (
    ABSTRACT_ENDS,
    ADJECTIVES,
    DETERMINERS,
    FIXED,
    NOUNS_TOO,
    PREPOSITIONS,
    RELATIVES,
    SELVES,
    SHARED_HEADS,
    VERBS,
)
from conversations.reading.phrases import words_of
from conversations.reading.segments import protected
from conversations.reading.text import fold

_AND = re.compile(
    r"\s+(?:and|und|y|et|e|&|plus|sowie|as well as|along with|и|و|और|ve|og|och|en)\s+|"
    r"(?<=[\u3400-\u9fff])(?:和|与|及|以及|跟)(?=[\u3400-\u9fff])"
)
_SHORT = 5
_FEW = 3
_HELD = frozenset({"between", "both", "zwischen", "entre", "from"})
_INFINITIVES = ("en", "ar", "er", "ir", "re")
_LOANS = ("und", "y", "et", "e")


def splits(phrase: str) -> list[str]:
    """Give the phrase at each "and" that joins parallel things, whole if none does."""
    return _split(phrase, listed=False)


def splits_list_end(phrase: str) -> list[str]:
    """Give the same for the last part of a comma list, where "and" usually means one more item."""
    return _split(phrase, listed=True)


def _split(phrase: str, *, listed: bool) -> list[str]:
    shield = protected(phrase)
    cuts = [match for match in _AND.finditer(fold(phrase)) if not shield[match.start()]]
    if not any(char.isalnum() for char in phrase[: cuts[0].start()]) if cuts else True:
        cuts = cuts[1:]
    parts: list[str] = []
    start = 0
    for place, cut in enumerate(cuts):
        end = cuts[place + 1].start() if place + 1 < len(cuts) else len(phrase)
        left, right = phrase[start : cut.start()], phrase[cut.end() : end]
        if _parallel(left, right, cut.group().strip(), listed=listed):
            parts.append(left)
            start = cut.end()
    return [*parts, phrase[start:]]


def _parallel(left: str, right: str, link: str, *, listed: bool) -> bool:
    """Tell whether both sides are things of their own."""
    one, two = words_of(left), words_of(right)
    if not one or not two or _fixed(one, two) or _HELD & set(one) or two[0] == "other":
        return False
    if link == "&" and left.rsplit(maxsplit=1)[-1][:1].isupper() and right.split(maxsplit=1)[0][:1].isupper():
        return False
    if two[0] in RELATIVES or (len(two) > 1 and two[1] in ("it", "them", "they")):
        return two[0] == "then" and len(two) > 1
    if one[-1] in SELVES or (one[0] in SELVES and len(one) == 1) or two[0] in SELVES:
        return True
    if any("\u3400" <= char <= "\u9fff" for char in left):
        return listed or len(left) > 1 < len(right)
    return (
        _verbs_parallel(one, two, listed=listed)
        if _verbal(one, left, right, foreign=link in _LOANS)
        else _nouns_parallel(one, two, listed=listed)
    )


def _fixed(one: Sequence[str], two: Sequence[str]) -> bool:
    """Tell whether the two sides meet in a set phrase ("salt and pepper")."""
    joined = [f"{' '.join(one[-size:])} and {' '.join(two[:size])}" for size in (1, 2)]
    foreign = [f"{one[-1]} {link} {two[0]}" for link in _LOANS]
    return any(phrase in FIXED for phrase in (*joined, *foreign))


def _verbal(one: Sequence[str], left: str, right: str, *, foreign: bool) -> bool:
    if one[0] in VERBS and (
        one[0] not in NOUNS_TOO or len(one) > 1 or right.split(maxsplit=1)[0].lower() in VERBS
    ):
        return True
    lower = left.strip()[:1].islower() and right.strip()[:1].islower()
    return (
        foreign
        and lower
        and len(one) == 1
        and one[0].endswith(_INFINITIVES)
        and right.strip().lower().endswith(_INFINITIVES)
    )


def _verbs_parallel(one: Sequence[str], two: Sequence[str], *, listed: bool) -> bool:
    """Verb phrases: each with an object of its own ("press juice and clean machines")."""
    if len(one) == 1:
        return listed and len(two) == 1 and two[0] in VERBS and two[0] in NOUNS_TOO
    return (len(two) > 1 and two[0] in VERBS and two[0] not in NOUNS_TOO | {"do"}) or (
        len(two) > 1 and two[0] in VERBS and (two[1] in DETERMINERS or listed)
    )


def _nouns_parallel(one: Sequence[str], two: Sequence[str], *, listed: bool) -> bool:
    if _counted(two) and (_counted(one) or len(one) <= _FEW):
        return True
    if listed:
        return len(two) <= _SHORT
    if len(one) > _FEW or len(two) > _FEW or PREPOSITIONS & {*one, *two}:
        return False
    return not _one_idea(one, two) and not _shared_modifier(one, two)


def _counted(words: Sequence[str]) -> bool:
    """Tell whether a thing is introduced as one of its own ("a van", "3 bikes")."""
    return words[0] in DETERMINERS or words[0].isdigit()


def _one_idea(one: Sequence[str], two: Sequence[str]) -> bool:
    """Tell whether both belong together: "storage and processing", "student and course data"."""
    abstract = [words[-1].endswith(ABSTRACT_ENDS) for words in (one, two)]
    if all(abstract) or (any(abstract) and len(one) == len(two) == 1):
        return True
    if len(two) > 1 and two[-1] in SHARED_HEADS and not one[-1].endswith("s"):
        return True
    return len(one) == 1 and len(two) > 1


def _shared_modifier(one: Sequence[str], two: Sequence[str]) -> bool:
    """Tell whether an adjective at the beginning may go with both: "fresh bread and cakes"."""
    if len(one) == 1:
        return False
    first = one[1] if one[0] in DETERMINERS and len(one) > 1 else one[0]
    return (
        first in ADJECTIVES
        or "-" in first
        or first.endswith(("ed", "al", "ic", "ive", "able", "ing"))
        or (len(two) == 1 and two[0].endswith(ABSTRACT_ENDS))
    )
