"""A canvas as it was: its revisions taken back one after the other, exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import UNSET

from conversations.canvas.changes import ORDER, WHOLE
from conversations.canvas.plain import canvas_from, plain

if TYPE_CHECKING:
    from conversations.canvas.changes import Change, Revision
    from conversations.canvas.document import Canvas


class Rewinding:
    """A canvas on its way back: `back` takes off its newest revision, `canvas` is what is then left.

    All there is comes back as it was, but for the counter of ids: ids stay used up.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._next_id = canvas.next_id
        self._entries, self._fields = plain(canvas)
        self._order = list(self._entries)

    @property
    def canvas(self) -> Canvas:
        """The canvas as it was before the revisions that were taken off."""
        return canvas_from([self._entries[number] for number in self._order], self._fields, self._next_id)

    def back(self, revision: Revision) -> None:
        """Take off a revision; it has to be the newest of those that are left."""
        wanted: list[int] | None = None
        for change in revision.changes:
            if change.field == ORDER:
                wanted = change.before
            elif change.entry == 0:
                _put(self._fields, change.field, change)
            elif change.field == WHOLE:
                _put(self._entries, change.entry, change)
            else:
                # Entries are shared with no one, but with the revision that brought them.
                self._entries[change.entry] = dict(self._entries[change.entry])
                _put(self._entries[change.entry], change.field, change)
        if wanted is not None:
            self._order = wanted
        elif self._entries.keys() != set(self._order):
            # A revision that lists no order left the entries in the order of their ids.
            self._order = sorted(self._entries)


def _put(values: dict[Any, Any], key: object, change: Change) -> None:
    if change.before is UNSET:
        values.pop(key, None)
    else:
        values[key] = change.before
