"""What changed between two versions, in lines that fit a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.changes import changes_between
from conversations.reading.text import shorten
from conversations.words.change_words import describe_changes
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.words.text import Param


NOTHING_SHOWS = (say("history.nothing_to_see"),)


def lines_between(before: Canvas, after: Canvas, most: int, width: int) -> tuple[Phrase, ...]:
    """Give what changed, at most `most` lines with names of `width` columns; the rest is counted."""
    lines = describe_changes(changes_between(before, after), before, after)
    shown = tuple(_brief(line, width) for line in lines[:most])
    if len(lines) > most:
        return (*shown, say("history.more", n=len(lines) - most))
    return shown or NOTHING_SHOWS


def _brief(phrase: Phrase, width: int) -> Phrase:
    return Phrase(phrase.key, {name: _cut(value, width) for name, value in phrase.params.items()})


def _cut(value: Param, width: int) -> Param:
    match value:
        case str():
            return shorten(value, width)
        case Phrase():
            return _brief(value, width)
        case tuple():
            return _cut_all(value, width)
    return value


def _cut_all(values: tuple[str, ...] | tuple[Phrase, ...], width: int) -> Param:
    phrases = tuple(_brief(value, width) for value in values if isinstance(value, Phrase))
    return phrases or tuple(shorten(value, width) for value in values if isinstance(value, str))
