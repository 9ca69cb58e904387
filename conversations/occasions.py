"""What can happen to a conversation that nobody in it did: what intents carry, as JSON until they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec.structs import replace

from conversations.checkins.occasions import CheckInDue, CheckInOpen, PlanChanged
from conversations.cohorts.consent import Part
from conversations.cohorts.occasions import GroupDue
from conversations.interview.replies import About, Button, Rows
from conversations.mentoring.occasions import DigestDue
from conversations.words.stored import restored, storable
from conversations.words.text import Phrase, Text

if TYPE_CHECKING:
    from collections.abc import Callable


class Told(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="told"):
    """Something to be said, with buttons under it; `silent` makes no sound. `about` is what a reply is to.

    What `shows` parts of ventures that it is about is said only while they are shared with that cohort.
    """

    text: Text
    rows: Rows = ()
    silent: bool = False
    about: About = About()
    shows: tuple[Part, ...] = ()


class TeamChanged(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="team-changed"):
    """Somebody else (`by`) has answered questions of a shared venture, or changed its canvas."""

    venture: str
    by: str
    questions: tuple[str, ...] = ()
    lines: tuple[Phrase, ...] = ()


class TeamGone(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="team-gone"):
    """A venture isn't this person's any more."""

    venture: str
    name: str = ""


Occasion: TypeAlias = (
    Told | TeamChanged | TeamGone | CheckInDue | CheckInOpen | PlanChanged | DigestDue | GroupDue
)
"""Add what else can happen here: a struct with a tag of its own."""

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Occasion] = msgspec.json.Decoder(Occasion)


def encode_occasion(occasion: Occasion) -> bytes:
    """Give an occasion as JSON."""
    return _encoder.encode(_with_phrases(occasion, storable))


def decode_occasion(document: bytes) -> Occasion:
    """Give the occasion in a stored document; msgspec.ValidationError where it is none."""
    return _with_phrases(_decoder.decode(document), restored)


def _with_phrases(occasion: Occasion, converted: Callable[[Phrase], Phrase]) -> Occasion:
    """Give an occasion with its phrases converted; one that holds none is given as it is."""
    if isinstance(occasion, TeamChanged):
        return replace(occasion, lines=tuple(converted(line) for line in occasion.lines))
    if not isinstance(occasion, Told):
        return occasion
    text = tuple(converted(phrase) for phrase in occasion.text)
    rows = tuple(tuple(Button(converted(one.label), one.data) for one in row) for row in occasion.rows)
    return replace(occasion, text=text, rows=rows)
