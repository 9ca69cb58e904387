"""The canvas in words, gaps marked as invitations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block, When
from conversations.words.entry_words import entry_in_words
from conversations.words.gaps import gaps
from conversations.words.money_words import month_in_words
from conversations.words.show_words import show_in_words
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas


def canvas_in_words(canvas: Canvas) -> Text:
    """Give the whole canvas: the venture, its show, the four blocks; a paragraph each."""
    blocks = (phrase for block in Block for phrase in block_in_words(canvas, block))
    return (*show_in_words(canvas), *blocks)


def block_in_words(canvas: Canvas, block: Block) -> tuple[Phrase, ...]:
    """Give one block: its title, its entries a line each, what waits for later, its sums, its gaps."""
    entries = canvas.block(block)
    later = [entry for entry in entries if isinstance(entry, Activity) and entry.when is When.LATER]
    lines = [entry_in_words(canvas, entry) for entry in entries if entry not in later]
    if later:
        lines += [say("canvas.later"), *(entry_in_words(canvas, entry) for entry in later)]
    if block is Block.COSTS:
        lines += month_in_words(canvas)
    lines += gaps(canvas, block)
    return (say(f"canvas.block.{block.value}", lines=tuple(lines)),)
