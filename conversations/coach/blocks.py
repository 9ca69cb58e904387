"""Rules that look at every block alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block, When
from conversations.coach.advice import Found, rule
from conversations.coach.looking import ids
from conversations.coach.vocabulary import generic
from conversations.words.gaps import nameless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

FEW = 7
"""Entries that one block can hold and still say what matters."""
_QUESTIONS = {
    Block.ACTIVITIES: ("before_sale", "weekly", "reach", "keep", "earn"),
    Block.RESOURCES: ("things", "people", "money"),
    Block.PARTNERS: ("partners",),
    Block.COSTS: ("prices", "more_costs"),
}


@rule("fill_empty_block", source="Seed", weight=90, block=None)
def fill_empty_block(canvas: Canvas) -> Iterator[Found]:
    """Speak about each block that is empty; "none" is an answer, but not for resources, says the seed."""
    for block in Block:
        standings = {canvas.answers[name].standing for name in _QUESTIONS[block] if name in canvas.answers}
        unasked = bool(canvas.answers) and not standings
        none = "none" in standings and block is not Block.RESOURCES
        partner_is_missed = block is Block.PARTNERS and bool(nameless(canvas))
        if not canvas.block(block) and not (unasked or none or partner_is_missed):
            yield Found(wording=block.value, block=block, rests_on=_QUESTIONS[block])


@rule("prioritise_few", source="MYB, KA2", weight=58, block=None)
def prioritise_few(canvas: Canvas) -> Iterator[Found]:
    """Speak about blocks with more than seven entries; what is done or waits under Later doesn't count."""
    for block in Block:
        entries = [
            entry
            for entry in canvas.block(block)
            if not (isinstance(entry, Activity) and (entry.done or entry.when is When.LATER))
        ]
        if len(entries) > FEW:
            wording = block.value if block in (Block.ACTIVITIES, Block.RESOURCES) else "text"
            yield Found(ids(entries), wording, params={"number": len(entries)}, block=block)


@rule("be_specific", source="STR", weight=56, block=None)
def be_specific(canvas: Canvas) -> Iterator[Found]:
    """Speak about entries that could stand on anybody's canvas."""
    for block in Block:
        vague = [entry for entry in canvas.block(block) if generic(entry.text, block)]
        if vague:
            yield Found(ids(vague), block.value, block=block)
