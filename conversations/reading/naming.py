"""Which entries some words speak of: "the flyers" may be one of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.reading.phrases import words_of
from conversations.reading.pricenames import significant, stem
from conversations.reading.sameness import same_item
from conversations.reading.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 0.5
"""The share of a name that has to be said, where more was said than it."""
WHOLE = 1.0
_ASIDE = words(
    "a an the our my your his her their its this that these those all both some any now already just finally "
    "again too also today yesterday please for of to in on at by with from and it we i us me has have had "
    "been be is are was were everything thing things one ones"
)


def entries_meant(said: str, entries: Sequence[tuple[int, str]]) -> tuple[int, ...]:
    """Give the ids of the entries that words may mean: one where it is clear, none where nothing fits.

    An entry is meant where at least half of its name was said, or where all that was said is in its name.
    One whose name was said as it stands goes before others.
    """
    exact = [number for number, name in entries if same_item(said, name)]
    if len(exact) == 1:
        return tuple(exact)
    telling = {stem(word) for word in words_of(said)}
    pointing = {stem(word) for word in words_of(said) if word not in _ASIDE and not word.isdigit()}
    within = {number: bool(pointing) and pointing <= set(significant(name)) for number, name in entries}
    shares = {number: share_said(name, telling) for number, name in entries}
    found = [number for number, _ in entries if within[number] or shares[number] >= ENOUGH]
    if any(within[number] for number in found):
        return tuple(number for number in found if within[number])
    best = max((shares[number] for number in found), default=0.0)
    return tuple(number for number in found if shares[number] == best)


def entry_named(said: str, entries: Sequence[tuple[int, str]], enough: float = ENOUGH) -> int | None:
    """Give the one entry whose name was said: more of it than of any other's, and at least `enough`."""
    telling = {stem(word) for word in words_of(said)}
    scores = {number: share_said(name, telling) for number, name in entries}
    best = max(scores.values(), default=0.0)
    named = [number for number, score in scores.items() if score == best]
    return named[0] if best >= enough and len(named) == 1 else None


def share_said(name: str, telling: set[str]) -> float:
    """Give how much of a name is among the stems that were said, between 0 and 1."""
    own = significant(name)
    return sum(word in telling for word in own) / len(own) if own else 0.0
