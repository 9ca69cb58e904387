"""Documents of those who are in the middle of something: read once, and known again at their next turn.

What is stored is always read, and decides: a document is known only while it stands there letter by letter.
So what other workers write is seen, and nothing has to be told that it is out of date.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from conversations.canvas.document import Canvas, decode_canvas
from conversations.interview.position import Conversation, decode_conversation

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

What = TypeVar("What")

KEPT = 256
"""Positions, and as many canvases, that are kept: a few kilobytes each."""


class _Known(Generic[What]):
    """The latest document of each owner, and what it says; the one that has stood longest goes first."""

    def __init__(self, decode: Callable[[bytes], What]) -> None:
        self._decode = decode
        self._known: dict[Hashable, tuple[str, What]] = {}
        self._lock = Lock()  # a server's database has several writers

    def read(self, owner: Hashable, document: str) -> What:
        known = self._known.get(owner)
        if known is not None and known[0] == document:
            return known[1]
        said = self._decode(document.encode())
        self.keep(owner, document, said)
        return said

    def keep(self, owner: Hashable, document: str, said: What) -> None:
        with self._lock:
            self._known.pop(owner, None)
            self._known[owner] = document, said
            if len(self._known) > KEPT:
                del self._known[next(iter(self._known))]

    def clear(self) -> None:
        with self._lock:
            self._known.clear()


class Documents:
    """The positions and canvases that one store knows by heart."""

    def __init__(self) -> None:
        self._positions = _Known(decode_conversation)
        self._canvases = _Known(decode_canvas)

    def position(self, conversation: int, document: str) -> Conversation:
        """Give the position in a conversation's stored document; raises as `decode_conversation` does."""
        return self._positions.read(conversation, document)

    def canvas(self, venture: str, document: str) -> Canvas:
        """Give the canvas in a venture's stored document; raises as `decode_canvas` does."""
        return self._canvases.read(venture, document)

    def keep_position(self, conversation: int, document: str, position: Conversation) -> None:
        """Know a conversation's position by the document that it is about to be stored as."""
        self._positions.keep(conversation, document, position)

    def keep_canvas(self, venture: str, document: str, canvas: Canvas) -> None:
        """Know a venture's canvas by the document that it is about to be stored as."""
        self._canvases.keep(venture, document, canvas)

    def forget(self) -> None:
        """Know nothing any more: somebody wants to be forgotten, and all others are read anew."""
        self._positions.clear()
        self._canvases.clear()
