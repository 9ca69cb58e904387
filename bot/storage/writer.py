"""The one thread that writes: it takes all that waits at a moment into one transaction.

A database's error ends the transaction and acknowledges nothing of it; then each piece is tried alone, so
that one that can't be written doesn't keep others from the disk.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError, StatementError

from bot.storage.compiling import Statements
from bot.storage.errors import Fact, Stale, StorageError, StoreUnusable, Unwritable
from bot.storage.failures import failure_document
from bot.storage.locking import NOTHING, lock
from bot.storage.points import KINDS, LANE, MARKS
from bot.storage.revision import bring_up_to_date
from bot.storage.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.storage.engine import Database
    from bot.storage.lanes import Lanes
    from bot.storage.locking import Touches
    from bot.turns import Reached

    Clock = Callable[[], datetime]

Given = TypeVar("Given")

TOGETHER = 256
"""How many pieces go into one transaction at most."""
TRIES = 3
"""How often a piece is tried alone where the database is held by others, or a canvas changed meanwhile."""

TRIED_AGAIN = (Fact.LOCKED, Fact.OVERTAKEN)


@dataclass(slots=True)
class Piece(Generic[Given]):
    """Something to do within a transaction. `unclaimed` is given the result where nobody waits for it.

    `then` is done once all pieces have run and are written, and gives the result instead.
    """

    kind: str
    run: Callable[[Unit], Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Given]
    unclaimed: Callable[[Given], None] | None = None
    touches: Touches = NOTHING
    then: Callable[[Unit], Given] | None = None


class Writer:
    """Owns the connection. Started by `open`, ended by `close`, which does first what still waits."""

    def __init__(self, database: Database, lanes: Lanes, clock: Clock, reached: Reached) -> None:
        self._database = database
        self._lanes = lanes
        self._clock = clock
        self._reached = reached
        self._pieces: SimpleQueue[Piece[Any] | None] = SimpleQueue()
        self._statements = Statements()
        self._thread: Thread | None = None
        self._connection: Connection | None = None

    async def open(self) -> None:
        """Take hold of the database, check it and bring its tables up to date; raises `StorageError`."""
        ready: Future[None] = Future()
        self._thread = Thread(target=self._live, args=(ready,), name="store", daemon=True)
        self._thread.start()
        try:
            await asyncio.wrap_future(ready)
        except StorageError:
            self._thread = None
            raise

    async def close(self) -> None:
        """Do what waits, and let go of the database."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._pieces.put(None)
            await asyncio.to_thread(thread.join)

    def do(
        self,
        kind: str,
        run: Callable[[Unit], Any],
        unclaimed: Callable[[Given], None] | None = None,
        touches: Touches = NOTHING,
        then: Callable[[Unit], Given] | None = None,
    ) -> asyncio.Future[Given]:
        """Give the future of a piece that is done within one of the next transactions.

        `kind` is one of `points.KINDS`; `unclaimed` is given what came of it where the future was cancelled;
        `touches` are the conversations that it reads or writes; `then` is done after all pieces of its
        transaction, and gives the result instead of `run`.
        """
        if self._thread is None:
            raise StoreUnusable(Fact.CLOSED)
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Given] = loop.create_future()
        self._pieces.put(Piece(kind, run, loop, future, unclaimed, touches, then))
        return future

    def _live(self, ready: Future[None]) -> None:
        refusal = self._refused()
        if refusal is None:
            ready.set_result(None)
            while self._turn():
                pass
        self._disconnect()
        self._database.release()
        if refusal is not None:
            ready.set_exception(refusal)

    def _refused(self) -> StorageError | None:
        try:
            self._database.acquire()
            connection = self._connected()
            with connection.begin():
                self._database.check(connection)
                bring_up_to_date(connection)
        except Exception as error:  # noqa: BLE001 - somebody waits to hear of it, whatever it is
            return self._told(error)
        return None

    def _turn(self) -> bool:
        """Do one transaction; False once the store closes."""
        batch: list[Piece[Any]] = []
        piece = self._pieces.get()
        while piece is not None:
            batch.append(piece)
            if len(batch) == TOGETHER:
                break
            try:
                piece = self._pieces.get_nowait()
            except Empty:
                break
        if batch:
            _hand_over(batch, self._done(batch))
        return piece is not None

    def _done(self, batch: list[Piece[Any]]) -> list[Any]:
        """Give what came of each piece, a `StorageError` where it couldn't be done."""
        try:
            return self._transaction(batch)
        except Exception as error:  # noqa: BLE001 - the thread outlives any failure; each piece is told of its own
            self._told(error)
        given: list[Any] = []
        for piece in batch:
            last = given[-1] if given else None
            gone = isinstance(last, StoreUnusable) and last.fact is Fact.UNREACHABLE
            given.append(last if gone else self._alone(piece))
        return given

    def _alone(self, piece: Piece[Any]) -> Any:  # noqa: ANN401 - whatever the piece gives
        refusal, unwritable = StorageError(), None
        for _ in range(TRIES):
            try:
                return self._transaction([piece])[0]
            except Exception as error:  # noqa: BLE001 - handed to whoever waits
                refusal = self._told(error)
                unwritable = Unwritable(failure_document(error)) if _is_of_content(error) else None
            if not isinstance(refusal, Stale) and getattr(refusal, "fact", None) not in TRIED_AGAIN:
                return refusal
        return unwritable or refusal  # nobody is overtaken that often: it is what stands in it

    def _transaction(self, batch: list[Piece[Any]]) -> list[Any]:
        connection = self._connected()
        kinds = [kind for kind in KINDS if any(kind in _kinds(piece) for piece in batch)]
        with connection.begin():
            unit = Unit(connection, self._clock(), self._statements, locks=not self._database.sole)
            lock(unit, (piece.touches for piece in batch))
            given = _given(batch, unit)
            for kind in kinds:
                self._reached(f"{kind}: before commit")
        self._lanes.committed(unit)
        for kind in kinds:
            self._reached(f"{kind}: committed")
        if unit.scrub:
            self._database.scrub(connection)
        return given

    def _told(self, error: Exception) -> StorageError:
        """Give our error for any other, and begin anew with a connection of its own."""
        self._disconnect()
        if isinstance(error, StorageError):
            return error
        refusal = self._database.refusal(error) if isinstance(error, SQLAlchemyError) else None
        if refusal is None and isinstance(error, OSError | MemoryError):
            return StoreUnusable(Fact.FAILED, type(error).__name__)
        if refusal is None or (getattr(refusal, "fact", None) is Fact.FAILED and _is_of_content(error)):
            return Unwritable(failure_document(error))
        return refusal

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._database.engine.connect()
        return self._connection

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _given(batch: list[Piece[Any]], unit: Unit) -> list[Any]:
    """Do all pieces and give what came of each, in their order.

    Marks come first, so that turns see their chats as they stand, and the lanes they belong to last, when
    all is written that might be in them: so writes are sent for many pieces together.
    """
    given: dict[int, Any] = {}
    marks = [place for place, piece in enumerate(batch) if piece.kind == MARKS]
    others = [place for place, piece in enumerate(batch) if piece.kind != MARKS]
    for places in (marks, others):
        given.update((place, batch[place].run(unit)) for place in places)
        unit.flush()
    for place, piece in enumerate(batch):
        if piece.then is not None:
            given[place] = piece.then(unit)
    unit.flush()
    return [given[place] for place in range(len(batch))]


def _kinds(piece: Piece[Any]) -> tuple[str, ...]:
    return (piece.kind,) if piece.then is None else (piece.kind, LANE)


def _is_of_content(error: Exception) -> bool:
    """Tell whether a database's error is about what was to be written, and will be the same next time."""
    return isinstance(error, IntegrityError | DataError) or type(error) is StatementError


def _hand_over(batch: list[Piece[Any]], given: list[Any]) -> None:
    settled = list(zip(batch, given, strict=True))
    try:
        batch[0].loop.call_soon_threadsafe(_settle, settled)
    except RuntimeError:  # the loop is closed: nobody waits any more
        for piece, what in settled:
            _unclaimed(piece, what)


def _settle(settled: list[tuple[Piece[Any], Any]]) -> None:
    for piece, what in settled:
        if piece.future.cancelled():
            _unclaimed(piece, what)
        elif isinstance(what, StorageError):
            piece.future.set_exception(what)
        else:
            piece.future.set_result(what)


def _unclaimed(piece: Piece[Any], what: Any) -> None:  # noqa: ANN401 - whatever the piece gave
    if piece.unclaimed is not None and not isinstance(what, StorageError):
        piece.unclaimed(what)
