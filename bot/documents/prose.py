"""The canvas as text: Markdown that reads well as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block, Stage, When
from conversations.words.entry_words import facets_in_words
from conversations.words.gaps import gaps
from conversations.words.money_words import month_in_words
from conversations.words.show_words import show_lines
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry
    from conversations.words.catalogue import Catalogue
    from conversations.words.text import Phrase

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def prose(canvas: Canvas, words: Catalogue, day: date | None) -> bytes:
    """Give the canvas as Markdown, UTF-8: what customers see, then the blocks, their sums and gaps."""
    return ("\n".join(_lines(canvas, words, day)) + "\n").encode()


def _lines(canvas: Canvas, words: Catalogue, day: date | None) -> Iterator[str]:
    venture = canvas.venture
    yield f"# {_plain(venture.name or words.label(say('drawing.unnamed')))}"
    aside = [day.isoformat()] if day else []
    if isinstance(venture.stage, Stage):
        aside.insert(0, words.label(say(f"canvas.stage.{venture.stage.value}")))
    if aside:
        yield f"\n*{' · '.join(aside)}*"
    shown = show_lines(canvas)
    if shown:
        yield f"\n## {words.label(say('documents.show'))}\n"
        yield from (f"- {_plain(words.label(line))}" for line in shown)
    for block in Block:
        yield f"\n## {words.label(say(f'canvas.name.{block.value}'))}\n"
        yield from _block(canvas, block, words)


def _block(canvas: Canvas, block: Block, words: Catalogue) -> Iterator[str]:
    entries = canvas.block(block)
    later = [entry for entry in entries if isinstance(entry, Activity) and entry.when is When.LATER]
    yield from (_entry(canvas, entry, words) for entry in entries if entry not in later)
    if later:
        yield f"\n**{words.label(say('canvas.later'))}**\n"
        yield from (_entry(canvas, entry, words) for entry in later)
    yield from _asides(gaps(canvas, block), words, after=bool(entries))
    if block is Block.COSTS:
        yield from _asides(month_in_words(canvas), words, after=True)


def _asides(lines: list[Phrase], words: Catalogue, *, after: bool) -> Iterator[str]:
    if lines and after:
        yield ""
    yield from (f"*{_plain(words.label(line))}*  " for line in lines)


def _entry(canvas: Canvas, entry: Entry, words: Catalogue) -> str:
    facets = facets_in_words(canvas, entry)
    known = f": {_plain(words.label(facets))}" if facets else ""
    return f"- {_box(entry)}**{_plain(entry.text)}**{known}"


def _box(entry: Entry) -> str:
    """Give the box of a task; only activities are something to tick off."""
    if not isinstance(entry, Activity):
        return ""
    return f"[{'x' if entry.done else ' '}] {'★ ' if entry.starred else ''}"


def _plain(words: str) -> str:
    """Give somebody's words so that no sign in them is taken for markup."""
    return _SPECIAL.sub(r"\\\1", words)
