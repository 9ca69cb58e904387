"""What the canvases of the rules' tables are put together from."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from conversations.canvas.document import FrontStage, Volume
from conversations.canvas.entries import Partner, Resource
from conversations.canvas.facets import (
    Behaviour,
    Evidence,
    ResourceKind,
    Serves,
    Sourcing,
    Stage,
)
from tests.conversations.canvases import (
    MONTH,
    UNIT,
    cost,
    euros,
    to_do,
)

IDEA, PRE_LAUNCH, EARLY, GROWTH = Stage.IDEA, Stage.PRE_LAUNCH, Stage.EARLY, Stage.GROWTH
VALUE, CHANNELS = Serves.VALUE_PROPOSITION, Serves.CHANNELS
LEASED, OWNED, FROM_PARTNER = Sourcing.LEASED, Sourcing.OWNED, Sourcing.PARTNER
GUESS, AGREED = Evidence.GUESS, Evidence.AGREED
HUMAN = ResourceKind.HUMAN
LENA = Resource(id=0, text="Lena", kind=HUMAN)


def van(sourcing: Sourcing | None = LEASED, partner: int | None = None) -> Resource:
    return Resource(id=0, text="Van", kind=ResourceKind.PHYSICAL, sourcing=sourcing, partner=partner)


def partner(
    text: str = "Mill", gives: tuple[str, ...] | None = (), gets: tuple[str, ...] | None = ()
) -> Partner:
    return Partner(id=0, text=text, gives=gives, gets=gets)


def named(text: str) -> Partner:
    return Partner(id=0, text=text)


def hopes(number: int, *, hoped: bool = True) -> Volume:
    return Volume(low=Decimal(number), high=Decimal(number), hoped=hoped)


SHOP = Resource(id=0, text="Shop", kind=ResourceKind.PHYSICAL, sourcing=LEASED)
HOTELS = partner("Hotels", gives=("guests",), gets=("10% of sales",))
BREAD = FrontStage(value_proposition="Fresh bread")
WEEKLY = {"weekly": "said"}
SAVINGS = Resource(id=0, text="2,000 € savings", kind=ResourceKind.FINANCIAL)
TOO_MUCH = tuple(to_do(f"Bake cake {number}") for number in range(8))
RENT = cost("Rent", euros("800", MONTH), behaviour=Behaviour.FIXED)
GUESSED_RENT = replace(RENT, evidence=GUESS)
BEANS = cost("Beans", euros("0.90", UNIT, "cup"))
