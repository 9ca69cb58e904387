"""What somebody may share of their own canvas in any chat: asked for inline, answered at once.

An inline query is a read. It comes with every letter that is typed, changes nothing, is worth nothing a
moment later, and nobody misses one that stays unanswered; so it is no turn, has no key, and nothing of it is
stored.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import msgspec

from bot.editions import edition_of
from bot.interviewing import catalogue
from bot.splitting import split_html
from bot.turns import Address
from conversations.canvas.document import Canvas, decode_canvas
from conversations.interview.handing import picture_of
from conversations.interview.snapshot import Person
from conversations.words.short_canvas import short_canvas
from conversations.words.text import say


class Inquiry(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody typed the bot's name in some chat: `query` is the carrier's id to answer by."""

    query: str
    address: Address
    person: int
    facts: Person


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What the store holds of the venture that somebody's own chat is at: its canvas as it is stored.

    `file` is the carrier's id of the picture that was sent last, of the edition `digest`, at `sent_at`.
    """

    venture: str
    document: str
    file: str = ""
    digest: str = ""
    sent_at: datetime | None = None


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What can be shared: the canvas in words, and the carrier's id of its picture, empty for none.

    Without words there is nothing to share yet, and `start` is the label of a button that begins.
    """

    title: str = ""
    description: str = ""
    html: str = ""
    picture: str = ""
    file: str = ""
    start: str = ""


class Holder(Protocol):
    """Who can look up what somebody holds. Raises `StorageError`."""

    async def held(self, address: Address, person: int) -> Held | None:
        """Give what a person's own chat is at, None where there is nothing of theirs."""
        ...


class Sharing:
    """Tells what somebody may share: only ever what they are a member of, from their own chat."""

    def __init__(self, holder: Holder) -> None:
        self._holder = holder

    async def offer(self, inquiry: Inquiry) -> Offer:
        """Give what an inquiry is answered with. Raises `StorageError`."""
        words = catalogue(inquiry.facts.language)
        held = await self._holder.held(inquiry.address, inquiry.person)
        canvas = decode_canvas(held.document.encode()) if held else Canvas()
        if held is None or not canvas.entries:
            return Offer(start=words.label(say("share.start")))
        name = canvas.venture.name
        return Offer(
            title=words.label(say("share.words", name=name) if name else say("share.words_unnamed")),
            description=words.label(say("share.description")),
            html=split_html(words.html(short_canvas(canvas)))[0],
            picture=words.label(say("share.picture")),
            file=_current(held, canvas, inquiry.facts.language),
        )


def _current(held: Held, canvas: Canvas, language: str) -> str:
    """Give the picture that was sent last, where it shows the canvas as it is now; else empty."""
    if not held.file or held.sent_at is None:
        return ""
    drawn = picture_of(held.venture, canvas, language, held.sent_at.date())
    return held.file if edition_of(drawn).digest == held.digest else ""
