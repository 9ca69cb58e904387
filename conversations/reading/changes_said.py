"""Changes told in passing: "rent is 900 now", "finished the permit", "drop the flyers".

Modest and sure: a change needs a verb of change, and says which words name the entry; a doubt, a plan or a
question is none.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.facets import Block
from conversations.canvas.money import Amount
from conversations.reading.amounts import find_amounts
from conversations.reading.changes_frames import DUE, FRAMES, MOVED, RENAMED
from conversations.reading.changes_verbs import (
    COSTING,
    LOWERED,
    PAST,
    RAISED,
    SURE_NO,
    UNSURE,
    VERBS,
    Action,
)
from conversations.reading.dates import read_date
from conversations.reading.naming import ENOUGH, WHOLE, entry_named
from conversations.reading.phrases import words_of
from conversations.reading.text import clean_text, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Action", "Said", "SaidChange", "looks_like_change", "read_change", "read_said"]

_WORTH = re.compile(r"\bfrom (?=\S{1,12} to )", re.IGNORECASE)
_RISEN = re.compile(r"\b(?:up|down) (?=to \S)", re.IGNORECASE)
_THAN_BEFORE = re.compile(r"\b(?:cheaper|dearer|higher|lower)\b", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"\bby (?:about |around |another )?[^\w\s]?\d|\d\S*(?: \S+)? (?:more|less|extra|higher|lower|cheaper)\b"
)
_LEAD = re.compile(
    r"^(?:(?:and|but|also|so|well|ok|okay|oh|hi|hello|hey|btw|fyi|by the way|good news|great news|bad news|"
    r"news|update|yes|yeah|sadly|unfortunately|today|yesterday|last week|this week|this morning)\b[,:!]*\s+)+"
)
_LONGEST = 140
_MOST_WORDS = 16
_WHILE_ASKED = frozenset(
    {
        Action.DONE,
        Action.DROP,
        Action.COST,
        Action.RAISED,
        Action.LOWERED,
        Action.OWNED,
        Action.LEASED,
        Action.RENAMED,
        Action.AGREED,
    }
)
"""Changes that a sentence may tell while a question is open; others are too much like answers."""


_ONLY_CHANGES = frozenset(
    {
        Action.DROP,
        Action.LEFT,
        Action.BROKEN,
        Action.LATER,
        Action.NOW,
        Action.RENAMED,
        Action.MOVED,
        Action.RAISED,
        Action.LOWERED,
        Action.REPRICED,
        Action.GUESS,
        Action.AGREED,
    }
)
"""Changes that are told in words with which nobody names something new."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One way to read a sentence: what happened, and the words that name the entry.

    `amount` goes with prices and with a purchase that names its price; `name` is the new one, `due` the day,
    `block` where it moves to. `whole` tells that only an entry is meant whose whole name was said.
    """

    action: Action
    about: str
    amount: Amount | None = None
    name: str = ""
    due: date | None = None
    block: Block | None = None
    whole: bool = False


class SaidChange(msgspec.Struct, frozen=True):
    """A change to one entry; `amount` goes with `Action.COST`, and with a purchase that names its price."""

    entry_id: int
    action: Action
    amount: Amount | None = None


def asks_for_change(text: str) -> bool:
    """Tell whether a text can only be a change of something, whether or not that is on the canvas."""
    return any(said.action in _ONLY_CHANGES for said in read_said(text))


def looks_like_change(text: str, entry_names: Sequence[str]) -> bool:
    """Tell whether a text is a change of a named entry rather than the answer to a question."""
    change = read_change(text, list(enumerate(entry_names)))
    return change is not None and change.action in _WHILE_ASKED


def read_change(text: str, entries: Sequence[tuple[int, str]]) -> SaidChange | None:
    """Give the one change of the one entry that a text surely names, or `None`."""
    for said in read_said(text):
        entry = entry_named(said.about, entries, WHOLE if said.whole else ENOUGH)
        if entry is not None:
            return SaidChange(entry, said.action, said.amount)
    return None


def read_said(text: str, today: date | None = None) -> tuple[Said, ...]:
    """Give the ways to read a sentence as a change, surest first; dates need to know today."""
    said = " ".join(clean_text(text).split()).rstrip(" .!…🎉👍")
    if len(said) > _LONGEST or len(said.split()) > _MOST_WORDS or said.endswith(("?", "؟", "？")):
        return ()
    lead = _LEAD.match(fold(said))
    said = said[lead.end() if lead else 0 :]
    unsure = UNSURE.search(SURE_NO.sub("", fold(said)))
    return (*_ordered(said, today), *(() if unsure else _told(said)))


def _ordered(said: str, today: date | None) -> Iterator[Said]:
    """Give what a sentence asks for outright: new names, another block, a date."""
    folded = fold(said)
    if moved := MOVED.fullmatch(folded):
        block = next(block for block in Block if block.value[:4] == moved["block"][:4])
        yield Said(action=Action.MOVED, about=moved["about"], block=block)
    for pattern in RENAMED:
        renamed = pattern.fullmatch(folded)
        name = said[slice(*renamed.span("name"))].strip(" \"“”'‘’") if renamed else ""
        if renamed and name and not find_amounts(name):
            yield Said(action=Action.RENAMED, about=renamed["about"], name=name)
    if today is not None and (due := DUE.fullmatch(folded)):
        day = read_date(due["date"], today)
        if day is not None:
            yield Said(action=Action.DUE, about=due["about"], due=day)


def _told(said: str) -> Iterator[Said]:
    """Give what a sentence says has happened."""
    plain = _THAN_BEFORE.sub("less", _RISEN.sub("", _WORTH.sub("", said)))
    amounts = tuple(amount for _, amount in find_amounts(plain))
    folded = fold(said)
    yield from _by_verb(folded, amounts)
    if not amounts:
        for action, frame in FRAMES:
            if found := frame.fullmatch(folded):
                yield Said(action=action, about=found["about"])
    yield from _done_as_written(folded)
    yield from _priced(said, amounts)


def _by_verb(folded: str, amounts: tuple[Amount, ...]) -> Iterator[Said]:
    for action, pattern in VERBS:
        verb = pattern.search(folded)
        if verb is None or (action is Action.DROP and amounts):
            continue
        paid = amounts[0] if action is Action.OWNED and len(amounts) == 1 else None
        about = f"{folded[: verb.start()]} {folded[verb.end() :]}"
        yield Said(action=action, about=" ".join(about.split()), amount=paid)


def _done_as_written(folded: str) -> Iterator[Said]:
    """Take "talked to 30 commuters" for the activity "Talk to 30 commuters"."""
    words = [
        word for word in words_of(folded) if word not in {"we", "i", "have", "just", "finally", "already"}
    ]
    if words and (words[0] in PAST or words[0].endswith("ed")):
        yield Said(action=Action.DONE, about=" ".join((PAST.get(words[0], words[0]), *words[1:])), whole=True)


def _priced(said: str, amounts: tuple[Amount, ...]) -> Iterator[Said]:
    """Give a new price, the last one named ("from 800 to 900"), or a difference ("up by 50")."""
    folded = fold(said)
    if not amounts:
        return
    if _DIFFERENCE.search(folded):
        for action, pattern in ((Action.RAISED, RAISED), (Action.LOWERED, LOWERED)):
            if pattern.search(folded) and len(amounts) == 1:
                yield Said(action=action, about=_without_amount(said), amount=amounts[0])
        return
    if COSTING.search(folded):
        yield Said(action=Action.COST, about=_without_amount(said), amount=_last(amounts[-1], folded))


def _last(amount: Amount, folded: str) -> Amount:
    if amount.low == amount.high or not _WORTH.search(folded):
        return amount
    return Amount(
        amount.high, amount.high, amount.currency, amount.period, amount.per, as_written=amount.as_written
    )


def _without_amount(said: str) -> str:
    """Give the words before the first amount, which name what it is the price of."""
    folded = fold(said)
    costing = COSTING.search(folded)
    head = folded[: costing.start()] if costing else ""
    return head if words_of(head) else folded
