"""Canvases for tests: a coffee cart as its founder told it, and short ways to write others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import UNSET

from conversations.canvas.document import Answer, Canvas, FrontStage, Venture, Volume
from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource
from conversations.canvas.facets import (
    Behaviour,
    BusinessType,
    ResourceKind,
    Serves,
    Sourcing,
    Stage,
    When,
)
from conversations.canvas.money import Amount, Period

MONTH_END = date(2025, 12, 31)
MONTH, YEAR, ONCE, UNIT = Period.MONTH, Period.YEAR, Period.ONCE, Period.UNIT


def euros(low: str, period: Period | None = None, per: str = "", high: str | None = None) -> Amount:
    return Amount(Decimal(low), Decimal(high or low), "EUR", period, per)


def canvas_of(
    *entries: Entry,
    stage: Stage | None = None,
    front: FrontStage | None = None,
    answers: dict[str, str] | None = None,
    platform: bool = False,
) -> Canvas:
    """Give a canvas with these entries, ids from 1; `answers` are standings by question."""
    canvas = Canvas(
        venture=Venture(stage=stage or UNSET, business_types=(BusinessType.PLATFORM,) if platform else UNSET),
        front_stage=front or FrontStage(),
        answers={question: Answer(standing=standing) for question, standing in (answers or {}).items()},
    )
    return canvas.with_new(entries)


def to_do(text: str, *serves: Serves, **facets: object) -> Activity:
    return Activity(id=0, text=text, serves=serves, **facets)  # type: ignore[arg-type]  # facets of a row


def things(*texts: str, kind: ResourceKind = ResourceKind.PHYSICAL) -> tuple[Resource, ...]:
    return tuple(Resource(id=0, text=text, kind=kind) for text in texts)


def cost(text: str, amount: Amount | None = None, **facets: object) -> Cost:
    return Cost(id=0, text=text, amount=amount, **facets)  # type: ignore[arg-type]  # facets of a row


def coffee_cart() -> Canvas:
    """Give Bean Wheels at the end of its interview."""
    physical, human = ResourceKind.PHYSICAL, ResourceKind.HUMAN
    fixed = Behaviour.FIXED
    canvas = canvas_of(
        to_do("Talk to 30 commuters", preparation=True, when=When.NOW, due=MONTH_END),
        to_do("Get street permit", preparation=True, when=When.NOW, due=MONTH_END),
        to_do("Brew and serve", Serves.VALUE_PROPOSITION, when=When.NOW, starred=True),
        to_do("Post on Instagram", Serves.CHANNELS, when=When.NOW, due=MONTH_END),
        to_do("Sign by the station", Serves.CHANNELS, when=When.LATER),
        to_do("Hand out stamp cards", Serves.RELATIONSHIPS, when=When.LATER),
        to_do("Sell by the cup", Serves.REVENUE, when=When.LATER),
        to_do("Offer offices a monthly plan", Serves.REVENUE, when=When.LATER),
        Resource(id=0, text="Cart", kind=physical, sourcing=Sourcing.LEASED),
        Resource(id=0, text="Espresso machine", kind=physical, sourcing=Sourcing.PARTNER, partner=16),
        Resource(id=0, text="Grinder", kind=physical, sourcing=Sourcing.OWNED),
        Resource(id=0, text="Our cold-brew recipe", sourcing=Sourcing.OWNED),
        Resource(id=0, text="Lena", kind=human),
        Resource(id=0, text="Tom", kind=human),
        Resource(id=0, text="8,000 € savings", kind=ResourceKind.FINANCIAL),
        Partner(id=0, text="Mill Roasters", gives=("machine", "beans"), gets=("our orders",)),
        Partner(id=0, text="Station", gives=("pitch",), gets=("rent",)),
        cost("Cart", euros("350", MONTH), behaviour=fixed, about=9),
        cost("Espresso machine", euros("0"), behaviour=fixed, about=10),
        cost("Beans", euros("0.90", UNIT, "cup"), behaviour=Behaviour.VARIABLE, about=16),
        cost("Pitch", euros("200", MONTH), behaviour=fixed, about=17),
        stage=Stage.IDEA,
        front=FrontStage(
            value_proposition="Good coffee in two minutes",
            customers="commuters",
            channels="post on Instagram, sign by the station",
            relationships="hand out stamp cards",
            revenue="sell by the cup, offer offices a monthly plan",
            price=euros("3.20", UNIT, "cup"),
            volume=Volume(low=Decimal(1200), high=Decimal(1200), hoped=True),
        ),
    )
    venture = Venture(
        name="Bean Wheels", stage=Stage.IDEA, business_types=(BusinessType.PRODUCTION,), currency="EUR"
    )
    return Canvas(
        next_id=canvas.next_id, venture=venture, front_stage=canvas.front_stage, entries=canvas.entries
    )
