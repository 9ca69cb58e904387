"""A workbook's formulas computed anew, as a spreadsheet does: the few functions that ours use."""

from __future__ import annotations

import io
import math
import re
from typing import Any, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

Value: TypeAlias = Any
"""What a cell may hold, or the function that gives it."""

_PIECE = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?:'(?:[^']|'')+'!|\w+!)?\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?"
    r"|<>|>=|<=|[=<>+\-*/(),]|[A-Z]+(?=\()|\d+(?:\.\d+)?"
)


class Recomputed:
    """Gives what cells come to, from the formulas alone."""

    def __init__(self, content: bytes) -> None:
        self._book = load_workbook(io.BytesIO(content))
        self._known: dict[tuple[str, int, int], Value] = {}

    def formulas(self) -> dict[tuple[str, str], str]:
        """All formulas, by sheet and cell."""
        return {
            (sheet.title, cell.coordinate): cell.value
            for sheet in self._book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        }

    def value(self, sheet: str, cell: str) -> Value:
        column, row, _, _ = range_boundaries(cell)
        return self._at(sheet, int(row or 0), int(column or 0))

    def _at(self, sheet: str, row: int, column: int) -> Value:
        key = (sheet, row, column)
        if key not in self._known:
            cell = self._book[sheet].cell(row, column)
            formula = cell.data_type == "f"
            self._known[key] = self._computed(sheet, str(cell.value)[1:]) if formula else cell.value
        return self._known[key]

    def _computed(self, sheet: str, formula: str) -> Value:
        pieces = _PIECE.findall(formula)
        assert "".join(pieces) == formula, f"not all of it is understood: {formula}"
        names: dict[str, Value] = {
            "IF": lambda holds, then, otherwise: then() if holds() else otherwise(),
            "SUM": lambda cells: sum(number for number in cells() if number is not None),
            "COUNTA": lambda cells: sum(value is not None for value in cells()),
            "ROUNDUP": lambda number, digits: math.ceil(number() * 10 ** digits()) / 10 ** digits(),
            "SUMIFS": _sum_ifs,
        }
        return eval(self._as_python(sheet, pieces, names), names)  # noqa: S307 - our own formulas

    def _as_python(self, sheet: str, pieces: list[str], names: dict[str, Value]) -> str:
        """Write the formula so that arguments are computed only where they are needed."""
        written: list[str] = []
        depth: list[bool] = []
        for number, piece in enumerate(pieces):
            if piece == "(":
                called = number > 0 and pieces[number - 1] in names
                depth.append(called)
                written.append("(lambda: (" if called else "((")
            elif piece == ",":
                written.append("), lambda: (")
            elif piece == ")":
                depth.pop()
                written.append("))")
            elif piece.startswith('"'):
                written.append(repr(piece[1:-1].replace('""', '"')))
            elif re.search(r"[A-Z]\$?\d+$", piece):
                name = f"_{number}"
                names[name] = self._reference(sheet, piece)
                written.append(name)
            else:
                written.append({"=": "==", "<>": "!="}.get(piece, piece))
        return "".join(written)

    def _reference(self, sheet: str, piece: str) -> Value:
        there, _, cells = piece.rpartition("!")
        there = there.strip("'").replace("''", "'") or sheet
        left, top, right, bottom = (int(bound or 0) for bound in range_boundaries(cells.replace("$", "")))
        values = [
            self._at(there, row, column)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]
        if ":" in cells:
            return values
        # An empty cell counts as nought, and as no words where it is compared with some.
        return Empty() if values[0] is None else values[0]


class Empty(int):
    """An empty cell."""

    def __eq__(self, other: object) -> bool:
        return other in ("", 0)

    __hash__ = int.__hash__


def _sum_ifs(cells: Value, *tests: Value) -> float:
    kept = [True] * len(cells())
    for column, test in zip(tests[::2], tests[1::2], strict=True):
        wanted = test().removeprefix("<>").removeprefix("=")
        for row, value in enumerate(column()):
            kept[row] &= (value == wanted) != test().startswith("<>")
    return float(sum(number for number, keep in zip(cells(), kept, strict=True) if keep))
