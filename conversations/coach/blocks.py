"""Rules that look at every block alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Cost
from conversations.canvas.facets import Block, When
from conversations.coach.actions import Action, Do, add, later, reword
from conversations.coach.advice import Found, rule, tuned
from conversations.coach.looking import ids
from conversations.coach.naming import head, is_task, is_thing
from conversations.coach.stages import GROWN
from conversations.coach.vocabulary.generic import generic
from conversations.coach.vocabulary.goals import PARTS
from conversations.coach.vocabulary.things import ACT_HEADS
from conversations.reading.listwords import VERBS
from conversations.reading.phrases import first_word
from conversations.reading.segments import protected
from conversations.remembering import remembered
from conversations.words.gaps import nameless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry
    from conversations.coach.tuning import Tuning
    from conversations.words.text import Param

SEVERAL = 3
"""Ideas from which one entry holds too many."""
FILLING = {
    Block.ACTIVITIES: ("before_sale", "weekly", "reach", "keep", "earn"),
    Block.RESOURCES: ("things", "people", "money"),
    Block.PARTNERS: ("partners",),
    Block.COSTS: ("prices", "more_costs"),
}
"""The built-in interview's questions whose answers are notes of each block."""


@rule("fill_empty_block", source="Seed", weight=90, block=None)
def fill_empty_block(canvas: Canvas) -> Iterator[Found]:
    """Speak about each block that is empty; "none" is an answer, but not for resources, says the seed."""
    for block in Block:
        standings = {canvas.answers[name].standing for name in FILLING[block] if name in canvas.answers}
        unasked = bool(canvas.answers) and not standings
        none = "none" in standings and block is not Block.RESOURCES
        partner_is_missed = block is Block.PARTNERS and bool(nameless(canvas))
        if not canvas.block(block) and not (unasked or none or partner_is_missed):
            yield Found(wording=block.value, block=block, rests_on=FILLING[block], actions=add(block))


@rule("prioritise_few", source="MYB, KA2", weight=58, block=None)
@tuned
def prioritise_few(canvas: Canvas, tuning: Tuning) -> Iterator[Found]:
    """Speak about blocks with more than seven entries; what is done or waits under Later doesn't count."""
    for block in Block:
        entries = [
            entry
            for entry in canvas.block(block)
            if not (isinstance(entry, Activity) and (entry.done or entry.when is When.LATER))
        ]
        if len(entries) > tuning.entries_a_block:
            params: dict[str, Param] = {"number": len(entries)}
            last = (later(entries[-1].id),) if block is Block.ACTIVITIES else ()
            yield Found(ids(entries), block.value, params=params, block=block, actions=last)


@rule("be_specific", source="STR", weight=56, block=None)
def be_specific(canvas: Canvas) -> Iterator[Found]:
    """Speak about entries that could stand on anybody's canvas."""
    for block in Block:
        entries = canvas.block(block)
        vague = [entry for entry in entries if generic(entry.text, block)]
        # Firms that everybody knows write "Marketing" too; only where nothing else is said, it tells nothing.
        grown = canvas.venture.stage in GROWN and not canvas.answers
        if vague and not (grown and len(vague) < len(entries)):
            yield Found(ids(vague), block.value, block=block, actions=reword(ids(vague)))


@rule("split_item", source="MAN", weight=43, block=None)
def split_item(canvas: Canvas) -> Iterator[Found]:
    """Speak about an entry that lists several ideas, where each could be a note of its own."""
    if canvas.venture.stage in GROWN and not canvas.answers:
        return
    for block in (Block.ACTIVITIES, Block.RESOURCES, Block.COSTS):
        for entry in canvas.block(block):
            parts = _ideas(entry)
            if len(parts) >= SEVERAL:
                split = (Action(Do.SPLIT, entry=entry.id, parts=parts),)
                yield Found((entry.id,), params={"number": len(parts)}, block=block, actions=split)
                break


@rule("move_item", source="MYB, KA1", weight=53, block=None)
def move_item(canvas: Canvas) -> Iterator[Found]:
    """Speak about a thing among what is done, or a task among what is had."""
    for activity in canvas.of(Activity):
        # "Web shop", said of how people buy, is a way to reach them and no mistake.
        if not activity.serves and is_thing(activity.text):
            move = (Action(Do.MOVE, entry=activity.id, block=Block.RESOURCES),)
            yield Found((activity.id,), "thing", block=Block.ACTIVITIES, actions=move)
            break
    for entry in canvas.block(Block.RESOURCES):
        if is_task(entry.text):
            move = (Action(Do.MOVE, entry=entry.id, block=Block.ACTIVITIES),)
            yield Found((entry.id,), "task", block=Block.RESOURCES, actions=move)
            break


def _ideas(entry: Entry) -> tuple[str, ...]:
    """Give the ideas of an entry; what is in brackets goes with the word before it."""
    if isinstance(entry, Activity):
        return _activities(entry.text)
    parts = _parts(entry.text)
    # One price for several goods is one note: "Beans, milk and cups 1.10 a cup".
    return () if isinstance(entry, Cost) and entry.amount else parts


@remembered
def _activities(text: str) -> tuple[str, ...]:
    parts = _parts(text)
    return parts if _all_act(parts) else ()


@remembered
def _parts(text: str) -> tuple[str, ...]:
    shield = protected(text)
    parts, start = [], 0
    for cut in PARTS.finditer(text):
        if not shield[cut.start()]:
            parts.append(text[start : cut.start()])
            start = cut.end()
    return tuple(part.strip() for part in (*parts, text[start:]) if part.strip())


def _all_act(parts: tuple[str, ...]) -> bool:
    """Tell whether these are several activities, and not verbs that share what they are done to."""
    shared_object = any(part.casefold() in VERBS for part in parts[:-1])
    acting = [part for part in parts if _acts(part)]
    return not shared_object and len(acting) * 2 >= len(parts)


def _acts(part: str) -> bool:
    word = first_word(part)
    return word in VERBS or bool(ACT_HEADS.search(head(part)))
