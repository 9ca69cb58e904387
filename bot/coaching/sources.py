"""Files of canvases that the command line names."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from conversations.files.canvases import BadLine, CanvasRead, canvases_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STDIN = "-"


def canvases_of(file: Path) -> Iterator[CanvasRead | BadLine]:
    """Give the canvases of a file, `-` for standard input, in order, and the lines that hold none."""
    yield from canvases_in(sys.stdin.buffer.read() if str(file) == STDIN else file.read_bytes())
