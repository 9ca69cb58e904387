"""Rules about how much hangs on a partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Partner, Resource
from conversations.canvas.facets import Block, BusinessType, PartnerKind
from conversations.canvas.stems import shared, stems
from conversations.coach.actions import add
from conversations.coach.advice import Found, rule
from conversations.coach.looking import ids
from conversations.coach.partners import said_of
from conversations.coach.stages import GROWN
from conversations.coach.vocabulary.partners import AGREED, DOING, JOINT_VENTURE, RIVAL, SOLE, TRADES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.canvas.document import Canvas

SEVERAL = 2
_DOES = re.compile(rf"(?:^|\bthat |\bwho |\bwhich |\band |· ?|, |\w ){DOING}\s", re.IGNORECASE)
_ALL = re.compile(
    rf"\b{DOING}\s+(?:and \w+\s+)?(?:all|everything|the whole|the entire|every|our whole|our entire)\b|"
    r"\b(?:all|whole|entire)\s+(?:the |of the |our )?(?:production|development|cooking|baking|teaching|"
    r"service|work|making)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"^(?!supplies|supply|delivers?|sends?|sells?|lists?|gives?|provides?|stores?|ships?|buys?|takes?|"
    r"gets?|pays?|brings?|refers?|checks?|tests?)\w+ (?:all|every|each|the whole|our whole)\b",
    re.IGNORECASE,
)
"""Somebody who does all of something, whatever the verb."""


@rule("single_dependency", source="UPG", weight=61, block=Block.PARTNERS)
def single_dependency(canvas: Canvas) -> Iterator[Found]:
    """Speak about a partner on whom several things hang, or who is the only source by the founder's words."""
    for partner in canvas.of(Partner):
        gives = partner.gives or ()
        things = [resource for resource in canvas.of(Resource) if resource.partner == partner.id]
        sole = SOLE.search(partner.text) or any(SOLE.search(half) for half in gives)
        if sole and (not gives or not canvas.answers):
            yield Found((partner.id,), "sole", actions=add(Block.PARTNERS))
        elif (sole or things) and (len(gives) >= SEVERAL or len(things) >= SEVERAL or (sole and gives)):
            what = gives or tuple(thing.text for thing in things)
            yield Found((partner.id,), params={"gives": ", ".join(what)}, actions=add(Block.PARTNERS))
    sole_things = [one for one in canvas.of(Resource) if one.partner is None and _hangs(one.text)]
    if sole_things:
        yield Found(ids(sole_things[:1]), "sole", actions=add(Block.PARTNERS))


@rule("keep_core_inhouse", source="440, PNK", weight=68, block=Block.PARTNERS)
def keep_core_inhouse(canvas: Canvas) -> Iterator[Found]:
    """Speak about a partner who does what the promise is about, or what the founder wants to be good at."""
    if canvas.venture.stage in GROWN and not canvas.answers:
        return
    starred = [one.text for one in canvas.of(Activity) if one.starred]
    promise = canvas.front_stage.value_proposition
    core = stems(*starred, promise if isinstance(promise, str) else "", canvas.venture.name)
    for partner in canvas.of(Partner):
        done = " · ".join(partner.gives or (partner.text,))
        if _does_it(done, core) and not _done_here(canvas, done):
            yield Found((partner.id,), actions=add(Block.ACTIVITIES))


@rule("coopetition_terms", source="CLV", weight=48, block=Block.PARTNERS)
def coopetition_terms(canvas: Canvas) -> Iterator[Found]:
    """Speak about a competitor or a joint venture among the partners, while no terms are told."""
    for kind, wording, words in (
        (PartnerKind.COOPETITION, "text", RIVAL),
        (PartnerKind.JOINT_VENTURE, "joint", JOINT_VENTURE),
    ):
        found = [
            one
            for one in canvas.of(Partner)
            if one.kind is kind
            or (
                (words.search(said_of(one)) or (words is RIVAL and _same_trade(canvas, one)))
                and not AGREED.search(said_of(one))
            )
        ]
        if found:
            yield Found(ids(found), wording)


def _same_trade(canvas: Canvas, partner: Partner) -> bool:
    """Tell whether a partner is one firm of the very trade that the venture's name tells."""
    trade = TRADES.search(partner.text)
    if (
        trade is None
        or trade.group().endswith("s")
        or BusinessType.PLATFORM in (canvas.venture.business_types or ())
    ):
        return False
    return any(stems(trade.group()) & stems(one) for one in TRADES.findall(canvas.venture.name))


def _hangs(text: str) -> bool:
    return bool(re.search(r"\bfrom (?:a single|one|our only|the only)\b", text, re.IGNORECASE))


def _does_it(done: str, core: frozenset[str]) -> bool:
    alike = bool(shared(stems(done), core))
    return bool(_ALL.search(done)) or (alike and bool(_DOES.search(done) or _EVERY.search(done)))


def _done_here(canvas: Canvas, done: str) -> bool:
    """Tell whether the venture does the same work itself; what it wants to be good at, it may not do yet."""
    own = [stems(one.text) for one in canvas.of(Activity) if not one.starred]
    return any(len(shared(words, stems(done))) > 1 for words in own)
