"""Statements compiled once: the database's own SQL, and rows in the shape that its driver takes.

`Connection.execute` compiles once, too, but looks at every value of every row again; that was a third of a
turn's time. All columns here are numbers and texts, which drivers take as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection
    from sqlalchemy.sql.dml import UpdateBase

    Write = dict[str, Any]


class Compiled:
    """One write, compiled for one database; `columns` are the values that each of its rows brings."""

    def __init__(self, statement: UpdateBase, connection: Connection, columns: Sequence[str]) -> None:
        compiled = statement.compile(dialect=connection.dialect, column_keys=list(columns))
        self._sql = str(compiled)
        self._constants = {name: value for name, value in compiled.params.items() if name not in columns}
        self._order: Sequence[str] = getattr(compiled, "positiontup", None) or ()

    def execute(self, connection: Connection, writes: list[Write]) -> int:
        """Write the rows with one call, and give how many were changed."""
        if self._order:
            order, constants = self._order, self._constants
            if constants:
                rows: list[Any] = [tuple([(constants | write)[name] for name in order]) for write in writes]
            else:
                rows = [tuple([write[name] for name in order]) for write in writes]
        else:
            rows = [self._constants | write for write in writes]
        return connection.exec_driver_sql(self._sql, rows if len(rows) > 1 else rows[0]).rowcount


class Statements:
    """The writes of one store, each compiled when it is first used."""

    def __init__(self) -> None:
        self._compiled: dict[UpdateBase, Compiled] = {}

    def execute(self, connection: Connection, statement: UpdateBase, writes: list[Write]) -> int:
        """Write rows, all with the same columns, and give how many were changed."""
        compiled = self._compiled.get(statement)
        if compiled is None:
            compiled = self._compiled[statement] = Compiled(statement, connection, tuple(writes[0]))
        return compiled.execute(connection, writes)
