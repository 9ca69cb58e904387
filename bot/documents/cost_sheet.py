"""The costs as a sheet: each amount as it was said, and what it comes to in a month, a sale and once.

Rows and columns are counted from 0.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bot.documents.block_sheet import HEAD, block_rows, heading
from bot.documents.columns import BEHAVIOUR, COLUMNS, CURRENCY, HIGH, LOW, OFTEN
from bot.documents.sheets import EMPTY, Cell, Choice, Formula, Look, Row, Sheet, on, place, quoted, stretch
from conversations.canvas.entries import Cost
from conversations.canvas.facets import Behaviour, Block
from conversations.canvas.money import Amount, Period
from conversations.canvas.sums import MONTHS, is_a_sale, main_currency, volume_of
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.words.catalogue import Catalogue

_WIDTH = 14
_COLUMNS = COLUMNS[Block.COSTS]
_OWN = ("month", "sale", "once")
"""What is computed of each cost, each as a low and a high figure, in columns after the others."""


class CostSheet:
    """The sheet of the costs.

    `sales` are the cells with the sales of a month, low and high, `currency` the cell with the currency that
    is counted in; both with their sheet's name.
    """

    def __init__(self, canvas: Canvas, words: Catalogue, sales: tuple[str, str], currency: str) -> None:
        self._canvas = canvas
        self._words = words
        self._sales = sales
        self._currency = currency
        self._costs = canvas.of(Cost)
        self.name = words.label(say("canvas.name.costs"))

    @property
    def first(self) -> int:
        """The row of the first cost."""
        return HEAD

    @property
    def last(self) -> int:
        """The row of the last cost; where there is none, of an empty line."""
        return HEAD + max(len(self._costs), 1) - 1

    def sheet(self) -> Sheet:
        """Give the sheet: a row a cost, their sums, what is missing."""
        rows = block_rows(self._canvas, Block.COSTS, self._words)
        head = (
            *rows[HEAD - 1],
            *(heading(f"{name}_{end}", self._words) for name in _OWN for end in ("low", "high")),
        )
        costs = [
            (*row, *self._computed(number, cost))
            for number, (row, cost) in enumerate(zip(rows[HEAD:], self._costs, strict=False), start=HEAD)
        ]
        gaps = rows[HEAD + len(self._costs) :]
        body = costs or [EMPTY]
        return Sheet(
            name=self.name,
            widths=(*(column.width for column in _COLUMNS), *(_WIDTH for _ in range(2 * len(_OWN)))),
            rows=(*rows[: HEAD - 1], head, *body, self._totals(), EMPTY, *gaps),
            head=HEAD,
            choices=(
                Choice(_COLUMNS.index(OFTEN), self.first, self.last, self._frequencies()),
                Choice(_COLUMNS.index(BEHAVIOUR), self.first, self.last, self._behaviours()),
            ),
        )

    def sum_of(self, name: str, end: int) -> str:
        """Give the formula that adds up the `month`, `sale` or `once`; `end` is 0 for low, 1 for high."""
        return f"SUM({self._cells(self._own(name, end))})"

    def sum_of_month(self, end: int, behaviour_is: str) -> str:
        """Give the formula that adds up costs said by month or year, `=` those that grow, `<>` the others."""
        test = quoted(f"{behaviour_is}{self._behaviours()[1]}")
        behaviour, often = (self._cells(_COLUMNS.index(column)) for column in (BEHAVIOUR, OFTEN))
        each = quoted(f"<>{self._often('sale')}")
        return f"SUMIFS({self._cells(self._own('month', end))},{behaviour},{test},{often},{each})"

    def _cells(self, column: int) -> str:
        return on(self.name, stretch(column, self.first, self.last))

    def _own(self, name: str, end: int) -> int:
        return len(_COLUMNS) + 2 * _OWN.index(name) + end

    def _often(self, name: str) -> str:
        return self._words.label(say(f"documents.often.{name}"))

    def _frequencies(self) -> tuple[str, ...]:
        return tuple(self._often(name) for name in ("month", "year", "sale", "once"))

    def _behaviours(self) -> tuple[str, ...]:
        return tuple(self._words.label(say(f"drawing.mark.{value.value}")) for value in Behaviour)

    def _computed(self, row: int, cost: Cost) -> Row:
        return tuple(
            Cell(self._formula(name, end, row, cost), Look.COMPUTED) for name in _OWN for end in (0, 1)
        )

    def _formula(self, name: str, end: int, row: int, cost: Cost) -> Formula:
        amount = place(row, _COLUMNS.index((LOW, HIGH)[end])).replace("$", "")
        often = place(row, _COLUMNS.index(OFTEN)).replace("$", "")
        tests = {
            "month": (("month", amount), ("year", f"{amount}/12"), ("sale", f"{amount}*{self._sales[end]}")),
            "sale": (("sale", amount),),
            "once": (("once", amount),),
        }[name]
        text = "0"
        for period, comes_to in reversed(tests):
            text = f"IF({often}={quoted(self._often(period))},{comes_to},{text})"
        currency = place(row, _COLUMNS.index(CURRENCY)).replace("$", "")
        return Formula(f"IF({currency}={self._currency},{text},0)", self._value(name, end, cost))

    def _value(self, name: str, end: int, cost: Cost) -> Decimal:
        return self._worth(end, cost).get(name, Decimal(0))

    def _worth(self, end: int, cost: Cost) -> dict[str, Decimal]:
        """Give what a cost comes to, by the names in `_OWN`; it counts in the canvas's currency only."""
        amount = cost.amount
        if not isinstance(amount, Amount) or amount.currency not in (None, main_currency(self._canvas)):
            return {}
        number = (amount.low, amount.high)[end]
        match amount.period:
            case Period.UNIT if is_a_sale(amount.per, self._canvas.front_stage.price):
                return {"month": number * self._sold(end), "sale": number}
            case Period.MONTH if not amount.per:
                return {"month": number}
            case Period.YEAR if not amount.per:
                return {"month": number / MONTHS}
            case Period.ONCE:
                return {"once": number}
        return {}

    def _sold(self, end: int) -> Decimal:
        volume = volume_of(self._canvas.front_stage)
        return (volume.low, volume.high)[end] if volume else Decimal(0)

    def _totals(self) -> Row:
        label = Cell(self._words.label(say("documents.total")), Look.TOTAL)
        empty = tuple(Cell(None, Look.TOTAL) for _ in _COLUMNS[1:])
        sums = tuple(
            Cell(
                Formula(
                    f"SUM({stretch(self._own(name, end), self.first, self.last)})",
                    sum((self._value(name, end, cost) for cost in self._costs), Decimal(0)),
                ),
                Look.TOTAL,
            )
            for name in _OWN
            for end in (0, 1)
        )
        return (label, *empty, *sums)
