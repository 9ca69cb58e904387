"""Which picture is wanted: its page and its language, and the day it shows."""

from __future__ import annotations

import enum
from datetime import date

import msgspec

from conversations.cohorts.consent import Part


class Page(enum.Enum):
    """The pages a picture comes on: a phone's, as PNG, and paper, as PDF."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    A4 = "a4"
    A4_LANDSCAPE = "a4_landscape"
    LETTER = "letter"
    LETTER_LANDSCAPE = "letter_landscape"

    @property
    def printed(self) -> bool:
        """Whether it is paper, and so a PDF."""
        return self not in (Page.PORTRAIT, Page.LANDSCAPE)


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be drawn: the page, the day written on it, the language (an IETF tag) of our own words.

    `blank` asks for the worksheet, for which the canvas doesn't matter. `since` is an earlier canvas's day,
    where that is known. Blocks of the `private` parts are locked: they aren't shared with who looks.
    """

    page: Page = Page.PORTRAIT
    on: date | None = None
    language: str = ""
    blank: bool = False
    since: date | None = None
    private: frozenset[Part] = frozenset()
