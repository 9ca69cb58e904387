"""What is kept of a failure: types and frames, never messages, which may hold what a founder wrote."""

from __future__ import annotations

from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = 3
"""How many names of a frame's path are kept, the file's included."""


class Failure(msgspec.Struct, frozen=True):
    """One exception of a chain: its type, and its frames as `file:line function`, outermost first."""

    error: str
    frames: tuple[str, ...]


def failures_of(error: BaseException) -> tuple[Failure, ...]:
    """Give an exception and those that it came from, the last one first."""
    return tuple(Failure(type(link).__qualname__, tuple(_frames(link))) for link in _chain(error))


def failure_document(error: BaseException) -> str:
    """Give the same as JSON."""
    return msgspec.json.encode(failures_of(error)).decode()


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _frames(error: BaseException) -> Iterator[str]:
    for frame, line in walk_tb(error.__traceback__):
        code = frame.f_code
        file = "/".join(Path(code.co_filename).parts[-FOLDERS:])
        yield f"{file}:{line} {code.co_name}"
