"""What was read out of a text is kept for a while: a founder's own words come by again at every turn."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Read = TypeVar("Read")
How = ParamSpec("How")

REMEMBERED = 8192
"""Texts that each reader remembers: those of some hundred founders in mid-interview."""
LONGEST = 300
"""Characters of a text that is remembered; longer ones are read anew, so that memory stays bounded."""


def remembered(read: Callable[Concatenate[str, How], Read]) -> Callable[Concatenate[str, How], Read]:
    """Give a reader that remembers. It has to be pure, and what it gives must not be changed by anybody."""
    kept = lru_cache(maxsize=REMEMBERED)(read)

    def reads(text: str, /, *how: How.args, **more: How.kwargs) -> Read:
        if len(text) > LONGEST or more:
            return read(text, *how, **more)
        return kept(text, *how)

    return reads
