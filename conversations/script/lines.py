"""On which line of a TOML document something stands, for mistakes to be found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conversations.errors import Place

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[\w.-]+)\s*=")
_FENCES = ('"""', "'''")


class Lines:
    """The lines of a document, by place. A place that isn't found has the line of what it is in."""

    def __init__(self, document: bytes) -> None:
        self._known: dict[Place, int] = {}
        self._tables: dict[str, int] = {}
        table: Place = ()
        fence = ""
        for number, line in enumerate(document.decode(errors="replace").splitlines(), start=1):
            if fence:
                fence = "" if fence in line else fence
                continue
            table = self._read(line, number, table)
            fence = next((mark for mark in _FENCES if line.count(mark) % 2), "")

    def line_of(self, place: Place) -> int:
        """Give the line where a place stands, else of the nearest that holds it; 0 where there is none."""
        while place:
            if place in self._known:
                return self._known[place]
            place = place[:-1]
        return 0

    def _read(self, line: str, number: int, table: Place) -> Place:
        """Note what a line begins, and give the table that the next one is in."""
        head = _TABLE.match(line)
        if head is not None:
            table = self._table(head[1], head[2])
            self._known[table] = number
        elif (key := _KEY.match(line)) is not None:
            name = key[1]
            path = (name[1:-1],) if name[0] in "\"'" else tuple(name.split("."))
            self._known.setdefault((*table, *path), number)
        return table

    def _table(self, brackets: str, name: str) -> Place:
        if brackets == "[":
            return tuple(part.strip("\"' ") for part in name.split("."))
        index = self._tables.get(name, 0)
        self._tables[name] = index + 1
        return (name, index)
