"""Rules about key activities."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block, Serves, Stage
from conversations.coach.advice import Found, rule
from conversations.coach.looking import for_now, ids, open_question, serving, texts
from conversations.coach.stages import GROWN, TRADING
from conversations.coach.vocabulary import BIG, EARN, KEEP, LICENCE, REACH, RESEARCH, mentions, readable

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

LONG = 90
"""Characters from which an activity is rather a plan than a task."""


@rule("simplify_activity", source="Seed", weight=54, block=Block.ACTIVITIES)
def simplify_activity(canvas: Canvas) -> Iterator[Found]:
    """Speak about what is too big to finish, else where nothing has a date: simple, achievable goals."""
    undated = [one for one in for_now(canvas) if not isinstance(one.due, date) and not one.goal]
    big = [one for one in undated if len(one.text) > LONG or BIG.search(one.text)]
    dated = any(isinstance(one.due, date) for one in canvas.of(Activity))
    if big:
        yield Found(ids(big[:1]))
    elif undated and not dated and open_question(canvas, "month"):
        yield Found(ids(undated[:1]), "undated")


@rule(
    "add_early_research",
    source="Seed",
    weight=82,
    block=Block.ACTIVITIES,
    quiet=TRADING,
    rests_on=("before_sale",),
)
def add_early_research(canvas: Canvas) -> Iterator[Found]:
    """Speak where a mere idea has no research and no talk with customers."""
    if _is_idea(canvas) and _nothing_says(canvas, RESEARCH):
        yield Found()


@rule(
    "add_licence_permit",
    source="Seed",
    weight=72,
    block=Block.ACTIVITIES,
    quiet=TRADING,
    rests_on=("before_sale",),
)
def add_licence_permit(canvas: Canvas) -> Iterator[Found]:
    """Speak where somebody who isn't trading yet has no registration, licence or permit in sight."""
    if _nothing_says(canvas, LICENCE) and not mentions(LICENCE, texts(canvas, Block.RESOURCES, Block.COSTS)):
        yield Found()


@rule("link_to_vp", source="Seed, ACE", weight=52, block=Block.ACTIVITIES, rests_on=("weekly",))
def link_to_vp(canvas: Canvas) -> Iterator[Found]:
    """Speak where the promise has no activity, or one activity serves nothing though the others do."""
    activities = [one for one in canvas.of(Activity) if not one.preparation]
    serving_some = [one for one in activities if one.serves]
    promise = canvas.front_stage.value_proposition
    if not serving_some:
        return
    if isinstance(promise, str) and not serving(canvas, Serves.VALUE_PROPOSITION):
        yield Found(wording="promise", params={"promise": promise}, weight=66)
    idle = [one for one in activities if not one.serves and not one.done]
    if idle and len(serving_some) > len(idle):
        yield Found(ids(idle))


@rule("add_reach_market", source="Seed", weight=76, block=Block.ACTIVITIES, rests_on=("reach",))
def add_reach_market(canvas: Canvas) -> Iterator[Found]:
    """Speak where nothing markets, sells or delivers."""
    if not serving(canvas, Serves.CHANNELS) and _nothing_says(canvas, REACH):
        yield Found()


@rule("add_relationship", source="Seed", weight=64, block=Block.ACTIVITIES, rests_on=("keep",))
def add_relationship(canvas: Canvas) -> Iterator[Found]:
    """Speak where nothing supports or keeps customers."""
    if not serving(canvas, Serves.RELATIONSHIPS) and _nothing_says(canvas, KEEP):
        yield Found()


@rule("add_earn_revenue", source="Seed", weight=74, block=Block.ACTIVITIES, rests_on=("earn",))
def add_earn_revenue(canvas: Canvas) -> Iterator[Found]:
    """Speak where nothing brings in money."""
    if not serving(canvas, Serves.REVENUE) and _nothing_says(canvas, EARN):
        yield Found()


@rule("praise_progress", source="Seed", weight=50, block=Block.ACTIVITIES)
def praise_progress(canvas: Canvas) -> Iterator[Found]:
    """Celebrate what was finished: change means that tasks get done."""
    done = [one for one in canvas.of(Activity) if one.done]
    if done:
        grown = canvas.venture.stage in GROWN
        yield Found(ids(done[-1:]), "text" if len(done) == 1 else "several", weight=30 if grown else None)


def _is_idea(canvas: Canvas) -> bool:
    return canvas.venture.stage is Stage.IDEA


def _nothing_says(canvas: Canvas, vocabulary: re.Pattern[str]) -> bool:
    """Tell whether there are activities, in words that can be read, and none has one of these words."""
    said = texts(canvas, Block.ACTIVITIES)
    return bool(said) and readable(canvas) and not mentions(vocabulary, said)
