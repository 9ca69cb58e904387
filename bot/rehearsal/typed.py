"""A typed line becomes an event: a tap, a command, or something said.

A button's number taps it, unless the question is one that a bare number answers: there its buttons are shown,
and tapped, as `#1`. A button's label taps it too, in any case and without its signs. `=3` says "3" anywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from conversations.interview.events import Command, Document, Said, Tapped

if TYPE_CHECKING:
    from bot.rehearsal.window import Shown
    from bot.turns import Label

LITERAL = "="
MARK = "#"
IMPORT = "import"
"""`/import FILE` stands for sending the file to the chat."""
_COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]+)(?:@\w+)?(?:\s+(?P<rest>.*))?", re.DOTALL)
_NUMBER = re.compile(r"(?P<mark>#?)(?P<number>[1-9][0-9]?)")
_SIGNS = re.compile(r"^[\W_]+|[\W_]+$")

Typed: TypeAlias = Said | Tapped | Command | Document


class Reading(msgspec.Struct, frozen=True):
    """What a line was understood as. `named` is the label of the button that a number tapped, else empty."""

    event: Typed
    named: str = ""


def understood(line: str, tappable: Shown | None, tap: str) -> Reading:
    """Give the event that a line stands for. `tap` is the id that a tap is to be acknowledged with."""
    words = line.strip()
    if words.startswith(LITERAL):
        return Reading(Said(words.removeprefix(LITERAL).strip()))
    command = _COMMAND.fullmatch(words)
    if command and command["name"].lower() == IMPORT and command["rest"]:
        path = command["rest"].strip().strip("'\"")
        return Reading(Document(path, path))
    if command:
        return Reading(Command(command["name"].lower(), (command["rest"] or "").strip()))
    if tappable is None:
        return Reading(Said(words))
    numbered = _numbered(words, tappable)
    button = numbered or _labelled(words, tappable)
    if button is None:
        return Reading(Said(words))
    return Reading(Tapped(button.data, tap, tappable.message), numbered.text if numbered else "")


def _numbered(words: str, tappable: Shown) -> Label | None:
    match = _NUMBER.fullmatch(words)
    if match is None or (tappable.numeric and not match["mark"]):
        return None
    number = int(match["number"])
    return tappable.buttons[number - 1] if number <= len(tappable.buttons) else None


def _labelled(words: str, tappable: Shown) -> Label | None:
    for spelled in (str.casefold, _bare):
        alike = [label for label in tappable.buttons if spelled(label.text) == spelled(words)]
        if spelled(words) and len(alike) == 1:
            return alike[0]
    return None


def _bare(label: str) -> str:
    return _SIGNS.sub("", label).casefold()
