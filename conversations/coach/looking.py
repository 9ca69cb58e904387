"""What several rules look for on a canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from conversations.canvas.entries import Activity, Cost, Resource
from conversations.canvas.facets import Block, ResourceKind, Serves, Stage, When
from conversations.canvas.money import Amount
from conversations.coach.stages import GROWN
from conversations.coach.vocabulary.matching import mentions, readable
from conversations.coach.vocabulary.money import FREE_OF_SALES, FUNDING, MONEY_SIGN
from conversations.coach.vocabulary.people import NAMES, PEOPLE, SOMEBODY, WORKERS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry

OPEN = frozenset({"unknown", "none"})
"""How an answer stands that was given and holds nothing. What was skipped wasn't answered."""


def ids(entries: Iterable[Entry]) -> tuple[int, ...]:
    """Give the entries' ids."""
    return tuple(entry.id for entry in entries)


def texts(canvas: Canvas, *blocks: Block) -> list[str]:
    """Give the texts of some blocks, of all where none is named."""
    return [entry.text for block in blocks or Block for entry in canvas.block(block)]


def everything_said(canvas: Canvas) -> str:
    """Give all that is written on the canvas, the promise and what partners give and get with it."""
    front = canvas.front_stage
    shown = (front.value_proposition, front.customers, front.channels, front.relationships, front.revenue)
    halves = [
        half
        for entry in canvas.entries
        for part in ("gives", "gets")
        for half in getattr(entry, part, ()) or ()
    ]
    return " · ".join(
        [canvas.venture.name, *(part for part in shown if isinstance(part, str)), *texts(canvas), *halves]
    )


def written_down(canvas: Canvas) -> bool:
    """Tell whether the canvas was written down rather than answered, by a venture that hasn't grown.

    Then what nobody asked is as open as what the founder didn't know.
    """
    stage = canvas.venture.stage
    return not canvas.answers and isinstance(stage, Stage) and stage not in GROWN


def published(canvas: Canvas) -> bool:
    """Tell whether it is the written canvas of an established firm: what such leave out, they still have."""
    return not canvas.answers and canvas.venture.stage is Stage.ESTABLISHED


def sells_nothing(canvas: Canvas) -> bool:
    """Tell whether the venture calls itself one that isn't there to sell."""
    return mentions(FREE_OF_SALES, [canvas.venture.trade, canvas.venture.name])


def is_open(canvas: Canvas, facet: object) -> bool:
    """Tell whether a facet was asked and isn't known, or nobody asked on a canvas that was written down."""
    return facet is None or (facet is UNSET and written_down(canvas))


def nothing_says(canvas: Canvas, vocabulary: re.Pattern[str]) -> bool:
    """Tell whether there are activities, in words that can be read, and none has one of these words."""
    said = texts(canvas, Block.ACTIVITIES)
    return bool(said) and readable(canvas) and not mentions(vocabulary, said)


def serving(canvas: Canvas, part: Serves) -> list[Activity]:
    """Give the activities known to serve a part of the front stage."""
    return [activity for activity in canvas.of(Activity) if part in activity.serves]


def for_now(canvas: Canvas) -> list[Activity]:
    """Give the activities that are open and don't wait under Later."""
    return [one for one in canvas.of(Activity) if not one.done and one.when is not When.LATER]


def people(canvas: Canvas) -> list[Resource]:
    """Give the resources that may be people: by kind, else by any word that speaks of somebody."""
    return _by_kind(canvas, ResourceKind.HUMAN) or [one for one in canvas.of(Resource) if _says_people(one)]


def workers(canvas: Canvas) -> list[Resource]:
    """Give the resources that surely are people who work: by kind, else by their jobs."""
    return _by_kind(canvas, ResourceKind.HUMAN) or [
        one for one in canvas.of(Resource) if _kind_open(one) and mentions(WORKERS, [one.text])
    ]


def funds(canvas: Canvas) -> list[Resource]:
    """Give the resources that are money: by kind, else by their words."""
    return _by_kind(canvas, ResourceKind.FINANCIAL) or [
        one for one in canvas.of(Resource) if _says_money(one)
    ]


def things(canvas: Canvas) -> list[Resource]:
    """Give the resources that are neither people nor money, of which it can be asked how they are had."""
    others = {*ids(people(canvas)), *ids(funds(canvas))}
    return [one for one in canvas.of(Resource) if one.id not in others]


def amount_of(cost: Cost) -> Amount | None:
    """Give a cost's amount where it is known."""
    return cost.amount if isinstance(cost.amount, Amount) else None


def open_question(canvas: Canvas, question: str) -> bool:
    """Tell whether a question was answered with nothing."""
    answer = canvas.answers.get(question)
    return answer is not None and answer.standing in OPEN


def _by_kind(canvas: Canvas, kind: ResourceKind) -> list[Resource]:
    return [one for one in canvas.of(Resource) if one.kind is kind]


def _says_people(resource: Resource) -> bool:
    said = any(words.search(resource.text) for words in (PEOPLE, NAMES, SOMEBODY))
    return _kind_open(resource) and said and not _says_money(resource)


def _says_money(resource: Resource) -> bool:
    return _kind_open(resource) and any(
        vocabulary.search(resource.text) for vocabulary in (FUNDING, MONEY_SIGN)
    )


def _kind_open(resource: Resource) -> bool:
    return resource.kind is None or resource.kind is UNSET
