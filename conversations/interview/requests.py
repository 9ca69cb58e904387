"""What a step may ask for that takes longer than a step may: done after the commit, answered by an event."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

import msgspec

from conversations.canvas.document import Canvas
from conversations.canvas.facets import Block


class Purpose(Enum):
    """What an understanding is for: sorting what was said at a quiet moment, or the kinds of new entries."""

    SORT = "sort"
    KINDS = "kinds"


class Understand(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Phrases whose block and kind are wanted.

    `ids` are what the phrases are of the venture's canvas: entries, or (with SORT) things that wait to be
    sorted. `blocks` is where each stands already, None where that is wanted.
    """

    purpose: Purpose
    venture: str
    ids: tuple[int, ...]
    texts: tuple[str, ...]
    blocks: tuple[Block | None, ...]


class Draw(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A canvas whose picture is wanted, as it was when it was asked for."""

    venture: str
    canvas: Canvas


Request: TypeAlias = Understand | Draw


class Sense(msgspec.Struct, frozen=True, kw_only=True):
    """What a phrase was understood as, None and empty where that isn't sure.

    `kind` is spelled as in the facets' enumerations, "none" where it is sure that none fits. `block` is the
    request's, where that has one; `elsewhere` is then another block that the phrase very surely belongs to.
    A block that isn't `sure` is good for offering first.
    """

    block: Block | None = None
    kind: str = ""
    elsewhere: Block | None = None
    sure: bool = True
