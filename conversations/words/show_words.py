"""The venture and its show: what customers see, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.document import Volume
from conversations.canvas.facets import Stage
from conversations.canvas.money import Amount
from conversations.words.money_words import in_currency, range_in_words
from conversations.words.text import Phrase, Text, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

SHOWN = ("value_proposition", "customers", "channels", "relationships", "revenue")


def show_in_words(canvas: Canvas) -> Text:
    """Give the venture's name and stage, then its show; what wasn't asked yet is left out."""
    lines = show_lines(canvas)
    title = _title(canvas)
    return (title, say("canvas.show", lines=tuple(lines))) if lines else (title,)


def show_lines(canvas: Canvas) -> list[Phrase]:
    """Give the front stage a line each, its numbers last."""
    lines: list[Phrase] = []
    for part in SHOWN:
        words = getattr(canvas.front_stage, part)
        if isinstance(words, str):
            lines.append(say(f"canvas.show.{part}", words=words))
        elif words is None:
            lines.append(say(f"canvas.gap.{part}"))
    return lines + _numbers(canvas)


def _title(canvas: Canvas) -> Phrase:
    named = bool(canvas.venture.name)
    name = say("canvas.title", name=canvas.venture.name) if named else say("canvas.title.unnamed")
    if not isinstance(canvas.venture.stage, Stage):
        return name
    return say("canvas.title.stage", title=name, stage=say(f"canvas.stage.{canvas.venture.stage.value}"))


def _numbers(canvas: Canvas) -> list[Phrase]:
    front = canvas.front_stage
    lines = []
    if isinstance(front.price, Amount):
        lines.append(say("canvas.show.price", amount=in_currency(front.price, canvas)))
    if isinstance(front.volume, Volume):
        key = "canvas.show.hoped" if front.volume.hoped else "canvas.show.volume"
        lines.append(say(key, number=range_in_words(front.volume.low, front.volume.high)))
    if isinstance(front.monthly_revenue, Amount):
        lines.append(say("canvas.show.monthly_revenue", amount=in_currency(front.monthly_revenue, canvas)))
    return lines
