"""Rules about the show itself, and about what the backstage does for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block, BusinessType, Serves, Stage
from conversations.canvas.money import Amount
from conversations.canvas.stems import shared, stems
from conversations.coach.actions import Action, Do, add
from conversations.coach.advice import Found, rule
from conversations.coach.looking import (
    funds,
    ids,
    nothing_says,
    open_question,
    published,
    sells_nothing,
    serving,
    texts,
)
from conversations.coach.sides import sides_won, two_sided
from conversations.coach.stages import GROWN, TRADING
from conversations.coach.vocabulary.matching import mentions, readable
from conversations.coach.vocabulary.preparing import OFF_TOPIC, SUPPORT
from conversations.coach.vocabulary.showing import EARN, KEEP, REACH, SIGN_UP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

_ASKED_BY = {"value_proposition": "promise", "customers": "customers", "revenue": "earn"}


@rule("ask_frontstage", source="BLK", weight=88, block=None)
def ask_frontstage(canvas: Canvas) -> Iterator[Found]:
    """Speak about the first of promise, customers and revenue that was asked about and stayed open."""
    for part, question in _ASKED_BY.items():
        said = getattr(canvas.front_stage, part)
        if said is None or (not isinstance(said, str) and open_question(canvas, question)):
            yield Found(wording=part, actions=(Action(Do.ASK, question=question),))
            return


@rule("link_to_vp", source="Seed, ACE", weight=52, at_most=66, block=Block.ACTIVITIES, rests_on=("weekly",))
def link_to_vp(canvas: Canvas) -> Iterator[Found]:
    """Speak where the promise has no activity, or an activity serves nothing of what customers see."""
    promise = canvas.front_stage.value_proposition
    if isinstance(promise, str) and _promise_is_idle(canvas):
        yield Found(wording="promise", params={"promise": promise}, weight=66, actions=add(Block.ACTIVITIES))
    activities = [one for one in canvas.of(Activity) if not one.preparation and not one.done]
    aimless = [one for one in activities if OFF_TOPIC.search(one.text)]
    # Only an interview tells for every activity what it serves.
    serving_some = [one for one in activities if one.serves and canvas.answers]
    idle = [one for one in activities if not one.serves]
    found = aimless or (idle if len(serving_some) > len(idle) else [])
    if found:
        yield Found(ids(found), actions=(Action(Do.REMOVE, entry=found[0].id),))


@rule("add_reach_market", source="Seed", weight=76, block=Block.ACTIVITIES, rests_on=("reach",))
def add_reach_market(canvas: Canvas) -> Iterator[Found]:
    """Speak where nothing markets, sells or delivers."""
    recruits = not _is_platform(canvas) and mentions(SIGN_UP, texts(canvas, Block.ACTIVITIES))
    if serving(canvas, Serves.CHANNELS) or recruits or published(canvas):
        return
    if nothing_says(canvas, REACH):
        yield Found(actions=add(Block.ACTIVITIES))


@rule("add_relationship", source="Seed", weight=64, block=Block.ACTIVITIES, rests_on=("keep",))
def add_relationship(canvas: Canvas) -> Iterator[Found]:
    """Speak where nothing supports or keeps customers."""
    if not serving(canvas, Serves.RELATIONSHIPS) and not published(canvas) and nothing_says(canvas, KEEP):
        yield Found(actions=add(Block.ACTIVITIES))


@rule("add_earn_revenue", source="Seed", weight=74, block=Block.ACTIVITIES, rests_on=("earn",))
def add_earn_revenue(canvas: Canvas) -> Iterator[Found]:
    """Speak where nothing brings in money."""
    grown = canvas.venture.stage in GROWN and not canvas.answers
    if serving(canvas, Serves.REVENUE) or grown or _lives_on(canvas):
        return
    if nothing_says(canvas, EARN):
        trading = canvas.venture.stage in TRADING
        yield Found(weight=42 if trading and not canvas.answers else None, actions=add(Block.ACTIVITIES))


@rule("two_sided_growth", source="practice", weight=71, block=Block.ACTIVITIES, rests_on=("reach",))
def two_sided_growth(canvas: Canvas) -> Iterator[Found]:
    """Speak where a platform wins at most one of its sides."""
    if not canvas.of(Activity) or not readable(canvas) or canvas.venture.stage is Stage.ESTABLISHED:
        return
    if not _is_platform(canvas):
        return
    sides, unnamed = sides_won(canvas)
    if len(sides) > 1 or (sides and unnamed):
        return
    if sides:
        yield Found((sides[0],), "other", actions=add(Block.ACTIVITIES))
    elif not unnamed or (two_sided(canvas) and canvas.venture.stage not in GROWN):
        yield Found(actions=add(Block.ACTIVITIES))


def _lives_on(canvas: Canvas) -> bool:
    """Tell whether what comes in was told otherwise: by numbers, or by grants where nothing is sold."""
    front = canvas.front_stage
    told = isinstance(front.monthly_revenue, Amount) or isinstance(front.price, Amount)
    return told or (sells_nothing(canvas) and bool(funds(canvas)))


def _is_platform(canvas: Canvas) -> bool:
    return BusinessType.PLATFORM in (canvas.venture.business_types or ())


def _promise_is_idle(canvas: Canvas) -> bool:
    """Tell whether nothing carries the promise: by links, else where all is office work and selling."""
    activities = [one for one in canvas.of(Activity) if not one.preparation]
    if canvas.answers and any(one.serves for one in activities):
        return not serving(canvas, Serves.VALUE_PROPOSITION)
    if not activities or canvas.answers or published(canvas) or not readable(canvas):
        return False
    return len(activities) > 1 and all(_supports(canvas, one) for one in activities)


def _supports(canvas: Canvas, activity: Activity) -> bool:
    """Tell whether an activity only reaches, keeps, charges or administers, whatever the promise is."""
    promise = canvas.front_stage.value_proposition
    said = stems(promise) if isinstance(promise, str) else frozenset[str]()
    if Serves.VALUE_PROPOSITION in activity.serves or activity.starred:
        return False
    return bool(SUPPORT.search(activity.text)) and not shared(stems(activity.text), said)
