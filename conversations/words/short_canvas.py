"""The canvas in one message, however long it is: for a message that stays pinned, and for sharing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Cost, Entry
from conversations.canvas.facets import Block, Stage
from conversations.canvas.money import Amount
from conversations.reading.text import shorten
from conversations.words.entry_words import mark_of
from conversations.words.gaps import gaps
from conversations.words.money_words import in_currency, month_in_words
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

MOST = 9
"""Entries of a block that are shown; the rest is counted. With the widths below, all fits into 4,096."""
WIDE, WIDER = 48, 120


def short_canvas(canvas: Canvas) -> Text:
    """Give the canvas in brief: its name and promise, each block's entries, the month's sums."""
    return (_title(canvas), *_promise(canvas), *(_block(canvas, block) for block in Block))


def _title(canvas: Canvas) -> Phrase:
    stage = canvas.venture.stage
    name = shorten(canvas.venture.name, WIDE)
    if not name:
        return say("short.unnamed")
    if not isinstance(stage, Stage):
        return say("short.title", name=name)
    return say("short.title_stage", name=name, stage=say(f"canvas.stage.{stage.value}"))


def _promise(canvas: Canvas) -> Text:
    promise = canvas.front_stage.value_proposition
    return (say("short.promise", promise=shorten(promise, WIDER)),) if isinstance(promise, str) else ()


def _block(canvas: Canvas, block: Block) -> Phrase:
    entries = [entry for entry in canvas.block(block) if not (isinstance(entry, Activity) and entry.done)]
    done = len(canvas.block(block)) - len(entries)
    lines = [_entry(canvas, entry) for entry in entries[:MOST]]
    if len(entries) > MOST:
        lines.append(say("short.more", n=len(entries) - MOST))
    if done:
        lines.append(say("short.done", n=done))
    if block is Block.COSTS:
        lines += month_in_words(canvas)[:1]
    if not canvas.block(block):
        lines += gaps(canvas, block)[:1]
    return say(f"canvas.block.{block.value}", lines=tuple(lines))


def _entry(canvas: Canvas, entry: Entry) -> Phrase:
    words = say("canvas.entry", text=shorten(entry.text, WIDE))
    if isinstance(entry, Cost) and isinstance(entry.amount, Amount) and len(entry.amount.per) <= WIDE:
        amount = say("canvas.facet.amount", amount=in_currency(entry.amount, canvas))
        words = say("canvas.entry.facets", text=shorten(entry.text, WIDE), facets=amount)
    return say(f"canvas.mark.{mark_of(entry)}", entry=words)
