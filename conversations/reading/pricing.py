"""One reply that prices several things, and what one sale brings.

A part's first number is the item's number if an item has it, also where only one item is asked about: "1 350"
is item 1 at 350, as the question's own numbering teaches. A currency before it ("€1 350") makes it an amount.
"""

import re
from collections.abc import Mapping, Sequence

import msgspec

from conversations.canvas.money import Amount
from conversations.reading.amounts import UNKNOWN, Vague, find_amounts, read_amount
from conversations.reading.filler import without_filler
from conversations.reading.phrasings import FREE_PHRASES, UNKNOWN_PHRASES, bare
from conversations.reading.pricenames import named_item
from conversations.reading.sales import Sale, read_sale
from conversations.reading.segments import protected
from conversations.reading.text import clean_text, fold

__all__ = ["PriceReply", "Sale", "read_prices", "read_sale"]


class PriceReply(msgspec.Struct, frozen=True):
    """Prices by place in the list (from 0), named costs that were not on it, and parts not understood."""

    prices: Mapping[int, Amount | Vague]
    extra: tuple[tuple[str, Amount], ...] = ()
    unread: tuple[str, ...] = ()


_NUMBER = re.compile(
    r"\s*(?:no\.?|nr\.?|#|item)?\s*(\d{1,2})(?:\s*(?:[):=]|\.(?!\d)|-(?=\s)|–|->)\s*|\s+)(?=\S)"
)
_SEVERAL = re.compile(r"\s*(\d{1,2})\s*(?:and|&|\+|und|y|et|e)\s*(\d{1,2})\s*(?:[:=)-]|are|both|\s)\s*(?=\S)")
_ALL = re.compile(
    r"(?:(?:they're|they are|it's|its) )?(?:all|everything|both|all of (?:them|it)|alle|alles|todo|"
    r"todos|tout|tous|tudo|全部|都)(?: of (?:them|it))?(?: (?:is|are|for|of them|at|ist|sind|son|"
    r"es))?\s*:?\s+(?P<what>.+)"
)
_REST = re.compile(
    r"(?:the )?(?:rest|others?|other ones|remaining)(?: (?:is|are|i|we|of them))?\s*:?\s+(?P<what>.+)"
)
_EACH = re.compile(r"(?P<what>.+?),? (?:each|for all(?: of them)?|for each)$")


def read_prices(text: str, numbered: Sequence[str]) -> PriceReply:
    """Give what a reply says about each of the numbered items, by number, by name, or in order."""
    cleaned = clean_text(text)
    whole = _for_all(cleaned, numbered)
    if whole is not None:
        return PriceReply(dict.fromkeys(range(len(numbered)), whole))
    prices: dict[int, Amount | Vague] = {}
    extra: list[tuple[str, Amount]] = []
    loose: list[str] = []
    pieces = (piece for part in _parts(cleaned, len(numbered)) for piece in _joined(part, numbered))
    for piece in pieces:
        if _price_part(piece, numbered, prices):
            continue
        cost = _extra(piece)
        if cost is not None:
            extra.append(cost)
        elif piece.strip():
            loose.append(piece.strip())
    unread = _in_order(loose, len(numbered), prices, alone=not extra)
    return PriceReply(prices, tuple(extra), tuple(unread))


def _for_all(cleaned: str, numbered: Sequence[str]) -> Amount | Vague | None:
    """Give the answer that holds for every item: "all free", "don't know", or the only item's amount."""
    said = bare(cleaned)
    if said in UNKNOWN_PHRASES:
        return UNKNOWN
    if said in FREE_PHRASES:
        return read_amount(cleaned)
    every = _ALL.match(fold(cleaned).strip())
    if every and (not re.search(r"[,;\n]\s*\S", every["what"])):
        return read_amount(every["what"])
    if len(numbered) == 1 and not _NUMBER.match(fold(cleaned)) and named_item(cleaned, numbered) is None:
        parts = _parts(cleaned, 1)
        return read_amount(cleaned) if len(parts) == 1 and _extra(cleaned) is None else None
    return None


def _parts(cleaned: str, count: int) -> list[str]:
    """Give the parts of a reply: lines, semicolons, commas outside numbers, or runs of "1 ... 2 ..."."""
    shield = protected(cleaned)
    parts, start = [], 0
    for place, char in enumerate(cleaned):
        within = cleaned[place - 1 : place].isdigit() and cleaned[place + 1 : place + 2].isdigit()
        if shield[place] or not (char in "\n;；؛、" or (char in ",，،" and not within)):
            continue
        parts.append(cleaned[start:place])
        start = place + 1
    parts.append(cleaned[start:])
    return [piece for part in parts if part.strip() for piece in _runs(part, count)]


def _joined(part: str, numbered: Sequence[str]) -> list[str]:
    """Give both sides of an "and" where each names a cost and its price, else the part whole."""
    sides = re.split(r"\s+(?:and|und|y|et|e|&)\s+", part)
    if len(sides) > 1 and all(_names_and_prices(side, numbered) for side in sides):
        return sides
    return [part]


def _names_and_prices(side: str, numbered: Sequence[str]) -> bool:
    named = named_item(side, numbered)
    return (named is not None and read_amount(named[1]) is not None) or _extra(side) is not None


def _runs(part: str, count: int) -> list[str]:
    """Give a part cut before each item number that continues the count and follows a readable price."""
    first = _NUMBER.match(fold(part))
    if first is None:
        return [part]
    expected = int(first.group(1)) + 1
    cuts = [0]
    for match in re.finditer(r"\s(\d{1,2})(?:\s*[):=]\s*|\.\s+|\s+)(?=\S)", fold(part)):
        if int(match.group(1)) != expected or expected > count:
            continue
        body = part[cuts[-1] : match.start()]
        opened = _NUMBER.match(fold(body))
        if opened and read_amount(body[opened.end() :]) is not None:
            cuts.append(match.start() + 1)
            expected += 1
    return [part[start:end] for start, end in zip(cuts, [*cuts[1:], len(part)], strict=True)]


def _price_part(part: str, numbered: Sequence[str], prices: dict[int, Amount | Vague]) -> bool:
    """Put what a part says into the prices; and tell whether it spoke of a listed item."""
    folded = fold(part)
    rest = _REST.match(folded.strip())
    value = read_amount(rest["what"]) if rest else None
    if value is not None:
        prices.update({index: value for index in range(len(numbered)) if index not in prices})
        return True
    several = _SEVERAL.match(folded)
    single = _NUMBER.match(folded)
    for match in (several, single):
        indexes = [int(number) - 1 for number in match.groups()] if match else []
        if match and all(0 <= index < len(numbered) and index not in prices for index in indexes):
            value = _after_number(part[match.end() :], numbered, indexes[0])
            if value is not None:
                prices.update(dict.fromkeys(indexes, value))
                return True
    named = named_item(part, numbered)
    if named is None or named[0] in prices:
        return False
    value = read_amount(named[1])
    if value is not None:
        prices[named[0]] = value
    return value is not None


def _after_number(rest: str, numbered: Sequence[str], index: int) -> Amount | Vague | None:
    """Give the amount behind an item's number, its name perhaps repeated between ("1 cart 350")."""
    named = named_item(rest, [numbered[index]])
    return read_amount(named[1] if named else rest)


def _extra(part: str) -> tuple[str, Amount] | None:
    """Give a named cost that was not asked about: "insurance 40 a month", "2000 rent"."""
    found = find_amounts(part)
    if len(found) != 1:
        return None
    (start, end), amount = found[0]
    name = _name(part[:start])
    return (name, amount) if name else _named_afterwards(part, start, end, amount)


def _named_afterwards(part: str, start: int, end: int, amount: Amount) -> tuple[str, Amount] | None:
    """Give a cost whose name follows its amount, a period perhaps behind: "600 for the van a month"."""
    period = _PERIOD_LAST.search(part, end)
    what = part[end : period.start()] if period else part[end:]
    purpose = _PURPOSE.match(what)
    name = _name(what[purpose.end() :] if purpose else what)
    # A number alone in front may be a place in the list ("2 maybe"), and what follows a comment on it.
    if not name or _COMMENT.fullmatch(fold(name)) or (purpose is None and _NUMBER.match(fold(part))):
        return None
    whole = read_amount(part[start:end] + period[0]) if period else None
    return name, whole if isinstance(whole, Amount) else amount


_PURPOSE = re.compile(r"\s*(?:for|on)\b(?: the| our)?", re.IGNORECASE)
_PERIOD_LAST = re.compile(
    r"\s(?:(?:a|an|per|each|every) (?:day|week|month|quarter|year)|(?:dai|week|month|quarter|year)ly)\s*$",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"i (?:think|guess|suppose|hope)|for now|so far|or so|more or less|roughly|maybe|perhaps|probably|each|"
    r"together|(?:in )?total|tops|max(?:imum)?|min(?:imum)?|at (?:most|least)|too|as well|again|"
    r"(?:plus|with|without|incl\w*|excl\w*) .*"
)
_NAME_FILLER = re.compile(r"\s+(?:is|are|costs?|will be|would be|at|for|about|around|maybe|was|=|:|-|–)\s*$")


def _name(words: str) -> str:
    text = without_filler(words.strip(" :=-–,"))
    for _ in range(3):
        text = _NAME_FILLER.sub("", " " + text).strip(" :=-–")
    return text if any(char.isalpha() for char in text) and bare(text) else ""


def _in_order(
    loose: Sequence[str], count: int, prices: dict[int, Amount | Vague], *, alone: bool
) -> list[str]:
    """Bare amounts given in the list's order, as many as there are items; otherwise nothing is guessed."""
    values = [read_amount(part) for part in loose]
    if alone and not prices and len(values) == count and all(value is not None for value in values):
        prices.update({index: value for index, value in enumerate(values) if value is not None})
        return []
    return list(loose)
