"""Words brought down to their stems, to tell whether two texts speak of the same thing."""

from __future__ import annotations

import re

from conversations.reading.text import fold
from conversations.reading.wordsets import words
from conversations.remembering import remembered

SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = tuple(
    sorted(
        words(
            """
            isations izations isation ization ations ation ments ment ings ing ions ion ists ist
            ers ors er or ies ied ed es s y e
            """
        ),
        key=len,
        reverse=True,
    )
)
_SMALL = words(
    """
        a an the and or of for to in on at by with from as is are be our my their its his her your
        we us i they them it this that these those who which all any each every per more most very
        new own one two three four five six first other others some no not than then so such into
        onto over under out up off about after before during through via within without between only
        just also too etc can will would do does done make makes get gets have has had use used
        using need needs month week day year monthly weekly daily yearly hour good great best
    """
)


@remembered
def stem(word: str) -> str:
    """Give a folded word without its ending; words of up to three letters stay as they are."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST and not word.endswith("ss"):
            bare = word[: -len(ending)]
            # "cutting" and "cut", "planned" and "plan".
            return (
                bare[:-1] if len(bare) > SHORTEST and bare[-1] == bare[-2] and bare[-1] not in "sl" else bare
            )
    return word


def stems(*texts: str) -> frozenset[str]:
    """Give the stems of all words that carry meaning."""
    return _stems_of(texts[0]) if len(texts) == 1 else frozenset().union(*map(_stems_of, texts))


@remembered
def _stems_of(text: str) -> frozenset[str]:
    said = _WORD.findall(fold(text).replace("'s", ""))
    return frozenset(stem(word) for word in said if word not in _SMALL and len(word) >= SHORTEST)


def shared(one: frozenset[str], two: frozenset[str]) -> frozenset[str]:
    """Give the stems of the first that the second has too, or of which one begins with the other."""
    return frozenset(word for word in one if word in two or any(_alike(word, other) for other in two))


def _alike(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return len(short) > SHORTEST and long.startswith(short) and len(long) - len(short) <= SHORTEST
