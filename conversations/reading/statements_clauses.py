"""The clauses of a message: cut where a new statement surely begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conversations.reading.amounts import find_amounts
from conversations.reading.segments import protected, segments
from conversations.reading.statements_words import COSTS, KIN, PEOPLE
from conversations.reading.text import clean_text, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUT = re.compile(
    r"\s*[,;.]\s+(?:(?:and|but|also|then|plus)\s+)*|\s+(?:and|but|plus|while|whereas|und|y|et|"
    r"e)\s+(?:also\s+)?"
)
_PAST = (
    r"bought|purchased|hired|leased|rented|borrowed|signed|partnered|teamed|started|began|begun|"
    r"launched|finished|"
    r"completed|opened|dropped|stopped|got|sold|lost|registered|employed"
)
_VERB = (
    r"is|are|was|costs?|does|do|handles?|keeps?|runs?|manages?|helps?|supplies|lends?|lets|"
    r"delivers?|provides?|gives?|"
    r"bakes?|cooks?|drives?|cleans?|sells?|makes?|designs?|answers?|works?|joined|pays?|went|has|"
    r"have|wants?|will|can|agreed|broke|quit|left|arrived|backed"
)
_WORD = r"[^\W\d_][\w'-]*"
_OPENS = re.compile(
    rf"(?:we|i|they|he|she|it)(?:'\w+)?\s+\w|(?:(?:just|also|finally|now|already)\s+)*(?:{_PAST})\s|"
    rf"(?:wir|ich)\s+\w|(?:compramos|alquilamos|alugamos)\s|"
    rf"(?:my|our|the|a|an|his|her|one|two|three|some)\s+(?:{_WORD}\s+){{1,4}}?(?:{_VERB})\b|"
    rf"(?:{_WORD}\s+){{1,3}}?(?:is|are|costs?)\s+(?:now\s+|us\s+)*[^\w\s]?\d|"
    rf"(?:{_WORD}\s+){{0,2}}?(?:{'|'.join(sorted(COSTS))})\s*[:=]?\s*[^\w\s]?\d"
)
_NAMED = re.compile(
    rf"(?:{_WORD}\s+){{1,3}}?(?:is now|supplies|supply|lends?|lets|delivers?|provides?|gives?|"
    r"sponsors?|joined|does|"
    r"handles|keeps|runs|helps|agreed|backed out|said yes|can wait)\b"
)
_RELATIVES = KIN | PEOPLE


def clauses(text: str) -> tuple[str, ...]:
    """Give the parts of a message that each say something of their own, in order; nothing is dropped."""
    return tuple(clause for segment in segments(clean_text(text)) for clause in _clauses(segment) if clause)


def _clauses(segment: str) -> Iterator[str]:
    shield = protected(segment)
    folded = fold(segment)
    priced = {end for (_, end), _ in find_amounts(segment)}
    start = 0
    for cut in _CUT.finditer(folded):
        # What follows "40 a month and" is another thing, whatever it is.
        another = cut.start() in priced and cut.group().split()[:1] == ["and"]
        opens = another or _opens(segment[cut.end() :], folded[cut.end() :])
        if shield[cut.start()] or cut.start() <= start or not opens:
            continue
        yield segment[start : cut.start()].strip(" ,;")
        start = cut.end()
    yield segment[start:].strip(" ,;")


def _opens(text: str, folded: str) -> bool:
    return bool(_OPENS.match(folded)) or (text[:1].isupper() and bool(_NAMED.match(folded)))
