"""How right the sorter is on labelled entries.

The block is scored on entries whose block isn't ambiguous, from the text alone. The kind is scored where it
is labelled, with the block given, as in the interview; and again on the surest four fifths of each block.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from conversations.understanding.kinds import BLOCKS, KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.facets import Block
    from conversations.understanding.lines import Entry
    from conversations.understanding.sorter import Sorted, Sorter

SUREST = 0.8
ASKED = "?"
"""What stands for "would rather ask" among the answers of a confusion."""


@dataclass(frozen=True)
class Choice:
    """One choice on one entry: what is true, what was said (ASKED for neither), and how surely."""

    truth: str
    said: str
    confidence: float


@dataclass(frozen=True)
class Score:
    """How many were right, of how many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """The part that was right, from 0 to 1; 0 where nothing was scored."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True)
class Scores:
    """The choices of the block, and those of the kind in each block."""

    block: tuple[Choice, ...]
    kinds: dict[Block, tuple[Choice, ...]]

    @property
    def all_kinds(self) -> tuple[Choice, ...]:
        """The choices of the kind in all blocks together."""
        return tuple(choice for block in BLOCKS for choice in self.kinds[block])


def score(sorter: Sorter, entries: Sequence[Entry]) -> Scores:
    """Give how the sorter did on labelled entries."""
    certain = [entry for entry in entries if not entry.block_ambiguous]
    alone = sorter.sort([entry.text for entry in certain])
    labelled = [entry for entry in entries if entry.kind is not None]
    within = sorter.sort([entry.text for entry in labelled], [entry.block for entry in labelled])
    return gathered(list(zip(certain, alone, strict=True)), list(zip(labelled, within, strict=True)))


def gathered(alone: Sequence[tuple[Entry, Sorted]], within: Sequence[tuple[Entry, Sorted]]) -> Scores:
    """Give the choices made on entries alone and on labelled entries within their block."""
    return Scores(
        tuple(
            Choice(entry.block.value, found.block.value if found.block else ASKED, found.block_confidence)
            for entry, found in alone
        ),
        {
            block: tuple(
                Choice(str(entry.kind), found.kind or ASKED, found.kind_confidence)
                for entry, found in within
                if entry.block is block
            )
            for block in BLOCKS
        },
    )


def right(choices: Sequence[Choice]) -> Score:
    """Give how many choices were right; asking counts as wrong."""
    return Score(sum(choice.truth == choice.said for choice in choices), len(choices))


def surest(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """Give the surest four fifths of some choices, rounded up."""
    ranked = sorted(choices, key=lambda choice: -choice.confidence)
    return tuple(ranked[: ceil(SUREST * len(ranked))])


def confusion(choices: Sequence[Choice]) -> Counter[tuple[str, str]]:
    """Give how often each truth was taken for each answer."""
    return Counter((choice.truth, choice.said) for choice in choices)


def labels(block: Block | None) -> tuple[str, ...]:
    """Give what can be said of a block's kinds, or of blocks where None, ASKED last."""
    named = KINDS[block] if block else tuple(each.value for each in BLOCKS)
    return (*named, ASKED)
