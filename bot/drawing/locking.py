"""Blocks that aren't shared with who looks: a lock and a word, where a gap would ask for what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.drawing.sheet import BlockSheet, Locked
from bot.drawing.shown import runs_right_to_left
from conversations.cohorts.consent import PART_OF, Part
from conversations.words.show_words import SHOWN
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from conversations.words.catalogue import Catalogue

_NAMES = {part: (block.value,) for block, part in PART_OF.items()} | {Part.FRONT_STAGE: tuple(SHOWN)}
"""The blocks of a picture that a part is."""


def locked(
    blocks: Mapping[str, BlockSheet], private: Collection[Part], words: Catalogue
) -> dict[str, BlockSheet]:
    """Give the blocks of the private parts, locked."""
    text = words.label(say("drawing.glance.private"))
    lock = (Locked(text, runs_right_to_left(text)),)
    return {
        name: replace(blocks[name], invitations=lock)
        for part, names in _NAMES.items()
        if part in private
        for name in names
    }
