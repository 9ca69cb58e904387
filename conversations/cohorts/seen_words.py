"""A venture as mentors see it, in words: for the founder's preview and for the venture's page alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.facets import Block
from conversations.cohorts.consent import NOTHING, Part, as_seen_by, shares
from conversations.words.canvas import block_in_words
from conversations.words.show_words import show_in_words
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.cohorts.consent import Consent


def preview(canvas: Canvas, consent: Consent) -> tuple[Phrase, ...]:
    """Give exactly what mentors would see of a canvas with this consent."""
    return seen_in_words(as_seen_by(canvas, consent), consent)


def seen_in_words(seen: Canvas, consent: Consent) -> tuple[Phrase, ...]:
    """Give a canvas as it is seen: its show where that is shared, the shared blocks, what is private."""
    if consent == NOTHING:
        return (say("consent.nothing_seen"),)
    show = show_in_words(seen) if consent & {Part.FRONT_STAGE, Part.NUMBERS} else ()
    named = () if show or not seen.venture.name else (say("consent.named", name=seen.venture.name),)
    blocks = (phrase for block in Block if shares(consent, block) for phrase in block_in_words(seen, block))
    private = frozenset(Part) - consent
    hidden = (say("consent.private_parts", parts=parts_in_words(private)),) if private else ()
    return (*named, *show, *blocks, *hidden)


def parts_in_words(consent: Consent) -> Phrase:
    """Give what is shared in a line: "activities, resources"."""
    listed: Phrase | None = None
    for part in Part:
        if part in consent:
            name = say(f"consent.part.{part.value}")
            listed = name if listed is None else say("schedule.and", first=listed, second=name)
    return listed or say("consent.none")
