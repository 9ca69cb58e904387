"""Rules about what activities need and what resources are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Resource
from conversations.canvas.facets import Block
from conversations.canvas.stems import shared, stems
from conversations.coach.actions import Action, Do, add
from conversations.coach.advice import Found, rule
from conversations.coach.looking import everything_said, for_now, ids, texts, things
from conversations.coach.stages import GROWN
from conversations.coach.vocabulary.matching import readable
from conversations.coach.vocabulary.trades import NAMED, NEEDS
from conversations.coach.vocabulary.uses import UNUSED, USES
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Activity
    from conversations.coach.vocabulary.trades import Need
    from conversations.words.text import Param


@rule("activity_needs_resource", source="STR", weight=55, block=Block.RESOURCES, rests_on=("things",))
def activity_needs_resource(canvas: Canvas) -> Iterator[Found]:
    """Speak about an activity whose tool or person is nowhere on the canvas, by the needs of each trade."""
    if not canvas.of(Resource) or canvas.venture.stage in GROWN or not readable(canvas):
        return
    for activity in for_now(canvas):
        tool = NAMED.search(activity.text)
        if tool and not _had(canvas, tool["tool"]):
            yield Found((activity.id,), "tool", {"tool": tool["tool"]}, actions=add(Block.RESOURCES))
            return
    for need in NEEDS:
        lacking = [one for one in for_now(canvas) if _lacks(canvas, one, need)]
        if lacking:
            params: dict[str, Param] = {"need": say(f"coach.need.{need.name}")}
            yield Found(ids(lacking[:1]), params=params, actions=add(Block.RESOURCES))


@rule("orphan_resource", source="STR", weight=41, block=Block.RESOURCES, rests_on=("things",))
def orphan_resource(canvas: Canvas) -> Iterator[Found]:
    """Speak about a thing for which nothing on the canvas has a use; silent unless that is sure."""
    if canvas.venture.stage in GROWN or not readable(canvas):
        return
    orphans = [one for one in things(canvas) if UNUSED.search(one.text) or _without_use(canvas, one)]
    if orphans:
        yield Found(ids(orphans), actions=(Action(Do.REMOVE, entry=orphans[0].id),))


def _had(canvas: Canvas, tool: str) -> bool:
    had = texts(canvas, Block.RESOURCES, Block.PARTNERS, Block.COSTS)
    halves = [half for entry in canvas.block(Block.PARTNERS) for half in getattr(entry, "gives", ()) or ()]
    return bool(shared(stems(tool), stems(*had, *halves)))


def _lacks(canvas: Canvas, activity: Activity, need: Need) -> bool:
    if not need.asks.search(activity.text):
        return False
    had = texts(canvas, Block.RESOURCES, Block.PARTNERS, Block.COSTS)
    halves = [half for entry in canvas.block(Block.PARTNERS) for half in getattr(entry, "gives", ()) or ()]
    if any(need.met.search(text) for text in (*had, *halves)):
        return False
    return not any(shared(stems(one.text), stems(activity.text)) for one in things(canvas) if one.activities)


def _without_use(canvas: Canvas, resource: Resource) -> bool:
    use = next((one for one in USES if one.thing.search(resource.text)), None)
    if use is None or resource.activities or resource.serves:
        return False
    others = canvas.without([resource.id])
    said = everything_said(others)
    return not use.used.search(said) and not shared(stems(resource.text), stems(said))
