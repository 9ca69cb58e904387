"""Rules about key activities, each by itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block, Stage
from conversations.coach.actions import add, later, reword
from conversations.coach.advice import Found, rule
from conversations.coach.looking import for_now, ids, nothing_says, open_question, texts
from conversations.coach.stages import GROWN, TRADING
from conversations.coach.vocabulary.goals import BIG, FAR_AWAY, GOAL, SOMEDAY
from conversations.coach.vocabulary.matching import mentions
from conversations.coach.vocabulary.preparing import LICENCE, RESEARCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

LONG = 90
"""Characters from which an activity is rather a plan than a task."""


@rule("goal_to_action", source="practice", weight=63, block=Block.ACTIVITIES)
def goal_to_action(canvas: Canvas) -> Iterator[Found]:
    """Speak about an activity that states a result, and ask for the action that leads there."""
    goals = [one for one in for_now(canvas) if GOAL.search(one.text)]
    if goals:
        yield Found(ids(goals), actions=reword(ids(goals)))


@rule("simplify_activity", source="Seed", weight=54, block=Block.ACTIVITIES)
def simplify_activity(canvas: Canvas) -> Iterator[Found]:
    """Speak about what is too big to finish, else where nothing has a date: simple, achievable goals."""
    undated = [one for one in for_now(canvas) if not isinstance(one.due, date) and not one.goal]
    big = [one for one in undated if len(one.text) > LONG or BIG.search(one.text)]
    dated = any(isinstance(one.due, date) for one in canvas.of(Activity))
    if big and not (canvas.venture.stage in GROWN and not canvas.answers):
        yield Found(ids(big[:1]), actions=(*reword(ids(big[:1])), later(big[0].id)))
    elif undated and not dated and open_question(canvas, "month"):
        yield Found(ids(undated[:1]), "undated", actions=reword(ids(undated[:1])))


@rule("now_vs_later", source="practice", weight=51, block=Block.ACTIVITIES)
def now_vs_later(canvas: Canvas) -> Iterator[Found]:
    """Speak about what is for someday and stands among today's: park it under Later."""
    far = [one for one in for_now(canvas) if SOMEDAY.search(one.text)]
    if canvas.venture.stage not in GROWN:
        far += [one for one in for_now(canvas) if one not in far and FAR_AWAY.search(one.text)]
    if far:
        yield Found(ids(far), actions=(later(far[0].id),))


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
    if canvas.venture.stage is Stage.IDEA and nothing_says(canvas, RESEARCH):
        yield Found(actions=add(Block.ACTIVITIES))


@rule(
    "add_licence_permit",
    source="Seed",
    weight=65,
    block=Block.ACTIVITIES,
    quiet=TRADING,
    rests_on=("before_sale",),
)
def add_licence_permit(canvas: Canvas) -> Iterator[Found]:
    """Speak where somebody who isn't trading yet has no registration, licence or permit in sight."""
    elsewhere = texts(canvas, Block.RESOURCES, Block.COSTS)
    if nothing_says(canvas, LICENCE) and not mentions(LICENCE, elsewhere):
        yield Found(actions=add(Block.ACTIVITIES))


@rule("praise_progress", source="Seed", weight=50, block=Block.ACTIVITIES)
def praise_progress(canvas: Canvas) -> Iterator[Found]:
    """Celebrate what was finished, for change means that tasks get done, and ask what comes next."""
    done = [one for one in canvas.of(Activity) if one.done]
    if done:
        grown = canvas.venture.stage in GROWN
        weight = 30 if grown else None
        several = "text" if len(done) == 1 else "several"
        yield Found(ids(done[-1:]), several, weight=weight, actions=add(Block.ACTIVITIES))
