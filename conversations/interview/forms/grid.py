"""Grids: one thing a row, its mark first, six rows a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.forms.base import Choice, Choices, View
from conversations.interview.taps import is_number
from conversations.reading.text import shorten
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from conversations.canvas.entries import Entry

PAGE = 6
WIDE = 26
"""Characters that fit a button alone in its row; wide ones count two."""


def pages(count: int) -> int:
    """Give how many pages a grid of this many rows has, at least one."""
    return max(1, -(-count // PAGE))


def grid(view: View, entries: Sequence[Entry], mark: Callable[[Entry], str]) -> Choices:
    """Give a page of entries as rows of one button, and the row that turns pages where there are several.

    `mark` gives the catalogue key of a row's mark.
    """
    page = min(view.page, pages(len(entries)) - 1)
    rows = [
        (Choice(say(mark(entry), name=shorten(entry.text, WIDE - 3)), f"m{entry.id}"),)
        for entry in entries[page * PAGE : (page + 1) * PAGE]
    ]
    return (*rows, *turning(page, pages(len(entries))))


def turning(page: int, count: int) -> Choices:
    """Give the row that turns pages, empty where there is only one."""
    if count == 1:
        return ()
    turns = [Choice(say("grid.page", page=page + 1, pages=count), f"p{(page + 1) % count}")]
    return (tuple(turns),)


def turned(choice: str) -> int | None:
    """Give the page that a tap turns to, None where the tap is another."""
    page = choice[1:]
    return int(page) if choice.startswith("p") and is_number(page) else None


def marked(choice: str, entries: Sequence[Entry]) -> Entry | None:
    """Give the entry whose row was tapped, None where the tap is another."""
    if not choice.startswith("m"):
        return None
    return next((entry for entry in entries if str(entry.id) == choice[1:]), None)


def listed(view: View, entries: Sequence[Entry]) -> tuple[Phrase, ...]:
    """Give in full, for above a grid, the entries that its buttons cut on this page; empty where none is."""
    page = min(view.page, pages(len(entries)) - 1)
    shown = entries[page * PAGE : (page + 1) * PAGE]
    cut = tuple(entry.text for entry in shown if shorten(entry.text, WIDE - 3) != entry.text)
    return (say("grid.in_full", names=cut),) if cut else ()
