"""The coffee cart of the interview's design, as a founder answers it, up to any question."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.conversations.interview.bench import Founder

if TYPE_CHECKING:
    from conversations.script.machine import Flow

CART = {
    "name": "Bean Wheels",
    "stage": "[Just an idea]",
    "promise": "Good coffee in two minutes, for commuters",
    "work": "[Make or sell things]",
    "before_sale": "talk to 30 commuters, get street permit",
    "weekly": "brew and serve",
    "reach": "post on Instagram, sign by the station",
    "keep": "hand out stamp cards",
    "earn": "sell by the cup, offer offices a monthly plan",
    "month": "[Talk to 30 commuters][Get street permit][Brew and serve][By 31 Mar]",
    "expert": "[Brew and serve]",
    "things": "cart, espresso machine, grinder, our cold-brew recipe",
    "people": "me and Tom",
    "money": "8,000 € savings",
    "sourcing": "[Cart][Espresso machine][Espresso machine][Rest are ours]",
    "partners": "Mill Roasters: machine, beans / our orders; station: pitch / rent",
    "prices": "1 350 a month, 2 free, 3 0.90 a cup, 4 200 a month",
    "more_costs": "[Nothing else]",
    "growing": "[Next]",
    "sale": "3.20 a cup, maybe 1200",
}
"""What is answered to each question, in order; labels in brackets are tapped."""


TRADING = {"month": "[Brew and serve][By 31 Mar]"}
"""What is answered otherwise by who sells already: nothing has to happen before the first sale."""


def lena_at(question: str, flow: Flow | None = None, **other: str) -> Founder:
    """Give Lena, who has answered as the cart does (or otherwise) up to a question that is now open."""
    if flow is None:
        return _known_at(question, tuple(other.items())).twin()
    return _led_to(question, flow, other)


@cache
def _known_at(question: str, other: tuple[tuple[str, str], ...]) -> Founder:
    return _led_to(question, None, dict(other))


def _led_to(question: str, flow: Flow | None, other: dict[str, str]) -> Founder:
    lena = Founder("Lena", flow).commands("start")
    answers = {**CART, **(TRADING if "stage" in other else {}), **other}
    for asked in (q for q in answers if lena.state != question):
        if lena.state == asked:
            lena.answers(**{asked: answers[asked]})
    return lena.skips_to(question)


def lena_at_rest(**other: str) -> Founder:
    """Give Lena after the whole interview."""
    return _known_at_rest(tuple(other.items())).twin()


@cache
def _known_at_rest(other: tuple[tuple[str, str], ...]) -> Founder:
    lena = Founder("Lena").commands("start")
    for question, answer in {**CART, **dict(other)}.items():
        lena.answers(**{question: answer})
    assert lena.state == "resting", lena
    return lena
