"""Which things, partners and activities have no cost that would pay for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Cost, Partner, Resource
from conversations.canvas.facets import Block, Sourcing
from conversations.canvas.stems import shared, stems
from conversations.coach.looking import texts
from conversations.coach.vocabulary.matching import listed, mentions
from conversations.coach.vocabulary.partners import PAID_SHARE, PERCENT, SHARE_COST

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

_RENT = listed("rent | rents | rental* | lease* | leasing | premises | hire | instalment* | installment*")
_ROOM = listed(
    """
        shop* | store* | office* | studio* | workshop* | kitchen* | cellar* | garage* | room* | house |
        hall | space* | site | building* | warehouse* | atelier | lab* | premises | flat | apartment |
        roof* | terrace | pitch | land | field | stall* | cave | farm | facilit* | greenhouse* | shed |
        barn | clinic | gym | restaurant | café | cafe | desk*
    """
)
_SPECIFIC = stems(
    "rent rents rental lease leases leasing hire fee fees cost costs monthly overheads utilities premises"
)
_VEHICLE = listed("van* | truck* | car | cars | bike* | scooter* | vehicle* | boat* | fleet | bus | trailer*")
_VEHICLE_COST = listed(
    "vehicle* | fuel | transport* | leasing | delivery | van* | car | cars | truck* | fleet | motor*"
)
_ADS = re.compile(
    r"^(?:advertise|place ads|buy ads|run ads)\b|\b(?:tv|television|radio|google|facebook|instagram|"
    r"newspaper|billboard|cinema|paid|youtube|tiktok)\s+(?:ads?|adverts?|advertising|campaigns?|"
    r"commercials?|spots?)\b",
    re.IGNORECASE,
)
_AD_COST = listed(
    """
        ad | ads | advert* | marketing | promot* | campaign* | flyer* | poster* | print* | media |
        commercial* | spot | spots | publicity | communication* | acquisition | sales | influencer*
    """
)


def uncovered(canvas: Canvas) -> list[Resource]:
    """Give the rented things of which no cost speaks."""
    costs = canvas.of(Cost)
    priced = {cost.about for cost in costs}
    rented = [one for one in canvas.of(Resource) if one.sourcing is Sourcing.LEASED]
    return [one for one in rented if one.id not in priced and not _covered(one, costs)]


def _covered(resource: Resource, costs: tuple[Cost, ...]) -> bool:
    """Tell whether a cost names the resource ("Cart lease" and "Cart"), or is a rent that names nothing."""
    thing = stems(resource.text)
    for cost in costs:
        said = stems(cost.text)
        if shared(thing, said):
            return True
        if _RENT.search(cost.text) and not said - _SPECIFIC:
            return True
        if _ROOM.search(resource.text) and _RENT.search(cost.text) and _ROOM.search(cost.text):
            return True
        if _VEHICLE.search(resource.text) and _VEHICLE_COST.search(cost.text):
            return True
    return False


def shared_sales(canvas: Canvas) -> list[Partner]:
    """Give the partners who take a share of what is sold, which no cost speaks of."""
    costs = texts(canvas, Block.COSTS)
    if mentions(SHARE_COST, costs):
        return []
    found = []
    for partner in canvas.of(Partner):
        given = " · ".join((*(partner.gives or ()), *(partner.gets or ())))
        if (PAID_SHARE.search(given) or PERCENT.search(partner.text)) and not shared(
            stems(partner.text, given), stems(*costs)
        ):
            found.append(partner)
    return found


def advertised_free(canvas: Canvas) -> list[Activity]:
    """Give the activities that advertise for money while no cost speaks of it."""
    if mentions(_AD_COST, texts(canvas, Block.COSTS)):
        return []
    return [one for one in canvas.of(Activity) if _ADS.search(one.text) and not one.done]
