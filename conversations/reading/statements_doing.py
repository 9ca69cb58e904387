"""Statements of doing: who does what, what was begun, who outside gives what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conversations.canvas.facets import ResourceKind, Sourcing
from conversations.reading.phrases import words_of
from conversations.reading.splitting import split_items
from conversations.reading.statements_facts import Ally, Done, Fact, Had
from conversations.reading.statements_phrases import (
    head_of,
    is_giver,
    is_people,
    is_proper,
    named,
    objects,
    unmarked,
    without_adverbs,
)
from conversations.reading.statements_words import COUNTS, KIN, MARKS, PEOPLE, VAGUE, base_of
from conversations.reading.text import fold
from conversations.reading.wordsets import words as word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.reading.statements_phrases import Priced

_WE = r"(?:(?:we|i)(?:'ve|'re|'m| have| are| am)?(?: just| finally| already| also| recently)*\s+)"
_BEGUN = re.compile(
    rf"^{_WE}?(?:now )?(?:started|begun|began|launched into|took up)\s+(?:to\s+)?(?P<what>.+)$"
)
_NOW = re.compile(
    r"^(?:we|i) (?:now|also|now also|also now) (?P<now>.+)$|^(?:we|i) (?P<what>.+?) (?:now|"
    r"every (?:day|week|morning|"
    r"evening|month|weekend|\w+day)|on \w+days|twice a week|once a week|daily|weekly)$"
)
_LONGEST_NAME = 5
_HELPS = re.compile(
    r"^(?P<who>(?:my|our|a|an|one|two|three)\s+(?:\S+\s+){1,3}?)(?:helps?|lends? a hand|works?|"
    r"volunteers?)\b(?! (?:for|at) )"
)
_LENT = re.compile(
    r"^(?P<who>.+?) (?:now |also )?(?:lends|lend|lent|lets us use|let us use|rents|rent|leases|"
    r"lease|loans|loaned) us "
    r"(?P<what>.+)$"
)
_SUPPLIES = re.compile(
    r"^(?P<who>.+?) (?:now |also |will now )?(?:suppl(?:y|ies)|provides?|delivers?|brings?|gives?|"
    r"sponsors?|donates?|"
    r"sells?) us (?:with )?(?P<what>.+)$|"
    r"^(?P<whose>.+?) (?:now |also )?(?:suppl(?:y|ies)|provides?|delivers?|donates?|"
    r"sponsors?) (?P<ours>our .+)$"
)
_SIGNED = re.compile(
    rf"^{_WE}?(?:(?:signed|sign|partnered|partner|teamed|team|have a (?:deal|contract)|made a deal|"
    r"agreed)(?: up)?"
    r"(?: a (?:contract|deal|agreement))? with|signed up) (?P<who>.+?)(?: (?:for|on|to get) (?P<what>.+))?$"
)
_BUYS = re.compile(r"^(?:we|i)(?: now| also)* (?:buy|get|source|order) (?P<what>.+?) from (?P<who>.+)$")
_FLEETING = word_set(
    "customers clients orders ideas leads sales feedback traffic referrals income revenue questions calls "
    "emails news advice requests complaints reviews likes followers visitors help support"
)


def read_doing(clause: Priced) -> tuple[Fact, ...]:
    """Give what a clause says that is done, or given by somebody outside; nothing where it isn't sure."""
    if clause.amount is not None:
        return ()
    words = without_adverbs(clause.words)
    readers = (_given, _bought_from, _lent, _helped, _done_by, _begun)
    return next((facts for reader in readers if (facts := reader(words))), ()) or _now(
        clause.words.rstrip(" .!")
    )


def _begun(words: str) -> tuple[Fact, ...]:
    match = _BEGUN.match(fold(words))
    return _activity(_group(words, match, "what")) if match else ()


def _now(words: str) -> tuple[Fact, ...]:
    match = _NOW.match(fold(words))
    if match is None:
        return ()
    if match["now"]:
        return _activity(_group(words, match, "now"))
    what = words[match.start("what") :]
    return _activity(without_adverbs(what))


def _activity(phrase: str) -> tuple[Fact, ...]:
    """Give an activity whose first word is a verb of work and which says what is worked on."""
    if len(split_items(phrase)) != 1:
        return ()
    said = words_of(phrase)
    verb = base_of(said[0]) if said else ""
    if len(said) < 2 or not verb or not _worked_on(said[1:]) or said[0].endswith("s"):  # noqa: PLR2004 - verb, object
        return ()
    rest = phrase.split(maxsplit=1)[1]
    return (Done(name=named(f"{verb} {rest}")),)


def _worked_on(said: Sequence[str]) -> bool:
    telling = [word for word in said if word not in MARKS]
    return bool(telling) and telling[0] not in VAGUE and not any(word.isdigit() for word in said)


def _done_by(words: str) -> tuple[Fact, ...]:
    said = words.split()
    for place in range(2, min(len(said) - 1, _LONGEST_NAME)):
        who, verb, what = " ".join(said[:place]), fold(said[place]), " ".join(said[place + 1 :])
        base = base_of(verb) if verb.endswith("s") or words_of(who)[0] in COUNTS else ""
        if base and _is_helper(who) and (objects(what, marked=True) or _plural(what)):
            person = named(who)
            return (
                Had(name=person, kind=ResourceKind.HUMAN),
                Done(name=named(f"{base} {what}"), by=person),
            )
    return ()


def _helped(words: str) -> tuple[Fact, ...]:
    match = _HELPS.match(fold(words))
    if match is None or not _is_helper(_group(words, match, "who").strip()):
        return ()
    return (Had(name=named(words), kind=ResourceKind.HUMAN),)


def _is_helper(who: str) -> bool:
    """Whether it is somebody near or somebody who works: "our cousin", "our cousin Ana", "a volunteer"."""
    said = words_of(who)
    names = who.split()
    return is_people(who) or (len(said) > 2 and said[-2] in KIN | PEOPLE and names[-1][:1].isupper())  # noqa: PLR2004 - our, cousin, Ana


def _plural(what: str) -> bool:
    head = head_of(what)
    return bool(objects(what)) and head.endswith("s") and not head.endswith("ss")


def _given(words: str) -> tuple[Fact, ...]:
    folded = fold(words)
    for pattern in (_SUPPLIES, _SIGNED):
        match = pattern.match(folded)
        if match is None:
            continue
        groups = match.groupdict()
        who = _group(words, match, "whose" if groups.get("whose") else "who")
        what = (
            _group(words, match, "ours" if groups.get("ours") else "what")
            if groups.get("ours") or groups["what"]
            else ""
        )
        gives = objects(what) if what else ()
        if _is_outsider(who) and (gives or (not what and pattern is _SIGNED)):
            return (Ally(name=named(who), gives=tuple(unmarked(item) for item in gives)),)
    return ()


def _bought_from(words: str) -> tuple[Fact, ...]:
    match = _BUYS.match(fold(words))
    if match is None:
        return ()
    who, what = _group(words, match, "who"), objects(_group(words, match, "what"))
    if not what or not _is_outsider(who) or any(head_of(item) in _FLEETING for item in what):
        return ()
    return (Ally(name=named(who), gives=tuple(unmarked(item) for item in what)),)


def _lent(words: str) -> tuple[Fact, ...]:
    match = _LENT.match(fold(words))
    if match is None:
        return ()
    who, what = named(_group(words, match, "who")), objects(_group(words, match, "what"))
    if not what or not _is_outsider(_group(words, match, "who")):
        return ()
    things = (Had(name=named(item), sourcing=Sourcing.PARTNER, giver=who) for item in what)
    return (*things, Ally(name=who, gives=tuple(unmarked(item) for item in what)))


def _is_outsider(who: str) -> bool:
    near = head_of(who) in PEOPLE and not is_proper(who)
    return is_giver(who) and not near and words_of(who)[0] not in ("we", "i", "it", "he", "she", "they")


def _group(words: str, match: re.Match[str], group: str) -> str:
    return words[match.start(group) : match.end(group)]
