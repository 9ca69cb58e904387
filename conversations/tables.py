"""Tables to be handed over as files: rows of plain cells, whose words are still keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from conversations.words.text import Phrase

if TYPE_CHECKING:
    from datetime import date

Cell: TypeAlias = "str | int | date | Phrase | None"


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet: its name, its heading and its rows. `charted` are columns (from 0) that a chart shows."""

    name: Phrase
    head: tuple[Phrase, ...]
    rows: tuple[tuple[Cell, ...], ...]
    charted: tuple[int, ...] = ()
