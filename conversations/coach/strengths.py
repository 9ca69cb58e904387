"""What can truly be praised: only something done, or something that few have. The best first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Partner
from conversations.canvas.facets import Sourcing, Stage
from conversations.canvas.money import Period
from conversations.canvas.sums import sums
from conversations.coach.advising import quoted, spoken_of
from conversations.coach.looking import things
from conversations.coach.vocabulary.preparing import RESEARCH
from conversations.words.money_words import money
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.canvas.document import Canvas

SEVERAL_GOALS = 2
_RISKY = ("single_dependency", "keep_core_inhouse", "coopetition_terms", "customer_not_partner")
"""Advice about a partner after which nobody praises the same one."""


def _earning(canvas: Canvas) -> Phrase | None:
    known = sums(canvas)
    if known.revenue is None or known.monthly is None or known.revenue.guess:
        return None
    if known.unpriced or known.unclear or known.other_currency or known.revenue.low <= known.monthly.high:
        return None
    revenue = money(known.revenue, known.currency, Period.MONTH)
    return say(
        "coach.strength.earning", revenue=revenue, costs=money(known.monthly, known.currency, Period.MONTH)
    )


def _done(canvas: Canvas) -> Phrase | None:
    done = [activity for activity in canvas.of(Activity) if activity.done]
    return say("coach.strength.done", entries=(quoted(done[-1].text),)) if done else None


def _research_first(canvas: Canvas) -> Phrase | None:
    if not _not_trading(canvas):
        return None
    found = [one for one in canvas.of(Activity) if RESEARCH.search(one.text)]
    # A number makes it a goal that can be reached: it is praised before a mere intention.
    found.sort(key=lambda one: not any(letter.isdecimal() for letter in one.text))
    return say("coach.strength.research", entries=(quoted(found[0].text),)) if found else None


def _goals(canvas: Canvas) -> Phrase | None:
    dated = [one for one in canvas.of(Activity) if isinstance(one.due, date) and not one.done]
    if len(dated) < SEVERAL_GOALS:
        return None
    return say("coach.strength.goals", entries=tuple(quoted(one.text) for one in dated[:3]))


def _partner(canvas: Canvas) -> Phrase | None:
    clear = [one for one in canvas.of(Partner) if one.gives and one.gets]
    if clear:
        risky = spoken_of(canvas, _RISKY)
        clear = [one for one in clear if one.id not in risky]
    return say("coach.strength.partner", entries=(quoted(clear[0].text),)) if clear else None


def _leased(canvas: Canvas) -> Phrase | None:
    leased = [one for one in things(canvas) if one.sourcing in (Sourcing.LEASED, Sourcing.PARTNER)]
    if not leased or not _not_trading(canvas):
        return None
    return say("coach.strength.leased", entries=(quoted(leased[0].text),))


def _not_trading(canvas: Canvas) -> bool:
    stage = canvas.venture.stage
    return isinstance(stage, Stage) and not stage.trading


STRENGTHS: tuple[Callable[[Canvas], Phrase | None], ...] = (
    _earning,
    _done,
    _research_first,
    _goals,
    _partner,
    _leased,
)
