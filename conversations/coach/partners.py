"""Rules about key partners: who they are, and what passes between them and the venture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import UNSET

from conversations.canvas.entries import Partner
from conversations.canvas.facets import Block
from conversations.coach.actions import Action, Do, add, reword
from conversations.coach.advice import Found, rule, tuned
from conversations.coach.looking import ids, written_down
from conversations.coach.stages import TRADING
from conversations.coach.vocabulary.partners import BIG_NAME, BUYS, SUPPLIES
from conversations.reading.sameness import same_item
from conversations.words.gaps import nameless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas
    from conversations.coach.tuning import Tuning

SEVERAL = 3
CROWD = 8
"""Partners from which it has many, though few of them are known to be big."""
_TELLS = re.compile(
    r"\b(?:that|which|for|to|as|through|via|supplying|providing|selling|giving|lending|offering)\b|"
    r"\bwho\b(?! are\b| were\b)|\b(?:gives?|provides?|supplies|lends?|makes?|sells?|delivers?|runs?|"
    r"hosts?)\b",
    re.IGNORECASE,
)


def said_of(partner: Partner) -> str:
    """Give all that is said of a partner, as one text."""
    return ": ".join((partner.text, ", ".join((*(partner.gives or ()), *(partner.gets or ()))))).rstrip(": ")


@rule("name_partner", source="Seed, STR", weight=73, block=Block.PARTNERS, rests_on=("partners",))
def name_partner(canvas: Canvas) -> Iterator[Found]:
    """Speak where something comes from a partner whom nobody has named."""
    missing = nameless(canvas)
    if missing:
        yield Found(ids(missing), actions=add(Block.PARTNERS))


@rule("partner_role", source="COU", weight=60, block=Block.PARTNERS, rests_on=("partners",))
def partner_role(canvas: Canvas) -> Iterator[Found]:
    """Speak about partners of whom nobody knows what they give or get, or of whom nothing at all is said."""
    partners = canvas.of(Partner)
    if not canvas.answers:
        bare = [one for one in partners if _bare(one) and not _only_buys(canvas, one)]
        if bare and (written_down(canvas) or any(one.gives and one.gets for one in partners)):
            yield Found(ids(bare), "both", actions=reword(ids(bare)))
        return
    told = any(partner.gives and partner.gets for partner in partners)
    for wording in ("gives", "gets"):
        halves = [(partner, partner.gives if wording == "gives" else partner.gets) for partner in partners]
        open_ones = [partner for partner, half in halves if half is None or (half is UNSET and told)]
        if open_ones:
            yield Found(ids(open_ones), wording, actions=reword(ids(open_ones)))


@rule("customer_not_partner", source="practice", weight=49, block=Block.PARTNERS)
def customer_not_partner(canvas: Canvas) -> Iterator[Found]:
    """Speak about a partner who only buys: that is a customer, unless they also supply something."""
    buyers = [one for one in canvas.of(Partner) if _only_buys(canvas, one)]
    if buyers:
        yield Found(ids(buyers), actions=(Action(Do.REMOVE, entry=buyers[0].id),))


@rule("few_partners_early", source="BLP", weight=67, block=Block.PARTNERS, quiet=TRADING)
@tuned
def few_partners_early(canvas: Canvas, tuning: Tuning) -> Iterator[Found]:
    """Speak where many partners, big names among them, are lined up before anything is sold."""
    partners = canvas.of(Partner)
    big = [one for one in partners if BIG_NAME.search(one.text)]
    if (len(partners) >= tuning.partners_before_launch and len(big) >= SEVERAL) or (
        len(partners) >= CROWD and len(big) > 1
    ):
        yield Found(ids(big), params={"number": len(partners)})


def _bare(partner: Partner) -> bool:
    """Tell whether a partner is a name and nothing else."""
    return not partner.gives and not partner.gets and not _TELLS.search(partner.text)


def _only_buys(canvas: Canvas, partner: Partner) -> bool:
    customers = canvas.front_stage.customers
    if isinstance(customers, str) and _bare(partner) and same_item(customers, partner.text):
        return True
    given = partner.gives or ()
    buys = BUYS.search(partner.text) or any(BUYS.search(half) for half in given)
    return bool(buys) and not SUPPLIES.search(" · ".join((partner.text, *given)))
