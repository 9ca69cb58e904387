"""Statements of having: leased, borrowed, bought, owned, hired, signed for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.facets import ResourceKind, Sourcing
from conversations.canvas.money import Amount, Period
from conversations.reading.phrases import words_of
from conversations.reading.statements_facts import Ally, Fact, Had
from conversations.reading.statements_phrases import (
    Priced,
    for_all,
    head_of,
    is_giver,
    is_people,
    is_proper,
    named,
    objects,
    unmarked,
    without_adverbs,
)
from conversations.reading.statements_words import POINTERS, THINGS
from conversations.reading.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

_SO = r"(?:\s(?:just|now|finally|already|also|recently|both|currently))*"
_WE = rf"(?:(?:we|i|me and \w+|my partner and i)(?:'ve|'re|'m| have| are| am)?{_SO}\s+)"
_LEASING = re.compile(
    rf"^(?:{_WE}(?:lease|leased|leasing|rent|rented|renting|hire)|(?:leased|leasing|rented|renting)|"
    rf"{_WE}?signed (?:a|the) lease (?:for|on)|"
    r"(?:wir|ich) (?:mieten|miete|leasen|lease)(?: jetzt)?|alquilamos|alugamos|arrendamos)\s+(?P<what>.+)$"
)
_BORROWING = re.compile(
    rf"^(?:{_WE}(?:borrow|borrowed|borrowing)|borrowed|borrowing|(?:wir|"
    r"ich) leihen?)\s+(?P<what>.+)$"
)
_BUYING = re.compile(
    rf"^{_WE}?(?:bought|purchased|invested in)\s+(?P<what>.+)$|"
    r"^(?:wir haben|ich habe) (?P<german>.+) gekauft$|^(?:compramos|compre|nous avons achete|"
    r"j'ai achete|comprei)\s+"
    r"(?P<romance>.+)$"
)
_OWNING = re.compile(rf"^{_WE}own\s+(?P<what>.+)$|^(?:wir|ich) besitzen?\s+(?P<german>.+)$")
_HAVING = re.compile(rf"^{_WE}(?:have|got|have got|now have)\s+(?P<what>.+)$|^{_WE}(?P<got>.+)$")
_HIRING = re.compile(rf"^{_WE}?(?:hired|employed|took on|recruited|employ|have hired)\s+(?P<what>.+)$")
_JOINED = re.compile(
    r"^(?P<who>.+?) (?:has |have )?(?:just )?joined(?: us| the team| our team)?(?P<role> as .+)?$"
)
_FROM = re.compile(r"\s(?:from|through|von|bei|beim|de chez)\s+(?P<who>.+)$")
_LETTING = re.compile(r"\b(?:out|to|on|via|by|online)\b")
_AS = re.compile(r"\sas (?:a |an |our )?\S")


def read_having(clause: Priced) -> tuple[Fact, ...]:
    """Give what a clause says that one has, nothing where it isn't sure."""
    readers: tuple[Callable[[Priced, str], tuple[Fact, ...]], ...] = (
        _leased, _borrowed, _bought, _owned, _hired, _joined, _held,
    )  # fmt: skip
    folded = fold(clause.words)
    return next((facts for reader in readers if (facts := reader(clause, folded))), ())


def _leased(clause: Priced, folded: str) -> tuple[Fact, ...]:
    match = _LEASING.match(folded)
    by_the_piece = clause.amount is not None and clause.amount.period is Period.UNIT
    if match is None or by_the_piece:
        return ()
    what, giver = _with_giver(_said(clause, match))
    if giver is None or _LETTING.search(fold(what)):
        return ()
    return _had(objects(what, marked=not giver), clause, giver, Sourcing.LEASED)


def _borrowed(clause: Priced, folded: str) -> tuple[Fact, ...]:
    match = _BORROWING.match(folded)
    if match is None:
        return ()
    what, giver = _with_giver(_said(clause, match))
    if not giver or _LETTING.search(fold(what)):
        return ()
    return _had(objects(what), clause, giver, Sourcing.PARTNER)


def _bought(clause: Priced, folded: str) -> tuple[Fact, ...]:
    match = _BUYING.match(folded)
    if match is None:
        return ()
    once = clause.amount and replace(clause.amount, period=clause.amount.period or Period.ONCE)
    return _had(objects(_said(clause, match), marked=True), replace_amount(clause, once), "", Sourcing.OWNED)


def _owned(clause: Priced, folded: str) -> tuple[Fact, ...]:
    match = _OWNING.match(folded)
    if match is None or clause.amount is not None:
        return ()
    return _had(objects(_said(clause, match)), clause, "", Sourcing.OWNED)


def _held(clause: Priced, folded: str) -> tuple[Fact, ...]:
    """Read "we have a van": only of what is surely a thing, for one has problems and meetings, too."""
    match = _HAVING.match(folded)
    what = objects(_said(clause, match), marked=True) if match else ()
    if not what or clause.amount is not None or not all(head_of(item) in THINGS for item in what):
        return ()
    return tuple(_thing(item) for item in what)


def _hired(clause: Priced, folded: str) -> tuple[Fact, ...]:
    match = _HIRING.match(folded)
    if match is None:
        return ()
    said = _said(clause, match)
    who = objects(said)
    if len(who) == 1 and is_proper(_AS.split(who[0])[0]) and _AS.search(fold(who[0])):
        return (replace(_person(who[0]), amount=clause.amount),)
    if who and all(head_of(item) in THINGS for item in who):
        return _had(who, clause, "", Sourcing.LEASED)
    if not who or not all(is_people(item) for item in who) or (clause.amount and len(who) > 1):
        return ()
    pay = clause.amount
    if pay is not None and clause.each:
        pay = for_all(pay, who[0])
    return tuple(replace(_person(item), amount=pay) for item in who)


def _joined(clause: Priced, folded: str) -> tuple[Fact, ...]:
    match = _JOINED.match(folded)
    if match is None or clause.amount is not None:
        return ()
    who = clause.words[: match.end("who")]
    role = clause.words[match.start("role") : match.end("role")] if match["role"] else ""
    sure = (is_proper(who) and (role or " us" in folded or " team" in folded)) or is_people(who)
    return (_person(f"{who}{role}"),) if sure else ()


def _said(clause: Priced, match: re.Match[str]) -> str:
    group = next((number for number, text in enumerate(match.groups(), start=1) if text), 0)
    return without_adverbs(clause.words[match.start(group) : match.end(group)])


def replace_amount(clause: Priced, amount: Amount | None) -> Priced:
    """Give a clause with another amount."""
    return replace(clause, amount=amount)


def _with_giver(said: str) -> tuple[str, str | None]:
    """Give the things and the one they come from: empty where nobody is named, None where nobody can be."""
    match = _FROM.search(fold(said))
    if match is None:
        return said, ""
    who = said[match.start("who") : match.end("who")].strip(" .,;!")
    return (said[: match.start()], named(who)) if is_giver(who) else (said, None)


def _had(what: tuple[str, ...], clause: Priced, giver: str, sourcing: Sourcing) -> tuple[Fact, ...]:
    if not what or (clause.amount is not None and len(what) > 1) or any(is_people(item) for item in what):
        return ()
    amount = clause.amount
    if amount is not None and clause.each:
        amount = for_all(amount, what[0])
    things = tuple(replace(_thing(item), sourcing=sourcing, giver=giver, amount=amount) for item in what)
    return (*things, Ally(name=giver, gives=tuple(unmarked(item) for item in what))) if giver else things


def _thing(item: str) -> Had:
    kind = ResourceKind.PHYSICAL if head_of(item) in THINGS - _UNSEEN else None
    return Had(name=named(item), kind=kind, pointed=words_of(item)[0] in POINTERS)


_UNSEEN = frozenset({"website", "domain", "software", "app", "licence", "license"})


def _person(item: str) -> Had:
    return Had(name=named(item), kind=ResourceKind.HUMAN)
