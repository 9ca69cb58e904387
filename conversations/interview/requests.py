"""What a step may ask for that takes longer than a step may: done after the commit, answered by an event."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TypeAlias

import msgspec

from conversations.canvas.document import Canvas
from conversations.canvas.facets import Block, Serves
from conversations.cohorts.consent import Part
from conversations.mentoring.glance import Glance


class Purpose(Enum):
    """What an understanding is for: sorting what was said at a quiet moment, or the kinds of new entries."""

    SORT = "sort"
    KINDS = "kinds"


class Understand(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Phrases whose block and kind are wanted.

    `ids` are what the phrases are of the venture's canvas: entries, or (with SORT) things that wait to be
    sorted. `blocks` is where each stands already, None where that is wanted.
    """

    purpose: Purpose
    venture: str
    ids: tuple[int, ...]
    texts: tuple[str, ...]
    blocks: tuple[Block | None, ...]


class Format(Enum):
    """The forms that a canvas is handed over in.

    PICTURE is shown in the chat; PORTRAIT and LANDSCAPE are PNG files of full quality. A WORKSHEET is blank,
    whatever the canvas.
    """

    PICTURE = "picture"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    MARKDOWN = "markdown"
    JSON = "json"
    WORKSHEET = "worksheet"


class Paper(Enum):
    """The paper that a PDF is for."""

    A4 = "a4"
    LETTER = "letter"


class Draw(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """A canvas that is wanted in a form, as it was when it was asked for.

    `venture` is empty for what is nobody's. `on` is the day written on it, `language` the IETF tag of our own
    words in it. Where there is an earlier canvas `since`, of the day `since_on`, what is drawn shows what is
    new, changed and gone since then. Where there is a `glance` at a cohort, that is drawn, and no canvas.
    What a mentor of a `cohort` is shown is of the venture `of`, or of all of them; `private` are the parts
    that aren't shared, and look so.
    """

    venture: str
    canvas: Canvas
    format: Format = Format.PICTURE
    paper: Paper = Paper.A4
    on: date | None = None
    language: str = ""
    since: Canvas | None = None
    since_on: date | None = None
    glance: Glance | None = None
    cohort: str = ""
    of: str = ""
    private: frozenset[Part] = frozenset()

    @property
    def keeps(self) -> bool:
        """Whether the carrier's file of it is kept, to be sent again: what others share may be taken back."""
        return bool(self.venture) or self.format is Format.WORKSHEET


class Fetch(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A file that was sent and is wanted: `file` is what the carrier knows it by."""

    file: str
    name: str


class Look(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A large cohort that a mentor looks at: its ventures are read beside the turns, which go on meanwhile.

    `verb` and `rest` are those of the button that was tapped; `tries` is how often it was looked at before.
    """

    cohort: str
    verb: str
    rest: tuple[str, ...] = ()
    tries: int = 0


Request: TypeAlias = Understand | Draw | Fetch | Look


class Sense(msgspec.Struct, frozen=True, kw_only=True):
    """What a phrase was understood as, None and empty where that isn't sure.

    `kind` is spelled as in the facets' enumerations, "none" where it is sure that none fits. `block` is the
    request's, where that has one; `elsewhere` is then another block that the phrase very surely belongs to.
    A block that isn't `sure` is good for offering first. `serves` is the part of the
    show that an activity surely serves.
    """

    block: Block | None = None
    kind: str = ""
    elsewhere: Block | None = None
    sure: bool = True
    serves: Serves | None = None
