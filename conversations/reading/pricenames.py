"""Which listed items a part of a reply names."""

import re
from collections.abc import Sequence

from conversations.reading.phrases import words_of
from conversations.reading.wordsets import words

_SMALL = words("a an the our my for of and per to in is are costs cost at by with on month year each about")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W_]+)*")

_SHORTEST_STEM = 3


def stem(word: str) -> str:
    """Give the word without plural and the commonest endings, for comparison only."""
    for ending in ("'s", "ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word


def significant(name: str) -> list[str]:
    """Give the stems of a name's words that tell it from others."""
    words = words_of(name)
    telling = [stem(word) for word in words if word not in _SMALL and not word.isdigit()]
    return telling or [stem(word) for word in words]


def named_item(part: str, names: Sequence[str]) -> tuple[int, str] | None:
    """Give the place of the one item that a part names best, and the part without its name, or `None`."""
    said = {stem(word) for word in words_of(part)}
    scores = [_score(significant(name), said) for name in names]
    best = max(scores, default=0.0)
    if best <= 0 or scores.count(best) > 1:
        return None
    index = scores.index(best)
    return index, _without(part, set(significant(names[index])))


def named_items(part: str, names: Sequence[str]) -> tuple[int, ...]:
    """Give the places of all items that a part names, by their last word or by all."""
    said = {stem(word) for word in words_of(part)}
    telling = [significant(name) for name in names]
    return tuple(
        place for place, stems in enumerate(telling) if stems and (stems[-1] in said or set(stems) <= said)
    )


def known_by(text: str, names: Sequence[str]) -> tuple[int, ...]:
    """Give the places of all items whose names hold everything that a text says: "baking"."""
    said = set(significant(text))
    return tuple(place for place, name in enumerate(names) if said and said <= set(significant(name)))


def _score(stems: list[str], said: set[str]) -> float:
    """How much of a name was said, its last word (what the thing is) counting most."""
    if not stems or not (set(stems) & said):
        return 0.0
    share = sum(word in said for word in stems) / len(stems)
    return share + (0.5 if stems[-1] in said else 0.0)


def _without(part: str, stems: set[str]) -> str:
    """Give the part without the words of the name, a closing "per cup" kept."""
    from_rate = re.search(r"\b(?:per|a|an|each|/)\s+\S+\s*$", part)
    head, tail = (part[: from_rate.start()], part[from_rate.start() :]) if from_rate else (part, "")
    kept = "".join(
        piece if stem(piece.lower()) not in stems else " "
        for piece in re.split(r"([^\W\d_]+(?:['-][^\W_]+)*)", head)
    )
    return (kept + tail).strip(" :=-–,.")
