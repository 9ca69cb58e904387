"""Changes told in passing: "rent is 900 now", "finished the permit", "drop the flyers".

Modest and sure: a change needs a verb of change and exactly one entry named; anything else is `None`.
"""

import enum
import re
from collections.abc import Sequence

import msgspec

from conversations.canvas.money import Amount
from conversations.reading.amounts import find_amounts
from conversations.reading.phrases import words_of
from conversations.reading.pricenames import significant, stem
from conversations.reading.text import clean_text, fold


class Action(enum.Enum):
    """What happened to an entry."""

    DONE = "done"
    DROP = "drop"
    COST = "cost"
    OWNED = "owned"
    LEASED = "leased"


class SaidChange(msgspec.Struct, frozen=True):
    """A change to one entry; `amount` goes with `Action.COST`, and with a purchase that names its price."""

    entry_id: int
    action: Action
    amount: Amount | None = None


_WE = r"(?:(?:we|i)(?:'ve| have|'re| are|'m| am)?(?: just| finally| now| already| also)?|just|finally)"
_IS = r"\b(?:is|are|'s|has been|have been|was|got)(?: now| finally| all| already)* "
_DROPPED = (
    r"drop(?:ped|ping)?|removed?|removing|deleted?|deleting|scrap(?:ped)?|forget|cancell?ed|cut|"
    r"got rid of|gave up|stopped|no longer (?:do|have|need|use|offer|work with)|no more"
)
_GONE = r"gone|dropped|cancell?ed|off the table|out|no longer needed"
_NOT_ANY_MORE = r"don'?t (?:do|have|need|use|offer|work with)(?= .{1,80}(?:any ?more|any longer))"
_FINISHED = (
    r"finished|completed|done(?: with)?|got|received|passed|launched|signed|obtained|registered|"
    r"opened|ticked off|sorted(?: out)?|wrapped up"
)
_READY = (
    r"done|finished|completed?|ready|approved|granted|signed|through|sorted|launched|live|submitted|"
    r"registered"
)
_DONE_ABROAD = r"\b(?:erledigt|fertig|abgeschlossen|terminado|termine|hecho|feito|listo)\b"
_COSTS = (
    r"is|are|costs?|now|went up|went down|goes up|rose|fell|dropped|increased|decreased|changed|"
    r"raised|will be|became|up to|down to|kostet|ist jetzt|cuesta|ahora|coute|maintenant|custa|agora|"
    r"instead of"
)
_VERBS: tuple[tuple[Action, re.Pattern[str]], ...] = (
    (
        Action.DROP,
        re.compile(
            rf"^(?:please |{_WE} )?(?:{_DROPPED}|{_NOT_ANY_MORE})\s|\b(?:is|are) (?:{_GONE})\b|"
            r"^(?:streiche?|vergiss|losche?) ",
        ),
    ),
    (
        Action.OWNED,
        re.compile(
            rf"^(?:{_WE} )?(?:bought|purchased|own|compramos|compre)\s|"
            r"\b(?:is|are) (?:ours|mine|bought) now\b|\bgekauft$",
        ),
    ),
    (
        Action.LEASED,
        re.compile(
            rf"^{_WE} (?:leas(?:e|ed|ing)|rent(?:ed|ing)?)\s|"
            r"\b(?:is|are) (?:leased|rented) now\b|\bgemietet$",
        ),
    ),
    (
        Action.DONE,
        re.compile(
            rf"^(?:{_WE} )?(?:{_FINISHED})\s|{_IS}(?:{_READY})\b|{_DONE_ABROAD}|"
            r"[,:-] (?:done|finished)[.!]*$|^done: |✅|^(?:acabe|terminei|conclui) ",
        ),
    ),
)
_COSTING = re.compile(rf"\b(?:{_COSTS})\b|=")
_WORTH = re.compile(r"\bfrom (?=\S{1,12} to )", re.IGNORECASE)
_RISEN = re.compile(r"\b(?:up|down) (?=to \S)", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"\bby (?:about |around |another )?[^\w\s]?\d|\d\S*(?: \S+)? (?:more|less|extra|higher|lower)\b"
)
_LONGEST = 140
_MOST_WORDS = 16
_ENOUGH = 0.5


def looks_like_change(text: str, entry_names: Sequence[str]) -> bool:
    """Tell whether a text is a change of a named entry rather than the answer to a question."""
    return read_change(text, list(enumerate(entry_names))) is not None


def read_change(text: str, entries: Sequence[tuple[int, str]]) -> SaidChange | None:
    """Give the one sure change that a text tells, or `None`."""
    said = " ".join(clean_text(text).split())
    if len(said) > _LONGEST or len(said.split()) > _MOST_WORDS or said.endswith(("?", "؟", "？")):
        return None
    amounts = [amount for _, amount in find_amounts(_RISEN.sub("", _WORTH.sub("", said)))]
    return _action(said, entries, amounts) or _cost(said, entries, amounts)


def _action(said: str, entries: Sequence[tuple[int, str]], amounts: Sequence[Amount]) -> SaidChange | None:
    folded = fold(said)
    for action, pattern in _VERBS:
        verb = pattern.search(folded)
        if verb is None or (action is Action.DROP and amounts):
            continue
        entry = _named(folded[: verb.start()] + " " + folded[verb.end() :], entries)
        if entry is not None:
            paid = amounts[0] if action is Action.OWNED and len(amounts) == 1 else None
            return SaidChange(entry, action, paid)
    return None


def _cost(said: str, entries: Sequence[tuple[int, str]], amounts: Sequence[Amount]) -> SaidChange | None:
    """Give a new price, the last one named ("from 800 to 900")."""
    if not amounts or not _COSTING.search(fold(said)) or _DIFFERENCE.search(fold(said)):
        return None
    entry = _named(said, entries)
    if entry is None:
        return None
    amount = amounts[-1]
    if amount.low != amount.high and _WORTH.search(fold(said)):
        amount = Amount(
            amount.high, amount.high, amount.currency, amount.period, amount.per, as_written=amount.as_written
        )
    return SaidChange(entry, Action.COST, amount)


def _named(said: str, entries: Sequence[tuple[int, str]]) -> int | None:
    """Give the one entry that the words name: more of its name than of any other's, and at least half."""
    stems = {stem(word) for word in words_of(said)}
    scores = {entry_id: _share(significant(name), stems) for entry_id, name in entries}
    best = max(scores.values(), default=0.0)
    named = [entry_id for entry_id, score in scores.items() if score == best]
    return named[0] if best >= _ENOUGH and len(named) == 1 else None


def _share(name: Sequence[str], said: set[str]) -> float:
    return sum(word in said for word in name) / len(name) if name else 0.0
