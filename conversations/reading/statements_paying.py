"""Statements of paying: what something costs, and what one pays for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.money import Period
from conversations.reading.amounts import find_amounts
from conversations.reading.phrases import words_of
from conversations.reading.statements_facts import Paid
from conversations.reading.statements_phrases import is_cost, named, objects
from conversations.reading.statements_words import CUSTOMERS, VAGUE
from conversations.reading.text import fold

if TYPE_CHECKING:
    from conversations.reading.statements_facts import Fact

_EARNED = re.compile(
    r"\b(?:revenue|sales|income|earn(?:s|ed|ing)?|charge[sd]?|price|profit|turnover|margin|target|"
    r"goal|budget|"
    r"paid us|pays? us|pay me|get paid|got paid|donat\w+|grants?|worth|cup|piece)\b"
)
_IS = re.compile(
    r"^(?P<name>.+?)\s*(?::|=|,|–|-|\b(?:is|are|was|were|comes to|runs at|ist|sind|es|est)\b|'s\b|"
    r"(?P<costs>\b(?:costs?|kostet|cuesta|coute|custa)\b(?P<us> us| me)?))?"
    r"\s*(?:now|jetzt|ahora|agora|maintenant|only|just|about|around|roughly|already)?\s*$"
)
_PAYING = re.compile(
    r"^(?:(?:we|i)(?:'re|'m| are| am)?(?: now| also| currently)* )?(?P<verb>pay|paying|paid|spend|"
    r"spending|spent)\b\s*(?P<whom>.*?)\s*(?:about|around|roughly|only)?\s*$"
)
_FOR = re.compile(r"^(?:for|on|in|to|of)\s+(?P<name>.+)$")
_STILL = re.compile(
    r"^(?:now|today|already|again|each month|a month|since \w+|from now on|starting \w+|jetzt|"
    r"ahora|at the moment)?[.!]*$"
)
_WHERE = re.compile(r"^(?:for|to)\s+(?P<what>.+)$")
_TRAILING = re.compile(r"\s+(?:for|at)\s*$")
_LONGEST = 5


def read_paying(text: str) -> tuple[Fact, ...]:
    """Give what a clause says is paid, nothing where it isn't sure, or may be what comes in."""
    found = find_amounts(text)
    if len(found) != 1 or _EARNED.search(fold(text)):
        return ()
    (start, end), amount = found[0]
    before, after = text[:start].rstrip(), text[end:].strip()
    fact = _paying(before, after) or _costing(before, after) or _leading(before, after)
    if not fact:
        return ()
    name, once = fact
    if once and amount.period is None:
        amount = replace(amount, period=Period.ONCE)
    return (Paid(name=named(name), amount=amount),)


def read_named_cost(text: str) -> Paid | None:
    """Give what a cost is called and comes to, in words known to be about one; None without an amount."""
    found = find_amounts(text)
    if not found:
        return None
    (start, end), amount = found[0]
    before, after = text[:start].rstrip(), text[end:].strip()
    fact = _paying(before, after) or _leading(before, after)
    if fact is not None:
        return Paid(name=named(fact[0]), amount=amount)
    shape = _IS.match(fold(before))
    name = before[: shape.end("name")] if shape else before
    name = _TRAILING.sub("", name)
    rest = "" if _STILL.match(fold(after)) else after
    return Paid(name=named(f"{name} {rest}"), amount=amount)


def _paying(before: str, after: str) -> tuple[str, bool] | None:
    """Read "we pay 300 for the pitch", "we spend 200 a month on ads", "we pay Tom 500 a month"."""
    match = _PAYING.match(fold(before))
    if match is None:
        return None
    once = match["verb"] in ("paid", "spent")
    whom = before[match.start("whom") : match.end("whom")]
    behind = _FOR.match(fold(after))
    if whom and _STILL.match(fold(after)) and match["verb"].startswith(("pay", "paid")):
        return (whom, once) if _is_payable(whom) else None
    if whom or behind is None:
        return (after, once) if not whom and is_cost(after) and _is_payable(after) else None
    name = after[behind.start("name") : behind.end("name")].rstrip(" .!")
    name = re.sub(r"\s+(?:now|already)$", "", name)
    return (name, once) if _is_payable(name) else None


def _costing(before: str, after: str) -> tuple[str, bool] | None:
    """Read "rent is 900 now", "the oven cost us 2000", "insurance 40 a month"."""
    match = _IS.match(fold(before))
    if match is None or not _STILL.match(fold(after)):
        return None
    name = before[: match.end("name")].rstrip()
    ours = bool(match["us"])
    once = bool(match["costs"]) and fold(match["costs"]).startswith("cost ")
    return (name, once and not is_cost(name)) if (ours or is_cost(name)) and _is_payable(name) else None


def _leading(before: str, after: str) -> tuple[str, bool] | None:
    """Read "900 rent", "40 a month for insurance"."""
    match = _WHERE.match(fold(after))
    name = after[match.start("what") :] if match else after
    name = name.rstrip(" .!")
    return (name, False) if not before and is_cost(name) and _is_payable(name) else None


def _is_payable(name: str) -> bool:
    said = words_of(name)
    if not 0 < len(said) <= _LONGEST or not objects(name):
        return False
    return not (CUSTOMERS | VAGUE) & set(said) and said[0] not in ("we", "i", "they", "he", "she")
