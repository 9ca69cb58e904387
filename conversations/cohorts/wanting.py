"""What of cohorts a step needs loaded, told by the event and by where the conversation stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from conversations.checkins.occasions import CheckInDue, CheckInOpen, PlanChanged
from conversations.cohorts.desk import WITH_CANVAS
from conversations.cohorts.occasions import GroupDue
from conversations.interview.events import (
    Addressed,
    Command,
    Drawn,
    Due,
    Edited,
    Fetched,
    Happened,
    Looked,
    Said,
    Tapped,
    Unreadable,
)
from conversations.mentoring.occasions import DigestDue
from conversations.occasions import TeamGone, Told

if TYPE_CHECKING:
    from conversations.interview.events import Event
    from conversations.interview.position import Conversation
    from conversations.interview.replies import About
    from conversations.interview.requests import Look
    from conversations.occasions import Occasion

TAP = "c:"
"""What buttons of cohorts and check-ins begin with: `c:<verb>:<cohort>:...`."""
CHECKING_IN = ("c:ci:", "c:ask:", "c:cor:")
"""Taps that need the venture's last check-in."""
LEAVING = ("o:link:yes:", "o:over2", "o:team:")
"""Taps that may lead to another venture: a place that is held with an empty one goes along."""
LISTING = ("c:in:", "c:rv:", "c:end:", "c:lx:")
"""Taps that look at a cohort's invitations."""
ALL = "*"
LATEST = 60
"""Check-ins of a venture that are loaded."""
NUMBERED = re.compile(r"^\s*(?P<number>\d{1,3})(?:\s*[.):\-]\s*|\s+)(?P<text>\S.*)$")
"""A line of a reply to a digest: "1 try the market office"."""
OF_ALL = frozenset({"dg", "ov", "pt", "pa", "xp"})
"""What looks at all ventures of a cohort."""
OF_ONE = frozenset({"vn", "pg", "hi", "cm", "cw", "un", "nt", "nu", "comment", "note"})
"""What is about one venture. Of a large cohort no more is loaded than is looked at."""
LOOKING_BACK = ("c:dg:", "c:vn:", "c:hi:")
"""Taps that tell what has stood still or changed over many check-ins."""
SENDING = ("c:nu:", "c:cw:", "c:un:")
"""Taps that send founders something, or take it back before it has gone out."""
COMMANDS = ("cohort", "checkin")


LATELY = 3
"""Check-ins of a venture of which last week's is one."""


class Sight(msgspec.Struct, frozen=True):
    """What is to be loaded: the person's places, one cohort opened (by id), their venture's last check-in.

    `venture` is the one venture of that cohort that is looked at, `*` for all, empty for none. `group` is a
    cohort that is opened for its group, without anybody's roles, where this conversation is that. `canvases`
    is how many of a venture's check-ins come with theirs: changes are told from the one before the last; with
    0 no canvas comes at all. `check_ins` is how many come, newest first.
    `consents` tells that what each venture of the cohort shares is looked at. `last_in` is the cohort of the
    last check-in, empty for the founder's own, `*` for any.
    """

    places: bool = False
    desk: str = ""
    venture: str = ""
    group: str = ""
    last_check_in: bool = False
    last_in: str = ALL
    consents: bool = False
    clocks: bool = False
    """Whether founders' own time zones are wanted: something is sent to them."""
    patient: bool = False
    """Whether all ventures of a large cohort may be left out: they are looked at beside the turn."""
    canvases: int = 2
    check_ins: int = LATEST


NOTHING = Sight()


def sight(event: Event, conversation: Conversation, about: About | None) -> Sight:
    """Give what an event needs loaded of cohorts; `about` is what the message is about that it replies to."""
    seen = NOTHING
    match event:
        case Tapped(data=data) if data.startswith(TAP):
            seen = _of_tap(data)
        case Tapped(data=data) if data.startswith(LEAVING):
            seen = Sight(places=True)
        case Command(name=name) if name in COMMANDS:
            seen = Sight(places=True, last_check_in=name == "checkin")
        case Happened(occasion=occasion):
            seen = _of_occasion(occasion)
        case Edited() if about is not None and about.day is not None:
            seen = Sight(places=True, last_check_in=True, last_in=about.cohort)
        case Due():
            seen = Sight(places=True)
        case Drawn(request=request) | Looked(request=request) if request.cohort:
            seen = Sight(places=True, desk=request.cohort, consents=True)
        case Fetched() | Said() | Unreadable():
            said = event.text if isinstance(event, Said) else ""
            seen = _of_words(conversation, about, said)
        case Addressed(token=token) if token:
            seen = Sight(places=True)
    return seen


def _of_tap(data: str) -> Sight:
    last = data.startswith(CHECKING_IN)
    seen = Sight(places=True, desk=cohort_of(data), venture=venture_of(data), last_check_in=last)
    if data.startswith(LOOKING_BACK):
        seen = replace(seen, canvases=WITH_CANVAS)
    if data.startswith(SENDING):
        seen = replace(seen, clocks=True)
    return replace(seen, patient=True) if seen.venture == ALL else seen


def sight_of(look: Look) -> Sight:
    """Give what is loaded for a look at a large cohort."""
    return replace(_of_tap(f"{TAP}{look.verb}:{look.cohort}"), patient=False)


def _of_occasion(occasion: Occasion) -> Sight:
    match occasion:
        case GroupDue(cohort=cohort):
            return Sight(group=cohort, canvases=0, check_ins=LATELY)
        case Told(shows=shows, about=about) if shows:
            return Sight(places=True, desk=about.cohort, consents=True)
        case DigestDue(cohort=cohort):
            return Sight(places=True, desk=cohort, venture=ALL, canvases=WITH_CANVAS, patient=True)
        case TeamGone():
            return Sight(places=True)
        case CheckInDue() | CheckInOpen() | PlanChanged():
            return Sight(places=True, last_check_in=True)
    return NOTHING


def _of_words(conversation: Conversation, about: About | None, said: str) -> Sight:
    if about is not None and about.day is not None:
        return Sight(places=True, last_check_in=True)
    if about is not None and about.cohort:
        checking_in = conversation.check_in is not None
        meant = _meant(about.ventures, said)
        return Sight(places=True, desk=about.cohort, venture=meant, last_check_in=checking_in, clocks=True)
    if conversation.expecting.startswith(TAP):
        asked = conversation.expecting
        return Sight(places=True, desk=cohort_of(asked), venture=venture_of(asked), clocks=True)
    if conversation.check_in is not None:
        return Sight(places=True, last_check_in=True)
    return NOTHING


def _meant(ventures: tuple[str, ...], said: str) -> str:
    """Give the venture that a reply is about: `*` where there may be several, empty where that isn't told."""
    if len(ventures) == 1:
        return ventures[0]
    numbers = [int(match["number"]) for match in map(NUMBERED.match, said.splitlines()) if match]
    if len(numbers) > 1:
        return ALL
    return next((ventures[number - 1] for number in numbers if 0 < number <= len(ventures)), "")


def links_wanted(data: str) -> str:
    """Give the target whose links a tap looks at: a cohort's invitations; empty for none."""
    return target_of(cohort_of(data)) if data.startswith(LISTING) else ""


def target_of(cohort: str) -> str:
    """Give what invitations to a cohort are listed under."""
    return f"cohort/{cohort}"


def venture_of(data: str) -> str:
    """Give the venture that a button, or an expectation, is about: `*` for all, empty for none."""
    _prefix, verb, *rest = data.split(":")
    if verb in OF_ALL:
        return ALL
    return rest[1] if verb in OF_ONE and len(rest) > 1 else ""


def cohort_of(data: str) -> str:
    """Give the cohort that a button, or an expectation, names; empty where it names none."""
    _prefix, _verb, *rest = data.split(":")
    return rest[0] if rest else ""
