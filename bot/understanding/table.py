"""The report as a table in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.understanding.kinds import BLOCKS
from conversations.understanding.scoring import confusion, labels, right, surest
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from conversations.understanding.scoring import Choice, Score, Scores
    from conversations.words.catalogue import Catalogue

_GAP = "  "


def report_lines(scores: Scores, words: Catalogue) -> Iterator[str]:
    """Give the report's lines: the block, the kind in each block, and the kind in all of them."""
    yield from _part(words.label(say("report.block")), scores.block, labels(None), words)
    for block in BLOCKS:
        name = words.label(say("report.kind", block=block.value))
        yield from _part(name, scores.kinds[block], labels(block), words)
    yield words.label(say("report.kinds", score=_said(right(scores.all_kinds))))


def _part(name: str, choices: Sequence[Choice], named: Sequence[str], words: Catalogue) -> Iterator[str]:
    """Give the lines of one head: the score, that of the surest, and a row per truth, a column per answer."""
    if not choices:
        return
    whole, sure = _said(right(choices)), _said(right(surest(choices)))
    yield words.label(say("report.score", name=name, score=whole, surest=sure))
    taken = confusion(choices)
    rows = [["", words.label(say("report.recall")), *named]]
    for truth in named:
        own = [choice for choice in choices if choice.truth == truth]
        if own:
            rows.append([truth, _said(right(own)), *(str(taken[truth, said] or "·") for said in named)])
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield _GAP + _GAP.join(cells)
    yield ""


def _said(score: Score) -> str:
    return f"{100 * score.share:.1f} % ({score.right}/{score.of})"
