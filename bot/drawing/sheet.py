"""The sheet: all that a picture shows, as plain values; what a template needs to know and nothing more."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec


class Key(msgspec.Struct, frozen=True):
    """A mark and what it stands for."""

    mark: str
    words: str


class Note(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="note"):
    """An entry: its text, what else is known of it, the mark before it and those behind it.

    `change` is "new", "changed" or "gone" since an earlier canvas, empty where it is neither; `was` says what
    it was then.
    """

    id: int
    text: str
    rtl: bool = False
    facets: str = ""
    facets_rtl: bool = False
    mark: str = "plain"
    marks: tuple[str, ...] = ()
    change: str = ""
    was: str = ""


class CostNote(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="cost"):
    """A cost: its amount in words (`asks` where that is a question), and its bar.

    `share` is of the largest cost of a month, from 0 to 1; `grows` tells that it grows with what is sold.
    """

    id: int
    text: str
    rtl: bool = False
    facets: str = ""
    marks: tuple[str, ...] = ()
    amount: str = ""
    asks: bool = False
    share: float = 0
    grows: bool = False
    change: str = ""
    was: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="line"):
    """A line of the front stage; `lead` is the promise. Its id is below zero, as it is no entry."""

    id: int
    text: str
    rtl: bool = False
    lead: bool = False
    facets: str = ""
    marks: tuple[str, ...] = ()
    change: str = ""
    was: str = ""


class Invitation(msgspec.Struct, frozen=True, tag_field="kind", tag="invitation"):
    """What is missing, asked."""

    text: str
    rtl: bool = False


class Locked(msgspec.Struct, frozen=True, tag_field="kind", tag="locked"):
    """What is private, said with a lock."""

    text: str
    rtl: bool = False


class Sum(msgspec.Struct, frozen=True, tag_field="kind", tag="sum"):
    """What numbers come to, as a line of a ledger; over the `strong` one, to look at, stands a rule."""

    text: str
    value: str = ""
    strong: bool = False
    rtl: bool = False


class BigFigure(msgspec.Struct, frozen=True, tag_field="kind", tag="figure"):
    """The number to remember. Its id is 0, as it is no entry."""

    value: str
    text: str
    id: int = 0
    rtl: bool = False


Item: TypeAlias = Note | CostNote | Line | BigFigure


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """The break-even line, by sales a month: `fixed` + n times `each` go out, n times `price` come in.

    `reach` is the last n that is drawn, `top` the last amount; `volume` is 0 where it isn't known.
    """

    fixed: float
    each: float
    price: float
    break_even: float
    volume: float
    reach: float
    top: float
    break_even_words: str
    volume_words: str = ""


class BlockSheet(msgspec.Struct, frozen=True, kw_only=True):
    """One of the nine blocks. `more` holds "and 1 more", "and 2 more" and so on, for as many as it has.

    `narrow` is how many ems the narrowest column may be.
    """

    name: str
    front: bool
    items: tuple[Item, ...] = ()
    invitations: tuple[Invitation | Locked, ...] = ()
    sums: tuple[Sum, ...] = ()
    chart: Chart | None = None
    more: tuple[str, ...] = ()
    narrow: int = 9


class Titled(msgspec.Struct, frozen=True):
    """The venture's name as it stands over the picture."""

    text: str
    rtl: bool = False


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A whole picture. `page` is what `pages.py` says of the page; lengths are in its units.

    `since` says since when, and how much has changed, where that is shown; `japanese` that Chinese characters
    are to have their Japanese forms.
    """

    language: str
    title: Titled
    stage: str
    date: str
    blocks: dict[str, BlockSheet]
    legend: tuple[Key, ...]
    page: dict[str, Any]
    rest: str = ""
    since: str = ""
    japanese: bool = False


def encode_sheet(sheet: Sheet) -> str:
    """Give the sheet as the JSON that the template reads."""
    return msgspec.json.encode(sheet).decode()
