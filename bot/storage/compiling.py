"""Statements compiled once: the database's own SQL, and rows in the shape that its driver takes.

`Connection.execute` compiles once, too, but looks at every value of every row again; that was a third of a
turn's time. All columns here are numbers and texts, which drivers take and give as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from sqlalchemy import Connection, Select
    from sqlalchemy.engine.interfaces import DBAPICursor, DBAPIModule
    from sqlalchemy.sql.dml import UpdateBase

    Write = dict[str, Any]
    Statement: TypeAlias = UpdateBase | Select[Any]


class Compiled:
    """One statement, compiled for one database; `columns` are the values that each use of it brings."""

    def __init__(self, statement: Statement, connection: Connection, columns: Sequence[str]) -> None:
        # Columns are a write's to name; a select has only what is bound in it.
        named = None if statement.is_select else list(columns)
        compiled = statement.compile(dialect=connection.dialect, column_keys=named)
        self._sql = str(compiled)
        self._constants = {name: value for name, value in compiled.params.items() if name not in columns}
        self._order: Sequence[str] = getattr(compiled, "positiontup", None) or ()

    def execute(self, connection: Connection, writes: list[Write]) -> DBAPICursor:
        """Run it with one call for all rows, and give the driver's cursor. Raises `DBAPIError`."""
        cursor = connection.connection.cursor()
        try:
            if len(writes) == 1:
                cursor.execute(self._sql, self._row(writes[0]))
            else:
                cursor.executemany(self._sql, [self._row(write) for write in writes])
        except connection.dialect.loaded_dbapi.Error as error:
            raise _refused(connection, cursor, error) from None
        return cursor

    def _row(self, write: Write) -> Any:  # noqa: ANN401 - a tuple or a dictionary, as the driver counts or names
        if not self._order:
            return self._constants | write
        whole = self._constants | write if self._constants else write
        return tuple([whole[name] for name in self._order])


class Statements:
    """The statements of one store, each compiled when it is first used."""

    def __init__(self) -> None:
        self._compiled: dict[Statement, Compiled] = {}

    def execute(self, connection: Connection, statement: UpdateBase, writes: list[Write]) -> int:
        """Write rows, all with the same columns, and give how many were changed."""
        cursor = self._of(connection, statement, writes[0]).execute(connection, writes)
        changed: int = cursor.rowcount
        cursor.close()
        return changed

    def read(self, connection: Connection, statement: Select[Any], bound: Write) -> list[tuple[Any, ...]]:
        """Give the rows that a select finds, as the driver gives them."""
        cursor = self._of(connection, statement, bound).execute(connection, [bound])
        rows: list[tuple[Any, ...]] = list(cursor.fetchall())
        cursor.close()
        return rows

    def _of(self, connection: Connection, statement: Statement, bound: Write) -> Compiled:
        compiled = self._compiled.get(statement)
        if compiled is None:
            compiled = self._compiled[statement] = Compiled(statement, connection, tuple(bound))
        return compiled


def _refused(connection: Connection, cursor: DBAPICursor, error: DBAPIModule.Error) -> BaseException:
    """Give SQLAlchemy's error for a driver's, as its own ways of running statements raise it."""
    dialect = connection.dialect
    if dialect.is_disconnect(error, connection.connection.dbapi_connection, cursor):
        connection.invalidate(error)
    kinds = dialect.loaded_dbapi.Error
    # Neither statement nor parameters: they hold what founders typed, and errors are logged.
    return DBAPIError.instance(None, None, error, kinds, hide_parameters=True, dialect=dialect)
