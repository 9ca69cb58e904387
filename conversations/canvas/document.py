"""The canvas as one aggregate: the venture, its front stage in lines, and entries in four blocks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource, block_of
from conversations.canvas.facets import Block, BusinessType, Stage
from conversations.canvas.migrating import upgraded
from conversations.canvas.money import Amount
from conversations.errors import CanvasFromNewerVersion

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA = 1
EntryT = TypeVar("EntryT", Activity, Resource, Partner, Cost)


class Venture(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of the venture itself. An empty name means that it has none yet."""

    name: str = ""
    stage: Stage | UnsetType = UNSET
    business_types: tuple[BusinessType, ...] | UnsetType | None = UNSET
    trade: str = ""
    currency: str = ""


class Volume(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How many sales a month, as a range; `hoped` marks a guess, which is called so."""

    low: Decimal
    high: Decimal
    hoped: bool = False


class FrontStage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What customers see, in one line each, verbatim; `None` is "I don't know", unset "not asked"."""

    value_proposition: str | UnsetType | None = UNSET
    customers: str | UnsetType | None = UNSET
    channels: str | UnsetType | None = UNSET
    relationships: str | UnsetType | None = UNSET
    revenue: str | UnsetType | None = UNSET
    price: Amount | UnsetType | None = UNSET
    volume: Volume | UnsetType | None = UNSET
    monthly_revenue: Amount | UnsetType | None = UNSET


class Totals(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Sums that were stated outright; they go before what the entries add up to.

    `cash` is what is in the bank, `monthly_costs`, `fixed_costs` and `burn` are a month's, `unit_cost` is
    what one sale costs.
    """

    cash: Amount | UnsetType = UNSET
    monthly_costs: Amount | UnsetType = UNSET
    fixed_costs: Amount | UnsetType = UNSET
    unit_cost: Amount | UnsetType = UNSET
    burn: Amount | UnsetType = UNSET


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was answered to a question: the founder's own words and the entries they made.

    `standing` is how it ended: "said", "skipped", "unknown" (doesn't know) or "none" (there is none).
    """

    words: str = ""
    entries: tuple[int, ...] = ()
    standing: str = "said"


class Unsorted(msgspec.Struct, frozen=True):
    """Something said at a quiet moment that waits under "To sort"."""

    id: int
    text: str


class Canvas(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, dict=True):
    """One venture's canvas. `next_id` is the counter that entry ids come from; answers are by question id."""

    schema: int = msgspec.field(default_factory=lambda: SCHEMA)
    next_id: int = 1
    venture: Venture = Venture()
    front_stage: FrontStage = FrontStage()
    totals: Totals = Totals()
    entries: tuple[Entry, ...] = ()
    answers: dict[str, Answer] = {}
    to_sort: tuple[Unsorted, ...] = ()
    dismissed: tuple[str, ...] = ()

    def entry(self, entry_id: int) -> Entry | None:
        """Give the entry with this id, or None where it was deleted."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    def block(self, block: Block) -> tuple[Entry, ...]:
        """Give the entries of one block, in the order they were said."""
        return tuple([entry for entry in self.entries if block_of(entry) is block])

    def of(self, kind: type[EntryT]) -> tuple[EntryT, ...]:
        """Give the entries of one class (Activity, Resource, ...), in the order they were said."""
        # Rules and guards ask for these dozens of times a turn.
        known: tuple[EntryT, ...] | None = self.__dict__.get(kind.__name__)
        if known is None:
            known = self.__dict__[kind.__name__] = tuple(
                [one for one in self.entries if isinstance(one, kind)]
            )
        return known

    def with_new(self, entries: Iterable[Entry]) -> Canvas:
        """Give the canvas with entries added. Their ids are replaced by the counter's, in order."""
        fresh = tuple(
            msgspec.structs.replace(entry, id=number)
            for number, entry in enumerate(entries, start=self.next_id)
        )
        return msgspec.structs.replace(self, entries=self.entries + fresh, next_id=self.next_id + len(fresh))

    def with_placed(self, entry: Entry) -> Canvas:
        """Give the canvas with an entry added under the id that it waited to be sorted with."""
        return msgspec.structs.replace(self, entries=(*self.entries, entry))

    def with_changed(self, changed: Entry) -> Canvas:
        """Give the canvas with the entry of the same id replaced; KeyError where there is none."""
        if self.entry(changed.id) is None:
            raise KeyError(changed.id)
        entries = tuple(changed if entry.id == changed.id else entry for entry in self.entries)
        return msgspec.structs.replace(self, entries=entries)

    def without(self, entry_ids: Iterable[int]) -> Canvas:
        """Give the canvas without these entries, and without links to them."""
        gone = frozenset(entry_ids)
        if not gone:
            return self
        kept = tuple(_unlinked(entry, gone) for entry in self.entries if entry.id not in gone)
        answers = {
            question: msgspec.structs.replace(
                answer, entries=tuple(i for i in answer.entries if i not in gone)
            )
            if gone.intersection(answer.entries)
            else answer
            for question, answer in self.answers.items()
        }
        return msgspec.structs.replace(self, entries=kept, answers=answers)

    def with_answer(self, question: str, answer: Answer) -> Canvas:
        """Give the canvas with the answer to a question set."""
        return msgspec.structs.replace(self, answers={**self.answers, question: answer})


def _unlinked(entry: Entry, gone: frozenset[int]) -> Entry:
    if isinstance(entry, Resource) and (entry.partner in gone or gone.intersection(entry.activities)):
        return msgspec.structs.replace(
            entry,
            partner=None if entry.partner in gone else entry.partner,
            activities=tuple(i for i in entry.activities if i not in gone),
        )
    if isinstance(entry, Cost) and entry.about in gone:
        return msgspec.structs.replace(entry, about=None)
    return entry


class _Header(msgspec.Struct):
    schema: int = 1


_header = msgspec.json.Decoder(_Header)
_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Canvas)


def encode_canvas(canvas: Canvas) -> bytes:
    """Give the canvas as a JSON document, keys in a fixed order."""
    return _encoder.encode(canvas)


def decode_canvas(document: bytes) -> Canvas:
    """Give the canvas in a stored document, upgraded to this schema.

    Raises `CanvasFromNewerVersion` where the document is from a newer bot, msgspec.ValidationError where it
    is no canvas.
    """
    try:
        schema = _header.decode(document).schema
        if schema > SCHEMA:
            raise CanvasFromNewerVersion(f"schema {schema}, known up to {SCHEMA}")
        if schema == SCHEMA:
            return _decoder.decode(document)
        return msgspec.convert(upgraded(msgspec.json.decode(document), SCHEMA), Canvas)
    except msgspec.DecodeError:
        # msgspec quotes what it found, which is what a founder wrote.
        raise msgspec.ValidationError("the document is no canvas of this schema") from None


def as_plain(canvas: Canvas) -> dict[str, Any]:
    """Give the canvas as JSON values, for an export."""
    plain: dict[str, Any] = msgspec.to_builtins(canvas)
    return plain
