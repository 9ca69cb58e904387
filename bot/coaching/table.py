"""The coach's score as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.coaching.scoring import CoachScore
    from conversations.words.catalogue import Catalogue

_COLUMNS = ("given", "wrong", "spoke", "on_established")


def table_lines(scored: CoachScore, words: Catalogue) -> Iterator[str]:
    """Give the lines of the table: totals, a line a rule, and what was missed or wrong, by canvas."""
    yield words.label(say("coaching.score.canvases", n=scored.canvases, established=scored.established))
    for name, out_of in (("given", "expected"), ("wrong", "forbidden")):
        part, whole = scored.total(name), scored.total(out_of)
        yield words.label(say(f"coaching.score.{name}", part=part, whole=whole, share=share(part, whole)))
    yield ""
    width = max(len(one.tag) for one in scored.rules)
    heads = [words.label(say(f"coaching.column.{name}")) for name in _COLUMNS]
    yield "  ".join(
        [words.label(say("coaching.column.rule")).ljust(width), *(head.rjust(14) for head in heads)]
    )
    for one in scored.rules:
        cells = (
            _of(one.given, one.expected),
            _of(one.wrong, one.forbidden),
            share(one.spoke, scored.canvases),
            share(one.on_established, scored.established),
        )
        yield "  ".join([one.tag.ljust(width), *(cell.rjust(14) for cell in cells)]).rstrip()
    if scored.slips:
        yield ""
        yield words.label(say("coaching.score.slips"))
    for slip in scored.slips:
        for kind, tags in (("missed", slip.missed), ("wrong", slip.wrong)):
            if tags:
                yield words.label(say(f"coaching.slip.{kind}", id=slip.id, tags=", ".join(tags)))


def share(part: int, whole: int) -> str:
    """Give a share in percent, a dash where there is nothing to share."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _of(part: int, whole: int) -> str:
    return f"{part}/{whole}" if whole else "–"
