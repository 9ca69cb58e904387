"""Partners as founders list them: who, what they give, what they get."""

import re
from collections.abc import Iterator

import msgspec

from conversations.reading.segments import protected
from conversations.reading.splitting import split_items
from conversations.reading.text import clean_text, fold


class Party(msgspec.Struct, frozen=True):
    """Somebody outside: the name, what they give and what they get, in the founder's words."""

    name: str
    gives: tuple[str, ...] = ()
    gets: tuple[str, ...] = ()


_GIVING = (
    "gives|give|provides|provide|supplies|supply|lends|lend|brings|bring|offers|offer|delivers|"
    "deliver|sells|sell|rents|rent|leases|lets|donates|donate|makes|make|will give|will provide|"
    "can give|sends|send|covers|pays"
)
_NAME_END = re.compile(r"\s*[:：]\s*(?!//)|\s+[-–—=]+>?\s+|\s*(?:→|➡️?)\s*")
_VERB = re.compile(
    rf"(?:\s*,\s*(?:they|it|he|she))?\s+(?:that |who |which )?(?:{_GIVING})(?: us| me)?\s+|\s+for (?=\S)"
)
_EXCHANGE = re.compile(
    (
        r"\s*(?:,|;|\band\b|\bbut\b)?\s*\b(?:they |it |he |she |who |which )?(?:gets?|receives?|takes?|"
        r"wants?|earns?)\b:?\s+|\s*,?\s*\b(?:in return(?: for)?|in exchange(?: for)?|against|for our|"
        r"for a share of)\b[,:]?\s+|\s*(?:<->|↔|⇄|=>)\s*|\s*,?\s*(?:and |but )?"
        r"\bwe (?:pay|give|offer|send)(?: them)?\s+"
    ),
)
_PAYING = re.compile(
    r"\s+for (?=(?:(?:a|an|the|our|some) )?(?:cash|money|pay\b|payment|rent|fees?|commission|cut|share|"
    r"orders?|referrals?|publicity|exposure|equity|[€$£¥]?\d))"
)
"""Said after what they do ("gives us flour for cash"); elsewhere "for" may say what a thing is for."""
_GIVES_LABEL = re.compile(r"^\s*(?:they |it |he |she )?(?:gives?|provides?|offers?)(?: us)?:?\s+")
_GETS_LABEL = re.compile(r"^\s*(?:they |it |he |she )?(?:gets?|receives?):?\s+")
_DASH = re.compile(r"\s+[-–—]\s+")
_SLASH = re.compile(r"\s+[/|]\s+|\s*／\s*")
_TIGHT_SLASH = re.compile(r"(?<=\w)\s*/\s*(?=\w)")
_BRACKET = re.compile(r"^(?P<name>[^()（）]{1,200}?)\s*[(（](?P<inside>[^()（）]{1,300})[)）]\s*[.,]?$")
_TWO_NAMES = re.compile(r"[,،，]\s*(?=[^,:：،，]{1,60}[:：](?!//))")
_KEPT_WORDS = ("for our",)
_LONGEST_NAME = 80


def read_party(line: str) -> Party:
    """Give the partner a line speaks of; all of it is the name where nothing tells giving from getting."""
    text = " ".join(clean_text(line).split()).lstrip(" -–•*;,").rstrip(" ;,")
    bracketed = _BRACKET.match(text)
    if bracketed:
        gives, gets = _halves(bracketed["inside"])
        return Party(bracketed["name"].strip(" :-"), _things(gives), _things(gets))
    name, rest = _name_and_rest(text)
    gives, gets = _halves(rest)
    if not name:
        return Party(text)
    return Party(name, _things(gives), _things(gets))


def _name_and_rest(text: str) -> tuple[str, str]:
    folded = fold(text)
    mark = _NAME_END.search(folded)
    if mark and mark.start() and mark.end() < len(text):
        return text[: mark.start()].strip(), text[mark.end() :]
    slash = _SLASH.search(folded)
    verb = _VERB.search(folded)
    if verb and 0 < verb.start() <= _LONGEST_NAME and verb.end() < len(text):
        return text[: verb.start()].strip(), text[verb.end() :]
    gets = _EXCHANGE.search(folded)
    if gets and 0 < gets.start() <= _LONGEST_NAME:
        return text[: gets.start()].strip(), text[gets.start() :]
    if slash:
        return text[: slash.start()].strip(), text[slash.end() :]
    return text.strip(" :："), ""


def _halves(rest: str) -> tuple[str, str]:
    """Give what is given and what is got, as written."""
    shield = protected(rest)
    folded = fold(rest)
    for pattern in (_SLASH, _EXCHANGE, _DASH, _PAYING, _TIGHT_SLASH):
        cut = next((match for match in pattern.finditer(folded) if not shield[match.start()]), None)
        if cut is not None and not _and_or(folded, cut):
            kept = "our " if "for our" in cut.group() else ""
            got = rest[cut.end() - len(kept) - (cut.group().endswith("  ")) :] if kept else rest[cut.end() :]
            return _label(_GIVES_LABEL, rest[: cut.start()]), _label(_GETS_LABEL, got)
    return _label(_GIVES_LABEL, rest), ""


def _and_or(folded: str, cut: re.Match[str]) -> bool:
    return folded[: cut.start()].endswith("and") and folded[cut.end() :].startswith("or")


def _label(pattern: re.Pattern[str], half: str) -> str:
    match = pattern.match(fold(half))
    return half[match.end() :] if match else half


def _things(half: str) -> tuple[str, ...]:
    text = half.strip(" ,;.")
    return split_items(text) if text and text not in ("-", "?", "–") else ()


def read_parties(text: str) -> tuple[Party, ...]:
    """Give the partners of an answer: one a line or between semicolons, or a plain list of names."""
    return tuple(
        party for line in clean_text(text).split("\n") for party in _line_parties(line) if party.name
    )


def _line_parties(line: str) -> Iterator[Party]:
    parts = [part.strip() for part in _outside(line, ";；؛") if part.strip()]
    joined: list[str] = []
    for part in parts:
        if joined and (_GETS_LABEL.match(fold(part)) or _GIVES_LABEL.match(fold(part))):
            joined[-1] += f", {part}"
        else:
            joined.append(part)
    for part in joined:
        yield from _listed(part)


def _outside(line: str, marks: str) -> list[str]:
    shield = protected(line)
    parts, start = [], 0
    for place, char in enumerate(line):
        if char in marks and not shield[place]:
            parts.append(line[start:place])
            start = place + 1
    return [*parts, line[start:]]


def _listed(part: str) -> Iterator[Party]:
    """One party, or several where the part is a list of them."""
    folded = fold(part)
    pieces = _TWO_NAMES.split(part)
    if len(re.findall(r"[:：](?!//)", folded)) > 1 or (len(pieces) > 1 and _VERB.search(fold(pieces[0]))):
        yield from (read_party(piece) for piece in pieces)
        return
    if _NAME_END.search(folded) or _SLASH.search(folded):
        yield read_party(part)
        return
    items = split_items(part)
    verbal = _EXCHANGE.search(folded) or (
        _VERB.search(folded) and not all(_VERB.search(fold(item)) for item in items)
    )
    yield from (read_party(item) for item in ([part] if verbal else items))
