"""Lines in: from somebody at a terminal, or from a pipe."""

from __future__ import annotations

import contextlib
import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

CONTINUED = "\\"

with contextlib.suppress(ImportError):  # Windows has none; its console does the same by itself
    # For its effect alone: with it, input() knows the arrow keys and what was typed before.
    importlib.import_module("readline")


class Keyboard:
    """Reads answers. `attended` tells that somebody sits at a terminal, who is shown a prompt."""

    def __init__(self, source: TextIO, *, prompt: str, more: str, attended: bool) -> None:
        self._source = source
        self._prompt = prompt
        self._more = more
        self.attended = attended

    def answer(self) -> str | None:
        r"""Give the next answer, lines that end in `\` joined with the next; None at the end of input."""
        lines: list[str] = []
        while (line := self._line(self._more if lines else self._prompt)) is not None:
            lines.append(line.removesuffix(CONTINUED))
            if not line.endswith(CONTINUED):
                break
        return "\n".join(lines) if lines else None

    def _line(self, prompt: str) -> str | None:
        if self.attended:
            try:
                return input(prompt)
            except EOFError:
                return None
        line = self._source.readline()
        return line.rstrip("\r\n") if line else None
