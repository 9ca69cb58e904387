"""The table that a campaign ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.crash.crowd import Tally

COLUMNS = (
    "mode",
    "trouble",
    "times",
    "founders",
    "turns",
    "turns lost",
    "left without reply",
    "sent twice",
    "twice beyond what is allowed",
    "out of order",
)


class Report:
    """What was counted of each trouble, as lines of a Markdown table."""

    def __init__(self) -> None:
        self._rows: list[tuple[object, ...]] = []
        self._remarks: list[str] = []

    def notes(self, mode: str, point: str, tally: Tally) -> None:
        counts = (tally.kills, tally.founders, tally.turns, tally.lost, tally.unanswered)
        self._rows.append(
            (mode, point, *counts, tally.repeated, tally.repeated_too_often, tally.out_of_order)
        )

    def remarks(self, remark: str) -> None:
        """Note a line that stands below the table."""
        self._remarks.append(remark)

    def lines(self) -> Iterator[str]:
        if self._rows:
            yield _row(COLUMNS)
            yield _row("---" for _ in COLUMNS)
            yield from map(_row, self._rows)
        yield from self._remarks


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"
