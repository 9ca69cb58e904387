"""What a founder lets a cohort's mentors see, and the canvas as they then see it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.document import Answer, Canvas, FrontStage, Venture
from conversations.canvas.entries import Activity, Cost, Entry, Resource, block_of
from conversations.canvas.facets import Block, Sourcing

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import datetime


class Part(Enum):
    """What can be shared or kept apart. All is private until a founder says otherwise."""

    ACTIVITIES = "activities"
    RESOURCES = "resources"
    PARTNERS = "partners"
    COSTS = "costs"
    FRONT_STAGE = "front_stage"
    NUMBERS = "numbers"
    CHECK_INS = "check_ins"


Consent: TypeAlias = frozenset[Part]
NOTHING: Consent = frozenset()
ALL_FOUR: Consent = frozenset({Part.ACTIVITIES, Part.RESOURCES, Part.PARTNERS, Part.COSTS})
EVERYTHING: Consent = frozenset(Part)


Since: TypeAlias = "dict[Part, datetime]"
"""Since when parts are shared; one that is missing has been from the beginning."""


def shared_at(consent: Consent, since: Since, moment: datetime) -> Consent:
    """Give what was shared at an earlier moment already, of what is shared now."""
    if not since or max(since.values()) <= moment:
        return consent
    return frozenset(part for part in consent if part not in since or since[part] <= moment)


PART_OF = {block: Part(block.value) for block in Block}
"""The part that each backstage block is."""


def shares(consent: Consent, block: Block) -> bool:
    """Whether a backstage block is shared."""
    return PART_OF[block] in consent


def as_seen_by(canvas: Canvas, consent: Consent) -> Canvas:
    """Give the canvas as mentors see it: the only source of what they are ever shown of it.

    The founder's own words to questions, what waits to be sorted and what was dismissed are never in it.
    Amounts are numbers: a shared cost keeps its name without them. The venture's name comes with the first
    part that is shared.
    """
    if not consent:
        return Canvas()
    blocks = frozenset(block for block in Block if shares(consent, block))
    seen = {entry.id for entry in canvas.entries if block_of(entry) in blocks}
    entries = tuple(_seen(entry, consent, seen) for entry in canvas.entries if entry.id in seen)
    return Canvas(
        next_id=max(seen, default=0) + 1,
        venture=_venture(canvas, consent),
        front_stage=_front_stage(canvas.front_stage, consent),
        totals=canvas.totals if Part.NUMBERS in consent else Canvas().totals,
        entries=entries,
        answers=_standings(canvas, consent, seen),
    )


def _seen(entry: Entry, consent: Consent, seen: Container[int]) -> Entry:
    if isinstance(entry, Activity | Resource) and Part.FRONT_STAGE not in consent:
        entry = replace(entry, serves=())
    if isinstance(entry, Resource):
        unnamed = entry.sourcing is Sourcing.PARTNER and Part.PARTNERS not in consent
        return replace(
            entry,
            sourcing=UNSET if unnamed else entry.sourcing,  # who it comes from isn't missing, but private
            partner=entry.partner if entry.partner in seen else None,
            activities=tuple(number for number in entry.activities if number in seen),
        )
    if isinstance(entry, Cost):
        entry = replace(entry, about=entry.about if entry.about in seen else None)
        return entry if Part.NUMBERS in consent else replace(entry, amount=UNSET)
    return entry


def _venture(canvas: Canvas, consent: Consent) -> Venture:
    venture = canvas.venture if Part.FRONT_STAGE in consent else Venture(name=canvas.venture.name)
    return replace(venture, currency=canvas.venture.currency if Part.NUMBERS in consent else "")


def _front_stage(stage: FrontStage, consent: Consent) -> FrontStage:
    if Part.FRONT_STAGE not in consent:
        stage = FrontStage(price=stage.price, volume=stage.volume, monthly_revenue=stage.monthly_revenue)
    if Part.NUMBERS not in consent:
        stage = replace(stage, price=UNSET, volume=UNSET, monthly_revenue=UNSET)
    return stage


def _standings(canvas: Canvas, consent: Consent, seen: set[int]) -> dict[str, Answer]:
    """Give how questions ended, without a word of the answers; the coach speaks of whole canvases only."""
    if consent != EVERYTHING:
        return {}
    return {
        question: Answer(standing=answer.standing, entries=tuple(n for n in answer.entries if n in seen))
        for question, answer in canvas.answers.items()
    }
