"""Labelled phrases, as they are written in the files of this package.

`@ Company` opens a group: phrases are kept apart by company when the sorter is measured. A line under it is
a kind or a block, a colon, and phrases between `|`. The name of a kind tells the block; `support` is an
activity that fits no kind; the name of a block says that the kind is not told. A `?` after it says that
these phrases could stand in another block: they teach the kind only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from conversations.canvas.facets import Block
from conversations.understanding.kinds import KINDS, NO_KIND

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = {
    "solving": "problem_solving",
    "supply": "supply_chain",
    "alliance": "strategic_alliance",
    "support": NO_KIND,
}
_BLOCK_OF = {kind: block for block, kinds in KINDS.items() for kind in kinds}


@dataclass(frozen=True)
class Labelled:
    """A phrase with what is known of it; a block or a kind of None is not told."""

    text: str
    block: Block
    kind: str | None
    company: str
    sure_block: bool = True


class UnreadablePhrases(ValueError):
    """A line of a phrase file is neither a company nor a kind with phrases; carries its number."""


def read_phrases(source: str) -> Iterator[Labelled]:
    """Give the phrases of a file's text; raises UnreadablePhrases."""
    company = ""
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("@"):
            company = line[1:].strip()
            continue
        label, colon, phrases = line.partition(":")
        told = read_label(label)
        if not colon or not company or told is None:
            raise UnreadablePhrases(f"line {number}")
        block, kind, sure = told
        for phrase in phrases.split("|"):
            if text := phrase.strip():
                yield Labelled(text, block, kind, company, sure_block=sure)


def read_label(label: str) -> tuple[Block, str | None, bool] | None:
    """Give the block, the kind if told and whether the block is sure; None where a label is none of ours."""
    sure = not label.rstrip().endswith("?")
    short = label.strip().removesuffix("?")
    kind = _SHORT.get(short, short)
    if kind in _BLOCK_OF:
        return _BLOCK_OF[kind], kind, sure
    if short in {block.value for block in Block}:
        return Block(short), None, sure
    return None
