"""One transaction: its connection, and the writes it has gathered."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from bot.storage.errors import StaleCanvas
from bot.storage.moments import millis
from bot.storage.statements import IN_ORDER, SAVE_CANVAS, SENT, SHOW, SHOWS

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import datetime

    from sqlalchemy import Connection, Select
    from sqlalchemy.sql.dml import UpdateBase

    from bot.storage.compiling import Statements
    from bot.turns import Lane

    Write = dict[str, Any]


_BY_ID = itemgetter("this")


class Unit:
    """A transaction over one or many turns. `at` is when it began, `now` the same in milliseconds.

    A turn reads and inserts its key at once; its other writes are gathered, so that many turns cost one call
    a statement. Whoever reads what may be waiting (`touched`) calls `flush` first. `locked` holds
    the conversations whose rows are locked and who held their lanes then, None where nobody else lives.
    `added` is what turns have added to lanes that this process holds.
    """

    def __init__(
        self, connection: Connection, at: datetime, statements: Statements, *, locks: bool = False
    ) -> None:
        self.connection = connection
        self._statements = statements
        self.at = at
        self.now = millis(at)
        self.touched: set[Hashable] = set()
        self.claimed: set[int] = set()
        self.released: set[int] = set()
        self.added: dict[int, Lane] = {}
        self.scrub = False
        self.locked: dict[int, str | None] | None = {} if locks else None
        self._waiting: dict[UpdateBase, list[Write]] = {}

    def later(self, statement: UpdateBase, **write: Any) -> None:  # noqa: ANN401 - columns of any type
        """Gather a write; `statement` is one of `statements.IN_ORDER`."""
        self._waiting.setdefault(statement, []).append(write)

    def at_once(self, statement: UpdateBase, **write: Any) -> int:  # noqa: ANN401 - columns of any type
        """Write one row now, and give how many were changed."""
        return self._statements.execute(self.connection, statement, [write])

    def read(self, statement: Select[Any], **bound: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as above
        """Give the rows that a select finds, numbers and texts as the database has them."""
        return self._statements.read(self.connection, statement, bound)

    def flush(self) -> None:
        """Send what was gathered; `StaleCanvas` where a canvas was changed by somebody else meanwhile."""
        waiting, self._waiting = self._waiting, {}
        self.touched.clear()
        for statement in IN_ORDER:
            if writes := waiting.get(statement):
                if statement is SAVE_CANVAS:
                    writes.sort(key=_BY_ID)  # a lock each: two workers never wait for each other
                found = self._statements.execute(self.connection, statement, writes)
                if statement is SAVE_CANVAS and found != len(writes):
                    raise StaleCanvas
                if statement is SENT and found != len(writes):
                    # Some were there before: they were rewritten, and may show something else now.
                    rewritten = [{name: write[name] for name in SHOWS} for write in writes]
                    self._statements.execute(self.connection, SHOW, rewritten)
