"""Patterns over a cohort, without a name: what the coach would say to several of its ventures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from conversations.coach.advising import speaking
from conversations.cohorts.consent import ALL_FOUR, Part
from conversations.cohorts.tap import Tap, button
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.cohorts.desk import Desk
    from conversations.interview.turn import Turn

FEWEST = 5
"""From so many ventures on that share all four blocks; among fewer a pattern would tell of somebody."""
TOLD = 5
PATTERNS = (
    "add_early_research",
    "add_licence_permit",
    "add_people",
    "activity_needs_resource",
    "cost_people",
    "few_partners_early",
    "keep_core_inhouse",
    "low_fixed_early",
    "name_partner",
    "partner_role",
    "quantify_costs",
    "single_dependency",
)
"""The rules that can be told of many: each has a sentence here. What rests on numbers needs them shared."""
OF_NUMBERS = ("low_fixed_early", "quantify_costs")


def show_patterns(turn: Turn, tap: Tap) -> None:
    """Say what several ventures have in common, or that they are too few to say so."""
    back = ((button("digest", "dg", tap.cohort.id), button("back", "at", tap.cohort.id)),)
    turn.say(*patterns_in_words(tap.desk), rows=back)


def patterns_in_words(desk: Desk) -> tuple[Phrase, ...]:
    """Give the patterns of a cohort, the commonest first."""
    whole = [venture for venture in desk.ventures if venture.consent >= ALL_FOUR]
    if len(whole) < FEWEST:
        return (say("pattern.too_few", fewest=FEWEST, n=len(whole)),)
    counted: Counter[str] = Counter()
    for venture in whole:
        told = [tag for tag in PATTERNS if tag not in OF_NUMBERS or Part.NUMBERS in venture.consent]
        counted.update(speaking(venture.canvas, told))
    lines = tuple(
        say("pattern.line", count=count, all=len(whole), what=say(f"pattern.{tag}"))
        for tag, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:TOLD]
        if count > 1
    )
    if not lines:
        return (say("pattern.none", n=len(whole)),)
    return (say("pattern.head", name=desk.place.cohort.name, lines=lines),)
