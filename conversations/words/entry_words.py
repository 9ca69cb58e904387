"""One entry as a short line: its mark, its text, its facets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource
from conversations.canvas.facets import Behaviour, Evidence, ResourceKind, Sourcing, When
from conversations.canvas.money import Amount, Period
from conversations.words.money_words import in_currency
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.document import Canvas


def entry_in_words(canvas: Canvas, entry: Entry) -> Phrase:
    """Give an entry as a line, such as "• Cart — rented · 350 € a month"."""
    facets = facets_in_words(canvas, entry)
    words = say("canvas.entry", text=entry.text)
    if facets is not None:
        words = say("canvas.entry.facets", text=entry.text, facets=facets)
    return say(f"canvas.mark.{mark_of(entry)}", entry=words)


def facets_in_words(canvas: Canvas, entry: Entry) -> Phrase | None:
    """Give what is known of an entry beside its text, in one line; None where nothing is."""
    facets = facets_of(canvas, entry)
    return in_a_line(facets) if facets else None


def in_a_line(phrases: Sequence[Phrase]) -> Phrase:
    """Give phrases, at least one, joined into one."""
    joined = phrases[-1]
    for phrase in reversed(phrases[:-1]):
        joined = say("canvas.facets", first=phrase, rest=joined)
    return joined


def facets_of(canvas: Canvas, entry: Entry) -> list[Phrase]:
    """Give what is known of an entry beside its text: the amount of a cost first, how sure it is last."""
    facets = _of_block(canvas, entry)
    if isinstance(entry.evidence, Evidence):
        facets.append(say(f"canvas.facet.evidence.{entry.evidence.value}"))
    return facets


def _of_block(canvas: Canvas, entry: Entry) -> list[Phrase]:
    match entry:
        case Activity():
            return _of_activity(entry)
        case Resource():
            return _of_resource(canvas, entry)
        case Partner():
            return _of_partner(entry)
        case Cost():
            return _of_cost(canvas, entry)


def mark_of(entry: Entry) -> str:
    """Give what stands before an entry: `done`, `starred`, `later` or `plain`."""
    if not isinstance(entry, Activity):
        return "plain"
    if entry.done:
        return "done"
    if entry.starred:
        return "starred"
    return "later" if entry.when is When.LATER else "plain"


def _of_activity(activity: Activity) -> list[Phrase]:
    if activity.done:
        return []
    facets = []
    if activity.goal:
        facets.append(say("canvas.facet.goal", goal=activity.goal))
    if isinstance(activity.due, date):
        facets.append(say("canvas.facet.due", date=activity.due))
    return facets


def _of_resource(canvas: Canvas, resource: Resource) -> list[Phrase]:
    facets = []
    partner = canvas.entry(resource.partner) if resource.partner is not None else None
    if resource.sourcing is Sourcing.PARTNER and partner is not None:
        facets.append(say("canvas.facet.from", partner=partner.text))
    elif resource.sourcing is Sourcing.LEASED and partner is not None:
        facets.append(say("canvas.facet.leased_from", partner=partner.text))
    elif isinstance(resource.sourcing, Sourcing):
        facets.append(say(f"canvas.facet.sourcing.{resource.sourcing.value}"))
    elif resource.sourcing is None and resource.kind not in (ResourceKind.HUMAN, ResourceKind.FINANCIAL):
        facets.append(say("canvas.gap.sourcing"))
    return facets + [
        say("canvas.facet.amount", amount=in_currency(cost.amount, canvas))
        for cost in canvas.of(Cost)
        if cost.about == resource.id and isinstance(cost.amount, Amount)
    ]


def _of_partner(partner: Partner) -> list[Phrase]:
    facets = []
    for half, words in (("gives", partner.gives), ("gets", partner.gets)):
        if words is None:
            facets.append(say(f"canvas.gap.{half}"))
        elif words:
            facets.append(say(f"canvas.facet.{half}", what=", ".join(words)))
    return facets


def _of_cost(canvas: Canvas, cost: Cost) -> list[Phrase]:
    facets = []
    amount = cost.amount
    if isinstance(amount, Amount):
        facets.append(say("canvas.facet.amount", amount=in_currency(amount, canvas)))
    elif amount is None:
        facets.append(say("canvas.gap.amount"))
    by_the_sale = isinstance(amount, Amount) and amount.period is Period.UNIT
    if cost.behaviour is Behaviour.VARIABLE and not by_the_sale:
        facets.append(say("canvas.facet.variable"))
    return facets
