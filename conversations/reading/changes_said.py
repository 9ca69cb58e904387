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


_SUBJECT = r"(?:(?:we|i)(?:'ve| have|'re| are|'m| am)?(?: just| finally| now| already| also)?|just|finally)"
_VERBS: tuple[tuple[Action, re.Pattern[str]], ...] = (
    (
        Action.DROP,
        re.compile(
            rf"^(?:please |{_SUBJECT} )?(?:drop(?:ped|ping)?|remove(?:d)?|removing|delete(?:d)?|deleting|scrap(?:ped)?|forget|cancell?ed|"
            r"cut|got rid of|gave up|stopped|no longer (?:do|have|need|use|offer|work with)|"
            r"don'?t (?:do|have|need|use|offer|work with)(?= .*(?:any ?more|any longer))|not doing)\s|"
            r"\b(?:is|are) (?:gone|dropped|cancell?ed|off|out|no longer needed)\b|\b(?:streich|vergiss|losch)e? ",
        ),
    ),
    (
        Action.OWNED,
        re.compile(
            rf"^(?:{_SUBJECT} )?(?:bought|purchased|own|(?:wir|ich) haben .* gekauft|compramos|compre)\s|\b(?:is|are) (?:ours|mine|bought) now\b"
        ),
    ),
    (
        Action.LEASED,
        re.compile(
            rf"^{_SUBJECT} (?:leas(?:e|ed|ing)|rent(?:ed|ing)?)\s|\b(?:is|are) (?:leased|rented) now\b"
        ),
    ),
    (
        Action.DONE,
        re.compile(
            rf"^(?:{_SUBJECT} )?(?:finished|completed|done(?: with)?|got|received|passed|launched|signed|obtained|registered|opened|"
            r"ticked off|sorted|sorted out|wrapped up)\s|"
            r"\b(?:is|are|'s|has been|have been|was|got) (?:now |finally |all )?(?:done|finished|completed|complete|ready|approved|granted|"
            r"signed|through|sorted|launched|live|submitted|registered)\b|\b(?:erledigt|fertig|abgeschlossen|terminado|termine|hecho|feito)\b|"
            r"✅|^(?:termine|acabe|terminei|conclui) ",
        ),
    ),
)
_COSTING = re.compile(
    r"\b(?:is|are|costs?|now|went up|went down|goes up|rose|fell|dropped|increased|decreased|changed|raised|will be|=|became|up to|"
    r"down to|kostet|ist jetzt|cuesta|ahora|coute|maintenant|custa|agora|instead of)\b|^[^:=]{2,40}[:=]",
)
_LONGEST = 140
_MOST_WORDS = 16
_ENOUGH = 0.5


def looks_like_change(text: str, entry_names: Sequence[str]) -> bool:
    """Whether a text tells a change of a named entry rather than answers a question."""
    return read_change(text, list(enumerate(entry_names))) is not None


def read_change(text: str, entries: Sequence[tuple[int, str]]) -> SaidChange | None:
    """The one sure change that a text tells, or `None`."""
    cleaned = " ".join(clean_text(text).split())
    words = words_of(cleaned)
    if len(cleaned) > _LONGEST or len(words) > _MOST_WORDS or cleaned.endswith(("?", "؟", "？")):
        return None
    entry = _named(words, entries)
    if entry is None:
        return None
    folded = fold(cleaned)
    amounts = [amount for _, amount in find_amounts(cleaned)]
    action = next((action for action, pattern in _VERBS if pattern.search(folded)), None)
    if action is not None and not (action is Action.DROP and amounts):
        return SaidChange(entry, action, amounts[0] if action is Action.OWNED and len(amounts) == 1 else None)
    if amounts and _COSTING.search(folded):
        return SaidChange(entry, Action.COST, amounts[-1])
    return None


def _named(words: Sequence[str], entries: Sequence[tuple[int, str]]) -> int | None:
    """The one entry that the words name: more of its name than of any other's, and at least half."""
    said = {stem(word) for word in words}
    scores = {}
    for entry_id, name in entries:
        stems = significant(name)
        share = sum(word in said for word in stems) / len(stems) if stems else 0.0
        scores[entry_id] = share if share >= _ENOUGH else 0.0
    best = max(scores.values(), default=0.0)
    named = [entry_id for entry_id, score in scores.items() if score == best]
    return named[0] if best > 0 and len(named) == 1 else None
