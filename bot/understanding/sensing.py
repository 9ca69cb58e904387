"""What turns want understood, answered with the sorter; it loads beside everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.understanding.loading import load_serving_model, load_sorter
from conversations.canvas.facets import Block
from conversations.interview.requests import Purpose, Sense

if TYPE_CHECKING:
    from conversations.coach.serving import ServingModel
    from conversations.interview.requests import Understand
    from conversations.understanding.sorter import Sorted, Sorter

BLOCK_SURE = 0.8
"""From here on something said in passing is put into its block, with a receipt: 98 of 100 are right."""
BLOCK_LIKELY = 0.4
"""From here on its block is offered first."""
KIND_SURE = 0.6
"""From here on an entry is given its kind."""
ELSEWHERE_SURE = 0.97
"""From here on an entry is said to sound like one of another block."""


def understand(request: Understand) -> tuple[Sense, ...]:
    """Give what each phrase of a request is; the first call waits 2 s for the encoder. Raises UnfitModel."""
    senses = sensed(request, load_sorter())
    return serving(request, senses, load_serving_model())


def serving(request: Understand, senses: tuple[Sense, ...], model: ServingModel) -> tuple[Sense, ...]:
    """Give the senses with the part of the show that each activity surely serves."""
    activities = [place for place, sense in enumerate(senses) if sense.block is Block.ACTIVITIES]
    parts = dict(zip(activities, model.serves([request.texts[place] for place in activities]), strict=True))
    return tuple(replace(sense, serves=parts.get(place)) for place, sense in enumerate(senses))


def sensed(request: Understand, sorter: Sorter) -> tuple[Sense, ...]:
    """Give what each phrase of a request is, by a sorter."""
    freely = sorter.sort(request.texts)
    standing = sorter.sort(request.texts, request.blocks)
    looks_elsewhere = request.purpose is Purpose.KINDS
    return tuple(
        _of_waiting(free) if block is None else _of_entry(block, known, free if looks_elsewhere else None)
        for block, free, known in zip(request.blocks, freely, standing, strict=True)
    )


def _of_waiting(found: Sorted) -> Sense:
    if found.block is None or found.block_confidence < BLOCK_LIKELY:
        return Sense()
    return Sense(block=found.block, kind=_kind(found), sure=found.block_confidence >= BLOCK_SURE)


def _of_entry(block: Block, found: Sorted, free: Sorted | None) -> Sense:
    other = free is not None and free.block is not block and free.block_confidence >= ELSEWHERE_SURE
    return Sense(block=block, kind=_kind(found), elsewhere=free.block if free is not None and other else None)


def _kind(found: Sorted) -> str:
    return found.kind if found.kind and found.kind_confidence >= KIND_SURE else ""
