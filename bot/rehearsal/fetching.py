"""A file that `/import FILE` names, read from this machine."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from conversations.files.sent import LARGEST

if TYPE_CHECKING:
    from conversations.interview.requests import Fetch


async def read_file(wanted: Fetch) -> bytes | None:
    """Give a file's content, None where it can't be read or is too large."""
    return await asyncio.to_thread(_content, wanted.file)


def _content(name: str) -> bytes | None:
    try:
        with Path(name).expanduser().open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError, RuntimeError):  # no such file, no such name, nobody's home
        return None
    return content if len(content) <= LARGEST else None
