"""What can be seen of a phrase's form, as numbers, beside what a sentence encoder knows of its meaning.

A row has two parts: measures that are the same for every language (lengths, signs, shapes) with the families
of cue words, and hashed words and endings, whose use is learned from the training phrases.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from conversations.understanding.cues import CUES, FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

HASHED = 2048
"""How many columns the hashed words and endings share."""
MEASURE, WORDS = 1.0, 2.0
"""How much a measure and a phrase's words weigh, beside an encoder's row of length 4."""

_WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*", re.UNICODE)
_BREAK = re.compile(
    r"\s(?:of|for|from|with|that|who|which|whose|to|in|on|at|by|through|under|into|as|per|like|such|via|across|than|"
    r"für|von|mit|bei|die|de|del|des|du|da|do|dos|di|para|pour|por|con|com|avec|chez|que|qui|che|voor|van|met|"
    r"dla|od|z|w|için|ile)\s|[,:;(–—]|\s-\s",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:the|our|my|some|own|a|an|we|i|us|they|to|unser\w*|die|der|das|nuestr\w*|el|la|los|las|notre|nos|les|le|"
    r"noss[oa]s?|os|as|i nostri|il|gli|onze|ons|nasz\w*|bizim)\s+",
    re.IGNORECASE,
)
_SIGNS = {
    "money": re.compile(
        r"[$€£¥₹₺]|\b(?:eur|usd|gbp|dollars?|euros?|pounds?|zł|tl|rs)\b|\b\d+k\b", re.IGNORECASE
    ),
    "number": re.compile(r"\d"),
    "percent": re.compile(r"%|\bpercent\b", re.IGNORECASE),
    "period": re.compile(
        r"/\s?(?:mo|month|yr|year|week|day|h|hour)\b|\b(?:a|per|each|every)\s(?:month|year|week|day|quarter)\b|"
        r"\b(?:monthly|yearly|annual|annually|weekly|monatlich|mensuel|mensual|mensile|mensal)\b",
        re.IGNORECASE,
    ),
    "each": re.compile(
        r"\b(?:per|for each|each|every|pro|je|por cada|par|a cada|za każd\w+)\s"
        r"(?!month|year|week|quarter|monat|jahr|mois|mes|ann|anno)\w+",
        re.IGNORECASE,
    ),
    "from": re.compile(r"\b(?:from|von|de chez|dal|van|od)\s+\w", re.IGNORECASE),
    "who": re.compile(r"\b(?:who|that|which|whose|qui|que|che|die|który\w*|które)\s", re.IGNORECASE),
    "with": re.compile(r"\b(?:with|together|mit|con|avec|com|met|ile|gemeinsam)\b", re.IGNORECASE),
    "own": re.compile(
        r"^(?:our|my|own|unser\w*|mein\w*|nuestr\w+|mi|notre|mon|noss\w+|meu|nostr\w+|onze)\b", re.IGNORECASE
    ),
    "we": re.compile(r"^(?:we|i|wir|ich|nous|on|nosotros|we're|i'm)\s", re.IGNORECASE),
    "article": re.compile(r"^(?:a|an|the|one|two|three|ein|eine|un|une|una|um|uma|een)\s", re.IGNORECASE),
    "suffix": re.compile(r"\b(?:inc|ltd|llc|gmbh|corp|plc|s\.a|sa|ag|bv|sp\. z o\.o)\b\.?", re.IGNORECASE),
    "brackets": re.compile(r"\([^)]*\)?"),
    "owned": re.compile(
        r"\(\s*(?:owned|leased|rented|borrowed|from)|\b(?:owned|leased|rented|borrowed)\b", re.IGNORECASE
    ),
    "fixed": re.compile(r"\bfixed\b|\bfix\b|\bfijo|\bfixe\b|\bsabit\b", re.IGNORECASE),
    "varies": re.compile(r"\bvariable\b|\bdepends on\b|\bby (?:volume|usage|mileage)\b", re.IGNORECASE),
    "comma": re.compile(r"[,;]"),
    "and": re.compile(r"\b(?:and|und|y|et|e|en|i|ve)\b|&|\+", re.IGNORECASE),
    "colon": re.compile(r":"),
    "latin": re.compile(r"[a-z]", re.IGNORECASE),
    "hanzi": re.compile(r"[\u4e00-\u9fff]"),
}
_ENDINGS = (
    "ing",
    "ion",
    "ment",
    "ers",
    "ors",
    "ists",
    "ies",
    "ees",
    "ians",
    "s",
    "er",
    "ung",
    "ción",
    "ção",
    "zione",
    # verbs: German and Dutch, the Romance languages, Polish, Turkish, Hindi
    "en",
    "ar",
    "ir",
    "are",
    "ere",
    "ire",
    "ać",
    "ić",
    "yć",
    "mak",
    "mek",
    "ना",
)
_CLAUSE = 3
"""Words from which on a phrase reads as a sentence grow in steps of three."""


def folded(text: str) -> str:
    """Give a text in small letters, with plain quotes and single blanks."""
    return " ".join(text.replace("’", "'").casefold().split())


def head(text: str) -> str:
    """Give the word that a folded phrase is about: the last one before the first preposition or comma."""
    bare = _LEADING.sub("", text)
    words = _WORD.findall(_BREAK.split(bare, maxsplit=1)[0]) or _WORD.findall(bare)
    return words[-1] if words else ""


def lexical(texts: Sequence[str]) -> NDArray[np.float32]:
    """Give a row of measures and hashed words per text: shape (texts, WIDTH)."""
    rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        measures = list(_measures(text))
        row[: len(measures)] = [MEASURE * measure for measure in measures]
        words = {_NAMES + crc32(token.encode()) % HASHED for token in _tokens(folded(text))}
        row[sorted(words)] = WORDS / max(1.0, len(words)) ** 0.5
    return rows


def _measures(text: str) -> Iterator[float]:
    small = folded(text)
    bare = _LEADING.sub("", small)
    words = _WORD.findall(bare)
    first, main, last = (words[0], head(small), words[-1]) if words else ("", "", "")
    for pattern in CUES.values():
        yield from (bool(pattern.search(part)) for part in (small, first, main, last))
    for sign in _SIGNS.values():
        yield bool(sign.search(text))
    for word in (first, main, last):
        yield from (word.endswith(ending) for ending in _ENDINGS)
    yield first.endswith("ing") and len(words) > 1
    yield min(len(words), 12) / 12
    yield from (len(words) > _CLAUSE * step for step in range(4))
    inner = _WORD.findall(text)[1:]
    yield any(word[0].isupper() for word in inner)
    yield bool(inner) and all(word[0].isupper() for word in inner)
    yield bool(re.search(r"\b[A-Z]{2,}\b", text))


def _tokens(small: str) -> Iterator[str]:
    bare = _LEADING.sub("", small)
    words = _WORD.findall(bare)
    if not words:
        return
    main = head(small)
    yield from (f"w={word}" for word in words)
    yield from (f"b={left} {right}" for left, right in pairwise(words))
    yield f"first={words[0]}"
    yield f"head={main}"
    yield f"last={words[-1]}"
    for word in words:
        yield from (f"p={word[:size]}" for size in (4, 6) if len(word) > size)
    yield from (f"h{size}={main[-size:]}" for size in (3, 5) if len(main) > size)


_NAMES = len(list(_measures("a")))
MEASURES = _NAMES
"""How many columns come before the hashed ones."""
WIDTH = _NAMES + HASHED
_SHAPES = [pattern.pattern for pattern in (*_SIGNS.values(), _WORD, _BREAK, _LEADING)]
FINGERPRINT = crc32(repr((HASHED, MEASURE, WORDS, FAMILIES, _SHAPES, _ENDINGS)).encode())
"""Changes with whatever gives the columns their meaning: a model of another one is to be trained anew."""
