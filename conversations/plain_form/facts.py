"""Facts that stand within an entry's text: "(leased)", "(done)", "(fixed, $600/mo)", "later: open a shop"."""

from __future__ import annotations

import re

import msgspec
from msgspec import UNSET, UnsetType

from conversations.canvas.facets import Behaviour, Sourcing, When
from conversations.canvas.money import Amount, Period
from conversations.reading.amounts import find_amounts
from conversations.reading.text import fold

ASIDE = re.compile(r"\s*[(\[（]([^()\[\]（）]{1,120})[)\]）]")
_NOT_HAD = re.compile(r"\b(?:to be|not yet|planned|needed|wanted|to buy|will)\b")
_SOURCING = {
    Sourcing.PARTNER: re.compile(
        r"\b(?:from|borrowed|on loan|lent|loaned|provided|supplied|shared|donated by|partners?|partner's|"
        r"via|courtesy of|in kind)\b"
    ),
    Sourcing.LEASED: re.compile(
        r"\b(?:lease[ds]?|leasing|on lease|rent(?:ed|al|ing|s)?|hired|hire|subscription|subscribed|"
        r"licensed|pay[- ]as[- ]you[- ]go|outsourced)\b"
    ),
    Sourcing.OWNED: re.compile(
        r"\b(?:owned?|ours|own|bought|purchased|paid (?:off|for)|in-?house|inherited|donated|self-made)\b"
    ),
}
_FROM_OWNER = re.compile(r"\b(?:leas|rent|hir)\w* (?:from|by|through|via)\b")
_LED = re.compile(
    r"^(?:(?:the|a|an|our|my|one|two|three|four|five|six|ten|\d+)\s+)*(?P<how>leased|rented|hired|"
    r"borrowed)\s+\S"
)
_TRAILED = re.compile(
    r"(?:,|\s[-–—:]|:)\s*(?:we |is |are |they are |it is |all )?(?P<how>leas(?:ed|ing)|rented|owned|"
    r"borrowed|on loan|own|ours|bought|lent by|provided by|supplied by|from (?:a |our |the )?partners?)\b|"
    r"\b(?P<late>(?:leased|rented|hired|borrowed|lent|loaned|provided|supplied)\s+(?:from|by|to us by))\b"
)
_SOURCE = re.compile(
    r"\b(?:from|by|via|of|through)\s+(?:the |a |an |our |my |their |some )?(?P<name>[^,;.]{2,60})"
)
_BEHAVIOUR = {
    Behaviour.FIXED: re.compile(r"\bfix(?:ed)?\b|\bstays the same\b|\bflat\b"),
    Behaviour.VARIABLE: re.compile(r"\bvariable\b|\bvar\.?$|\bvaries\b|\bgrows with\b|\bdepends on\b"),
}
_ONCE = re.compile(
    r"\b(?:one[- ]?(?:off|time)|once|up-?front|initial(?:ly)?|single payment|set-?up|deposit)\b"
)
_DONE = re.compile(
    r"^(?:already )?(?:done|finished|completed?|achieved|ticked|checked|ready|accomplished)\b|✓|✔|✅"
)
_DONE_MARK = re.compile(r"^\s*(?:✓|✔️?|✅|☑️?|\[[xX]\]|(?:done|finished|completed)\s*[:–-])\s*")
_DONE_TAIL = re.compile(
    r"(?:\s+[-–—:]\s*|,\s*)(?:already )?(?:done|finished|completed)[.!]?\s*$|\s*[✓✔✅]️?\s*$"
)
_PAST = re.compile(
    r"^(?:we |i |have |has |we've |i've |already )*(?:registered|interviewed|talked|spoke|tested|tried|"
    r"asked|surveyed|finished|completed|launched|opened|signed|received|obtained|applied|hired|secured|"
    r"validated|visited|piloted|sold|won|got|built|incorporated|passed|raised|published|delivered|"
    r"met)\s+(?!by\b|from\b|for\b|on demand|goods)\S"
)
_LATER = re.compile(
    r"^(?:later|someday|some day|for later|parked|postponed|on hold|phase (?:2|3|two|three)|next year|"
    r"not now|future|backlog|after (?:launch|opening))\b"
)
_LATER_MARK = re.compile(r"^\s*(?:later|someday|parked|backlog)\s*[:–-]\s*")
_NOW = re.compile(r"^(?:now|today|this (?:week|month)|current)\b")
_STARRED = re.compile(
    r"^(?:core|key|starred|most important|must excel|our strength|expert|star)\b|[★⭐]", re.IGNORECASE
)
_GOAL = re.compile(
    r"\b(?:by|until|before|within|this|next)\b.*\b(?:week|month|year|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|spring|summer|autumn|fall|winter|monday|friday|"
    r"\d+)\w*"
)


class ThingSaid(msgspec.Struct, frozen=True):
    """A resource as written: its name, how it is had, and from whom."""

    name: str
    sourcing: Sourcing | UnsetType = UNSET
    source: str = ""


class CostSaid(msgspec.Struct, frozen=True):
    """A cost as written: its name, whether it grows with sales, and the amount."""

    name: str
    behaviour: Behaviour | UnsetType = UNSET
    amount: Amount | UnsetType = UNSET


class TaskSaid(msgspec.Struct, frozen=True):
    """An activity as written: its name, whether it is done, for now or later, starred, and its goal."""

    name: str
    done: bool = False
    when: When | UnsetType = UNSET
    starred: bool = False
    goal: str = ""


def thing_said(text: str) -> ThingSaid:
    """Give a resource's facts. What stands in brackets and tells none stays in the name."""
    name = text
    for aside in ASIDE.finditer(text):
        said = fold(aside[1])
        how = _sourcing(said)
        if how is not None:
            return ThingSaid(_without(text, aside), how, _source(said) if how is Sourcing.PARTNER else "")
    folded = fold(text)
    found = _LED.search(folded) or _TRAILED.search(folded)
    if found is None:
        return ThingSaid(name)
    how = _sourcing(found["how"] or found["late"])
    return ThingSaid(
        name,
        UNSET if how is None else how,
        _source(folded[found.start() :]) if how is Sourcing.PARTNER else "",
    )


def _sourcing(said: str) -> Sourcing | None:
    if _NOT_HAD.search(said):
        return None
    if _FROM_OWNER.search(said):
        return Sourcing.LEASED
    return next((how for how, words in _SOURCING.items() if words.search(said)), None)


def _source(said: str) -> str:
    found = _SOURCE.search(said)
    return found["name"].strip() if found else ""


def cost_said(text: str) -> CostSaid:
    """Give a cost's facts; the amount and what stands in brackets about it are taken off its name."""
    name = text
    behaviour: Behaviour | UnsetType = UNSET
    once = False
    for aside in reversed(list(ASIDE.finditer(text))):
        said = fold(aside[1])
        how = next((kind for kind, words in _BEHAVIOUR.items() if words.search(said)), None)
        behaviour = how or behaviour
        once = once or bool(_ONCE.search(said))
        if how or _ONCE.search(said) or find_amounts(aside[1]):
            name = name[: aside.start()] + name[aside.end() :]
    tail = re.search(r"(?:,\s*|\s[-–—:]\s*)(fixed|variable)\s*$", fold(name))
    if tail:
        behaviour = Behaviour(tail[1])
        name = name[: tail.start()]
    amount = _amount(text)
    if isinstance(amount, Amount):
        name = _bare(name, amount) or text
        if once and amount.period is None:
            amount = msgspec.structs.replace(amount, period=Period.ONCE)
        if amount.period is Period.UNIT and not isinstance(behaviour, Behaviour):
            behaviour = Behaviour.VARIABLE
    return CostSaid(name.strip(" ,:;–-") or text, behaviour, amount)


def _amount(text: str) -> Amount | UnsetType:
    """Give the amount that is surely money: with a currency or a period, or at the end of the text."""
    found = find_amounts(text)
    sure = [amount for _, amount in found if amount.currency or amount.period]
    return sure[0] if sure else UNSET


def _bare(name: str, amount: Amount) -> str:
    written = amount.as_written
    # A closing bracket may already be gone with its aside.
    kept = name.replace(written, "") if written in name else name
    for (start, end), found in reversed(find_amounts(kept)):
        if found.currency or found.period:
            kept = kept[:start] + kept[end:]
    return " ".join(kept.split()).strip(" ,:;–-@=")


def task_said(text: str) -> TaskSaid:
    """Give an activity's facts."""
    name, done, starred, goal = text, False, False, ""
    when: When | UnsetType = UNSET
    for aside in reversed(list(ASIDE.finditer(text))):
        said = fold(aside[1]).strip()
        facts = (_DONE.search(said), _LATER.search(said), _NOW.search(said), _STARRED.search(said))
        if any(facts):
            name = name[: aside.start()] + name[aside.end() :]
            done, starred = done or bool(facts[0]), starred or bool(facts[3])
            when = When.LATER if facts[1] else When.NOW if facts[2] else when
        elif _GOAL.search(said):
            goal = aside[1].strip()
    for mark, is_done in ((_DONE_MARK, True), (_DONE_TAIL, True), (_LATER_MARK, False)):
        found = mark.search(fold(name))
        if found:
            name = name[found.end() :] if found.start() == 0 else name[: found.start()]
            done = done or is_done
            when = when if is_done else When.LATER
    return TaskSaid(name.strip(), done or bool(_PAST.match(fold(name))), when, starred, goal)


def _without(text: str, aside: re.Match[str]) -> str:
    return (text[: aside.start()] + text[aside.end() :]).strip() or text
