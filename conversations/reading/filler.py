"""Leading words that carry nothing ("we need", "and also"), taken off where the meaning stays the same."""

import re

from conversations.reading.listwords import DETERMINERS, VERBS
from conversations.reading.text import fold, says_something

_HAVE = re.compile(
    (
        r"(?:(?:we|i)(?: also| still| first)? (?:have|need|want|plan|intend|hope) to|(?:we|i)(?: also|"
        r" still| already| will| would|'ll|'d|'ve)?(?: also| just| still)? (?:need|have got|have|got|"
        r"want)|(?:we|i)'ve(?: also| already)? got|we're going to|we are going to|i'm going to|"
        r"i am going to|(?:we|i)(?:'ll| will| would|'d)(?: also| first| then)?|gonna|going to|(?:we|"
        r"i)'d like to|need to|have to|need|there(?:'s| is| are| will be)|it would be|let's|wir brauchen|"
        r"ich brauche|wir haben|ich habe|wir werden|necesitamos|necesito|tenemos|tengo|vamos a|"
        r"nous avons besoin d[e'] ?|j'ai besoin d[e'] ?|nous avons|j'ai|il nous faut|il faut|on a|"
        r"precisamos de|preciso de|temos|tenho|vamos|我们需要|我需要|我们有|我有|نحتاج|عندنا|لدينا)(?=\s|"
        r"[^\W\da-z])\s*"
    ),
)
_LINK = re.compile(
    (
        r"(?:and then|and also|and|also|then|plus|as well as|along with|besides|und|sowie|ausserdem|y|"
        r"tambien|et|aussi|puis|e|tambem|还有|以及|和(?![面平服牛声谐气])|و(?=\s)|of course|obviously|"
        r"definitely|&|\+)[,:]?(?=\s|"
        r"[^\W\da-z])\s*"
    ),
)
_ORDINAL = re.compile(
    (
        r"(?:first of all|first|firstly|second|secondly|third|thirdly|finally|lastly|last|next|afterwards|"
        r"well|so|ok|okay|yes|yeah|hi|hello|hmm+|um+|uh+|oh|zuerst|dann|primero|luego|d'abord|ensuite|"
        r"primeiro|depois)\b(?P<comma>\s*[,:])?\s+"
    ),
)
_TRAILING = re.compile(
    r"[\s,]*(?:\b(?:etc|and so on|and more|and so forth|usw|und so weiter|you know|that's it|"
    r"that's all|i think|i guess)\b[.!…]*|[,;:.…。!]+|[-–—•]+)\s*$"
)
_SIZES = ("size", "sized", "sizes", "one", "ones")
_NEGATIVE = re.compile(r"(?:no|not|none|nothing|never|to|had|been|one)\b")
_ROUNDS = 4
_TAIL = 40


def without_lead(text: str) -> str:
    """Give the text without the filler it begins with."""
    for _ in range(_ROUNDS):
        shorter = _step(text)
        if shorter == text:
            break
        text = shorter
    return text


def without_filler(item: str) -> str:
    """Give the item without leading filler and without closing marks; empty if it had nothing else."""
    text = without_lead(" ".join(item.split()))
    for _ in range(_ROUNDS):
        shorter = _without_tail(text)
        if shorter == text:
            break
        text = shorter
    return text.strip() if says_something(text) else ""


def _step(text: str) -> str:
    folded = fold(text)
    for pattern in (_HAVE, _LINK, _ORDINAL):
        match = pattern.match(folded)
        if match and _safe(pattern, match, folded):
            return text[match.end() :]
    return text


def _safe(pattern: re.Pattern[str], match: re.Match[str], folded: str) -> bool:
    rest = folded[match.end() :]
    following = re.split(r"[^\w'-]", rest, maxsplit=1)[0]
    if not rest or not any(char.isalnum() for char in rest):
        return False
    if pattern is _HAVE:
        return not _NEGATIVE.match(rest)
    if pattern is _LINK:
        return following not in _SIZES and not (
            match.group().strip() in ("e", "y", "et") and following[:1].isupper()
        )
    subject = re.match(r"(?:we|i|we'll|i'll|we'd|you|let's)\b", rest) is not None
    return (
        match.group("comma") is not None
        or subject
        or (following in VERBS - {"hand", "post", "order", "class"} and (following not in DETERMINERS))
    )


def _without_tail(text: str) -> str:
    head, tail = text[:-_TAIL], text[-_TAIL:]
    match = _TRAILING.search(fold(tail))
    if not match:
        return text
    kept = head + tail[: match.start()]
    if tail[match.start() :].strip() == "." and _abbreviated(kept):
        return text
    return kept if any(char.isalnum() for char in kept) else text


def _abbreviated(kept: str) -> bool:
    last = fold(kept).rpartition(" ")[2]
    return (
        last in ("inc", "ltd", "co", "corp", "st", "jr", "sr", "bros", "mio", "tsd", "approx") or "." in last
    )
