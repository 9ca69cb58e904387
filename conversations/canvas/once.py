"""What many ask of one canvas is found out once: a canvas never changes."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.canvas.document import Canvas

Seen = TypeVar("Seen")


def once(look: Callable[[Canvas], Seen]) -> Callable[[Canvas], Seen]:
    """Give a function of a canvas that keeps with each what it gave. Nobody may change what it gives."""
    name = f"{look.__module__}.{look.__qualname__}"

    @wraps(look)
    def looks(canvas: Canvas) -> Seen:
        kept = canvas.__dict__
        if name not in kept:
            kept[name] = look(canvas)
        return cast("Seen", kept[name])

    return looks
