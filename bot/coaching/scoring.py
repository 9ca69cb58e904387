"""How good the coach is on labelled canvases: what it should have said, and what it shouldn't."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.facets import Stage
from conversations.coach.advising import advise
from conversations.coach.rulebook import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conversations.files.canvases import CanvasRead


class RuleScore(msgspec.Struct, frozen=True):
    """How often a rule was expected and spoke, was wrong and spoke, and spoke at all."""

    tag: str
    expected: int
    given: int
    forbidden: int
    wrong: int
    spoke: int
    on_established: int


class Slip(msgspec.Struct, frozen=True):
    """Advice that was missed on a canvas, and advice that was wrong there."""

    id: str
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


class CoachScore(msgspec.Struct, frozen=True):
    """The scores by rule, the canvases with slips, and how many canvases there were, of established firms."""

    rules: tuple[RuleScore, ...]
    slips: tuple[Slip, ...]
    canvases: int
    established: int

    def total(self, what: str) -> int:
        """Give the sum over all rules of `expected`, `given`, `forbidden` or `wrong`."""
        return sum(getattr(one, what) for one in self.rules)


def score(canvases: Iterable[CanvasRead]) -> CoachScore:
    """Score the coach on canvases that have `expected_advice` and `must_not_advise`, lists of tags."""
    counts: dict[str, Counter[str]] = {one.tag: Counter() for one in RULES}
    slips = []
    total = established = 0
    for read in canvases:
        tags = {piece.tag for piece in advise(read.canvas)}
        expected, forbidden = (_tags(read, name) for name in ("expected_advice", "must_not_advise"))
        grown = read.canvas.venture.stage is Stage.ESTABLISHED
        for name, found in (
            ("expected", expected),
            ("given", expected & tags),
            ("forbidden", forbidden),
            ("wrong", forbidden & tags),
            ("spoke", tags),
            ("on_established", tags if grown else set()),
        ):
            for tag in found:
                counts.setdefault(tag, Counter())[name] += 1
        if expected - tags or forbidden & tags:
            slips.append(Slip(read.id, tuple(sorted(expected - tags)), tuple(sorted(forbidden & tags))))
        total, established = total + 1, established + grown
    return CoachScore(tuple(_rule_scores(counts)), tuple(slips), total, established)


def _rule_scores(counts: dict[str, Counter[str]]) -> Iterator[RuleScore]:
    for tag, found in sorted(counts.items()):
        yield RuleScore(
            tag=tag,
            expected=found["expected"],
            given=found["given"],
            forbidden=found["forbidden"],
            wrong=found["wrong"],
            spoke=found["spoke"],
            on_established=found["on_established"],
        )


def _tags(read: CanvasRead, name: str) -> set[str]:
    tags = read.document.get(name)
    return {tag for tag in tags if isinstance(tag, str)} if isinstance(tags, list) else set()
