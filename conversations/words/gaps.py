"""What is missing from a block, said as an invitation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Resource
from conversations.canvas.facets import Block, ResourceKind, Sourcing, Stage
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

NONE = "none"
"""How an answer stands where the founder said that there is none."""

PARTNERS = "partners"
"""The question that asks who the partners are."""


def gaps(canvas: Canvas, block: Block) -> list[Phrase]:
    """Give the gaps of one block, a line each; nothing for what the founder said there is none of."""
    if not canvas.block(block) and block is not Block.RESOURCES:
        none = _said_none(canvas, block.value)
        return [say(f"canvas.none.{block.value}") if none else say(f"canvas.gap.{block.value}")]
    return _of_resources(canvas) if block is Block.RESOURCES else []


def nameless(canvas: Canvas) -> tuple[Resource, ...]:
    """Give the resources that come from a partner whom nobody has named."""
    return tuple(
        resource
        for resource in canvas.of(Resource)
        if resource.sourcing is Sourcing.PARTNER
        and (resource.partner is None or canvas.entry(resource.partner) is None)
    )


def _of_resources(canvas: Canvas) -> list[Phrase]:
    kinds = {resource.kind for resource in canvas.of(Resource)}
    trading = isinstance(canvas.venture.stage, Stage) and canvas.venture.stage.trading
    lines = []
    if not kinds:
        lines.append(say("canvas.gap.resources"))
    if ResourceKind.HUMAN not in kinds and not _said_none(canvas, "people"):
        lines.append(say("canvas.gap.people"))
    if ResourceKind.FINANCIAL not in kinds and not trading and not _said_none(canvas, "money"):
        lines.append(say("canvas.gap.money"))
    if not canvas.answers or PARTNERS in canvas.answers:  # otherwise the very next question asks it
        lines += [say("canvas.gap.nameless", entry=resource.text) for resource in nameless(canvas)]
    return lines


def _said_none(canvas: Canvas, question: str) -> bool:
    answer = canvas.answers.get(question)
    return answer is not None and answer.standing == NONE
