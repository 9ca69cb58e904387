"""The overview: the venture, its show, how many notes each block has, and what the numbers come to.

Every line has its row whether or not it is known, so that the sheets can refer to one another.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from bot.documents.block_sheet import HEAD
from bot.documents.cost_sheet import CostSheet
from bot.documents.sheets import EMPTY, Cell, Formula, Look, Row, Sheet, on, place, stretch
from conversations.canvas.facets import Block, Stage
from conversations.canvas.figures import Figure
from conversations.canvas.sums import price_of, revenue_of, stated_totals, sums, volume_of
from conversations.words.show_words import SHOWN
from conversations.words.text import say

if TYPE_CHECKING:
    from datetime import date

    from conversations.canvas.document import Canvas
    from conversations.words.catalogue import Catalogue

_LINES = (
    "price",
    "volume",
    "revenue",
    "fixed",
    "growing",
    "per_sale",
    "monthly",
    "left",
    "margin",
    "break_even",
    "once",
)
_SHOW = 3
_BLOCKS = _SHOW + len(SHOWN) + 2
_NUMBERS = _BLOCKS + len(Block) + 2
_CURRENCY = 3
_WIDTHS = (34, 16, 16, 12, 40)
_LOW, _HIGH = 1, 2
_LEFT_OUT = ("unpriced", "other_currency", "unclear")


class Overview:
    """The first sheet of a canvas's workbook, and the sheet of costs that it adds up."""

    def __init__(self, canvas: Canvas, words: Catalogue) -> None:
        self._canvas = canvas
        self._words = words
        self._known = sums(canvas)
        self._stated = stated_totals(canvas, self._known.currency)
        self.name = self._said("documents.overview")
        sales = (on(self.name, self._at("volume", _LOW)), on(self.name, self._at("volume", _HIGH)))
        currency = on(self.name, place(_NUMBERS, _CURRENCY))
        self.costs = CostSheet(canvas, words, sales, currency)

    def sheet(self, day: date | None) -> Sheet:
        """Give the sheet."""
        return Sheet(
            name=self.name,
            widths=_WIDTHS,
            rows=(
                *self._title(day),
                self._section("documents.show"),
                *(self._shown(part) for part in SHOWN),
                EMPTY,
                (*self._section("documents.backstage"), self._notes()),
                *(self._counted(block) for block in Block),
                EMPTY,
                (
                    *self._section("documents.numbers"),
                    Cell(self._said("documents.column.low"), Look.NUMBER_SECTION),
                    Cell(self._said("documents.column.high"), Look.NUMBER_SECTION),
                    Cell(self._known.currency or None, Look.SECTION),
                ),
                *(self._line(name) for name in _LINES),
                EMPTY,
                *self._left_out(),
            ),
        )

    def _said(self, key: str) -> str:
        return self._words.label(say(key))

    def _title(self, day: date | None) -> tuple[Row, ...]:
        venture = self._canvas.venture
        stage = (
            self._said(f"canvas.stage.{venture.stage.value}") if isinstance(venture.stage, Stage) else None
        )
        name = venture.name or self._said("drawing.unnamed")
        return ((Cell(name, Look.TITLE),), (Cell(stage, Look.ASIDE), Cell(day, Look.DATE)), EMPTY)

    def _section(self, key: str) -> Row:
        return (Cell(self._said(key), Look.SECTION),)

    def _shown(self, part: str) -> Row:
        said = getattr(self._canvas.front_stage, part)
        label = Cell(self._said(f"drawing.block.{part}"), Look.LABEL)
        if isinstance(said, str) and said:
            return (label, Cell(said, across=len(_WIDTHS) - 1))
        return (label, Cell(self._said(f"canvas.gap.{part}"), Look.INVITATION))

    def _notes(self) -> Cell:
        return Cell(self._said("documents.notes"), Look.NUMBER_SECTION)

    def _counted(self, block: Block) -> Row:
        name = self._said(f"canvas.name.{block.value}")
        count = len(self._canvas.block(block))
        cells = on(name, stretch(0, HEAD, HEAD + max(count, 1) - 1))
        formula = Formula(f"COUNTA({cells})", Decimal(count))
        # An empty block's first row asks for its notes.
        return (Cell(name, Look.LABEL), Cell(formula if count else Decimal(0), Look.COUNT))

    def _at(self, name: str, end: int) -> str:
        return place(_NUMBERS + 1 + _LINES.index(name), end)

    def _line(self, name: str) -> Row:
        label = Cell(self._said(f"documents.line.{name}"), Look.TOTAL if name == "left" else Look.LABEL)
        figure = self._figure(name)
        if figure is None:
            return (label,)
        look = Look.COUNT if name in ("volume", "break_even") else Look.MONEY
        if name == "left":
            look = Look.TOTAL
        low, high = self._formulas(name) or (None, None)
        return (
            label,
            Cell(Formula(low, figure.low) if low else figure.low, look),
            Cell(Formula(high, figure.high) if high else figure.high, look),
        )

    def _figure(self, name: str) -> Figure | None:
        known = self._known
        match name:
            case "price":
                return price_of(self._canvas.front_stage, known.currency)
            case "volume":
                return volume_of(self._canvas.front_stage)
            case "left":
                return known.revenue - known.monthly if known.revenue and known.monthly else None
            case "once":
                return known.one_off
            case "break_even":
                return _rounded_up(known.break_even) if known.break_even else None
        figure: Figure | None = getattr(known, name)
        return figure

    def _formulas(self, name: str) -> tuple[str, str] | None:
        """Give a line's formulas, low and high; None where it was said outright."""
        if name in ("price", "volume") or name in self._stated_lines():
            return None
        return self._formula(name, _LOW, _HIGH), self._formula(name, _HIGH, _LOW)

    def _stated_lines(self) -> frozenset[str]:
        """Give the lines whose figures were said outright, and go before what the entries come to."""
        stands_for = {"fixed_costs": "fixed", "monthly_costs": "monthly", "unit_cost": "per_sale"}
        said = {line for name, line in stands_for.items() if name in self._stated}
        if revenue_of(self._canvas.front_stage, self._known.currency):
            said.add("revenue")
        return frozenset(said)

    def _formula(self, name: str, same: int, other: int) -> str:
        """Give the formula of the figure in the column `same`; `other` is the other end of the range."""
        costs, end = self.costs, same - _LOW

        def of(line: str, column: int = same) -> str:
            return self._at(line, column).replace("$", "")

        grows = costs.sum_of_month(end, "=")
        growing = f"{grows}+{costs.sum_of('sale', end)}*{of('volume')}"
        if "unit_cost" in self._stated and self._figure("volume"):
            growing = f"{of('per_sale')}*{of('volume')}"
        spread = f"IF({of('volume', other)}>0,{grows}/{of('volume', other)},0)"
        margin = of("margin", other)
        return {
            "revenue": f"{of('price')}*{of('volume')}",
            "fixed": costs.sum_of_month(end, "<>"),
            "growing": growing,
            "per_sale": f"{costs.sum_of('sale', end)}+{spread}",
            "monthly": f"{of('fixed')}+{of('growing')}",
            "left": f"{of('revenue')}-{of('monthly', other)}",
            "margin": f"{of('price')}-{of('per_sale', other)}",
            "break_even": f'IF({margin}>0,ROUNDUP({of("fixed")}/{margin},0),"")',
            "once": costs.sum_of("once", end),
        }[name]

    def _left_out(self) -> tuple[Row, ...]:
        rows = []
        for reason in _LEFT_OUT:
            ids = getattr(self._known, reason)
            texts = tuple(entry.text for entry in self._canvas.entries if entry.id in ids)
            if texts:
                said = self._words.label(say(f"canvas.sum.{reason}", entries=texts))
                rows.append((Cell(said, Look.ASIDE),))
        return tuple(rows)


def _rounded_up(figure: Figure) -> Figure:
    low, high = (number.to_integral_value(ROUND_CEILING) for number in (figure.low, figure.high))
    return Figure(low, high)
