"""What is told of an entry, a column each; the same words in a workbook and in a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from conversations.canvas.entries import Activity, Cost, Partner, Resource
from conversations.canvas.facets import Behaviour, Block, Evidence, Sourcing, When
from conversations.canvas.money import Amount, Period
from conversations.canvas.sums import is_a_sale, main_currency
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry
    from conversations.words.catalogue import Catalogue

Cell: TypeAlias = str | Phrase | Decimal | date | None
Told: TypeAlias = str | Decimal | date | None
"""A cell once it is words."""
_LISTED = ", "


@dataclass(frozen=True)
class Column:
    """A column: the key of its heading, how many characters it is wide, and what it tells of an entry."""

    key: str
    width: int
    cell: Callable[[Canvas, Entry], Cell | tuple[Cell, ...]]

    def told(self, canvas: Canvas, entry: Entry, words: Catalogue) -> Told:
        """Give what stands in the column for an entry."""
        cell = self.cell(canvas, entry)
        if isinstance(cell, tuple):
            return _LISTED.join(str(in_words(one, words)) for one in cell)
        return in_words(cell, words)


def in_words(cell: Cell, words: Catalogue) -> Told:
    """Give a cell in words, numbers and dates as they are."""
    return words.label(cell) if isinstance(cell, Phrase) else cell


def frequency(canvas: Canvas, cost: Cost) -> Phrase | None:
    """Give how often a cost falls due, in the words that the workbook counts by; None where it has none."""
    if not isinstance(cost.amount, Amount):
        return None
    if cost.amount.high == 0:
        return say("canvas.amount.free")
    return _often_paid(cost.amount, canvas)


def _often_paid(amount: Amount, canvas: Canvas) -> Phrase:
    match amount.period:
        case Period.UNIT if is_a_sale(amount.per, canvas.front_stage.price):
            return say("documents.often.sale")
        case Period.UNIT:
            return say("documents.often.each", unit=amount.per)
        case Period.ONCE:
            return say("documents.often.once")
        case None:
            return say("documents.often.unclear")
    often = say(f"documents.often.{amount.period.value}")
    return say("documents.often.per", often=often, unit=amount.per) if amount.per else often


def _text(_canvas: Canvas, entry: Entry) -> str:
    return entry.text


def _state(_canvas: Canvas, entry: Entry) -> Cell | tuple[Cell, ...]:
    if not isinstance(entry, Activity):
        return None
    later = entry.when is When.LATER and not entry.done
    states = (("done", entry.done), ("starred", entry.starred), ("later", later))
    return tuple(say(f"drawing.mark.{name}") for name, holds in states if holds)


def _kind(_canvas: Canvas, entry: Entry) -> Cell:
    known = not isinstance(entry, Cost) and entry.kind
    return say(f"documents.kind.{known.value}") if known else None


def _sourcing(_canvas: Canvas, entry: Entry) -> Cell:
    if isinstance(entry, Resource) and isinstance(entry.sourcing, Sourcing):
        return say(f"canvas.facet.sourcing.{entry.sourcing.value}")
    return None


def _partner(canvas: Canvas, entry: Entry) -> Cell:
    partner = canvas.entry(entry.partner) if isinstance(entry, Resource) and entry.partner else None
    return partner.text if partner else None


def _serves(_canvas: Canvas, entry: Entry) -> tuple[Cell, ...]:
    parts = entry.serves if isinstance(entry, Activity | Resource) else ()
    return tuple(say(f"drawing.block.{part.value}") for part in parts)


def _needed_for(canvas: Canvas, entry: Entry) -> tuple[Cell, ...]:
    return _texts(canvas, entry.activities if isinstance(entry, Resource) else ())


def _texts(canvas: Canvas, ids: Iterable[int]) -> tuple[Cell, ...]:
    return tuple(found.text for found in map(canvas.entry, ids) if found)


def _goal(_canvas: Canvas, entry: Entry) -> Cell:
    return entry.goal if isinstance(entry, Activity) else None


def _due(_canvas: Canvas, entry: Entry) -> Cell:
    return entry.due if isinstance(entry, Activity) and isinstance(entry.due, date) else None


def _gives(_canvas: Canvas, entry: Entry) -> tuple[Cell, ...]:
    return (entry.gives or ()) if isinstance(entry, Partner) else ()


def _gets(_canvas: Canvas, entry: Entry) -> tuple[Cell, ...]:
    return (entry.gets or ()) if isinstance(entry, Partner) else ()


def _why(_canvas: Canvas, entry: Entry) -> Cell:
    return entry.why if isinstance(entry, Partner) else None


def _amount(entry: Entry) -> Amount | None:
    return entry.amount if isinstance(entry, Cost) and isinstance(entry.amount, Amount) else None


def _low(_canvas: Canvas, entry: Entry) -> Cell:
    amount = _amount(entry)
    return amount.low if amount else None


def _high(_canvas: Canvas, entry: Entry) -> Cell:
    amount = _amount(entry)
    return amount.high if amount else None


def _currency(canvas: Canvas, entry: Entry) -> Cell:
    amount = _amount(entry)
    return (amount.currency or main_currency(canvas)) if amount else None


def _often(canvas: Canvas, entry: Entry) -> Cell:
    return frequency(canvas, entry) if isinstance(entry, Cost) else None


def _behaviour(_canvas: Canvas, entry: Entry) -> Cell:
    if isinstance(entry, Cost) and isinstance(entry.behaviour, Behaviour):
        return say(f"drawing.mark.{entry.behaviour.value}")
    return None


def _driver(_canvas: Canvas, entry: Entry) -> Cell:
    return entry.driver if isinstance(entry, Cost) else None


def _about(canvas: Canvas, entry: Entry) -> tuple[Cell, ...]:
    return _texts(canvas, (entry.about,) if isinstance(entry, Cost) and entry.about else ())


def _evidence(_canvas: Canvas, entry: Entry) -> Cell:
    known = isinstance(entry.evidence, Evidence) and entry.evidence
    return say(f"drawing.mark.{known.value}") if known else None


NOTE = Column("note", 44, _text)
EVIDENCE = Column("evidence", 12, _evidence)
KIND = Column("kind", 18, _kind)
SERVES = Column("serves", 26, _serves)
LOW = Column("low", 12, _low)
HIGH = Column("high", 12, _high)
CURRENCY = Column("currency", 10, _currency)
OFTEN = Column("often", 16, _often)
BEHAVIOUR = Column("behaviour", 16, _behaviour)

COLUMNS: dict[Block, tuple[Column, ...]] = {
    Block.ACTIVITIES: (
        NOTE,
        Column("state", 14, _state),
        KIND,
        SERVES,
        Column("goal", 30, _goal),
        Column("due", 12, _due),
        EVIDENCE,
    ),
    Block.RESOURCES: (
        NOTE,
        KIND,
        Column("sourcing", 16, _sourcing),
        Column("partner", 24, _partner),
        SERVES,
        Column("needed_for", 34, _needed_for),
        EVIDENCE,
    ),
    Block.PARTNERS: (
        NOTE,
        KIND,
        Column("gives", 30, _gives),
        Column("gets", 30, _gets),
        Column("why", 26, _why),
        EVIDENCE,
    ),
    Block.COSTS: (
        NOTE,
        LOW,
        HIGH,
        CURRENCY,
        OFTEN,
        BEHAVIOUR,
        Column("driver", 24, _driver),
        Column("about", 24, _about),
        EVIDENCE,
    ),
}
"""The columns of each block, the note first."""
