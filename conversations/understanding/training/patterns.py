"""Phrases made from forms: a few lines of forms and fillers stand for thousands of ways to write an entry.

A file has fillers (`$name: one | two`), companies (`@ name`, as in the phrase files) and forms
(`label * 40: Make {goods} | ...`): 40 phrases are drawn, the forms in turn, the fillers by chance from a
fixed seed, so that the same file gives the same phrases.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from conversations.understanding.training.phrases import Labelled, UnreadablePhrases, read_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SLOT = re.compile(r"\{(\w+)\}")
_TRIES = 3
_SPLITS = 8
"""Into how many companies the phrases of one line are dealt, so that none of them fills a fold alone."""


def read_patterns(source: str) -> Iterator[Labelled]:
    """Give the phrases that a file's forms make; raises UnreadablePhrases."""
    fillers: dict[str, list[str]] = {}
    company = ""
    for number, line in enumerate(source.splitlines(), 1):
        name, colon, right = line.partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("@"):
            company = line[1:].strip()
        elif line.startswith("$"):
            fillers[name[1:].strip()] = _choices(right)
        else:
            label, _, count = name.partition("*")
            told = read_label(label)
            if not colon or not count.strip().isdecimal() or told is None:
                raise UnreadablePhrases(f"line {number}")
            for place, text in enumerate(_drawn(_choices(right), fillers, int(count))):
                block, kind, sure = told
                yield Labelled(text, block, kind, f"{company} {place % _SPLITS}", sure_block=sure)


def _choices(line: str) -> list[str]:
    return [choice.strip() for choice in line.split("|") if choice.strip()]


def _drawn(forms: Sequence[str], fillers: Mapping[str, Sequence[str]], count: int) -> list[str]:
    chance = random.Random(forms[0])  # noqa: S311 - the draw has to be the same each time, not a secret
    made: dict[str, None] = {}
    for turn in range(count * _TRIES):
        text = _SLOT.sub(lambda slot: chance.choice(fillers[slot[1]]), forms[turn % len(forms)])
        made[text[0].upper() + text[1:]] = None
        if len(made) == count:
            break
    return list(made)
