"""The parts of a statement: its amount taken out, the things it names, the giver, what each is called."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from conversations.canvas.money import Amount, Period
from conversations.reading.amounts import find_amounts
from conversations.reading.figures import tidy
from conversations.reading.phrases import words_of
from conversations.reading.splitting import split_items
from conversations.reading.statements_words import (
    COSTS,
    COUNTS,
    CUSTOMERS,
    KIN,
    MARKS,
    MOMENTS,
    PEOPLE,
    VAGUE,
)
from conversations.reading.text import fold
from conversations.remembering import remembered

_BEFORE = re.compile(
    r"[\s,;:(=–-]*(?:\b(?:and (?:it |they )?costs?|(?:it|they|that|which|who)(?:'s|'re| is| are|"
    r" costs?| gets?)|for|at|"
    r"costing|worth|priced at|und zahlen|por|pour|fur)\s*(?:us )?)?(?:\b(?:about|around|roughly|"
    r"only|just)\s*)?$"
)
_AFTER = re.compile(r"^\s*\)?\s*(?:(?P<each>each|apiece|per person|a head|per head|each one)\b)?")
_ADVERBS = re.compile(
    r"(?:[\s,]+(?:now|today|yesterday|already|too|as well|finally|at last|for now|at the moment|"
    r"these days|recently|"
    r"last (?:week|month|year|night)|this (?:week|month|year|morning)|together|jetzt|ahora|agora|"
    r"maintenant|btw|"
    r"by the way|from now on))+[.!\s]*$"
)
_ARTICLE = re.compile(
    r"^(?:(?:a|an|the|one|some|this|that|these|those|another)\s+|(?:ein|eine|einen|einem|der|die|"
    r"das|den|un|una|uno|el|la|los|las|une|le|les|um|uma|o|os)\s+)"
)
_MARK = re.compile(
    r"^(?:a|an|the|one|some|another|(?:all )?(?:our|my)|ein|eine|einen|un|una|uno|une|um|uma)\s+(?=\S)"
)
_NEEDLESS = re.compile(
    r"\b(?:that|which|who|whom|because|so|if|to|than|when|where|while|is|are|was|were|but)\b"
)
_LONGEST = 8


class Priced(msgspec.Struct, frozen=True):
    """Words without the amount that stood in them; `after` is what stood behind it.

    `each` says that the amount is for each of several.
    """

    words: str
    amount: Amount | None = None
    after: str = ""
    each: bool = False


def priced(text: str) -> Priced | None:
    """Give a clause without its amount, None where it names several."""
    found = find_amounts(text)
    if len(found) > 1:
        return None
    if not found:
        return Priced(text)
    (start, end), amount = found[0]
    before = fold(text[:start])
    opening = _BEFORE.search(before)
    behind = _AFTER.match(fold(text[end:]))
    each = fold(text[start:end]).endswith(" each") or bool(behind and behind["each"])
    after = text[end + (behind.end() if behind else 0) :].strip()
    head = text[: opening.start() if opening else start].rstrip()
    if each and amount.period is Period.UNIT:
        amount = replace(amount, period=None, per="")
    return Priced(f"{head} {after}".strip(), amount, after, each)


def without_adverbs(text: str) -> str:
    """Give the words without "now", "last week", "too" at their end."""
    cut = _ADVERBS.search(fold(text))
    return text[: cut.start()].rstrip() if cut else text.rstrip(" .!,;")


def objects(text: str, *, marked: bool = False) -> tuple[str, ...]:
    """Give the things that an object lists, none where one of them is surely no thing to write down.

    `marked` asks for a determiner or a number before each, as things have that are one's own.
    """
    items = split_items(without_adverbs(text))
    fine = all(_is_object(item) and (not marked or _is_marked(item)) for item in items)
    return items if items and fine else ()


def _is_object(item: str) -> bool:
    said = words_of(item)
    if not said or len(said) > _LONGEST or _NEEDLESS.search(fold(item)):
        return False
    telling = [word for word in said if word not in MARKS]
    return bool(telling) and telling[0] not in VAGUE and telling[-1] not in VAGUE


def _is_marked(item: str) -> bool:
    first = words_of(item)[0]
    return first in MARKS or first.isdigit()


def unmarked(item: str) -> str:
    """Give what a partner gives, as one would list it: "our beans" are beans."""
    text = " ".join(item.split())
    mark = _MARK.match(fold(text))
    return text[mark.end() :] if mark else text


def named(item: str) -> str:
    """Give what an entry is called: without its article, with a capital."""
    text = " ".join(item.split()).strip(" .,;:!-–")
    article = _ARTICLE.match(fold(text))
    name = text[article.end() :] if article and article.end() < len(text) else text
    first = name.split(maxsplit=1)[0] if name else ""
    return name[:1].upper() + name[1:] if first.islower() else name


@remembered
def head_of(item: str) -> str:
    """Give the noun that an item is about: the last word before "for", "in", "at" and their like."""
    said = words_of(re.split(r"\s(?:for|in|at|on|near|with|from|of|by|as)\s", fold(item), maxsplit=1)[0])
    return said[-1] if said else ""


def is_giver(name: str) -> bool:
    """Whether this may be somebody outside: a name, or a noun with a determiner, and no customer."""
    said = words_of(name)
    if not said or len(said) > _LONGEST - 3 or MOMENTS & set(said) or _NEEDLESS.search(fold(name)):
        return False
    if said[-1] in CUSTOMERS or said[0] in CUSTOMERS or any(word.isdigit() for word in said):
        return False
    return is_proper(name) or (len(said) > 1 and said[0] in MARKS)


def is_proper(name: str) -> bool:
    """Whether the words look like a name: each with a capital, small words between them aside."""
    said = name.split()
    capital = [word[:1].isupper() or word.lower() in ("and", "&", "of", "the", "de", "von") for word in said]
    return bool(said) and said[0][:1].isupper() and all(capital)


def is_people(item: str) -> bool:
    """Whether an item is somebody who works, or several of them."""
    return head_of(item) in PEOPLE | KIN


def is_cost(name: str) -> bool:
    """Whether a name is surely what one pays for."""
    return head_of(name) in COSTS


def counted(item: str) -> int:
    """How many of a thing an item speaks of, 1 where it doesn't say."""
    first = words_of(item)[:1]
    if first and first[0].isdigit():
        return int(first[0][:6])
    return COUNTS.get(first[0], 1) if first else 1


def for_all(amount: Amount, item: str) -> Amount:
    """Give what several cost together, where the amount is for each of them."""
    count = counted(item)
    return replace(amount, low=tidy(amount.low * count), high=tidy(amount.high * count))
