"""The sides of a platform, and which of them the activities win over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity
from conversations.canvas.stems import stem
from conversations.coach.vocabulary.matching import listed
from conversations.coach.vocabulary.showing import REACH
from conversations.reading.text import fold

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

_WINS = listed(
    """
        recruit* | onboard* | attract* | bring | brings | bringing | sign up | signing up | sign-up* |
        win | winning | acquir* | acquisition | invite* | inviting | enrol* | enlist* | grow | verify |
        vet | vetting | convince | persuade | get | gain | engage | welcome | reach | approach |
        advertise* | market | marketing | promote* | sell | visit | call | knock | campaign* | post |
        find | add | scout | register | partner with | train | pitch | hand out | email | flyers | ads |
        incentivi* | referral* | outreach | introduce | show
    """
)
_GROUP = re.compile(
    r"\b(?:host|guest|driver|rider|courier|owner|vendor|seller|buyer|restaurant|merchant|supplier|tutor|"
    r"teacher|mentor|mentee|pupil|student|nann(?:y|ie)|sitter|babysitter|freelancer|cleaner|expert|creator|"
    r"landlord|tenant|shop|store|farmer|grower|artisan|artist|provider|professional|doctor|patient|hotel|"
    r"publisher|developer|volunteer|retiree|pensioner|customer|user|client|traveller|traveler|passenger|"
    r"famil(?:y|ie)|parent|household|borrower|lender|renter|employer|jobseeker|candidate|worker|compan(?:y|"
    r"ie)|firm|business(?:e)?|advertiser|shopper|subscriber|consumer|reader|viewer|listener|musician|band|"
    r"venue|event|organiser|organizer|attendee|donor|charit(?:y|ie)|ngo|investor|founder|startup|start-up|"
    r"designer|photographer|walker|dog|pet|gardener|handym[ae]n|plumber|mechanic|chef|cook|eater|diner|"
    r"caterer|commuter|cyclist|gamer|player|streamer|writer|author|editor|translator|nurse|carer|caregiver|"
    r"senior|elder|patron|collector|dealer|agent|agenc(?:y|ie)|broker|school|universit(?:y|ie)|clinic|"
    r"hospital|pharmac(?:y|ie)|lab|gym|trainer|coach|athlete|club|member|resident|neighbour|neighbor|"
    r"citizen|municipalit(?:y|ie)|office|warehouse|shipper|carrier|trucker|importer|exporter|factor(?:y|"
    r"ie)|manufacturer|maker|baker|butcher|producer|dasher|superhost|specialist|consultant|lawyer|"
    r"accountant|bookkeeper|people|talent|speaker|guide|tourist|backpacker|couple|single|women|men|man|"
    r"woman|refugee|child(?:ren)?|kid|learner|lister|bidder|supply|demand|contractor|installer|homeowner|"
    r"side)s?\b"
)
_TWO = re.compile(
    r"\b(?:match(?:es|ing)?|connect(?:s|ing)?|bring(?:s|ing)? together|link(?:s|ing)?|marketplace|between|"
    r"meet|from neighbours|from locals|find(?:s)? (?:a|an|the|your)|rent(?:s)? (?:out|from)|swap|exchange|"
    r"buy and sell|book (?:a|an))\b"
)


def sides_won(canvas: Canvas) -> tuple[tuple[int, ...], bool]:
    """Give an activity for each side that is won over, and whether others win people that they don't name."""
    found: dict[str, int] = {}
    unnamed = False
    for activity in canvas.of(Activity):
        text = fold(activity.text)
        wins = _WINS.search(text)
        if wins is None:
            continue
        named = [
            one for one in _GROUP.finditer(text) if one.start() >= wins.start() and not _placed(text, one)
        ]
        for one in named:
            found.setdefault(stem(one.group()), activity.id)
        unnamed = unnamed or (not named and bool(REACH.search(text)))
    return tuple(found.values()), unnamed


def _placed(text: str, group: re.Match[str]) -> bool:
    """Tell whether the group is only where or through whom the others are found ("in shops")."""
    before = text[: group.start()]
    if _GROUP.match(text[group.end() :].lstrip()):
        return True  # "senior clubs" are one group
    return bool(re.search(r"\b(?:through|via|in|near|at|by)\s+(?:the\s+)?(?:local\s+)?$", before))


def two_sided(canvas: Canvas) -> bool:
    """Tell whether the promise speaks of bringing two sides together."""
    promise = canvas.front_stage.value_proposition
    return isinstance(promise, str) and bool(_TWO.search(fold(promise)))
