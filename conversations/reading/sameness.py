"""The same thing said twice: "delivery van", "the van"."""

import re
from collections.abc import Iterable, Sequence

from conversations.reading.listwords import VERBS
from conversations.reading.text import fold
from conversations.reading.wordsets import words
from conversations.remembering import remembered

_ARTICLES = words(
    "a an the my our your his her their its this that these those some der die das den ein eine "
    "einen unser unsere el la los las un una unos unas nuestro nuestra le les une des notre nos mon "
    "ma mes o os as um uma nosso nossa"
)
_NUMBERS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
}
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SHORT_WORD = 3


def same_item(one: str, two: str) -> bool:
    """Tell if two entries name the same thing: case, articles, plurals, possessives and marks do not count.

    A lone noun with an article ("the van") is the same as a longer name that ends in it ("delivery van").
    """
    first, second = _core(one), _core(two)
    if not first or not second:
        return _symbols(one) == _symbols(two)
    if first == second:
        return True
    return _refers(one, first, second) or _refers(two, second, first)


def dedupe(items: Iterable[str], existing: Sequence[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the items that are new and those that were said before, among the existing or among themselves."""
    new: list[str] = []
    repeated: list[str] = []
    for item in items:
        known = [*existing, *new]
        exact = any(_core(item) == _core(other) and same_item(item, other) for other in known)
        alike = sum(same_item(item, other) for other in known)
        (repeated if exact or alike == 1 else new).append(item)
    return tuple(new), tuple(repeated)


def _refers(short: str, core: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the short one is "the X" where the full one is "some-sort-of X"."""
    if len(core) != 1 or len(full) <= 1 or full[-1] != core[0] or _counts_or_acts(full[0]):
        return False
    first = _WORD.search(fold(short))
    return first is not None and first.group() in _ARTICLES


def _counts_or_acts(word: str) -> bool:
    return word.isdigit() or word in VERBS


@remembered
def _core(item: str) -> tuple[str, ...]:
    words = [match.group() for match in _WORD.finditer(fold(item))]
    kept = [word for word in words if word not in _ARTICLES] or words
    return tuple(_singular(_NUMBERS.get(word, word)) for word in kept)


def _singular(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) <= _SHORT_WORD or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("xes", "ches", "shes", "sses")) else word[:-1]


def _symbols(item: str) -> str:
    return "".join(item.split())
