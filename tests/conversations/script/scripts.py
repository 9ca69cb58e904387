"""Small scripts for tests: the built-in one altered, or a few questions of one's own."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from bot.interviewing import vocabulary
from conversations.script.reading import read_script

if TYPE_CHECKING:
    from conversations.script.model import Script

ONE = """
id = "small"
version = 1

[[questions]]
id = "weekly"
block = "activities"
form = "items"
ask = [{ key = "ask.weekly.trading", when = ["trading"] }, { key = "ask.weekly" }]
why = "why.weekly"
example = "example.weekly"
by_trade = true
"""
"""A script of one question, in TOML."""


def built_in() -> str:
    """The built-in interview, in TOML."""
    return resources.files("conversations.script").joinpath("interview.toml").read_text("utf-8")


NEXT = read_script(built_in().encode(), vocabulary(None)).version + 1


def read(document: str) -> Script:
    return read_script(document.encode(), vocabulary(None))


def altered(*replacements: tuple[str, str], version: int = NEXT, more: str = "") -> Script:
    """Give the built-in interview with pieces of its text replaced, and lines added above its questions."""
    document = built_in()
    for old, new in replacements:
        assert old in document, old
        document = document.replace(old, new)
    head = f"version = {version}\n{more}"
    first = next(line for line in document.splitlines() if line.startswith("version"))
    return read(document.replace(first, head, 1))


def without(question: str, *, version: int = NEXT) -> Script:
    """Give the built-in interview without one question."""
    head, *questions = built_in().split("[[questions]]")
    kept = [text for text in questions if f'id = "{question}"' not in text]
    assert len(kept) == len(questions) - 1
    first = next(line for line in head.splitlines() if line.startswith("version"))
    return read("[[questions]]".join((head.replace(first, f"version = {version}"), *kept)))
