"""All the advice that holds for a canvas."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING
from zlib import crc32

from conversations.canvas.facets import Block, Stage
from conversations.coach.advice import Advice
from conversations.coach.rulebook import RULES
from conversations.coach.tuning import AS_SOURCED
from conversations.words.text import Param, Phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conversations.canvas.document import Canvas
    from conversations.coach.advice import Found, Rule
    from conversations.coach.tuning import Tuning

QUOTED = 3
"""Entries that a sentence names; the rest is counted."""
VARIANTS = (".b", "")
"""What a wording's key ends with: each is said in two ways, always the same to the same venture."""
LONGEST = 60
"""Characters of an entry that a sentence quotes."""


def advise(
    canvas: Canvas,
    *,
    dismissed: Iterable[str] = (),
    tuning: Tuning = AS_SOURCED,
    about: Block | None = None,
) -> tuple[Advice, ...]:
    """Give all advice that holds, weightiest first, without what was dismissed as not relevant.

    What is dismissed, here and on the canvas, is a tag (`add_people`), also for one entry (`be_specific:12`).
    `tuning` is what a programme has set. With `about`, rules that speak of other blocks only
    aren't asked.
    """
    return tuple(weightiest_first(canvas, dismissed=dismissed, tuning=tuning, about=about))


def weightiest_first(
    canvas: Canvas,
    *,
    dismissed: Iterable[str] = (),
    tuning: Tuning = AS_SOURCED,
    about: Block | None = None,
) -> Iterator[Advice]:
    """Give what `advise` gives, one piece after the other: rules are asked no further than it is listened."""
    unwanted = frozenset((*canvas.dismissed, *dismissed))
    waiting: list[tuple[float, int, int, Rule, Found]] = []
    for heaviest, place, one in _HEAVIEST_FIRST[about]:
        while waiting and -waiting[0][0] > heaviest:
            yield _advice(canvas, *heappop(waiting)[-2:])
        if one.tag in unwanted or not _may_speak(one, canvas):
            continue
        for number, found in enumerate(one.found(canvas, tuning)):
            if not _dismissed(one, found, unwanted):
                weight = one.weight if found.weight is None else found.weight
                heappush(waiting, (-weight, place, number, one, found))
    while waiting:
        yield _advice(canvas, *heappop(waiting)[-2:])


def spoken_of(canvas: Canvas, tags: Iterable[str]) -> frozenset[int]:
    """Give the entries that these rules, by tag, speak about; the others aren't asked."""
    unwanted = frozenset(canvas.dismissed)
    return frozenset(
        number
        for one in (_BY_TAG[tag] for tag in tags if tag not in unwanted)
        if _may_speak(one, canvas)
        for found in one.found(canvas, AS_SOURCED)
        if not _dismissed(one, found, unwanted)
        for number in found.entries
    )


def speaking(canvas: Canvas, tags: Iterable[str]) -> tuple[str, ...]:
    """Give which of these rules, by tag, have something to say of a canvas; the others aren't asked."""
    asked = (_BY_TAG[tag] for tag in tags if tag not in canvas.dismissed)
    return tuple(
        one.tag
        for one in asked
        if _may_speak(one, canvas) and any(True for _ in one.found(canvas, AS_SOURCED))
    )


_BY_TAG = {one.tag: one for one in RULES}
_HEAVIEST_FIRST = {
    about: sorted(
        (
            (one.at_most, place, one)
            for place, one in enumerate(RULES)
            if about is None or one.block in (None, about)
        ),
        key=lambda ranked: -ranked[0],
    )
    for about in (None, *Block)
}
"""Rules that may speak about each block: its own, and those that look at every one. The heaviest first."""


def quoted(text: str) -> str:
    """Give an entry's text as a sentence quotes it: whole, or cut at a word."""
    if len(text) <= LONGEST:
        return text
    start = text[:LONGEST]
    return f"{start[: start.rfind(' ')] if ' ' in start else start}…"


def _may_speak(one: Rule, canvas: Canvas) -> bool:
    stage = canvas.venture.stage
    if one.quiet and (not isinstance(stage, Stage) or stage in one.quiet):
        return False
    return not one.rests_on or not canvas.answers or any(name in canvas.answers for name in one.rests_on)


def _dismissed(one: Rule, found: Found, unwanted: frozenset[str]) -> bool:
    return bool(found.entries) and all(f"{one.tag}:{number}" in unwanted for number in found.entries)


def _advice(canvas: Canvas, one: Rule, found: Found) -> Advice:
    names = tuple(quoted(entry.text) for entry in canvas.entries if entry.id in found.entries)
    params: dict[str, Param] = {"entries": names[:QUOTED], "n": len(found.entries), **found.params}
    return Advice(
        tag=one.tag,
        text=Phrase(f"coach.{one.tag}.{found.wording}{_variant(canvas, one, found)}", params),
        why=Phrase("coach.reasons", {"reasons": tuple(_reasons(one, names[:QUOTED]))}),
        source=say(f"coach.source.{one.source[0]}"),
        entries=found.entries,
        weight=one.weight if found.weight is None else found.weight,
        block=found.block or one.block,
        rests_on=found.rests_on or one.rests_on,
        actions=found.actions,
    )


def _variant(canvas: Canvas, one: Rule, found: Found) -> str:
    promise = canvas.front_stage.value_proposition
    seed = f"{canvas.venture.name or promise}|{one.tag}|{found.wording}"
    return VARIANTS[crc32(seed.encode()) % len(VARIANTS)]


def _reasons(one: Rule, names: tuple[str, ...]) -> Iterator[Phrase]:
    yield say(f"coach.{one.tag}.why")
    if names:
        yield say("coach.because", entries=names)
