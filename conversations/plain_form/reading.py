"""One plain canvas, read into the canvas that the coach knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET

from conversations.canvas.document import Canvas, FrontStage, Venture
from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource
from conversations.canvas.facets import Block, BusinessType, Sourcing, Stage
from conversations.errors import NotACanvas
from conversations.plain_form.facts import cost_said, task_said, thing_said
from conversations.plain_form.numbers import read_numbers
from conversations.plain_form.sources import partner_of
from conversations.reading.parties import read_party
from conversations.reading.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BLOCKS = {
    Block.ACTIVITIES: ("activities", "key_activities"),
    Block.RESOURCES: ("resources", "key_resources"),
    Block.PARTNERS: ("partners", "key_partners", "key_partnerships", "partnerships"),
    Block.COSTS: ("costs", "cost_structure"),
}
_FRONT = {
    "value_proposition": ("value_proposition", "value_propositions", "promise"),
    "customers": ("customers", "customer_segments", "segments"),
    "channels": ("channels",),
    "relationships": ("relationships", "customer_relationships"),
    "revenue": ("revenue", "revenue_streams", "revenues"),
}
_TYPES = (
    (BusinessType.PLATFORM, re.compile(r"platform|marketplace|network|two-sided")),
    (BusinessType.PRODUCTION, re.compile(r"product|manufact|hardware|craft|agricultur|farm|maker|food")),
    (BusinessType.PROBLEM_SOLVING, re.compile(r"service|problem|consult|agency|health|education|software")),
    (BusinessType.SUPPLY_CHAIN, re.compile(r"supply|retail|wholesale|logistic|distribut|trade")),
)
MOST_LINES = 250
"""Lines of one block that are read."""
_ROLE = re.compile(r":|\s[-–—=]+>?\s|→|[(（]")
_UNKNOWN = re.compile(
    r"^(?:\?+|-+|n/?a|tbd|tba|unknown|not sure|don'?t know(?: yet)?|none|todo|\.+)$", re.IGNORECASE
)


class PlainCanvas(msgspec.Struct, frozen=True):
    """A canvas read from the plain form: its id there, and each entry's text as it was written, by id."""

    id: str
    canvas: Canvas
    written: dict[int, str]


def read_plain(document: object) -> PlainCanvas:
    """Give the canvas in a JSON value. Raises `NotACanvas` where it is none.

    At least one of the four blocks has to be there, as a list of texts; all else may be missing. What a block
    leaves out is not asked, an empty front-stage part is unknown.
    """
    if not isinstance(document, dict):
        raise NotACanvas("object")
    fields = {str(key).casefold().replace(" ", "_"): value for key, value in document.items()}
    texts = {block: _texts(fields, names) for block, names in _BLOCKS.items()}
    if not any(name in fields for names in _BLOCKS.values() for name in names):
        raise NotACanvas("blocks")
    written = [text for lines in texts.values() for text in lines]
    canvas = _with_front(fields).with_new(_entries(texts))
    return PlainCanvas(
        _text(fields.get("id")), _linked(canvas, texts[Block.RESOURCES]), dict(enumerate(written, start=1))
    )


def _with_front(fields: Mapping[str, Any]) -> Canvas:
    stage = _stage(_text(fields.get("stage")))
    trade = _text(fields.get("business_type"))
    types = tuple(kind for kind, words in _TYPES if words.search(trade.casefold()))
    front = FrontStage(**{part: _front(fields, names) for part, names in _FRONT.items()})
    numbers = fields.get("numbers")
    if not isinstance(numbers, dict):
        numbers = {}
    waiting = stage is not None and not stage.trading
    front, totals = read_numbers(numbers, front, hoped=waiting)
    return Canvas(
        venture=Venture(
            name=_text(fields.get("company")) or _text(fields.get("name")),
            stage=stage or UNSET,
            business_types=types or UNSET,
            trade=trade,
            currency=_text(fields.get("currency")),
        ),
        front_stage=front,
        totals=totals,
    )


def _front(fields: Mapping[str, Any], names: tuple[str, ...]) -> Any:  # noqa: ANN401 - text, None or UNSET
    for name in names:
        if name in fields:
            value = fields[name]
            lines = [_text(one) for one in value] if isinstance(value, list) else [_text(value)]
            said = ", ".join(line for line in lines if line)
            return said if said and not _UNKNOWN.match(said) else None
    return None if "value_proposition" in names else UNSET


def _stage(said: str) -> Stage | None:
    name = re.sub(r"[\s-]+", "_", said.casefold())
    return next((stage for stage in Stage if stage.value == name), None)


def _texts(fields: Mapping[str, Any], names: tuple[str, ...]) -> list[str]:
    said: Any = next((fields[name] for name in names if fields.get(name) is not None), [])
    lines = said.split("\n") if isinstance(said, str) else said
    if not isinstance(lines, list) or not all(isinstance(_bare(line), str) for line in lines):
        raise NotACanvas("entries")
    if len(lines) > MOST_LINES:
        raise NotACanvas("large")
    return [text for line in lines if (text := _text(_bare(line)))]


def _bare(line: object) -> object:
    return line.get("text") if isinstance(line, dict) else line


def _text(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return " ".join(clean_text(value).split()) if isinstance(value, str) else ""


def _entries(texts: Mapping[Block, list[str]]) -> Iterator[Entry]:
    for text in texts[Block.ACTIVITIES]:
        task = task_said(text)
        facets = {"done": task.done, "when": task.when, "starred": task.starred, "goal": task.goal}
        yield Activity(id=0, text=task.name, **facets)  # type: ignore[arg-type]  # facets by name
    for text in texts[Block.RESOURCES]:
        thing = thing_said(text)
        yield Resource(id=0, text=thing.name, sourcing=thing.sourcing)
    yield from (_partner(text) for text in texts[Block.PARTNERS])
    for text in texts[Block.COSTS]:
        cost = cost_said(text)
        yield Cost(id=0, text=cost.name, behaviour=cost.behaviour, amount=cost.amount)


def _partner(text: str) -> Partner:
    """Give a partner; a sentence about them stays whole, for its verb tells what they do."""
    if not _ROLE.search(text):
        return Partner(id=0, text=text)
    party = read_party(text)
    return Partner(id=0, text=party.name, gives=party.gives or UNSET, gets=party.gets or UNSET)


def _linked(canvas: Canvas, things: list[str]) -> Canvas:
    partners = canvas.of(Partner)
    for resource, text in zip(canvas.of(Resource), things, strict=True):
        if resource.sourcing is Sourcing.PARTNER:
            partner = partner_of(resource.text, thing_said(text).source, partners)
            canvas = canvas.with_changed(msgspec.structs.replace(resource, partner=partner))
    return canvas
