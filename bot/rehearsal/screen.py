"""What is printed: messages with their buttons, what was said, and notes beside them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from rich.console import Console
from rich.text import Text

from bot.rehearsal.rendering import printable, rendered
from bot.rehearsal.typed import MARK
from conversations.words.text import say

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from bot.rehearsal.window import Shown
    from bot.turns import Label
    from conversations.words.catalogue import Catalogue
    from conversations.words.text import Phrase

NumberedRow: TypeAlias = "tuple[tuple[int, Label], ...]"

WIDEST = 88
BAR = 24
PENCIL = "✎ "
INDENT = "  "


class Screen:
    """Prints to a terminal or a pipe.

    `attended`: a terminal at both ends, so that lines are wrapped and need no echo; `styled`: with colours
    and a bar that shows how far the interview is.
    """

    def __init__(self, target: TextIO, words: Catalogue, *, attended: bool, styled: bool) -> None:
        self._console = Console(
            file=target,
            force_terminal=styled,
            color_system="auto" if styled else None,
            no_color=not styled,
            highlight=False,
            emoji=False,
        )
        self._words = words
        self.attended = attended
        self._styled = styled

    def message(self, shown: Shown) -> None:
        """Print a new message and its buttons."""
        self._print(Text())
        self._print(rendered(shown.html))
        self._rows(_numbered(shown), shown)

    def change(self, before: Shown | None, after: Shown) -> None:
        """Print what is new in a rewritten message: its new lines, and its buttons where they changed.

        Where only some rows changed, as when a mark is set in a grid, only those are printed.
        """
        known = set(rendered(before.html).plain.split("\n")) if before else set()
        lines = [line for line in rendered(after.html).split("\n") if line.plain not in known]
        rows = _numbered(after)
        if before and not lines:
            same_shape = [len(row) for row in before.rows] == [len(row) for row in after.rows]
            rows = [row for row in rows if not (same_shape and row in _numbered(before))]
        if not lines and not rows and (before is None or before.html != after.html):
            rows = _numbered(after)  # something was folded away: the buttons show that it was
        if lines or rows:
            self._print(Text())
        for number, line in enumerate(lines):
            self._print(Text.assemble((INDENT if number else PENCIL, "dim"), line))
        self._rows(rows, after, lead=INDENT if lines else PENCIL)

    def note(self, note: str) -> None:
        """Print a line that is no message of the conversation."""
        self._print(Text(printable(note), "dim"))

    def phrase(self, phrase: Phrase) -> None:
        """Print a phrase of the terminal's own as a note."""
        self.note(self._words.label(phrase))

    def file(self, path: Path, html: str) -> None:
        """Print where a file was put, under its caption."""
        if html:
            self._print(rendered(html))
        self.phrase(say("terminal.saved_as", path=str(path)))

    def echo(self, line: str, button: str) -> None:
        """Print what was said, where the terminal doesn't show it; `button` is the label that it tapped."""
        if self.attended:
            return
        tapped = Text(f" ({printable(button)})") if button else Text()
        prompt = self._words.label(say("terminal.prompt"))
        self._print(Text())
        self._print(Text(prompt + printable(line).replace("\n", "\n" + INDENT)) + tapped)

    def progress(self, done: int, total: int) -> None:
        """Print how many questions of the script lie behind, as a bar."""
        if self._styled and self.attended and total:
            full = round(BAR * done / total)
            self._print(Text.assemble(("━" * full, "green"), ("━" * (BAR - full), "dim")))

    def space(self) -> None:
        """Print an empty line."""
        self._print(Text())

    def _rows(self, rows: list[NumberedRow], shown: Shown, lead: str = INDENT) -> None:
        mark = MARK if shown.numeric else ""
        for row in rows:
            line = Text.assemble((lead, "dim"))
            for place, (number, label) in enumerate(row):
                line.append(INDENT if place else "")
                if label.data:
                    line.append(f"[{mark}{number}]", "bold cyan").append(" ")
                line.append(printable(label.text))
                line.append(f": {label.url}" if label.url else "")
            self._print(line)
            lead = INDENT

    def _print(self, text: Text) -> None:
        if self.attended:
            self._console.print(text, width=min(self._console.width, WIDEST))
        else:
            # A pipe has no width: every line stays whole, so that it can be searched.
            self._console.print(text, soft_wrap=True)
        self._console.file.flush()


def _numbered(shown: Shown) -> list[NumberedRow]:
    numbers = count(1)
    return [tuple((next(numbers) if label.data else 0, label) for label in row) for row in shown.rows]
